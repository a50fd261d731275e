"""What needs root, asked of a process that has it: small file systems, real ones on images, and their power cuts."""
import ctypes
import hmac  # noqa: F401  (a process that changed its user may not find it any more)
import multiprocessing.connection
import os
import subprocess

from trial import Skipped

ALLOWED = ("mount", "umount", "mkfs.xfs", "mkfs.ext4", "truncate", "xfs_io", "sync", "chown", "mknod", "chattr")


def stay_private():
    """Mounts of ours are seen by us alone, and go with the process."""
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.unshare(0x00020000) == 0:  # CLONE_NEWNS
        libc.mount(b"none", b"/", None, 0x4000 | 0x40000, None)  # MS_REC | MS_PRIVATE
        return True
    return False


class Helper:
    """Listens in the scratch folder; only who knows the key is served, and only those few commands."""

    def __init__(self, scratch):
        self.address = os.path.join(scratch, "root.sock")
        self.key = os.urandom(32)
        self.is_there = os.geteuid() == 0 and stay_private()

    def start(self):
        if not self.is_there:
            return
        listener = multiprocessing.connection.Listener(self.address, "AF_UNIX", backlog=16, authkey=self.key)
        os.chmod(self.address, 0o666)
        self.child = os.fork()
        if self.child:
            # Kept, or its name would go with it.
            self.listener = listener
            return
        while True:
            try:
                with listener.accept() as connection:
                    words = connection.recv()
                    if words[0] not in ALLOWED:
                        connection.send((1, "not allowed"))
                        continue
                    done = subprocess.run(words, capture_output=True, text=True)
                    connection.send((done.returncode, done.stdout + done.stderr))
            except (EOFError, OSError, multiprocessing.AuthenticationError):
                continue

    def stop(self):
        if self.is_there:
            self.listener.close()
            os.kill(self.child, 15)
            os.waitpid(self.child, 0)

    def ask(self, *words, check=True):
        if not self.is_there:
            raise Skipped("needs root, and a mount namespace of its own")
        with multiprocessing.connection.Client(self.address, "AF_UNIX", authkey=self.key) as connection:
            connection.send([str(word) for word in words])
            status, said = connection.recv()
        if check and status != 0:
            raise Skipped(f"{words[0]} is not possible here: {said.strip()[:120]}")
        return status, said


class Volume:
    """A file system of its own at a folder of a try; the house's folder moves onto it."""

    def __init__(self, trial, kind, folder, options="", megabytes=320):
        self.helper, self.kind, self.folder = trial.bench.helper, kind, folder
        self.options, self.image = options, os.path.join(trial.scratch, f"{kind}.img")
        os.makedirs(folder, exist_ok=True)
        if kind == "tmpfs":
            self.mount()
        else:
            self.helper.ask("truncate", "-s", f"{megabytes}M", self.image)
            if kind == "xfs":
                self.helper.ask("mkfs.xfs", "-q", "-f", self.image)
            else:
                self.helper.ask("mkfs.ext4", "-q", "-F", self.image)
            self.mount()

    def mount(self):
        if self.kind == "tmpfs":
            self.helper.ask("mount", "-t", "tmpfs", "-o", f"{self.options},mode=0755,uid={os.getuid()},gid={os.getgid()}",
                            "tmpfs", self.folder)
        else:
            self.helper.ask("mount", "-o", "loop", self.image, self.folder)
            self.helper.ask("chown", f"{os.getuid()}:{os.getgid()}", self.folder)

    def change(self, options):
        self.helper.ask("mount", "-o", f"remount,{options}", self.folder)

    def cut_power(self):
        """What was not synced is gone (tried: FAULTS.md 1.1)."""
        self.helper.ask("xfs_io", "-x", "-c", "shutdown", self.folder)

    def leave(self):
        self.helper.ask("umount", "-l", self.folder, check=False)


class Bound:
    """A share that is mounted at a folder, and goes away and comes back with all that is in it."""

    def __init__(self, trial, share, folder):
        self.helper, self.share, self.folder = trial.bench.helper, share, folder
        self.mount()

    def mount(self):
        self.helper.ask("mount", "--bind", self.share, self.folder)

    def leave(self):
        self.helper.ask("umount", "-l", self.folder, check=False)
