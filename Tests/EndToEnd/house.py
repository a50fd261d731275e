"""A trial house in a scratch folder, driven as its users do: the built command, real folders, real signals."""
import hashlib
import json
import os
import pwd
import shutil
import signal
import sqlite3
import struct
import subprocess
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SAMPLES = os.path.join(ROOT, "SampleInbox")
RESTING = {"held", "rejected", "released", "closed"}


def user():
    """The commands refuse to work as root; there, they run as nobody."""
    return {"user": "nobody", "group": pwd.getpwnam("nobody").pw_gid, "extra_groups": []} if os.geteuid() == 0 else {}


def fingerprint(folder):
    """DESIGN.md §1: SHA-256 over the sorted (path, size, SHA-256) of a packet's files."""
    files = []
    for place, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(place, name)
            relative = os.path.relpath(path, folder).encode()
            if relative == b".ready":
                continue
            with open(path, "rb") as file:
                data = file.read()
            files.append((relative, len(data), hashlib.sha256(data).digest()))
    whole = hashlib.sha256()
    for path, size, digest in sorted(files):
        whole.update(struct.pack(">Q", len(path)) + path + struct.pack(">Q", size) + digest)
    return whole.hexdigest()


class House:
    def __init__(self, binary, share, settle="1s"):
        self.scratch = tempfile.mkdtemp(prefix="chartgate-e2e-")
        os.chmod(self.scratch, 0o755)
        self.binary = os.path.join(self.scratch, "chartgate")
        shutil.copy(binary, self.binary)
        os.chmod(self.binary, 0o755)
        shutil.copytree(share, os.path.join(self.scratch, "share", "Pipelines"))
        self.environment = dict(os.environ, CHARTGATE_SHARE=os.path.join(self.scratch, "share"))
        self.folder = os.path.join(self.scratch, "house")
        self.log = os.path.join(self.scratch, "log")
        if os.geteuid() == 0:
            shutil.chown(self.scratch, "nobody")
        self.run("init", self.folder, "--trial", "--day", "2026-03-02", check=True)
        self.settle(settle)
        self.daemon = None

    def settle(self, value):
        path = os.path.join(self.folder, "chartgate.yaml")
        with open(path) as file:
            text = file.read()
        # A test kills the daemon more often than a packet may be in hand when it dies.
        changed = text.replace("settle: 10s", f"settle: {value}").replace("poll: 1s", "poll: 200ms").replace(
            "# poisonAfter: 3", "poisonAfter: 100")
        with open(path, "w") as file:
            file.write(changed)

    def run(self, *arguments, check=False, input=None):
        done = subprocess.run(
            [self.binary, *arguments], capture_output=True, text=True, input=input, env=self.environment,
            cwd=self.scratch, **user())
        if check and done.returncode != 0:
            raise AssertionError(f"chartgate {' '.join(arguments)}: exit {done.returncode}\n{done.stdout}{done.stderr}")
        return done

    def start(self):
        with open(self.log, "ab") as log:
            self.daemon = subprocess.Popen(
                [self.binary, "serve", self.folder], stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                env=self.environment, cwd=self.scratch, **user())

    def kill(self):
        self.daemon.send_signal(signal.SIGKILL)
        self.daemon.wait()

    def stop(self):
        self.daemon.send_signal(signal.SIGTERM)
        return self.daemon.wait(timeout=30)

    def inbox(self):
        base = os.path.join(self.folder, "inbox")
        return os.path.join(base, sorted(os.listdir(base))[0])

    def own(self, path):
        """What a test drops belongs to the house's user."""
        if os.geteuid() != 0:
            return
        shutil.chown(path, "nobody")
        for place, folders, files in os.walk(path):
            for name in folders + files:
                shutil.chown(os.path.join(place, name), "nobody")

    def drop(self, packet, name=None):
        """By rename, as a careful producer does."""
        name = name or os.path.basename(packet)
        hidden = os.path.join(self.inbox(), f".{name}.tmp")
        shutil.copytree(packet, hidden)
        self.own(hidden)
        os.rename(hidden, os.path.join(self.inbox(), name))

    def drop_slowly(self, packet, pause=0.02, pieces=5):
        """File by file and piece by piece, as a copy over a network does."""
        target = os.path.join(self.inbox(), os.path.basename(packet))
        os.mkdir(target)
        self.own(target)
        paths = []
        for place, folders, files in os.walk(packet):
            for name in folders:
                folder = os.path.join(target, os.path.relpath(os.path.join(place, name), packet))
                os.mkdir(folder)
                self.own(folder)
            paths += [os.path.relpath(os.path.join(place, name), packet) for name in files]
        # The marker says that all is there: it comes last. From the last byte on the packet is the daemon's, so
        # nothing is done to it here any more.
        for path in sorted(paths, key=lambda path: (path == ".ready", path)):
            with open(os.path.join(packet, path), "rb") as file:
                data = file.read()
            with open(os.path.join(target, path), "wb") as out:
                step = max(1, len(data) // pieces)
                for at in range(0, len(data), step):
                    out.write(data[at:at + step])
                    out.flush()
                    time.sleep(pause)

    def drop_flat(self, folder):
        """Loose files beside each other, the request last."""
        for name in sorted(os.listdir(folder), key=lambda name: ".request." in name):
            target = os.path.join(self.inbox(), name)
            shutil.copy(os.path.join(folder, name), target + ".tmp")
            self.own(target + ".tmp")
            os.rename(target + ".tmp", target)

    def ledger(self, query, *values):
        database = sqlite3.connect(f"file:{os.path.join(self.folder, 'state', 'ledger.sqlite')}?mode=ro", uri=True)
        try:
            return database.execute(query, values).fetchall()
        finally:
            database.close()

    def packets(self):
        """fingerprint → (number, state) of every packet that is no repeat."""
        try:
            rows = self.ledger("SELECT fingerprint, number, state FROM packets WHERE repeats IS NULL")
        except sqlite3.OperationalError:
            return {}
        return {row[0]: (row[1], row[2]) for row in rows}

    def wait(self, count, seconds=60, restart=False):
        """Until so many packets rest, and every release is delivered."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            resting = [state for _, state in self.packets().values() if state in RESTING]
            if len(resting) >= count:
                under_way = self.ledger("SELECT count(*) FROM releases WHERE state IN ('staged', 'intended')")[0][0]
                if under_way == 0:
                    return
            if restart and self.daemon.poll() is not None:
                self.start()
            time.sleep(0.05)
        raise AssertionError(f"only {self.packets()} after {seconds} s; the log ends:\n{self.tail()}")

    def tail(self):
        with open(self.log) as file:
            return "".join(file.readlines()[-20:])

    def remove(self):
        if self.daemon and self.daemon.poll() is None:
            self.kill()
        shutil.rmtree(self.scratch)
