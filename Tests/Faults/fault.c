/* Faults for a program that is already built: preloaded, it counts the system calls that change the world below one
   folder, and at the n-th of them kills the process, fails the call, or does half of it.

     FAULT_UNDER=DIR   only what lies below this folder counts
     FAULT_PATH=TEXT   and whose path holds this text
     FAULT_NOT=TEXT    and whose path does not hold this one
     FAULT_CALLS=LIST  "change" (what changes the world; so without it), "look" (what only reads), "all", or names
                       with commas between: rename,fsync; an open that may make a file is called "create"
     FAULT_AT=N        at the N-th of these calls, from 1; 0 or nothing: only count
     FAULT_TIMES=K     that one and those after it, K in all; 0: all from then on. Without it, one
     FAULT_MODE=MODE   kill: SIGKILL before the call; killafter: after it took effect;
                       errno: the call is not done and fails with FAULT_ERRNO; stop: SIGSTOP before the call;
                       doneerrno: it is done, and fails all the same; short: half of what was asked is done (a byte
                       at least); lie: a write or sync claims success and is not done; slow: FAULT_SLOW ms before it
     FAULT_TRACE=FILE  a line for each counted call: number:thread, name, path
     FAULT_RECORD=FILE what each call did, with its bytes: for power cuts that are computed (replay.py)
     FAULT_STAMPS=FILE a line for each file of a tree that was built again: its inode, and the inode and change time
                       (ns) that it had before, which is what the process is shown
     FAULT_CLOCK=FILE  holds milliseconds: CLOCK_REALTIME is that instant ("=…") or that far off ("+…", "-…");
                       read at each call, so that a test can let it jump

   A process whose first argument begins with "worker" is left alone unless FAULT_WORKER is set.
   Not seen: stdio inside glibc, io_uring, stores into shared mappings (SQLite's -shm, which it makes anew after a
   crash), programs without glibc. The harness counts against strace. */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/fs.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/sendfile.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>

enum kind { CHANGE, LOOK };
enum mode { COUNT, KILL, KILL_AFTER, FAIL, DONE_FAIL, SHORT, LIE, SLOW, STOP };
enum act { PASS, DO_FAIL, DO_SHORT, DO_LIE, AFTER_KILL, AFTER_FAIL };

static struct {
  int is_on;
  const char *under, *path, *not, *calls, *clock;
  size_t under_length;
  long at, times, slow;
  enum mode mode;
  int error, trace, record;
} faults;
static struct stamp { unsigned long is, was; long long changed; } *stamps;
static size_t stamp_count;
static atomic_long seen;
static pthread_once_t once = PTHREAD_ONCE_INIT;
static pthread_mutex_t recording = PTHREAD_MUTEX_INITIALIZER;
static long (*raw)(long, ...);

static long number(const char *name, long otherwise) {
  const char *text = getenv(name);
  return text && *text ? atol(text) : otherwise;
}

static int is_worker(void) {
  char line[4096];
  long file = raw(SYS_openat, AT_FDCWD, "/proc/self/cmdline", O_RDONLY | O_CLOEXEC, 0);
  if (file < 0) return 0;
  long count = raw(SYS_read, file, line, sizeof line - 1);
  raw(SYS_close, file);
  if (count <= 0) return 0;
  line[count] = 0;
  size_t first = strlen(line) + 1;
  return first < (size_t)count && !strncmp(line + first, "worker", 6);
}

static void begin(void) {
  raw = (long (*)(long, ...))dlsym(RTLD_NEXT, "syscall");
  faults.trace = faults.record = -1;
  /* A worker behind its wall may not even open the clock's file. */
  if (is_worker() && !getenv("FAULT_WORKER")) return;
  faults.clock = getenv("FAULT_CLOCK");
  faults.under = getenv("FAULT_UNDER");
  if (!faults.under) return;
  faults.under_length = strlen(faults.under);
  faults.path = getenv("FAULT_PATH");
  faults.not = getenv("FAULT_NOT");
  faults.calls = getenv("FAULT_CALLS");
  if (!faults.calls || !*faults.calls) faults.calls = "change";
  faults.at = number("FAULT_AT", 0);
  faults.times = number("FAULT_TIMES", 1);
  faults.slow = number("FAULT_SLOW", 100);
  faults.error = (int)number("FAULT_ERRNO", EIO);
  static const char *modes[] = {"count", "kill", "killafter", "errno", "doneerrno", "short", "lie", "slow", "stop"};
  const char *wanted = getenv("FAULT_MODE");
  for (int i = 0; wanted && i < 9; i++)
    if (!strcmp(wanted, modes[i])) faults.mode = (enum mode)i;
  /* High numbers, so that the program's own are the same as without us. */
  const char *name = getenv("FAULT_TRACE");
  if (name) {
    long file = raw(SYS_openat, AT_FDCWD, name, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    faults.trace = (int)raw(SYS_fcntl, file, F_DUPFD_CLOEXEC, 900);
    if (faults.trace >= 0) raw(SYS_close, file); else faults.trace = (int)file;
  }
  name = getenv("FAULT_RECORD");
  if (name) {
    long file = raw(SYS_openat, AT_FDCWD, name, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    faults.record = (int)raw(SYS_fcntl, file, F_DUPFD_CLOEXEC, 900);
    if (faults.record >= 0) raw(SYS_close, file); else faults.record = (int)file;
  }
  name = getenv("FAULT_STAMPS");
  FILE *file = name ? fopen(name, "re") : NULL;
  if (file) {
    struct stamp next;
    while (fscanf(file, "%lu %lu %lld", &next.is, &next.was, &next.changed) == 3) {
      stamps = realloc(stamps, (stamp_count + 1) * sizeof next);
      stamps[stamp_count++] = next;
    }
    fclose(file);
  }
  faults.is_on = 1;
}

static long stamped(long result, struct stat *into) {
  if (result != 0 || !S_ISREG(into->st_mode)) return result;
  for (size_t i = 0; i < stamp_count; i++)
    if (stamps[i].is == into->st_ino) {
      into->st_ino = stamps[i].was;
      into->st_ctim.tv_sec = stamps[i].changed / 1000000000;
      into->st_ctim.tv_nsec = stamps[i].changed % 1000000000;
      break;
    }
  return result;
}

static void ready(void) { pthread_once(&once, begin); }

__attribute__((constructor)) static void load(void) { ready(); }

/* The path of a descriptor, or of a name beside one; empty for what has none. */
static const char *place(int folder, const char *name, char path[8192]) {
  path[0] = 0;
  if (name && name[0] == '/') {
    snprintf(path, 8192, "%s", name);
    return path;
  }
  char link[64];
  long count;
  if (folder == AT_FDCWD)
    count = raw(SYS_readlinkat, AT_FDCWD, "/proc/self/cwd", path, 4095);
  else {
    snprintf(link, sizeof link, "/proc/self/fd/%d", folder);
    count = raw(SYS_readlinkat, AT_FDCWD, link, path, 4095);
  }
  if (count < 0) count = 0;
  path[count] = 0;
  if (name) snprintf(path + count, 8192 - (size_t)count, "/%s", name);
  return path;
}

static int is_wanted(const char *name, enum kind kind, const char *path) {
  if (strncmp(path, faults.under, faults.under_length)) return 0;
  char next = path[faults.under_length];
  if (next && next != '/' && next != ' ') return 0;
  if (faults.path && !strstr(path, faults.path)) return 0;
  if (faults.not && strstr(path, faults.not)) return 0;
  if (!strcmp(faults.calls, "all")) return 1;
  if (!strcmp(faults.calls, "change")) return kind == CHANGE;
  if (!strcmp(faults.calls, "look")) return kind == LOOK;
  size_t length = strlen(name);
  for (const char *at = faults.calls; (at = strstr(at, name)); at += length)
    if ((at == faults.calls || at[-1] == ',') && (!at[length] || at[length] == ',')) return 1;
  return 0;
}

static void die(void) {
  raw(SYS_kill, raw(SYS_getpid), SIGKILL);
  for (;;) raw(SYS_pause);
}

/* Counts a call, and says what is to become of it. */
static enum act arrive(const char *name, enum kind kind, const char *path) {
  if (!faults.is_on || !is_wanted(name, kind, path)) return PASS;
  int before = errno;
  long n = atomic_fetch_add(&seen, 1) + 1;
  if (faults.trace >= 0) {
    char line[8400];
    int count = snprintf(line, sizeof line, "%ld:%ld %s %s\n", n, raw(SYS_gettid), name, path);
    if (count > (int)sizeof line) count = sizeof line;
    raw(SYS_write, faults.trace, line, count);
  }
  errno = before;
  if (!faults.at || n < faults.at || (faults.times && n >= faults.at + faults.times)) return PASS;
  switch (faults.mode) {
  case COUNT: return PASS;
  case KILL: die(); return PASS;
  case KILL_AFTER: return AFTER_KILL;
  case FAIL: return DO_FAIL;
  case DONE_FAIL: return AFTER_FAIL;
  case SHORT: return DO_SHORT;
  case LIE: return DO_LIE;
  case STOP: raw(SYS_kill, raw(SYS_getpid), SIGSTOP); return PASS;
  case SLOW: {
    struct timespec rest = {faults.slow / 1000, faults.slow % 1000 * 1000000};
    raw(SYS_nanosleep, &rest, NULL);
    return PASS;
  }
  }
  return PASS;
}

static long failed(void) {
  errno = faults.error;
  return -1;
}

static long ended(enum act act, long result) {
  if (act == AFTER_KILL) die();
  if (act == AFTER_FAIL && result >= 0) return failed();
  return result;
}

/* One record: a line of text, then its bytes. */
static void record(const char *line, const void *bytes, size_t count) {
  if (faults.record < 0) return;
  struct iovec parts[3] = {{(void *)line, strlen(line)}, {(void *)bytes, count}, {"\n", 1}};
  raw(SYS_writev, faults.record, parts, 3);
}

static int is_below(const char *path) {
  return faults.is_on && faults.record >= 0 && !strncmp(path, faults.under, faults.under_length);
}

static void record_write(const char *path, const void *bytes, long count, long offset) {
  if (count <= 0 || !is_below(path)) return;
  char line[8400];
  snprintf(line, sizeof line, "write %ld %ld %s\n", offset, count, path);
  record(line, bytes, (size_t)count);
}

static void record_name(const char *what, const char *path, const char *other) {
  if (!is_below(path)) return;
  char line[17000];
  snprintf(line, sizeof line, "%s %s%s%s\n", what, path, other ? "\t" : "", other ? other : "");
  record(line, NULL, 0);
}

#define LOCKED(statement)                                  \
  if (faults.record >= 0) pthread_mutex_lock(&recording);  \
  statement;                                               \
  if (faults.record >= 0) pthread_mutex_unlock(&recording);

/* --- open -------------------------------------------------------------------------------------------------------- */

static int do_open(int folder, const char *name, int flags, mode_t mode) {
  ready();
  char path[8192];
  int makes = (flags & (O_CREAT | O_TRUNC)) || (flags & O_TMPFILE) == O_TMPFILE;
  enum act act = faults.is_on ? arrive(makes ? "create" : "open", makes ? CHANGE : LOOK, place(folder, name, path)) : PASS;
  if (act == DO_FAIL) return (int)failed();
  long result;
  struct stat before;
  int is_new = makes && faults.record >= 0 && raw(SYS_newfstatat, folder, name, &before, AT_SYMLINK_NOFOLLOW) != 0;
  LOCKED(result = raw(SYS_openat, folder, name, flags, mode);
         if (result >= 0 && makes && faults.record >= 0) {
           if (is_new) record_name("create", path, NULL);
           else if (flags & O_TRUNC) record_name("truncate 0", path, NULL);
         })
  return (int)ended(act, result);
}

static mode_t mode_of(int flags, va_list rest) {
  return (flags & O_CREAT) || (flags & O_TMPFILE) == O_TMPFILE ? va_arg(rest, mode_t) : 0;
}

#define OPEN(function, extra)                       \
  int function(const char *name, int flags, ...) {  \
    va_list rest;                                   \
    va_start(rest, flags);                          \
    mode_t mode = mode_of(flags, rest);             \
    va_end(rest);                                   \
    return do_open(AT_FDCWD, name, flags | extra, mode); \
  }
OPEN(open, 0)
OPEN(open64, O_LARGEFILE)

#define OPENAT(function, extra)                                  \
  int function(int folder, const char *name, int flags, ...) {   \
    va_list rest;                                                \
    va_start(rest, flags);                                       \
    mode_t mode = mode_of(flags, rest);                          \
    va_end(rest);                                                \
    return do_open(folder, name, flags | extra, mode);           \
  }
OPENAT(openat, 0)
OPENAT(openat64, O_LARGEFILE)

int creat(const char *name, mode_t mode) { return do_open(AT_FDCWD, name, O_WRONLY | O_CREAT | O_TRUNC, mode); }

/* --- bytes ------------------------------------------------------------------------------------------------------- */

static size_t half(size_t count) { return count > 1 ? count / 2 : count; }

static ssize_t do_write(const char *call, long code, int file, const void *bytes, size_t count, off_t offset) {
  ready();
  char path[8192];
  enum act act = faults.is_on ? arrive(call, CHANGE, place(file, NULL, path)) : PASS;
  if (act == DO_FAIL) return failed();
  if (act == DO_LIE) return (ssize_t)count;
  if (act == DO_SHORT) count = half(count);
  long result, at = offset;
  LOCKED(if (faults.record >= 0 && code == SYS_write) at = raw(SYS_lseek, file, 0, SEEK_CUR);
         result = code == SYS_write ? raw(code, file, bytes, count) : raw(code, file, bytes, count, offset);
         if (faults.record >= 0) record_write(path, bytes, result, at))
  return ended(act, result);
}

ssize_t write(int file, const void *bytes, size_t count) { return do_write("write", SYS_write, file, bytes, count, 0); }
ssize_t pwrite(int file, const void *bytes, size_t count, off_t offset) {
  return do_write("pwrite", SYS_pwrite64, file, bytes, count, offset);
}
ssize_t pwrite64(int file, const void *bytes, size_t count, off64_t offset) {
  return do_write("pwrite", SYS_pwrite64, file, bytes, count, offset);
}

ssize_t writev(int file, const struct iovec *parts, int count) {
  ready();
  char path[8192];
  enum act act = faults.is_on ? arrive("writev", CHANGE, place(file, NULL, path)) : PASS;
  if (act == DO_FAIL) return failed();
  if (act == DO_SHORT && count > 0) return ended(act, raw(SYS_write, file, parts[0].iov_base, half(parts[0].iov_len)));
  return ended(act, raw(SYS_writev, file, parts, count));
}

static ssize_t do_read(const char *call, long code, int file, void *bytes, size_t count, off_t offset) {
  ready();
  char path[8192];
  enum act act = faults.is_on ? arrive(call, LOOK, place(file, NULL, path)) : PASS;
  if (act == DO_FAIL) return failed();
  if (act == DO_SHORT && count > 0) count = 1;
  return ended(act, code == SYS_read ? raw(code, file, bytes, count) : raw(code, file, bytes, count, offset));
}
ssize_t read(int file, void *bytes, size_t count) { return do_read("read", SYS_read, file, bytes, count, 0); }
ssize_t pread(int file, void *bytes, size_t count, off_t offset) {
  return do_read("pread", SYS_pread64, file, bytes, count, offset);
}
ssize_t pread64(int file, void *bytes, size_t count, off64_t offset) {
  return do_read("pread", SYS_pread64, file, bytes, count, offset);
}

ssize_t sendfile(int to, int from, off_t *offset, size_t count) {
  ready();
  char path[8192];
  enum act act = faults.is_on ? arrive("sendfile", CHANGE, place(to, NULL, path)) : PASS;
  if (act == DO_FAIL) return failed();
  return ended(act, raw(SYS_sendfile, to, from, offset, act == DO_SHORT ? half(count) : count));
}

ssize_t copy_file_range(int from, off64_t *at, int to, off64_t *offset, size_t count, unsigned flags) {
  ready();
  char path[8192];
  enum act act = faults.is_on ? arrive("copy_file_range", CHANGE, place(to, NULL, path)) : PASS;
  if (act == DO_FAIL) return failed();
  return ended(act, raw(SYS_copy_file_range, from, at, to, offset, act == DO_SHORT ? half(count) : count, flags));
}

/* --- calls on one descriptor --------------------------------------------------------------------------------------- */

#define ON_FILE(declaration, call, kind, file, done, noted)                           \
  declaration {                                                                       \
    ready();                                                                          \
    char path[8192];                                                                  \
    enum act act = faults.is_on ? arrive(call, kind, place(file, NULL, path)) : PASS; \
    if (act == DO_FAIL) return (int)failed();                                         \
    if (act == DO_LIE) return 0;                                                      \
    long result;                                                                      \
    LOCKED(result = done; if (result >= 0 && faults.record >= 0) { noted; })          \
    return (int)ended(act, result);                                                   \
  }

static void record_length(const char *path, long length) {
  char what[64];
  snprintf(what, sizeof what, "truncate %ld", length);
  record_name(what, path, NULL);
}

/* What a worker wrote into a file of a release was seen by nobody here: its bytes are recorded when the daemon syncs
   them. A worker's own writes are so taken to happen all just before. */
static void record_synced(const char *path) {
  if (strstr(path, "/release/")) {
    static char bytes[1 << 16];
    long file = raw(SYS_openat, AT_FDCWD, path, O_RDONLY | O_CLOEXEC, 0), count, at = 0;
    while (file >= 0 && (count = raw(SYS_pread64, file, bytes, sizeof bytes, at)) > 0) {
      record_write(path, bytes, count, at);
      at += count;
    }
    if (file >= 0) raw(SYS_close, file);
  }
  record_name("fsync", path, NULL);
}

ON_FILE(int fsync(int file), "fsync", CHANGE, file, raw(SYS_fsync, file), record_synced(path))
ON_FILE(int fdatasync(int file), "fdatasync", CHANGE, file, raw(SYS_fdatasync, file), record_synced(path))
ON_FILE(int ftruncate(int file, off_t length), "ftruncate", CHANGE, file, raw(SYS_ftruncate, file, length), record_length(path, length))
ON_FILE(int ftruncate64(int file, off64_t length), "ftruncate", CHANGE, file, raw(SYS_ftruncate, file, length), record_length(path, length))
ON_FILE(int fallocate(int file, int mode, off_t from, off_t count), "fallocate", CHANGE, file, raw(SYS_fallocate, file, mode, from, count), )
ON_FILE(int fallocate64(int file, int mode, off64_t from, off64_t count), "fallocate", CHANGE, file, raw(SYS_fallocate, file, mode, from, count), )
ON_FILE(int fchmod(int file, mode_t mode), "fchmod", CHANGE, file, raw(SYS_fchmod, file, mode), )
ON_FILE(int fchown(int file, uid_t user, gid_t group), "fchown", CHANGE, file, raw(SYS_fchown, file, user, group), )
ON_FILE(int fstat(int file, struct stat *into), "fstat", LOOK, file, stamped(raw(SYS_newfstatat, file, "", into, AT_EMPTY_PATH), (struct stat *)into), )
ON_FILE(int fstat64(int file, struct stat64 *into), "fstat", LOOK, file, stamped(raw(SYS_newfstatat, file, "", into, AT_EMPTY_PATH), (struct stat *)into), )

int close(int file) {
  ready();
  char path[8192];
  enum act act = faults.is_on ? arrive("close", LOOK, place(file, NULL, path)) : PASS;
  long result = raw(SYS_close, file);
  return (int)(act == DO_FAIL ? failed() : ended(act, result));
}

int ioctl(int file, unsigned long request, ...) {
  va_list rest;
  va_start(rest, request);
  void *argument = va_arg(rest, void *);
  va_end(rest);
  ready();
  if (request != FICLONE) return (int)raw(SYS_ioctl, file, request, argument);
  char path[8192];
  enum act act = faults.is_on ? arrive("ficlone", CHANGE, place(file, NULL, path)) : PASS;
  if (act == DO_FAIL) return (int)failed();
  return (int)ended(act, raw(SYS_ioctl, file, request, argument));
}

static void *do_map(void *where, size_t length, int protection, int flags, int file, off_t offset) {
  ready();
  char path[8192];
  if (faults.is_on && file >= 0 && (flags & MAP_SHARED) && (protection & PROT_WRITE) &&
      arrive("mmap", LOOK, place(file, NULL, path)) == DO_FAIL)
    return (void *)failed();
  return (void *)raw(SYS_mmap, where, length, protection, flags, file, offset);
}
void *mmap(void *a, size_t n, int p, int f, int file, off_t at) { return do_map(a, n, p, f, file, at); }
void *mmap64(void *a, size_t n, int p, int f, int file, off64_t at) { return do_map(a, n, p, f, file, at); }

/* --- calls on names ------------------------------------------------------------------------------------------------ */

#define ON_NAME(declaration, call, kind, folder, name, done, noted)                          \
  declaration {                                                                              \
    ready();                                                                                 \
    char path[8192];                                                                         \
    enum act act = faults.is_on ? arrive(call, kind, place(folder, name, path)) : PASS;      \
    if (act == DO_FAIL) return (int)failed();                                                \
    long result;                                                                             \
    LOCKED(result = done; if (result >= 0 && faults.record >= 0) { noted; })                 \
    return (int)ended(act, result);                                                          \
  }

ON_NAME(int unlink(const char *name), "unlink", CHANGE, AT_FDCWD, name, raw(SYS_unlinkat, AT_FDCWD, name, 0), record_name("unlink", path, NULL))
ON_NAME(int unlinkat(int folder, const char *name, int flags), flags & AT_REMOVEDIR ? "rmdir" : "unlink", CHANGE, folder, name, raw(SYS_unlinkat, folder, name, flags), record_name(flags & AT_REMOVEDIR ? "rmdir" : "unlink", path, NULL))
ON_NAME(int rmdir(const char *name), "rmdir", CHANGE, AT_FDCWD, name, raw(SYS_unlinkat, AT_FDCWD, name, AT_REMOVEDIR), record_name("rmdir", path, NULL))
ON_NAME(int mkdir(const char *name, mode_t mode), "mkdir", CHANGE, AT_FDCWD, name, raw(SYS_mkdirat, AT_FDCWD, name, mode), record_name("mkdir", path, NULL))
ON_NAME(int mkdirat(int folder, const char *name, mode_t mode), "mkdir", CHANGE, folder, name, raw(SYS_mkdirat, folder, name, mode), record_name("mkdir", path, NULL))
ON_NAME(int chmod(const char *name, mode_t mode), "chmod", CHANGE, AT_FDCWD, name, raw(SYS_fchmodat, AT_FDCWD, name, mode), )
ON_NAME(int symlink(const char *to, const char *name), "symlink", CHANGE, AT_FDCWD, name, raw(SYS_symlinkat, to, AT_FDCWD, name), )
ON_NAME(int symlinkat(const char *to, int folder, const char *name), "symlink", CHANGE, folder, name, raw(SYS_symlinkat, to, folder, name), )
ON_NAME(int truncate(const char *name, off_t length), "truncate", CHANGE, AT_FDCWD, name, raw(SYS_truncate, name, length), record_length(path, length))
ON_NAME(int utimensat(int folder, const char *name, const struct timespec times[2], int flags), "utimensat", CHANGE, folder, name, raw(SYS_utimensat, folder, name, times, flags), )
ON_NAME(int stat(const char *restrict name, struct stat *restrict into), "fstatat", LOOK, AT_FDCWD, name, stamped(raw(SYS_newfstatat, AT_FDCWD, name, into, 0), (struct stat *)into), )
ON_NAME(int stat64(const char *restrict name, struct stat64 *restrict into), "fstatat", LOOK, AT_FDCWD, name, stamped(raw(SYS_newfstatat, AT_FDCWD, name, into, 0), (struct stat *)into), )
ON_NAME(int lstat(const char *restrict name, struct stat *restrict into), "fstatat", LOOK, AT_FDCWD, name, stamped(raw(SYS_newfstatat, AT_FDCWD, name, into, AT_SYMLINK_NOFOLLOW), (struct stat *)into), )
ON_NAME(int lstat64(const char *restrict name, struct stat64 *restrict into), "fstatat", LOOK, AT_FDCWD, name, stamped(raw(SYS_newfstatat, AT_FDCWD, name, into, AT_SYMLINK_NOFOLLOW), (struct stat *)into), )
ON_NAME(int fstatat(int folder, const char *restrict name, struct stat *restrict into, int flags), "fstatat", LOOK, folder, name, stamped(raw(SYS_newfstatat, folder, name, into, flags), (struct stat *)into), )
ON_NAME(int fstatat64(int folder, const char *restrict name, struct stat64 *restrict into, int flags), "fstatat", LOOK, folder, name, stamped(raw(SYS_newfstatat, folder, name, into, flags), (struct stat *)into), )

/* A rename counts once; its path is both names, with a tab between. */
static int do_rename(int from, const char *old, int to, const char *new, unsigned flags) {
  ready();
  char path[16500], other[8192];
  enum act act = PASS;
  if (faults.is_on) {
    place(from, old, path);
    strcat(strcat(path, "\t"), place(to, new, other));
    act = arrive("rename", CHANGE, path);
  }
  if (act == DO_FAIL) return (int)failed();
  long result;
  LOCKED(result = raw(SYS_renameat2, from, old, to, new, flags);
         if (result >= 0 && faults.record >= 0) record_name("rename", path, NULL))
  return (int)ended(act, result);
}
int rename(const char *old, const char *new) { return do_rename(AT_FDCWD, old, AT_FDCWD, new, 0); }
int renameat(int from, const char *old, int to, const char *new) { return do_rename(from, old, to, new, 0); }
int renameat2(int from, const char *old, int to, const char *new, unsigned flags) {
  return do_rename(from, old, to, new, flags);
}

static int do_link(int from, const char *old, int to, const char *new, int flags) {
  ready();
  char path[8192];
  enum act act = faults.is_on ? arrive("link", CHANGE, place(to, new, path)) : PASS;
  if (act == DO_FAIL) return (int)failed();
  return (int)ended(act, raw(SYS_linkat, from, old, to, new, flags));
}
int link(const char *old, const char *new) { return do_link(AT_FDCWD, old, AT_FDCWD, new, 0); }
int linkat(int from, const char *old, int to, const char *new, int flags) { return do_link(from, old, to, new, flags); }

int bind(int socket, const struct sockaddr *address, socklen_t length) {
  ready();
  char path[8192];
  const struct sockaddr_un *local = (const struct sockaddr_un *)address;
  enum act act = PASS;
  if (faults.is_on && address->sa_family == AF_UNIX && length > sizeof(sa_family_t) && local->sun_path[0])
    act = arrive("bind", CHANGE, place(AT_FDCWD, local->sun_path, path));
  if (act == DO_FAIL) return (int)failed();
  return (int)ended(act, raw(SYS_bind, socket, address, length));
}

/* readdir itself: an error of it is what a folder on a bad disk shows. */
#define READDIR(function, entry)                                                                        \
  struct entry *function(DIR *folder) {                                                                 \
    static struct entry *(*real)(DIR *);                                                                \
    ready();                                                                                            \
    if (!real) real = (struct entry * (*)(DIR *)) dlsym(RTLD_NEXT, #function);                          \
    char path[8192];                                                                                    \
    if (faults.is_on && arrive("readdir", LOOK, place(dirfd(folder), NULL, path)) == DO_FAIL) {         \
      failed();                                                                                         \
      return NULL;                                                                                      \
    }                                                                                                   \
    return real(folder);                                                                                \
  }
READDIR(readdir, dirent)
READDIR(readdir64, dirent64)

/* --- the clock ----------------------------------------------------------------------------------------------------- */

int clock_gettime(clockid_t clock, struct timespec *time) {
  ready();
  long result = raw(SYS_clock_gettime, clock, time);
  if (result != 0 || !faults.clock || (clock != CLOCK_REALTIME && clock != CLOCK_REALTIME_COARSE)) return (int)result;
  char text[64];
  int before = errno;
  long file = raw(SYS_openat, AT_FDCWD, faults.clock, O_RDONLY | O_CLOEXEC, 0);
  long count = file < 0 ? 0 : raw(SYS_read, file, text, sizeof text - 1);
  if (file >= 0) raw(SYS_close, file);
  errno = before;
  if (count <= 0) return 0;
  text[count] = 0;
  long long shift = atoll(text[0] == '=' ? text + 1 : text);
  long long now = text[0] == '=' ? shift * 1000000LL : time->tv_sec * 1000000000LL + time->tv_nsec + shift * 1000000LL;
  time->tv_sec = now / 1000000000LL;
  time->tv_nsec = now % 1000000000LL;
  return 0;
}
