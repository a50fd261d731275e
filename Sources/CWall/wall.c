#define _GNU_SOURCE
// The wall around a worker, as the kernel builds it: resource limits, Landlock, seccomp (landlock(7),
// seccomp(2)). Called in a process with one thread, between its fork and the first byte from outside; nothing
// here allocates. Each function gives a negative errno on failure.
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>
#include "CWall.h"

static int or_errno(long result) { return result < 0 ? -errno : (int)result; }

// Landlock's numbers, written out: the headers of older systems lack the later ones (landlock(7)).
#define CHARTGATE_LANDLOCK_CREATE 444
#define CHARTGATE_LANDLOCK_ADD 445
#define CHARTGATE_LANDLOCK_RESTRICT 446
#define CHARTGATE_LANDLOCK_READ_FILE (1ULL << 2)
struct landlock_ruleset {
  uint64_t files, network, scoped;
};
struct landlock_beneath {
  uint64_t allowed;
  int32_t parent;
} __attribute__((packed));

// The version of Landlock that the kernel has; negative when it has none.
int chartgate_landlock_version(void) {
  return or_errno(syscall(CHARTGATE_LANDLOCK_CREATE, NULL, 0, 1));
}

static int allow_reading(int set, int folder) {
  struct landlock_beneath beneath = {CHARTGATE_LANDLOCK_READ_FILE, folder};
  return or_errno(syscall(CHARTGATE_LANDLOCK_ADD, set, 1, &beneath, 0));
}

// From here on no path can be opened, made, removed, renamed or run, but for files beneath these folders, and
// those only to be read; no TCP port, no abstract socket and no process outside can be reached.
int chartgate_landlock(const int *folders, size_t folder_count) {
  int version = chartgate_landlock_version();
  if (version < 0) return version;
  struct landlock_ruleset rules = {0};
  // Execute to make-sym: version 1; refer: 2; truncate: 3; device ioctl: 5. TCP bind and connect: 4.
  // Abstract sockets and signals: 6.
  rules.files = (1ULL << 13) - 1;
  if (version >= 2) rules.files |= 1ULL << 13;
  if (version >= 3) rules.files |= 1ULL << 14;
  if (version >= 5) rules.files |= 1ULL << 15;
  if (version >= 4) rules.network = 3;
  if (version >= 6) rules.scoped = 3;
  size_t size = version >= 6 ? 24 : version >= 4 ? 16 : 8;
  int set = or_errno(syscall(CHARTGATE_LANDLOCK_CREATE, &rules, size, 0));
  if (set < 0) return set;
  int done = 0;
  for (size_t index = 0; index < folder_count && done == 0; index++) done = allow_reading(set, folders[index]);
  if (done < 0) {
    close(set);
    return done;
  }
  done = or_errno(syscall(CHARTGATE_LANDLOCK_RESTRICT, set, 0));
  close(set);
  return done;
}

#if defined(__x86_64__)
#define CHARTGATE_ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define CHARTGATE_ARCHITECTURE AUDIT_ARCH_AARCH64
#else
#error "the wall is written for x86_64 and aarch64"
#endif

struct filter {
  struct sock_filter code[512];
  unsigned short count;
};

static void put(struct filter *filter, unsigned short code, unsigned char yes,
                                 unsigned char no, uint32_t value) {
  struct sock_filter step = {code, yes, no, value};
  if (filter->count < 512) filter->code[filter->count++] = step;
}

// When the call is this one, the answer is this.
static void when(struct filter *filter, long call, uint32_t answer) {
  put(filter, BPF_JMP | BPF_JEQ | BPF_K, 0, 1, (uint32_t)call);
  put(filter, BPF_RET | BPF_K, 0, 0, answer);
}

// When the call is this one, it is allowed if an argument's low half equals the value (and its high half is
// zero); else the answer is this.
static void when_argument(struct filter *filter, long call, unsigned argument,
                                           uint32_t value, uint32_t otherwise) {
  put(filter, BPF_JMP | BPF_JEQ | BPF_K, 0, 6, (uint32_t)call);
  put(filter, BPF_LD | BPF_W | BPF_ABS, 0, 0, (uint32_t)(offsetof(struct seccomp_data, args) + 8 * argument + 4));
  put(filter, BPF_JMP | BPF_JEQ | BPF_K, 0, 3, 0);
  put(filter, BPF_LD | BPF_W | BPF_ABS, 0, 0, (uint32_t)(offsetof(struct seccomp_data, args) + 8 * argument));
  put(filter, BPF_JMP | BPF_JEQ | BPF_K, 0, 1, value);
  put(filter, BPF_RET | BPF_K, 0, 0, SECCOMP_RET_ALLOW);
  put(filter, BPF_RET | BPF_K, 0, 0, otherwise);
}

// The same, where the argument is one of several flags of which some must, or must not, be set.
static void when_flags(struct filter *filter, long call, unsigned argument,
                                        uint32_t mask, uint32_t value, uint32_t otherwise) {
  put(filter, BPF_JMP | BPF_JEQ | BPF_K, 0, 5, (uint32_t)call);
  put(filter, BPF_LD | BPF_W | BPF_ABS, 0, 0, (uint32_t)(offsetof(struct seccomp_data, args) + 8 * argument));
  put(filter, BPF_ALU | BPF_AND | BPF_K, 0, 0, mask);
  put(filter, BPF_JMP | BPF_JEQ | BPF_K, 0, 1, value);
  put(filter, BPF_RET | BPF_K, 0, 0, SECCOMP_RET_ALLOW);
  put(filter, BPF_RET | BPF_K, 0, 0, otherwise);
}

// From here on a worker may compute, use memory and threads, and read and write what it has open; opening is
// left to Landlock. A call that could lead out ends it (SIGSYS); any other call that is not listed fails with
// EPERM.
//
// may_open: whether files may be opened at all. Without Landlock it would mean every file of the user.
int chartgate_seccomp(int may_open) {
  struct filter filter;
  filter.count = 0;
  const uint32_t allow = SECCOMP_RET_ALLOW, kill = SECCOMP_RET_KILL_PROCESS;
  const uint32_t refuse = SECCOMP_RET_ERRNO | EPERM;
  const uint32_t own = (uint32_t)getpid();

  put(&filter, BPF_LD | BPF_W | BPF_ABS, 0, 0, offsetof(struct seccomp_data, arch));
  put(&filter, BPF_JMP | BPF_JEQ | BPF_K, 1, 0, CHARTGATE_ARCHITECTURE);
  put(&filter, BPF_RET | BPF_K, 0, 0, kill);
  put(&filter, BPF_LD | BPF_W | BPF_ABS, 0, 0, offsetof(struct seccomp_data, nr));
#if defined(__x86_64__)
  // The x32 calls have the same architecture and other numbers (seccomp(2), "Caveats").
  put(&filter, BPF_JMP | BPF_JGE | BPF_K, 0, 1, 0x40000000);
  put(&filter, BPF_RET | BPF_K, 0, 0, kill);
#endif

  // The common ones first. Memory:
  when(&filter, SYS_futex, allow);
  when_flags(&filter, SYS_mmap, 2, 4 /* PROT_EXEC */, 0, kill);
  when(&filter, SYS_munmap, allow);
  when_flags(&filter, SYS_mprotect, 2, 4, 0, kill);
  when(&filter, SYS_madvise, allow);
  when(&filter, SYS_mremap, allow);
  when(&filter, SYS_brk, allow);
  // What is open. A descriptor's owner may not be set: it would get signals.
  when(&filter, SYS_read, allow);
  when(&filter, SYS_pread64, allow);
  when(&filter, SYS_readv, allow);
  when(&filter, SYS_write, allow);
  when(&filter, SYS_writev, allow);
  when(&filter, SYS_pwrite64, allow);
  when(&filter, SYS_lseek, allow);
  when(&filter, SYS_close, allow);
  when(&filter, SYS_fstat, allow);
  when(&filter, SYS_dup, allow);
  when_flags(&filter, SYS_fcntl, 1, ~7u, 0, refuse);  // F_DUPFD to F_SETLKW, all of the own side
  when(&filter, SYS_poll, allow);
  when(&filter, SYS_ppoll, allow);
  // Looking at a path tells whether it is there, which Landlock does not stop: only of what is open.
#ifdef SYS_newfstatat
  when_flags(&filter, SYS_newfstatat, 3, 0x1000 /* AT_EMPTY_PATH */, 0x1000, refuse);
#endif
  // Opening: Landlock says what.
  if (may_open) {
    when(&filter, SYS_openat, allow);
#ifdef SYS_open
    when(&filter, SYS_open, allow);
#endif
  }
  // Threads, and nothing else that clone can make: CLONE_VM | CLONE_SIGHAND | CLONE_THREAD. What clone3 is
  // asked cannot be seen from here, and without it glibc takes clone.
  when_flags(&filter, SYS_clone, 0, 0x00010900, 0x00010900, kill);
  when(&filter, SYS_clone3, SECCOMP_RET_ERRNO | ENOSYS);
  when(&filter, SYS_set_robust_list, allow);
#ifdef SYS_rseq
  when(&filter, SYS_rseq, allow);
#endif
  when(&filter, SYS_sched_yield, allow);
  when(&filter, SYS_sched_getaffinity, allow);
  when(&filter, SYS_getpid, allow);
  when(&filter, SYS_gettid, allow);
  when_argument(&filter, SYS_prctl, 0, PR_SET_NAME, refuse);
  // Its own signals: Swift's traps and abort(3).
  when(&filter, SYS_rt_sigaction, allow);
  when(&filter, SYS_rt_sigprocmask, allow);
  when(&filter, SYS_rt_sigreturn, allow);
  when(&filter, SYS_sigaltstack, allow);
  when_argument(&filter, SYS_tgkill, 0, own, kill);
  // Time, and randomness of the kernel for hash seeds.
  when(&filter, SYS_clock_gettime, allow);
  when(&filter, SYS_clock_nanosleep, allow);
  when(&filter, SYS_nanosleep, allow);
  when(&filter, SYS_getrandom, allow);
  // The end.
  when(&filter, SYS_exit, allow);
  when(&filter, SYS_exit_group, allow);
  when(&filter, SYS_restart_syscall, allow);

  // What could lead out: asking for it is no mistake of ours, so it is the end.
  static const long outward[] = {
      SYS_socket, SYS_socketpair, SYS_connect, SYS_bind, SYS_listen, SYS_accept, SYS_accept4, SYS_sendmsg,
      SYS_sendmmsg, SYS_execve, SYS_execveat, SYS_ptrace, SYS_process_vm_readv, SYS_process_vm_writev,
#ifdef SYS_fork
      SYS_fork, SYS_vfork,
#endif
      SYS_kill, SYS_tkill, SYS_rt_sigqueueinfo, SYS_rt_tgsigqueueinfo, SYS_pidfd_open, SYS_pidfd_send_signal,
      438 /* pidfd_getfd */, SYS_io_uring_setup, SYS_io_uring_enter, SYS_io_uring_register, SYS_mount,
      SYS_umount2, SYS_pivot_root, SYS_chroot, SYS_open_by_handle_at, SYS_bpf, SYS_perf_event_open,
      SYS_userfaultfd, SYS_unshare, SYS_setns, SYS_keyctl, SYS_add_key, SYS_request_key, SYS_init_module,
      SYS_finit_module, SYS_delete_module, SYS_kexec_load, SYS_memfd_create, SYS_personality, SYS_seccomp,
  };
  for (size_t index = 0; index < sizeof outward / sizeof outward[0]; index++) {
    when(&filter, outward[index], kill);
  }
  put(&filter, BPF_RET | BPF_K, 0, 0, refuse);
  if (filter.count >= 512) return -E2BIG;

  struct sock_fprog program = {filter.count, filter.code};
  int done = or_errno(syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_TSYNC, &program));
  // With TSYNC a positive answer is the thread that could not be taken in.
  return done > 0 ? -ESRCH : done;
}

// Whether the kernel has seccomp filters and the answer that ends a process.
int chartgate_has_seccomp(void) {
  uint32_t action = SECCOMP_RET_KILL_PROCESS;
  return syscall(SYS_seccomp, SECCOMP_GET_ACTION_AVAIL, 0, &action) == 0;
}

// Bytes of address space, and of private memory that can be written, that this process has (proc(5), statm).
static void memory_in_use(uint64_t *space, uint64_t *data) {
  char text[128];
  uint64_t numbers[7] = {0};
  unsigned field = 0;
  int file = open("/proc/self/statm", O_RDONLY | O_CLOEXEC);
  ssize_t count = file < 0 ? 0 : read(file, text, sizeof text);
  if (file >= 0) close(file);
  for (ssize_t index = 0; index < count && field < 7; index++) {
    if (text[index] == ' ') field++;
    else if (text[index] >= '0' && text[index] <= '9') numbers[field] = numbers[field] * 10 + (uint64_t)(text[index] - '0');
  }
  uint64_t page = (uint64_t)sysconf(_SC_PAGESIZE);
  *space = numbers[0] * page;
  *data = numbers[5] * page;
}

static int limit(__rlimit_resource_t what, uint64_t soft, uint64_t hard) {
  struct rlimit both = {soft, hard};
  return or_errno(setrlimit(what, &both));
}

// What can be written is counted exactly (RLIMIT_DATA). Address space that is only set aside, as for the stack and
// the heap of a thread, is no memory; its own bound (RLIMIT_AS) stops what is shared, which the first misses.
int chartgate_limit_memory(uint64_t more, uint64_t aside) {
  uint64_t space, data;
  memory_in_use(&space, &data);
  int done = limit(RLIMIT_DATA, data + more, data + more);
  if (done == 0) done = limit(RLIMIT_AS, space + more + aside, space + more + aside);
  return done;
}

int chartgate_limit_cpu(uint64_t seconds) { return limit(RLIMIT_CPU, seconds, seconds + 5); }

int chartgate_limit_files(uint64_t longest, uint64_t most_open) {
  int done = limit(RLIMIT_FSIZE, longest, longest);
  if (done == 0) done = limit(RLIMIT_NOFILE, most_open, most_open);
  if (done == 0) done = limit(RLIMIT_CORE, 0, 0);
  if (done == 0) done = limit(RLIMIT_MEMLOCK, 0, 0);
  if (done == 0) done = limit(RLIMIT_MSGQUEUE, 0, 0);
  return done;
}

// When memory is short the kernel ends workers first, not the daemon (proc(5), oom_score_adj). To be the first to
// go is anyone's right; where it cannot be asked for, nothing is lost but the order.
static void go_first(void) {
  int file = open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC);
  if (file < 0) return;
  ssize_t done = write(file, "500", 3);
  (void)done;
  close(file);
}

// Goes first, ends with the process that made it, cannot gain rights, cannot be looked into by others.
int chartgate_bind_to_parent(int parent) {
  go_first();
  if (prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0) < 0) return -errno;
  if (getppid() != parent) return -ESRCH;
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) < 0) return -errno;
  if (prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) < 0) return -errno;
  return 0;
}

// Swift ends a process for which there is no memory left with a trap or abort(3): said by its exit code, where
// the last thing that the thread was refused was memory. Only what is safe in a handler is called.
static void on_trap(int number) {
  if (errno == ENOMEM) _exit(CHARTGATE_EXIT_MEMORY);
  signal(number, SIG_DFL);
  raise(number);
}

void chartgate_set_signals(void) {
  for (int number = 1; number < 32; number++) {
    if (number != SIGKILL && number != SIGSTOP) signal(number, SIG_DFL);
  }
  // A service's stop is signalled to all of its processes; what a worker has in hand shall end well. Who is
  // not wanted any more is ended by its socket's end, or killed.
  static const int ignored[] = {SIGPIPE, SIGTERM, SIGINT, SIGHUP, SIGQUIT, SIGUSR1, SIGUSR2};
  for (size_t index = 0; index < sizeof ignored / sizeof ignored[0]; index++) signal(ignored[index], SIG_IGN);
  signal(SIGABRT, on_trap);
  signal(SIGILL, on_trap);
  signal(SIGTRAP, on_trap);
}
