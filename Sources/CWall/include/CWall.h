#ifndef CHARTGATE_CWALL_H
#define CHARTGATE_CWALL_H
// Processes, descriptors that travel between them, and the wall around a worker: what Swift cannot call itself,
// since fork is "unavailable" there, syscall and prctl are variadic, the CMSG macros are macros. A function
// that can fail gives a negative errno, so that no caller has to read errno after the fact.
#include <stddef.h>
#include <stdint.h>

// Descriptors that one message may carry.
#define CHARTGATE_MOST_DESCRIPTORS 8
// How a worker ends for which there was no more memory.
#define CHARTGATE_EXIT_MEMORY 77
// How many probes there are.
#define CHARTGATE_PROBES 17

// processes.c
int chartgate_fork(void);
int chartgate_on_new_thread(int (*run)(void *), void *context);
int chartgate_keep_only(int *descriptors, size_t count);
int chartgate_spawn(const char *path, const char *const *arguments, int socket, int *process);
int chartgate_pidfd_open(int process);
int chartgate_pidfd_kill(int handle);
int chartgate_ended(int process, int *exit_code, int *signal_number, int64_t *cpu_milliseconds,
                    int64_t *peak_kilobytes);
int chartgate_memory_file(void);
int chartgate_seal(int file);
int chartgate_is_sealed(int file);
int chartgate_socket_pair(int of_messages, int *pair);
long chartgate_send_some(int socket, const void *bytes, size_t count);
long chartgate_send(int socket, const void *bytes, size_t count, const int *descriptors, size_t descriptor_count);
long chartgate_receive(int socket, void *bytes, size_t room, int *descriptors, size_t *descriptor_count);

// wall.c
int chartgate_landlock_version(void);
int chartgate_landlock(const int *folders, size_t folder_count);
int chartgate_seccomp(int may_open);
int chartgate_has_seccomp(void);
int chartgate_limit_memory(uint64_t more, uint64_t aside);
int chartgate_limit_cpu(uint64_t seconds);
int chartgate_limit_files(uint64_t longest, uint64_t most_open);
int chartgate_bind_to_parent(int parent);
void chartgate_set_signals(void);

// probes.c
int chartgate_probe(int number, const char *memory, int parent);
const char *chartgate_probe_name(int number);
#endif
