"""I/O: calls that fail, do half of what was asked, or lie; disks that are full, read-only, slow or gone."""
import errno
import os
import shutil
import subprocess
import time

from cases import case
from crash import finish
from model import Model
from mounts import Bound, Volume
from trial import Broken, Trial, differences, snapshot

# FAULTS.md I07: what may pass, and is tried again by itself.
TRANSIENT = ("ENOSPC", "EIO", "EDQUOT", "EROFS", "EACCES", "EPERM", "EMFILE", "ENFILE", "ENOMEM", "EAGAIN", "EBUSY", "ESTALE",
             "ENODEV", "ETXTBSY")
# What says that something is not as we left it: the packet may be held for a person.
PERMANENT = ("ENAMETOOLONG", "ELOOP", "ENOTDIR", "EINVAL", "EXDEV", "EFBIG")
HELD = {"tech.integrity", "house.io"}


def places(bench, template):
    """The distinct (call, folder) of a run, each with how many calls it has."""
    found = {}
    for call, path in bench.reference(template)["points"]:
        found[(call, folder_of(path))] = found.get((call, folder_of(path)), 0) + 1
    return found


def folder_of(path):
    """A part of the path that tells the folder, and is the same in each try."""
    path = path.split("\t")[0]
    for part in ("/ledger.sqlite-wal", "/ledger.sqlite", "/state/work/.claim-1", "/state/work/1/release", "/state/work",
                 "/state/hold", "/state/rejected", "/state/archive", "/state/audit", "/state/lock", "/.staging", "/outbox/",
                 "/inbox/"):
        if part in path:
            return part
    return "/state"


def work_through(trial, tally, status, may_hold=()):
    """After the fault is gone it goes on by itself."""
    if status not in (0, 1, 2, 75, 78):
        tally.violations.append(f"the run under the fault ended with {status}")
    try:
        trial.recover()
    except Broken:
        tally.counts["stuck"] += 1
        raise
    finish(trial, tally, Model(trial, may_hold=may_hold))


@case("I07", "an error at the n-th call, for each call, folder and error number; once, and lasting",
      rows=("I01", "I04", "I05", "I06", "I07", "R03", "L04"), ci=16)
class ErrorAtCall:
    def tries(self, bench, draw, full):
        # Each call of each folder with some of the errors; another seed draws others.
        for template in ("folder", "hold"):
            for (call, folder), count in places(bench, template).items():
                if folder == "/ledger.sqlite" and "pwrite" in call and not full:
                    continue
                for error in draw.sample(TRANSIENT, 5) + draw.sample(PERMANENT, 2):
                    nth = draw.randint(1, count)
                    yield f"{template}:{call}:{folder}:{nth}:{error}:1"
                for error in draw.sample(("ENOSPC", "EIO", "EROFS", "EACCES", "EDQUOT"), 2):
                    yield f"{template}:{call}:{folder}:1:{error}:0"

    def one(self, bench, key, draw, tally):
        template, call, folder, nth, error, times = key.split(":")
        trial = Trial(bench, template)
        try:
            status = trial.work(at=nth, times=times, mode="errno", errno=getattr(errno, error), calls=call, path=folder,
                                trace=trial.trace)
            given = len(self.lines(trial)) - int(nth) + 1
            if given > 0:
                tally.injected[(error, call, folder)] += min(given, 1) if times == "1" else given
            work_through(trial, tally, status, HELD if error in PERMANENT else ())
        finally:
            trial.remove()

    @staticmethod
    def lines(trial):
        if not os.path.exists(trial.trace):
            return []
        with open(trial.trace) as file:
            return file.read().splitlines()


@case("I03", "an error at the n-th look: open, read, status, folder listing, close",
      rows=("I03", "I04", "I07", "I12"), ci=6)
class ErrorAtLook:
    errors = {"open": ("EMFILE", "ENFILE", "EACCES", "EIO", "ESTALE", "ENOMEM"), "pread": ("EIO", "ESTALE"),
              "read": ("EIO",), "fstat": ("EIO", "ESTALE"), "fstatat": ("EIO", "ESTALE", "EACCES"),
              "readdir": ("EIO", "ESTALE"), "close": ("EIO", "ENOSPC"), "mmap": ("ENOMEM",)}

    def tries(self, bench, draw, full):
        for call, errors in self.errors.items():
            for folder in ("/state", "/inbox/", "/state/work", "/outbox/", "/ledger.sqlite", "/state/audit"):
                for error in errors:
                    for times in ("1", "0"):
                        nth = draw.randint(1, 12) if times == "1" else 1
                        yield f"{call}:{folder}:{nth}:{error}:{times}"

    def one(self, bench, key, draw, tally):
        call, folder, nth, error, times = key.split(":")
        trial = Trial(bench, "folder")
        try:
            status = trial.work(at=nth, times=times, mode="errno", errno=getattr(errno, error), calls=call, path=folder,
                                trace=trial.trace)
            given = max(0, len(ErrorAtCall.lines(trial)) - int(nth) + 1)
            tally.injected[(error, call, folder)] += min(given, 1) if times == "1" else given
            work_through(trial, tally, status)
        finally:
            trial.remove()


@case("I07-EINTR", "signals interrupt calls: nobody sees it", rows=("I07",), ci=2)
class Interrupted:
    def tries(self, bench, draw, full):
        for (call, folder), count in places(bench, "folder").items():
            # Those of SQLite are tried again as a whole.
            if "ledger" not in folder and call not in ("create", "bind", "fdatasync"):
                yield f"{call}:{folder}"
        yield "create:/state/work"
        for call in ("open", "pread", "fstatat"):
            yield f"{call}:/state/work"
            yield f"{call}:/inbox/"

    def one(self, bench, key, draw, tally):
        call, folder = key.split(":")
        trial = Trial(bench, "folder")
        try:
            status = trial.work(at=1, times=3, mode="errno", errno=errno.EINTR, calls=call, path=folder, trace=trial.trace)
            tally.injected[("EINTR", call, folder)] += min(3, len(ErrorAtCall.lines(trial)))
            if status != 0:
                tally.violations.append(f"an interrupted call surfaced: the run ended with {status}")
            finish(trial, tally, Model(trial))
            tally.violations += differences(bench.reference("folder")["snapshot"], snapshot(trial))
        finally:
            trial.remove()


@case("I05", "fsync fails once: that file is given up and made anew, nothing is acknowledged", rows=("I05", "I06"), ci=1)
class SyncFails:
    """Trap 2: the second fsync of a descriptor says OK, and the disk has the old bytes."""

    def tries(self, bench, draw, full):
        points = [path.split("\t")[0] for call, path in bench.reference("folder")["points"] if call == "fsync"]
        for nth in range(1, len(points) + 1, 1 if full else 5):
            yield str(nth)

    def one(self, bench, key, draw, tally):
        trial = Trial(bench, "folder")
        try:
            status = trial.work(at=key, mode="errno", errno=errno.EIO, calls="fsync")
            shutil.copy(trial.log, trial.log + ".1")
            # The same once more, to see what is done with the file after the failure.
            again = Trial(bench, "folder")
            try:
                again.work(at=1, mode="errno", times=0, errno=errno.EIO, calls="fsync", path=self.path(bench, key),
                           trace=again.trace + ".sync")
                again.work(trace=again.trace)
                self.is_made_anew(again, self.path(bench, key), tally)
            finally:
                again.remove()
            tally.injected[("EIO", "fsync", self.path(bench, key))] += 1
            work_through(trial, tally, status)
        finally:
            trial.remove()

    @staticmethod
    def path(bench, nth):
        syncs = [path for call, path in bench.reference("folder")["points"] if call == "fsync"]
        return syncs[int(nth) - 1].split("\t")[0]

    @staticmethod
    def is_made_anew(trial, path, tally):
        """No file is synced again that was not first removed and made."""
        with open(trial.trace) as file:
            calls = [line.rstrip("\n").split(" ", 2)[1:] for line in file]
        is_folder = ["create", path] not in trial.bench.reference("folder")["points"]
        for call, where in calls:
            if where == trial.folder + path:
                if call == "fsync" and not is_folder:
                    tally.violations.append(f"{path} was synced again after its sync had failed")
                return


@case("I09", "short writes and short reads: the same bytes", ci=2)
class Short:
    def tries(self, bench, draw, full):
        for template in ("folder", "part", "hold", "release"):
            yield f"{template}:change"
            yield f"{template}:pread"
            yield f"{template}:read"

    def one(self, bench, key, draw, tally):
        template, calls = key.split(":")
        trial = Trial(bench, template)
        try:
            # SQLite takes a short write of its log for a full disk: that is I01's.
            trial.work(at=1, times=0, mode="short", calls="write,pwrite" if calls == "change" else calls,
                       not_="ledger.sqlite", trace=trial.trace)
            tally.injected[("short", calls, template)] += len(ErrorAtCall.lines(trial))
            finish(trial, tally, Model(trial))
            tally.violations += differences(bench.reference(template)["snapshot"], snapshot(trial))
        finally:
            trial.remove()


@case("I08", "a disk that claims a write and did not do it", ci=1)
class Lies:
    def tries(self, bench, draw, full):
        for part in ("/.claim-1/", "/release/", "/.staging/"):
            for nth in (1, 2, 3) if full else (1,):
                yield f"{part}:{nth}"

    def one(self, bench, key, draw, tally):
        part, nth = key.split(":")
        trial = Trial(bench, "folder")
        try:
            trial.work(at=nth, mode="lie", calls="write", path=part, trace=trial.trace)
            if len(ErrorAtCall.lines(trial)) < int(nth):
                return
            tally.injected[("lie", "write", part)] += 1
            trial.recover()
            state = trial.ledger("SELECT state FROM packets")
            rules = [rule for rule, in trial.ledger("SELECT rule FROM findings WHERE verdict IN ('hold', 'reject')")]
            # Nothing that is not whole leaves, and a person is told.
            trial.drops[0].outcome = "held"
            model = Model(trial, may_hold={"tech.integrity", "house.io", "house.malformed"})
            broken = model.judge()
            if part == "/.claim-1/":
                # What was hashed is not what lies there: its copy is not whole, and the model says so too.
                broken = [sentence for sentence in broken if "is not what was claimed" not in sentence
                          and "fingerprint is not that" not in sentence]
            tally.violations += broken
            tally.counts += model.counts
            if state == [("released",)]:
                tally.violations.append(f"a packet of which a write was lost was released ({rules})")
        finally:
            trial.remove()


@case("I10", "a disk that answers slowly: the daemon is stopped in time, nothing is lost", ci=1)
class Slow:
    def tries(self, bench, draw, full):
        yield from ("fsync", "write", "rename") if full else ("fsync",)

    def one(self, bench, key, draw, tally):
        trial = Trial(bench, "folder")
        try:
            trial.start(at=1, times=0, mode="slow", slow=250, calls=key)
            time.sleep(draw.uniform(0.8, 2.0))
            began = time.monotonic()
            status = trial.stop()
            if status != 0 or time.monotonic() - began > 25:
                tally.violations.append(f"it ended with {status} after {time.monotonic() - began:.1f} s")
            trial.recover()
            tally.injected[("slow", key, "all")] += 1
            finish(trial, tally, Model(trial))
        finally:
            trial.remove()


@case("I14", "bytes rot in work/ and hold/ between two stages", ci=2)
class Rot:
    """A run is killed where the packet lies claimed or staged; then one byte of it is turned."""

    def tries(self, bench, draw, full):
        points = bench.reference("folder")["points"]
        claimed = next(at for at, (call, path) in enumerate(points, 1) if call == "rename" and ".claim-1" in path)
        staged = next(at for at, (call, path) in enumerate(points, 1) if ".staging" in path)
        for index in (1, 2, 3):
            yield f"{claimed + 1}:1/f{index:05d}"
        for name in (".zip", ".zip.sha256", ".audit.json", ".delivery.json"):
            yield f"{staged}:1/release/d00000001-1{name}"

    def one(self, bench, key, draw, tally):
        at, path = key.split(":")
        trial = Trial(bench, "folder")
        try:
            trial.work(at=at, mode="kill")
            place = os.path.join(trial.folder, "state", "work", path)
            if not os.path.exists(place):
                raise Broken([f"{path} does not lie in work/ at this point"])
            with open(place, "r+b") as file:
                file.seek(draw.randrange(os.path.getsize(place)))
                byte = file.read(1)
                file.seek(-1, 1)
                file.write(bytes([byte[0] ^ 1 << draw.randrange(8)]))
            trial.recover()
            trial.drops[0].outcome = "held"
            model = Model(trial, may_hold={"tech.integrity"})
            tally.violations += [sentence for sentence in model.judge() if "is not what was claimed" not in sentence
                                 and "fingerprint is not that" not in sentence]
            tally.counts += model.counts
            tally.kills += trial.kills
            rules = [rule for rule, in trial.ledger("SELECT rule FROM findings WHERE verdict = 'hold'")]
            if rules[:1] != ["tech.integrity"]:
                tally.violations.append(f"rot in {path} was taken for {rules}")
            if list(model.taken) or any(names for _, _, names in os.walk(model.outbox)):
                tally.violations.append("something left of a packet that rotted")
        finally:
            trial.remove()


@case("I01", "a full small file system: by bytes and by inodes; then there is room", rows=("I01", "I02", "L04", "R08"), ci=2)
class Full:
    def tries(self, bench, draw, full):
        # More than what it holds already: KiB, or inodes.
        for where in ("state", "outbox"):
            for size in (8, 24, 60, 100, 140, 180, 240, 300, 380, 480) if full else (60, 180):
                yield f"{where}:size:{size}"
            for inodes in (1, 2, 3, 5, 8, 12, 16, 20, 24) if full else (2, 8):
                yield f"{where}:nr_inodes:{inodes}"

    def one(self, bench, key, draw, tally):
        where, option, more = key.split(":")
        trial = Trial(bench, "several")
        volume = None
        try:
            folder = os.path.join(trial.folder, where)
            moved = folder + ".moved"
            os.rename(folder, moved)
            volume = Volume(trial, "tmpfs", folder, options="size=64m")
            subprocess.run(["cp", "-a", moved + "/.", folder], check=True)
            shutil.rmtree(moved)
            os.chmod(folder, 0o700 if where == "state" else 0o750)
            self.leave(volume, folder, option, int(more))
            status = trial.work()
            if status not in (0, 1, 2, 75):
                tally.violations.append(f"on a full disk it ended with {status}")
            tally.injected[("ENOSPC", f"{option}+{more}", where)] += 1
            volume.change("size=64m,nr_inodes=10000")
            trial.recover()
            finish(trial, tally, Model(trial))
        finally:
            if volume:
                volume.leave()
            trial.remove()


    @staticmethod
    def leave(volume, folder, option, more):
        now = os.statvfs(folder)
        if option == "size":
            used = (now.f_blocks - now.f_bfree) * now.f_frsize // 1024
            volume.change(f"size={used + more}k")
        else:
            volume.change(f"nr_inodes={now.f_files - now.f_ffree + more}")


@case("I01-serve", "serve on a disk that fills and empties: it goes on by itself", rows=("I01", "W01", "C04"), ci=1)
class FullUnderLoad:
    def tries(self, bench, draw, full):
        yield from ("state", "outbox") if full else ("state",)

    def one(self, bench, key, draw, tally):
        trial = Trial(bench, "small")
        volume = None
        try:
            folder = os.path.join(trial.folder, key)
            moved = folder + ".moved"
            os.rename(folder, moved)
            volume = Volume(trial, "tmpfs", folder, options="size=8m")
            subprocess.run(["cp", "-a", moved + "/.", folder], check=True)
            shutil.rmtree(moved)
            os.chmod(folder, 0o700 if key == "state" else 0o750)
            trial.start()
            ballast = os.path.join(folder, "ballast")
            for number in range(12):
                trial.drop_made(draw.choice(["13-flat-treatment", "06-held-other-patient", "01-treatment-whole"]), number)
                if number == 4:
                    self.fill(ballast)
                if number == 8:
                    time.sleep(1.5)
                    os.remove(ballast)
                time.sleep(0.05)
            if trial.daemon.poll() is not None:
                raise Broken([f"on a full disk serve ended with {trial.daemon.returncode}"])
            trial.until(trial.is_at_rest, 90, "rest after the disk was emptied")
            trial.stop()
            tally.injected[("ENOSPC", "all", key)] += 1
            finish(trial, tally, Model(trial))
        finally:
            if volume:
                volume.leave()
            trial.remove()

    @staticmethod
    def fill(path):
        with open(path, "wb", buffering=0) as file:
            try:
                while True:
                    file.write(b"\0" * 65536)
            except OSError:
                return


@case("I12", "folders that are read-only, go away, come back", rows=("I12", "W01"), ci=3)
class Gone:
    def tries(self, bench, draw, full):
        for place in ("inbox/north", "outbox/direct", "outbox", "state/work", "state/audit", "state/hold", "state/archive"):
            for how in ("removed", "readonly", "unreadable"):
                yield f"{place}:{how}"
        yield "inbox/north:unmounted"
        yield "outbox/direct:unmounted"
        yield "outbox/direct:mounted-readonly"
        yield "state:mounted-readonly"

    def one(self, bench, key, draw, tally):
        place, how = key.split(":")
        trial = Trial(bench, "small")
        volume = None
        try:
            folder = os.path.join(trial.folder, place)
            if how == "unmounted" and place.startswith("outbox/"):
                self.mark(trial, place)
            if how == "unmounted":
                share = os.path.join(trial.scratch, "share")
                os.rename(folder, share)
                os.mkdir(folder, 0o750)
                volume = Bound(trial, share, folder)
            elif "mounted" in how:
                mode = os.stat(folder).st_mode & 0o7777
                shutil.move(folder, folder + ".moved")
                volume = Volume(trial, "tmpfs", folder, options="size=16m")
                subprocess.run(["cp", "-a", folder + ".moved/.", folder], check=True)
                shutil.rmtree(folder + ".moved")
                os.chmod(folder, mode)
            if place == "state":
                # Busy while the daemon runs: it finds it so at its start.
                trial.drop_made("13-flat-treatment", 1)
                volume.change("ro")
                if trial.work() not in (1, 75, 78):
                    tally.violations.append("it worked on a state folder that is read-only")
                volume.change("rw")
                trial.recover()
                return finish(trial, tally, Model(trial))
            trial.start()
            trial.drop_made("13-flat-treatment", 1)
            trial.until(trial.is_at_rest, 30, "the first packet")
            self.take_away(volume, folder, how)
            trial.drop_made("13-flat-treatment", 2)
            trial.drop_made("06-held-other-patient", 3, "south")
            time.sleep(1.2)
            if trial.daemon.poll() is not None:
                raise Broken([f"serve ended with {trial.daemon.returncode} when {place} was {how}: {trial.tail()[-400:]}"])
            if how == "unmounted" and os.listdir(folder):
                tally.violations.append(f"what lies below the mount point of {place}: {os.listdir(folder)}")
            self.bring_back(volume, folder, how)
            trial.drop_made("13-flat-treatment", 4, "north")
            trial.until(trial.is_at_rest, 60, f"rest after {place} was back")
            trial.stop()
            tally.injected[(how, "folder", place)] += 1
            # A folder of our own that is missing is not as we left it: a person looks at the packet.
            is_ours = how == "removed" and place.startswith("state/")
            finish(trial, tally, Model(trial, may_hold=HELD if is_ours else ()))
        finally:
            if volume:
                volume.leave()
            trial.remove()

    @staticmethod
    def mark(trial, place):
        """Names a folder as a share, and lays its mark on it."""
        with open(os.path.join(trial.folder, "chartgate.yaml"), "a") as file:
            file.write(f"mounts: [{place}]\n")
        mark = os.path.join(trial.folder, place, ".chartgate-mount")
        open(mark, "w").close()
        trial.own(mark)

    @staticmethod
    def take_away(volume, folder, how):
        if how == "removed":
            os.rename(folder, folder + ".away")
        elif how == "readonly":
            os.chmod(folder, 0o500)
        elif how == "unreadable":
            os.chmod(folder, 0)
        elif how == "unmounted":
            volume.leave()
        else:
            volume.change("ro")

    @staticmethod
    def bring_back(volume, folder, how):
        if how == "removed":
            # Whatever was made there in the meantime is looked at by the model.
            if os.path.isdir(folder):
                subprocess.run(["cp", "-a", folder + "/.", folder + ".away"], check=True)
                shutil.rmtree(folder)
            os.rename(folder + ".away", folder)
        elif how in ("readonly", "unreadable"):
            os.chmod(folder, 0o750 if "inbox" in folder or "outbox" in folder else 0o700)
        elif how == "unmounted":
            volume.mount()
        else:
            volume.change("rw")


@case("I13", "few descriptors, a small file size limit, closed streams", rows=("I13", "R03"), ci=2)
class Limits:
    def tries(self, bench, draw, full):
        # With fewer than 64 nothing is begun.
        for files in (3, 16, 63, 64, 70) if full else (16, 64):
            yield f"nofile={files}"
        for size in (1000, 20000, 50000, 100000) if full else (20000,):
            yield f"fsize={size}"
        yield "closed=0"
        yield "closed=1"
        yield "closed=2"
        yield "closed=0,1,2"

    def one(self, bench, key, draw, tally):
        what, value = key.split("=")
        trial = Trial(bench, "several")
        try:
            if what == "closed":
                command = f'exec "$0" run "$1" {" ".join(f"{n}>&-" if n != "0" else "0<&-" for n in value.split(","))}'
            elif what == "nofile":
                command = f'ulimit -n {value}; exec "$0" run "$1"'
            else:
                command = f'exec prlimit --fsize={value} "$0" run "$1"'
            done = subprocess.run(["sh", "-c", command, trial.binary, trial.folder], stdin=subprocess.DEVNULL,
                                  capture_output=True, env=trial.faults(), cwd=trial.scratch, timeout=60)
            with open(trial.log, "ab") as log:
                log.write(done.stdout + done.stderr)
            if done.returncode < 0 or done.returncode in (134, 139):
                tally.violations.append(f"with {key} it died: {done.returncode} {done.stderr[-200:]!r}")
                tally.counts["crashes"] += 1
            if what == "nofile" and 16 <= int(value) < 64 and done.returncode != 78:
                tally.violations.append(f"with {key} it ended with {done.returncode}, not with 78: {done.stderr[-200:]!r}")
            tally.injected[(what, value, "process")] += 1
            # What was open as 0, 1 or 2 may have been a file of ours: nothing of the log may stand in one.
            trial.recover()
            finish(trial, tally, Model(trial, may_hold=HELD if what == "fsize" else ()))
        finally:
            trial.remove()


@case("R03", "10 descriptors more than it has at rest suffice for any number of packets, and none is left open", ci=1)
class Descriptors:
    def tries(self, bench, draw, full):
        yield "300" if full else "30"

    def one(self, bench, key, draw, tally):
        trial = Trial(bench, "small")
        try:
            trial.start()
            trial.drop_made("13-flat-treatment", 0)
            trial.until(trial.is_at_rest, 30, "the first packet")
            before = len(os.listdir(f"/proc/{trial.daemon.pid}/fd"))
            subprocess.run(["prlimit", f"--pid={trial.daemon.pid}", f"--nofile={max(64, before + 10)}"], check=True)
            for number in range(1, int(key)):
                trial.drop_made(draw.choice(["13-flat-treatment", "06-held-other-patient"]), number)
            trial.until(trial.is_at_rest, 240, "rest")
            time.sleep(0.3)
            after = os.listdir(f"/proc/{trial.daemon.pid}/fd")
            if len(after) > before + 6:
                tally.violations.append(f"{before} descriptors before, {len(after)} after {key} packets")
            trial.stop()
            finish(trial, tally, Model(trial))
        finally:
            trial.remove()


@case("R06", "a log that nobody reads: the daemon never waits for it", ci=1)
class UnreadLog:
    def tries(self, bench, draw, full):
        yield "40" if full else "12"

    def one(self, bench, key, draw, tally):
        trial = Trial(bench, "small")
        read, write = os.pipe()
        try:
            # A full pipe from the start: not one line more fits.
            os.set_blocking(write, False)
            try:
                while True:
                    os.write(write, b"x" * 4096)
            except BlockingIOError:
                pass
            os.set_blocking(write, True)
            trial.daemon = subprocess.Popen([trial.binary, "serve", trial.folder], stdin=subprocess.DEVNULL, stdout=write,
                                            stderr=write, env=trial.faults(), cwd=trial.scratch)
            for number in range(int(key)):
                trial.drop_made("13-flat-treatment" if number % 2 else "06-held-other-patient", number)
            open(trial.log, "w").close()
            trial.until(trial.is_at_rest, 60, "rest while nobody reads the log")
            trial.stop()
            finish(trial, tally, Model(trial))
        finally:
            os.close(read)
            os.close(write)
            trial.remove()
