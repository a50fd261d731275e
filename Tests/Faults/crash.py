"""Crash: the daemon is killed before and after each call that changes the world, during recovery, and at random."""
import os
import shutil
import signal
import subprocess
import time

from cases import case
from model import Model
from templates import command
from trial import Broken, Skipped, Trial, differences, digest, snapshot

ONE_PACKET = ("release", "folder", "part", "hold", "reject", "repeat", "correction", "links", "retry", "close")


def settle(trial, template, tally):
    """Recovers, judges, and compares with the unkilled run: every byte that rests, every row that counts."""
    if template == "retry":
        # Whether the command was still heard is the operator's to see; then it is given again.
        if trial.ledger("SELECT state FROM packets") == [("held",)]:
            trial.work(*command(trial, template))
    trial.recover()
    finish(trial, tally, Model(trial))
    wanted = trial.bench.reference(template)["snapshot"]
    got = snapshot(trial)
    if template == "retry":
        # A command that was heard before the kill and given again is told of twice.
        for side in (wanted, got):
            side["ledger"]["events"] = []
    tally.violations += differences(wanted, got)


def finish(trial, tally, model):
    tally.violations += model.judge()
    tally.counts += model.counts
    tally.kills += trial.kills
    tally.recovery = max(tally.recovery, trial.slowest)


class AtEachPoint:
    mode = "kill"

    def tries(self, bench, draw, full):
        for template in ONE_PACKET:
            points = bench.reference(template)["points"]
            for at, (call, path) in enumerate(points, 1):
                if self.is_tried(points, at, draw):
                    yield f"{template}:{at}"

    def is_tried(self, points, at, draw):
        return True

    def one(self, bench, key, draw, tally):
        template, at = key.split(":")
        trial = Trial(bench, template)
        try:
            status = trial.work(*command(trial, template), at=at, mode=self.mode)
            if not trial.kills:
                raise Broken([f"point {at} was not reached: the run ended with {status}"])
            tally.points.add((template, int(at), self.mode))
            settle(trial, template, tally)
        finally:
            trial.remove()


@case("C01", "killed before each call, for each outcome", rows=("C01", "C09"), ci=44)
class KilledBefore(AtEachPoint):
    pass


@case("C02", "killed after each call took effect", ci=12)
class KilledAfter(AtEachPoint):
    mode = "killafter"

    def is_tried(self, points, at, draw):
        # In a process that does one thing at a time, after a call is before the next, where C01 was: a third is enough.
        # Each last write of a commit is tried.
        here, next = points[at - 1], points[at] if at < len(points) else None
        return (here != next) if here[0] == "pwrite" else draw.random() < 0.35


@case("C03", "killed again at a call of the recovery, and of its recovery", ci=8)
class KilledInRecovery:
    def tries(self, bench, draw, full):
        for template in ONE_PACKET:
            for at in range(1, len(bench.reference(template)["points"]) + 1, 5 if full else 9):
                yield f"{template}:{at}"

    def one(self, bench, key, draw, tally):
        template, at = key.split(":")
        trial = Trial(bench, template)
        try:
            trial.work(*command(trial, template), at=at, mode="kill")
            if template == "retry" and trial.ledger("SELECT state FROM packets") == [("held",)]:
                trial.work(*command(trial, template))
            # Up to three times more, each at a point of its own; a recovery that is short ends by itself.
            for depth in range(3):
                point = draw.randint(1, 110 if depth == 0 else 60)
                trial.work(at=point, mode=draw.choice(["kill", "killafter"]))
                tally.points.add((template, int(at), depth, point))
            settle(trial, template, tally)
        finally:
            trial.remove()


@case("C03-third", "after a recovery, a start changes nothing more", rows=("C03",), ci=2)
class ThirdStart:
    def tries(self, bench, draw, full):
        for template in ONE_PACKET:
            points = len(bench.reference(template)["points"])
            for at in range(3, points, 19):
                yield f"{template}:{at}"

    def one(self, bench, key, draw, tally):
        template, at = key.split(":")
        trial = Trial(bench, template)
        try:
            trial.work(*command(trial, template), at=at, mode="kill")
            settle(trial, template, tally)
            before = snapshot(trial)
            trial.work(trace=trial.trace, not_="ledger.sqlite")
            with open(trial.trace) as file:
                calls = [line.split(" ", 1)[1].split()[0] for line in file]
            tally.violations += differences(before, snapshot(trial))
            if set(calls) - {"create", "ftruncate", "write", "fsync", "fdatasync"} or len(calls) > 8:
                tally.violations.append(f"a start with nothing to do still did {calls}")
        finally:
            trial.remove()


@case("C04", "killed at random under load from four sources, serve", rows=("C04", "L07", "O06"), ci=2)
class UnderLoad:
    packets = ("13-flat-treatment", "06-held-other-patient", "01-treatment-whole", "10-rejected-malformed-request")

    def tries(self, bench, draw, full):
        for run in range(6 if full else 2):
            yield f"{run}:{200 if full and run == 0 else 40 if full else 16}:{40 if full else 14}"

    def one(self, bench, key, draw, tally):
        _, count, kills = map(int, key.split(":"))
        trial = Trial(bench, "small")
        try:
            trial.start()
            dropped = 0
            per_kill = max(1, count // kills)
            sources = ["main", "north", "south", "west"]
            while dropped < count or trial.kills < kills:
                for _ in range(draw.randint(0, 2 * per_kill)):
                    if dropped == count:
                        break
                    sample = draw.choice(self.packets)
                    trial.drop_made(sample, dropped, draw.choice(sources), marker=draw.random() < 0.8)
                    dropped += 1
                time.sleep(draw.uniform(0.0, 0.3))
                trial.kill()
                trial.start()
            trial.until(trial.is_at_rest, 180, "rest")
            # All may be at rest before the last start has come as far as its handlers: then it ends as any program.
            status = trial.stop()
            if status not in (0, -signal.SIGTERM):
                tally.violations.append(f"SIGTERM ended it with {status}")
            finish(trial, tally, Model(trial))
        finally:
            trial.remove()


@case("C04-points", "killed at a call, several packets of four sources in one run", rows=("C04", "L07"), ci=6)
class SeveralAtOnce:
    def tries(self, bench, draw, full):
        for at in range(1, len(bench.reference("several")["points"]) + 1, 2 if full else 13):
            yield str(at)

    def one(self, bench, key, draw, tally):
        trial = Trial(bench, "several")
        try:
            trial.work(at=key, mode="kill")
            tally.points.add(("several", int(key)))
            trial.recover()
            finish(trial, tally, Model(trial))
        finally:
            trial.remove()


@case("C07", "SIGTERM, SIGINT and SIGHUP at each stage, serve", ci=3)
class Signals:
    def tries(self, bench, draw, full):
        points = bench.reference("folder")["points"]
        stages = {}
        for at, (call, path) in enumerate(points, 1):
            stages.setdefault((call, path.split("\t")[0]), at)
        for name in ("TERM", "INT", "HUP"):
            for at in sorted(stages.values())[draw.randrange(3)::3 if full else 12]:
                yield f"{name}:{at}"

    def one(self, bench, key, draw, tally):
        name, at = key.split(":")
        trial = Trial(bench, "folder")
        try:
            # It stops itself at the call; the signal is there when it goes on.
            trial.start(at=at, mode="stop")
            state = None
            for _ in range(300):
                with open(f"/proc/{trial.daemon.pid}/stat") as file:
                    state = file.read().rsplit(")", 1)[1].split()[0]
                if state in "TZ":
                    break
                time.sleep(0.01)
            if state == "T":
                trial.daemon.send_signal(getattr(signal, "SIG" + name))
                trial.daemon.send_signal(signal.SIGCONT)
            else:
                # The call is one of the stop's own: the signal comes before it.
                trial.daemon.send_signal(getattr(signal, "SIG" + name))
            tally.points.add((name, int(at)))
            if name == "HUP":
                trial.until(trial.is_at_rest, 30, "rest after SIGHUP")
                trial.daemon.send_signal(signal.SIGTERM)
                if self.ended(trial, key) != 0:
                    tally.violations.append("it did not end with 0")
            else:
                began = time.monotonic()
                status = self.ended(trial, key)
                # Before its handlers stand, the signal ends it as any program; from then on, in order.
                if status not in (0, -signal.SIGTERM, -signal.SIGINT):
                    tally.violations.append(f"SIG{name} ended it with {status}")
                if time.monotonic() - began > 25:
                    tally.violations.append(f"SIG{name} took {time.monotonic() - began:.1f} s")
                deaths = trial.ledger_says("SELECT sum(deaths) FROM packets")
                if deaths and deaths[0][0]:
                    tally.violations.append(f"SIG{name} counted {deaths[0][0]} deaths")
                trial.recover()
                if trial.ledger("SELECT sum(deaths) FROM packets")[0][0] and status == 0:
                    tally.violations.append("an attempt that was given back counts as a death")
            trial.kills = max(trial.kills, 1)
            finish(trial, tally, Model(trial))
            tally.kills = 0
        finally:
            trial.remove()


    @staticmethod
    def ended(trial, key):
        """How it ends; it may stop itself on the way."""
        end = time.monotonic() + 30
        while time.monotonic() < end:
            status = trial.daemon.poll()
            if status is not None:
                return status
            with open(f"/proc/{trial.daemon.pid}/stat") as file:
                if file.read().rsplit(")", 1)[1].split()[0] == "T":
                    trial.daemon.send_signal(signal.SIGCONT)
            time.sleep(0.01)
        raise Broken([f"it did not end within 30 s of {key}"])


@case("C08", "stopped in mid-work; while it sleeps another starts", rows=("C08", "O01"), ci=1)
class Asleep:
    def tries(self, bench, draw, full):
        yield from ("40", "70", "120") if full else ("70",)

    def one(self, bench, key, draw, tally):
        trial = Trial(bench, "folder")
        try:
            trial.start(at=key, mode="stop")
            time.sleep(1.5)
            # The lock is the sleeper's: nobody else may work, and he goes on where he was.
            if trial.work() != 75:
                tally.violations.append("another started on the tree of one that was asleep")
            trial.daemon.send_signal(signal.SIGCONT)
            trial.until(trial.is_at_rest, 30, "rest")
            trial.stop()
            finish(trial, tally, Model(trial))
        finally:
            trial.remove()


@case("C10", "killed around the outbox renames; the transfer job takes what is there", ci=2)
class Taken:
    def tries(self, bench, draw, full):
        points = bench.reference("folder")["points"]
        first = next(at for at, (call, path) in enumerate(points, 1) if "/outbox/" in path)
        for at in range(first, len(points) + 1):
            yield f"kill:{at}"
            yield f"killafter:{at}"

    def one(self, bench, key, draw, tally):
        mode, at = key.split(":")
        trial = Trial(bench, "folder")
        try:
            trial.work(at=at, mode=mode)
            tally.points.add(("taken", int(at), mode))
            taken = {}
            outbox = os.path.join(trial.folder, "outbox")
            for place, folders, names in os.walk(outbox):
                folders[:] = [name for name in folders if name != ".staging"]
                for bundle in [name for name in names if name.endswith(".zip")]:
                    base = bundle[:-len(".zip")]
                    for name in sorted(names):
                        if name.startswith(base + "."):
                            path = os.path.join(place, name)
                            taken[name] = digest(path)
                            os.remove(path)
                    if len(taken) != 4:
                        tally.violations.append(f"the bundle was there and only {sorted(taken)} with it")
            trial.recover()
            finish(trial, tally, Model(trial, taken=taken))
        finally:
            trial.remove()


@case("C13", "a worker is killed while it works", ci=1)
class WorkerKilled:
    """With each signal: one attempt of one packet is lost, and nothing else."""

    def tries(self, bench, draw, full):
        yield from ("KILL", "SEGV", "SYS", "TERM") if full else ("KILL",)

    def one(self, bench, key, draw, tally):
        trial = Trial(bench, "small")
        try:
            trial.start()
            for number in range(16):
                trial.drop_made(draw.choice(["13-flat-treatment", "06-held-other-patient", "01-treatment-whole"]), number)
            killed, end = 0, time.monotonic() + 20
            while time.monotonic() < end and killed < 6 and not trial.is_at_rest():
                # The daemon's children are templates, and theirs are the workers.
                templates = subprocess.run(["pgrep", "-P", str(trial.daemon.pid)], capture_output=True, text=True).stdout
                done = subprocess.run(["pgrep", "-P", ",".join(templates.split()) or str(trial.daemon.pid)], capture_output=True, text=True)
                for child in done.stdout.split()[:1]:
                    try:
                        os.kill(int(child), getattr(signal, "SIG" + key))
                        killed += 1
                    except ProcessLookupError:
                        pass
                time.sleep(draw.uniform(0, 0.03))
            trial.until(trial.is_at_rest, 90, "rest")
            trial.stop()
            if not killed:
                raise Skipped("the daemon has no worker processes")
            trial.kills = killed
            finish(trial, tally, Model(trial))
        finally:
            trial.remove()


@case("C14", "a packet during which the daemon dies each time is poison after three; its neighbour goes on", ci=1)
class Poison:
    def tries(self, bench, draw, full):
        yield from ("3", "2") if full else ("3",)

    def one(self, bench, key, draw, tally):
        trial = Trial(bench, "folder")
        try:
            path = os.path.join(trial.folder, "chartgate.yaml")
            with open(path) as file:
                text = file.read().replace("poisonAfter: 100", f"poisonAfter: {key}")
            with open(path, "w") as file:
                file.write(text)
            # Dies each time that it begins to stage this packet's release, wherever that lies.
            for _ in range(int(key)):
                if trial.work(at=1, mode="kill", calls="mkdir", path="/release") != -9:
                    tally.violations.append("the packet did not kill it")
            trial.drop_made("13-flat-treatment", 2)
            trial.recover()
            trial.drops[0].outcome = "rejected"
            finish(trial, tally, Model(trial))
            rules = trial.ledger("SELECT rule FROM findings WHERE packet = 1")
            if ("house.poison",) not in rules:
                tally.violations.append(f"the packet that kills is rejected for {rules}")
        finally:
            trial.remove()


@case("shim", "the shim sees every call that strace sees", rows=("C01",), ci=1)
class Counted:
    """Otherwise the kills above leave out what they do not know of."""
    calls = ("openat,open,creat,write,pwrite64,writev,pwritev,pwritev2,fsync,fdatasync,sync_file_range,ftruncate,truncate,"
             "rename,renameat,renameat2,link,linkat,symlink,symlinkat,unlink,unlinkat,rmdir,mkdir,mkdirat,sendfile,"
             "copy_file_range,fallocate,fchmod,fchmodat,fchmodat2,chmod,fchown,chown,lchown,fchownat,bind,mknod,mknodat,"
             "utimensat,setxattr,fsetxattr,io_uring_setup")

    def tries(self, bench, draw, full):
        yield from ("folder", "part", "hold", "close") if full else ("folder",)

    def one(self, bench, key, draw, tally):
        if shutil.which("strace") is None:
            raise Skipped("there is no strace: Scripts/setup --tests")
        trial = Trial(bench, key)
        try:
            log = os.path.join(trial.scratch, "strace")
            done = subprocess.run(
                ["strace", "-f", "-qq", "-y", "-s", "512", "-o", log, "-e", "trace=" + ",".join("?" + call for call in self.calls.split(",")),
                 # Only the daemon runs with the shim in it.
                 "env", *[f"{name}={value}" for name, value in trial.faults(trace=trial.trace).items()],
                 trial.binary, "run", trial.folder],
                capture_output=True, text=True, cwd=trial.scratch)
            if not os.path.exists(log):
                raise Broken([f"strace ended with {done.returncode}: {done.stderr[-300:]}"])
            if "ptrace" in done.stderr and not os.path.getsize(log):
                raise Skipped("ptrace is not allowed here: " + done.stderr.strip()[:80])
            seen = self.traced(log, trial)
            counted = {}
            with open(trial.trace) as file:
                for line in file:
                    call = line.split(" ", 2)[1]
                    counted[call] = counted.get(call, 0) + 1
            tally.notes.append(f"{key}: the shim saw {sum(counted.values())} calls, strace {sum(seen.values())}")
            for call in sorted(set(seen) | set(counted)):
                if counted.get(call, 0) < seen.get(call, 0):
                    tally.violations.append(f"strace saw {seen[call]} of {call}, the shim {counted.get(call, 0)}")
            finish(trial, tally, Model(trial))
        finally:
            trial.remove()

    @staticmethod
    def traced(log, trial):
        names = {"pwrite64": "pwrite", "unlinkat": "unlink", "mkdirat": "mkdir", "renameat2": "rename", "renameat": "rename",
                 "fchmodat": "chmod", "fchmodat2": "chmod", "linkat": "link", "symlinkat": "symlink"}
        seen = {}
        with open(log, errors="replace") as file:
            for line in file:
                text = line.split(None, 1)[1]
                call = text.split("(", 1)[0]
                # The shim's own lines are not the daemon's.
                if trial.folder not in text or trial.trace in text or "resumed" in call:
                    continue
                if call in ("openat", "open", "creat"):
                    if not any(flag in text for flag in ("O_CREAT", "O_TRUNC", "O_TMPFILE")):
                        continue
                    call = "create"
                if call == "unlinkat" and "AT_REMOVEDIR" in text:
                    call = "rmdir"
                call = names.get(call, call)
                seen[call] = seen.get(call, 0) + 1
        return seen
