"""Trial houses that are copied, not made: one `chartgate init`, then a copy of its folder for each try."""
import hashlib
import json
import os
import pickle
import shutil
import signal
import sqlite3
import subprocess
import tempfile
import time

from packets import ROOT, drop, entry_name, made
from house import House

# Every try has this time, so that every bundle has the same bytes: 2 March 2026, 12:30 UTC.
INSTANT = 1_772_454_600_000
DAEMON_ENDS = {0, 1, 2, 75, 78}
SOURCES = ("main", "north", "south", "west")


class Broken(Exception):
    """What must hold does not: a list of sentences."""

    def __init__(self, violations):
        super().__init__("; ".join(violations))
        self.violations = violations


class Skipped(Exception):
    """It cannot be tried here; says why."""


class Bench:
    """What all tries share: the binary, the shim, the policies, houses to copy. Everything lies in one scratch folder."""

    def __init__(self, binary, share, scratch):
        self.scratch = scratch
        self.binary = os.path.join(scratch, "chartgate")
        self.shim = os.path.join(scratch, "libfault.so")
        self.share = os.path.join(scratch, "share")
        self.templates = os.path.join(scratch, "templates")
        self.tries = os.path.join(scratch, "tries")
        self.known_bundles = os.path.join(scratch, "bundles")
        shutil.copy(binary, self.binary)
        os.chmod(self.binary, 0o755)
        shutil.copytree(share, os.path.join(self.share, "Pipelines"))
        compiler = ["gcc", "-O1", "-Wall", "-shared", "-fPIC", "-o", self.shim,
                    os.path.join(ROOT, "Tests", "Faults", "fault.c"), "-ldl"]
        done = subprocess.run(compiler, capture_output=True, text=True)
        if done.returncode != 0:
            raise SystemExit(f"faults: the shim could not be built:\n{done.stderr}")
        for folder in (self.templates, self.tries, self.known_bundles):
            os.mkdir(folder)
            if os.geteuid() == 0:
                shutil.chown(folder, "nobody")
        self.environment = {
            "PATH": os.environ.get("PATH", "/usr/bin:/bin"), "CHARTGATE_SHARE": self.share,
            "SWIFT_BACKTRACE": "enable=no", "LANG": "C.UTF-8"}

    def template(self, name):
        return os.path.join(self.templates, name)

    def reference(self, name):
        """What an unkilled run of a template left, and the calls that it made."""
        with open(self.template(name) + ".json") as file:
            return json.load(file)


class Trial(House):
    """A House whose folder is a copy, and whose daemon may run under the shim."""

    def __init__(self, bench, template="plain", folder=None):
        self.bench = bench
        self.scratch = folder or tempfile.mkdtemp(prefix="t", dir=bench.tries)
        self.binary = bench.binary
        self.environment = dict(bench.environment)
        self.folder = os.path.join(self.scratch, "house")
        self.log = os.path.join(self.scratch, "log")
        self.trace = os.path.join(self.scratch, "trace")
        self.clock = os.path.join(self.scratch, "clock")
        self.daemon = None
        self.drops = []
        self.kills = 0
        self.unfinished = 0
        self.slowest = 0.0
        with open(self.clock, "w") as file:
            file.write(f"={INSTANT}")
        if template:
            subprocess.run(["cp", "-a", bench.template(template), self.folder], check=True)
            saved = bench.template(template) + ".saved"
            if os.path.exists(saved):
                with open(saved, "rb") as file:
                    self.drops, clock = pickle.load(file)
                with open(self.clock, "w") as file:
                    file.write(clock)

    # --- making ------------------------------------------------------------------------------------------------------

    def configure(self, settle="100ms", poll="50ms", poison=100, sources=SOURCES, more=""):
        path = os.path.join(self.folder, "chartgate.yaml")
        with open(path) as file:
            text = file.read()
        source = text[text.index("  - id: main"):text.index("# Between two looks")]
        others = "".join(source.replace("id: main", f"id: {name}").replace("inbox/main", f"inbox/{name}")
                         for name in sources[1:])
        text = text.replace(source, source.rstrip() + "\n" + others)
        text = text.replace("settle: 10s", f"settle: {settle}").replace("poll: 1s", f"poll: {poll}")
        text = text.replace("# poisonAfter: 3", f"poisonAfter: {poison}") + more
        # The volumes of the tries are small ones, and fill to the last byte.
        text = text.replace("# freeFloor: 256MiB", "freeFloor: 0KiB")
        with open(path, "w") as file:
            file.write(text)
        for name in sources:
            os.makedirs(os.path.join(self.folder, "inbox", name), mode=0o750, exist_ok=True)

    def inbox(self, source="main"):
        return os.path.join(self.folder, "inbox", source)

    def drop_made(self, sample, number, source="main", **how):
        return self.drop_packet(made(sample, number), source, **how)

    def drop_packet(self, packet, source="main", outcome=None, also=None, **how):
        """also: called with the folder under its hidden name, to put more into it than files."""
        drop(packet, self.inbox(source), own=self.own, also=also, **how)
        self.drops.append(Drop(source, packet, outcome))
        return packet

    def save(self, template):
        """Keeps what was dropped beside the template that was copied from here."""
        with open(self.clock) as file:
            clock = file.read()
        with open(self.bench.template(template) + ".saved", "wb") as file:
            pickle.dump((self.drops, clock), file)

    def set_clock(self, text):
        """Of the daemon: "=MS" freezes it there, "+MS" and "-MS" shift it. Replaced whole, as it is read all the time."""
        with open(self.clock + ".new", "w") as file:
            file.write(text)
        os.rename(self.clock + ".new", self.clock)

    # --- running ------------------------------------------------------------------------------------------------------

    def faults(self, **faults):
        """The environment of a run under the shim; a frozen clock is part of each."""
        environment = dict(self.environment, LD_PRELOAD=self.bench.shim, FAULT_CLOCK=self.clock)
        if faults:
            environment["FAULT_UNDER"] = faults.pop("under", self.folder)
        for name, value in faults.items():
            environment["FAULT_" + name.upper().rstrip("_")] = str(value)
        return environment

    def work(self, *command, timeout=60, before=None, **faults):
        """`chartgate run`, under faults if there are any; gives its exit status, negative for a signal."""
        command = list(command) or ["run", self.folder]
        began = time.monotonic()
        with open(self.log, "ab") as log:
            process = subprocess.Popen(
                [self.binary, *command], stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                env=self.faults(**faults), cwd=self.scratch, preexec_fn=before)
            try:
                status = process.wait(timeout)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
                raise Broken([f"chartgate {command[0]} did not end within {timeout} s"])
        self.took = time.monotonic() - began
        if status == -signal.SIGKILL:
            self.kills += 1
        elif status in (1, 75):
            self.unfinished += 1
        elif status not in DAEMON_ENDS:
            raise Broken([f"chartgate {command[0]} ended with {status}, which nobody asked for: {self.crash()}"])
        return status

    def recover(self, tries=6, **faults):
        """Runs it until it says that nothing is left to do; gives the last exit status."""
        for _ in range(tries):
            status = self.work(**faults)
            self.slowest = max(self.slowest, self.took)
            if status in (0, 2):
                return status
            time.sleep(0.05)
        raise Broken([f"after {tries} runs without faults it still ends with {status}: {self.tail()[-300:]}"])

    def start(self, before=None, **faults):
        """`chartgate serve`, in the background; its clock is the real one unless FAULT_CLOCK shifts it."""
        with open(self.log, "ab") as log:
            self.daemon = subprocess.Popen(
                [self.binary, "serve", self.folder], stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                env=self.faults(**faults), cwd=self.scratch, preexec_fn=before)
        return self.daemon

    def kill(self):
        if self.daemon.poll() is None:
            self.daemon.send_signal(signal.SIGKILL)
        self.daemon.wait()
        self.kills += 1

    def stop(self, timeout=30):
        self.daemon.send_signal(signal.SIGTERM)
        try:
            return self.daemon.wait(timeout)
        except subprocess.TimeoutExpired:
            self.daemon.kill()
            self.daemon.wait()
            raise Broken([f"serve did not end within {timeout} s of SIGTERM"])

    def ledger_says(self, query, *values):
        """Rows, or None while there is no ledger that can be read."""
        try:
            return self.ledger(query, *values)
        except sqlite3.OperationalError:
            return None

    def until(self, condition, seconds=30, what="it"):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if condition():
                return
            if self.daemon is not None and self.daemon.poll() is not None:
                raise Broken([f"serve ended with {self.daemon.returncode} while {what} was awaited: {self.tail()[-600:]}"])
            time.sleep(0.01)
        raise Broken([f"{what} did not come within {seconds} s: {self.tail()[-800:]}"])

    def is_at_rest(self):
        """All that was dropped and is to be taken rests, and nothing is under way."""
        rows = self.ledger_says("SELECT state FROM packets")
        if rows is None or len(rows) < sum(drop.outcome != "waiting" for drop in self.drops):
            return False
        under_way = self.ledger_says("SELECT count(*) FROM releases WHERE state IN ('staged', 'intended')")
        if any(state in ("claimed", "working") for state, in rows) or under_way != [(0,)]:
            return False
        work = os.listdir(os.path.join(self.folder, "state", "work"))
        left = [name for source in SOURCES for name in self.names_in(source) if name.startswith(b".claimed-")]
        return not work and not left

    def names_in(self, source="main"):
        try:
            return os.listdir(os.fsencode(self.inbox(source)))
        except FileNotFoundError:
            return []

    def say(self):
        with open(self.log, "rb") as file:
            return file.read()

    def crash(self):
        """The line that says why, and the top of the stack."""
        said = self.say().decode(errors="replace")
        at = max(said.rfind("Fatal error"), 0)
        return said[max(0, at - 200):at + 1500] if at else said[-600:]

    def tail(self):
        if not os.path.exists(self.log):
            return ""
        return self.say()[-3000:].decode(errors="replace")

    def remove(self):
        if self.daemon and self.daemon.poll() is None:
            self.daemon.kill()
            self.daemon.wait()
        for place, folders, _ in os.walk(self.scratch):
            for name in folders:
                path = os.path.join(place, name)
                if not os.path.islink(path):
                    os.chmod(path, 0o700)
        shutil.rmtree(self.scratch, ignore_errors=True)


class Drop:
    """One packet in one inbox, and what must become of it."""

    def __init__(self, source, packet, outcome=None):
        self.source = source
        self.packet = packet
        self.outcome = outcome or packet.outcome
        self.name = entry_name(packet)


def digest(path):
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


def snapshot(trial):
    """Everything that must be the same after any kill: each file that rests, and what the ledger says of packets."""
    files = {}
    for top in ("state/work", "state/hold", "state/rejected", "state/archive", "state/audit", "outbox", "inbox"):
        for place, folders, names in os.walk(os.fsencode(os.path.join(trial.folder, top))):
            for name in names:
                path = os.path.join(place, name)
                relative = os.path.relpath(path, os.fsencode(trial.folder)).decode(errors="surrogateescape")
                files[relative] = digest(path) if os.path.isfile(path) and not os.path.islink(path) else "special"
            for name in folders:
                path = os.path.join(place, name)
                files[os.path.relpath(path, os.fsencode(trial.folder)).decode(errors="surrogateescape") + "/"] = ""
    rows = {
        "packets": trial.ledger(
            "SELECT number, source, form, fingerprint, state, due, offences, facts_today, facts_instant, repeats,"
            " replaces, conflicts_with, pipeline, verdict, lift FROM packets ORDER BY number"),
        "files": trial.ledger("SELECT packet, hex(path), bytes, digest FROM files ORDER BY packet, path"),
        "findings": trial.ledger("SELECT packet, position, rule, verdict, record, place FROM findings ORDER BY 1, 2"),
        "releases": trial.ledger("SELECT disclosure, packet, release, state, channel, recipient, records FROM releases"),
        "release_files": trial.ledger("SELECT disclosure, position, name, bytes, digest FROM release_files ORDER BY 1, 2"),
        "disclosures": trial.ledger("SELECT disclosure, packet, recipient, basis, purpose FROM disclosures"),
        "events": [line for line, in trial.ledger("SELECT line FROM events ORDER BY sequence")
                   if '"event":"attempt.' not in line],
    }
    return {"files": files, "ledger": json.loads(json.dumps(rows))}


def differences(wanted, got):
    """What differs between two snapshots, in sentences."""
    found = []
    for path in sorted(set(wanted["files"]) | set(got["files"])):
        a, b = wanted["files"].get(path), got["files"].get(path)
        if a != b:
            found.append(f"{path} is {'missing' if b is None else 'left over' if a is None else 'of other bytes'}")
    for table in wanted["ledger"]:
        if wanted["ledger"][table] != got["ledger"][table]:
            found.append(f"the ledger's {table} are {got['ledger'][table]}, not {wanted['ledger'][table]}"[:900])
    return found
