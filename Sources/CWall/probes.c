#define _GNU_SOURCE
// What a worker must not be able to do, tried harmlessly: each call asks for something that does nothing, or
// for what the process would have anyway. They prove at start that the wall stands (FAULTS.md S08).
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <sys/mount.h>
#include <sys/ptrace.h>
#include <sys/stat.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>
#include "CWall.h"

// 0: refused. 1: not refused. Many probes do not come back at all: the wall ends the process (SIGSYS).
//
// memory: a path of the parent's memory.
int chartgate_probe(int number, const char *memory, pid_t parent) {
  long result;
  errno = 0;
  switch (number) {
    case 0: result = open("/etc/passwd", O_RDONLY | O_CLOEXEC); break;
    case 1: result = open("/", O_RDONLY | O_DIRECTORY | O_CLOEXEC); break;
    case 2: result = open("/tmp/.chartgate-probe", O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
            if (result >= 0) unlink("/tmp/.chartgate-probe");
            break;
    case 3: result = open(memory, O_RDONLY | O_CLOEXEC); break;
    case 4: result = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0); break;
    case 5: result = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0); break;
    case 6: {
      char *const none[] = {NULL};
      execve("/proc/self/exe.none", none, none);
      result = errno == EPERM || errno == EACCES ? -1 : 0;
      break;
    }
    case 7: result = ptrace(PTRACE_TRACEME, 0, NULL, NULL); break;
    case 8: result = kill(parent, 0); break;
    case 9: {
      result = fork();
      if (result == 0) _exit(0);
      break;
    }
    case 10: result = syscall(SYS_io_uring_setup, 0, NULL);
             if (errno != EPERM) result = 0;
             break;
    case 11: mount("none", "/", "none", MS_REMOUNT | MS_BIND | MS_RDONLY, NULL);
             result = errno == EPERM ? -1 : 0;
             break;
    case 12: syscall(SYS_bpf, 0, NULL, 0);
             result = errno == EPERM ? -1 : 0;
             break;
    case 13: result = mkdir("/tmp/.chartgate-probe-folder", 0700);
             if (result == 0) rmdir("/tmp/.chartgate-probe-folder");
             break;
    case 14: {
      struct stat status;
      result = stat("/etc/passwd", &status);
      break;
    }
    case 15: {
      void *code = mmap(NULL, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
      result = code == MAP_FAILED ? -1 : 0;
      break;
    }
    case 16: result = prctl(PR_SET_DUMPABLE, 1, 0, 0, 0); break;
    default: return 1;
  }
  return result < 0 ? 0 : 1;
}

const char *chartgate_probe_name(int number) {
  static const char *const names[CHARTGATE_PROBES] = {
      "open a file",        "open a folder",  "make a file",        "read the memory of its parent",
      "reach the network",  "make a socket",  "run a program",      "trace a process",
      "signal a process",   "make a process", "use io_uring",       "mount a volume",
      "load a BPF program", "make a folder",  "look at a path",     "make memory that can be run",
      "become readable for others"};
  return number >= 0 && number < CHARTGATE_PROBES ? names[number] : "";
}
