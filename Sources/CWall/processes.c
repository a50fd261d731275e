#define _GNU_SOURCE
// Processes, their handles, and descriptors that travel between them: what Swift's Glibc module does not show
// (fork is "unavailable" there, syscall and prctl are variadic, the CMSG macros are macros). Each function
// gives a negative errno on failure, so that no caller has to read errno after the fact.
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <spawn.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include "CWall.h"

#ifndef MFD_CLOEXEC
#define MFD_CLOEXEC 0x0001U
#define MFD_ALLOW_SEALING 0x0002U
#endif
#ifndef F_ADD_SEALS
#define F_ADD_SEALS 1033
#define F_GET_SEALS 1034
#define F_SEAL_SEAL 0x0001
#define F_SEAL_SHRINK 0x0002
#define F_SEAL_GROW 0x0004
#define F_SEAL_WRITE 0x0008
#endif
#define CHARTGATE_SEALS (F_SEAL_SEAL | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE)

static int or_errno(long result) { return result < 0 ? -errno : (int)result; }

// A new process that is a copy of this one. Only a process with one thread may call it.
int chartgate_fork(void) { return or_errno(fork()); }

struct job {
  int (*run)(void *);
  void *context;
  int result;
};

static void *run_job(void *pointer) {
  struct job *job = pointer;
  job->result = job->run(job->context);
  return NULL;
}

// Runs a function on a thread of its own and waits for it: its result, which must not be negative.
int chartgate_on_new_thread(int (*run)(void *), void *context) {
  struct job job = {run, context, 0};
  pthread_t thread;
  int failed = pthread_create(&thread, NULL, run_job, &job);
  if (failed) return -failed;
  failed = pthread_join(thread, NULL);
  return failed ? -failed : job.result;
}

// Gives descriptors the numbers from 3 on, in their order, and closes all others but the three streams.
int chartgate_keep_only(int *descriptors, size_t count) {
  // First out of the way of each other.
  for (size_t index = 0; index < count; index++) {
    descriptors[index] = fcntl(descriptors[index], F_DUPFD_CLOEXEC, 64);
    if (descriptors[index] < 0) return -errno;
  }
  for (size_t index = 0; index < count; index++) {
    if (dup3(descriptors[index], 3 + (int)index, O_CLOEXEC) < 0) return -errno;
    descriptors[index] = 3 + (int)index;
  }
  return or_errno(syscall(436 /* close_range */, 3 + (unsigned)count, ~0u, 0));
}

// Starts a program of ours with one socket as its descriptor 3, nothing at its three streams, in a process group
// of its own, and with nothing of this process's environment: secrets lie there.
int chartgate_spawn(const char *path, const char *const *arguments, int socket, pid_t *process) {
  static const char *const environment[] = {"SWIFT_BACKTRACE=enable=no", "LC_ALL=C", NULL};
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  sigset_t none, all;
  int failed = posix_spawn_file_actions_init(&actions);
  if (failed) return -failed;
  failed = posix_spawnattr_init(&attributes);
  if (failed) {
    posix_spawn_file_actions_destroy(&actions);
    return -failed;
  }
  sigemptyset(&none);
  sigfillset(&all);
  failed = posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
  if (!failed) failed = posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
  if (!failed) failed = posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
  if (!failed) failed = posix_spawn_file_actions_adddup2(&actions, socket, 3);
  if (!failed) failed = posix_spawnattr_setpgroup(&attributes, 0);
  if (!failed) failed = posix_spawnattr_setsigmask(&attributes, &none);
  if (!failed) failed = posix_spawnattr_setsigdefault(&attributes, &all);
  if (!failed) {
    failed = posix_spawnattr_setflags(
        &attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  }
  if (!failed) {
    failed = posix_spawn(process, path, &actions, &attributes, (char *const *)arguments,
                         (char *const *)environment);
  }
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  return -failed;
}

// A handle of a process that no other process can come to stand for (pidfd_open(2)).
int chartgate_pidfd_open(pid_t process) {
  return or_errno(syscall(SYS_pidfd_open, process, 0));
}

int chartgate_pidfd_kill(int handle) {
  return or_errno(syscall(SYS_pidfd_send_signal, handle, SIGKILL, NULL, 0));
}

// How a child ended, without waiting: 1 with what became of it, 0 while it runs.
int chartgate_ended(pid_t process, int *exit_code, int *signal_number, int64_t *cpu_milliseconds,
                                  int64_t *peak_kilobytes) {
  int status = 0;
  struct rusage usage;
  pid_t found;
  do {
    found = wait4(process, &status, WNOHANG, &usage);
  } while (found < 0 && errno == EINTR);
  if (found < 0) return -errno;
  if (found == 0) return 0;
  *exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  *signal_number = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
  *cpu_milliseconds = (int64_t)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000 +
                      (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1000;
  *peak_kilobytes = usage.ru_maxrss;
  return 1;
}

// Memory that looks like a file and can be changed by nobody once it is sealed (memfd_create(2)).
int chartgate_memory_file(void) {
  return or_errno(syscall(SYS_memfd_create, "chartgate", MFD_CLOEXEC | MFD_ALLOW_SEALING));
}
int chartgate_seal(int file) { return or_errno(fcntl(file, F_ADD_SEALS, CHARTGATE_SEALS)); }
int chartgate_is_sealed(int file) {
  int seals = fcntl(file, F_GET_SEALS);
  return seals >= 0 && (seals & CHARTGATE_SEALS) == CHARTGATE_SEALS;
}

// Two sockets that are connected with each other: of whole messages, or of a stream.
int chartgate_socket_pair(int of_messages, int *pair) {
  return or_errno(socketpair(AF_UNIX, (of_messages ? SOCK_SEQPACKET : SOCK_STREAM) | SOCK_CLOEXEC, 0, pair));
}

// Sends as much of a stream as there is room for.
long chartgate_send_some(int socket, const void *bytes, size_t count) {
  ssize_t done;
  do {
    done = send(socket, bytes, count, MSG_NOSIGNAL | MSG_DONTWAIT);
  } while (done < 0 && errno == EINTR);
  return done < 0 ? -(long)errno : (long)done;
}

// Sends one message with descriptors (unix(7), SCM_RIGHTS).
long chartgate_send(int socket, const void *bytes, size_t count, const int *descriptors,
                                  size_t descriptor_count) {
  union {
    char bytes[CMSG_SPACE(sizeof(int) * CHARTGATE_MOST_DESCRIPTORS)];
    struct cmsghdr align;
  } control;
  struct iovec piece = {(void *)bytes, count};
  struct msghdr message = {0};
  message.msg_iov = &piece;
  message.msg_iovlen = 1;
  if (descriptor_count > CHARTGATE_MOST_DESCRIPTORS) return -EINVAL;
  if (descriptor_count > 0) {
    memset(&control, 0, sizeof control);
    message.msg_control = control.bytes;
    message.msg_controllen = CMSG_SPACE(sizeof(int) * descriptor_count);
    struct cmsghdr *header = CMSG_FIRSTHDR(&message);
    header->cmsg_level = SOL_SOCKET;
    header->cmsg_type = SCM_RIGHTS;
    header->cmsg_len = CMSG_LEN(sizeof(int) * descriptor_count);
    memcpy(CMSG_DATA(header), descriptors, sizeof(int) * descriptor_count);
  }
  ssize_t done;
  do {
    done = sendmsg(socket, &message, MSG_NOSIGNAL);
  } while (done < 0 && errno == EINTR);
  return done < 0 ? -(long)errno : (long)done;
}

// Receives one message with its descriptors. A message that was cut, or held more of either than there is room
// for, is EMSGSIZE and leaves no descriptor behind; 0 is the other side's end.
long chartgate_receive(int socket, void *bytes, size_t room, int *descriptors,
                                     size_t *descriptor_count) {
  union {
    char bytes[CMSG_SPACE(sizeof(int) * CHARTGATE_MOST_DESCRIPTORS)];
    struct cmsghdr align;
  } control;
  struct iovec piece = {bytes, room};
  struct msghdr message = {0};
  message.msg_iov = &piece;
  message.msg_iovlen = 1;
  message.msg_control = control.bytes;
  message.msg_controllen = sizeof control.bytes;
  *descriptor_count = 0;
  ssize_t done;
  do {
    done = recvmsg(socket, &message, MSG_CMSG_CLOEXEC);
  } while (done < 0 && errno == EINTR);
  if (done < 0) return -(long)errno;
  for (struct cmsghdr *header = CMSG_FIRSTHDR(&message); header != NULL; header = CMSG_NXTHDR(&message, header)) {
    if (header->cmsg_level != SOL_SOCKET || header->cmsg_type != SCM_RIGHTS) continue;
    size_t count = (header->cmsg_len - CMSG_LEN(0)) / sizeof(int);
    for (size_t index = 0; index < count; index++) {
      int descriptor;
      memcpy(&descriptor, CMSG_DATA(header) + index * sizeof(int), sizeof descriptor);
      if (*descriptor_count < CHARTGATE_MOST_DESCRIPTORS) {
        descriptors[(*descriptor_count)++] = descriptor;
      } else {
        close(descriptor);
      }
    }
  }
  if (message.msg_flags & (MSG_TRUNC | MSG_CTRUNC)) {
    for (size_t index = 0; index < *descriptor_count; index++) close(descriptors[index]);
    *descriptor_count = 0;
    return -EMSGSIZE;
  }
  return (long)done;
}
