#ifndef CHARTGATE_CSYSTEMCALLS_H
#define CHARTGATE_CSYSTEMCALLS_H
// What glibc has and Swift's Glibc module does not show, because it hides behind _GNU_SOURCE.
#include <sys/eventfd.h>
#include <sys/types.h>
#include <sys/socket.h>
#include <grp.h>

extern int renameat2(int olddirfd, const char *oldpath, int newdirfd, const char *newpath,
                     unsigned int flags);
extern int accept4(int fd, struct sockaddr *address, socklen_t *length, int flags);
#define CHARTGATE_RENAME_NOREPLACE 1u

// Locks of an open file description (fcntl(2)).
#define CHARTGATE_F_OFD_GETLK 36
#define CHARTGATE_F_OFD_SETLK 37

// SO_PEERCRED's answer (unix(7)).
struct chartgate_peer {
  pid_t pid;
  uid_t uid;
  gid_t gid;
};

// What the allocator keeps (mallopt(3)); malloc.h is in no module of Swift's.
extern int mallopt(int parameter, int value);
#define CHARTGATE_M_TRIM_THRESHOLD (-1)
#define CHARTGATE_M_MMAP_THRESHOLD (-3)
#endif
