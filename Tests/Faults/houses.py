"""What belongs to the house itself: its clock, its ledger, its modes, its outbox."""
import os
import re
import shutil
import sqlite3
import subprocess
import threading
import time

from cases import case
from crash import finish
from model import Model
from packets import CANARY, made
from templates import DAY
from trial import INSTANT, Trial, differences, digest, snapshot


# --- clock ---------------------------------------------------------------------------------------------------------------


@case("T01", "the clock jumps back an hour, forward 400 days, while it runs", rows=("T01", "T05"), ci=1)
class Jumps:
    def tries(self, bench, draw, full):
        for run in range(3 if full else 1):
            yield str(run)

    def one(self, bench, key, draw, tally):
        trial = Trial(bench, "small")
        try:
            trial.set_clock("+0")
            trial.start()
            for number in range(14):
                trial.drop_made(draw.choice(["13-flat-treatment", "06-held-other-patient", "01-treatment-whole"]), number,
                                marker=draw.random() < 0.5)
                trial.set_clock(draw.choice(["-3600000", "+0", f"+{20 * DAY}", "-86400000", f"-{400 * DAY}"]))
                time.sleep(draw.uniform(0.02, 0.15))
            trial.until(trial.is_at_rest, 40, "rest")
            # Packets that are kept for 30 days go at once when the clock says so; none of them is sent again or lost.
            trial.set_clock(f"+{400 * DAY}")
            time.sleep(0.6)
            trial.set_clock("+0")
            trial.drop_made("13-flat-treatment", 99)
            trial.until(lambda: trial.ledger_says(
                "SELECT state FROM packets WHERE number = (SELECT max(number) FROM packets)") == [("released",)], 30, "the last")
            trial.until(trial.is_at_rest, 30, "rest")
            trial.stop()
            for drop in trial.drops:
                row = trial.ledger("SELECT state FROM packets WHERE fingerprint = ?", drop.packet.fingerprint)
                if drop.outcome == "released" and row == [("closed",)]:
                    drop.outcome = "closed"
            finish(trial, tally, Model(trial))
        finally:
            trial.remove()


@case("T02", "an authorization ends between decision and delivery", ci=1)
class Expires:
    """The clock passes the last day while the daemon is dead between outcome and intent."""

    def tries(self, bench, draw, full):
        yield "authorization"

    def one(self, bench, key, draw, tally):
        trial = Trial(bench, "plain")
        try:
            # The fixed day of a trial house would hide the clock.
            path = os.path.join(trial.folder, "chartgate.yaml")
            with open(path) as file:
                text = file.read()
            with open(path, "w") as file:
                file.write("\n".join(line for line in text.split("\n") if not line.strip().startswith("day:")))
            trial.drop_made("14-insurer-form-whole", 1)
            trial.work(at=1, mode="kill", calls="create", path="/.staging/")
            if trial.ledger("SELECT state FROM releases") != [("staged",)]:
                tally.violations.append(f"it was not staged: {trial.ledger('SELECT state FROM packets')}")
            trial.set_clock(f"={INSTANT + 900 * DAY}")
            trial.recover()
            trial.drops[0].outcome = "held"
            finish(trial, tally, Model(trial, may_hold={"auth.defect.expired", "house.recipient-known"}))
            if any(names for _, _, names in os.walk(os.path.join(trial.folder, "outbox"))):
                tally.violations.append("it left on a form that had ended")
        finally:
            trial.remove()


@case("T04", "files dated 1970, 2099, equal, going back: readiness looks at change, not at dates", ci=1)
class OddDates:
    def tries(self, bench, draw, full):
        yield from ("0", "4070908800", "back", "1")

    def one(self, bench, key, draw, tally):
        trial = Trial(bench, "small")
        try:
            # What is touched after its claim is put back, as it should be; here it is touched before, however slow we are.
            path = os.path.join(trial.folder, "chartgate.yaml")
            with open(path) as file:
                text = file.read().replace("settle: 100ms", "settle: 3s")
            with open(path, "w") as file:
                file.write(text)
            trial.start()
            # Without digests and marker it is ready by lying still alone.
            packet = made("01-treatment-whole", 1)
            packet.files[b"request.xml"] = re.sub(
                rb"\s*<sha256>[^<]*</sha256>\s*<size>[^<]*</size>", b"", packet.files[b"request.xml"])
            trial.drop_packet(packet, marker=False)
            top = os.path.join(trial.inbox(), packet.name)
            when = int(key) if key.isdigit() else 2_000_000_000
            for step in range(6):
                for place, _, names in os.walk(top):
                    for name in names:
                        try:
                            os.utime(os.path.join(place, name), (when, when))
                        except FileNotFoundError:
                            pass
                if key == "back":
                    when -= 100_000_000
                time.sleep(0.04)
            if trial.ledger_says("SELECT count(*) FROM packets") not in (None, [(0,)]):
                tally.violations.append("it was taken before it lay still")
            trial.until(trial.is_at_rest, 30, "rest")
            trial.stop()
            finish(trial, tally, Model(trial))
        finally:
            trial.remove()


# --- ledger --------------------------------------------------------------------------------------------------------------


@case("L08", "each commit is on the disk before the next call builds on it", rows=("C05", "L04"), ci=8)
class Durable:
    """Between the writes of a commit to the ledger's log and the next call on any other file there is a sync."""

    def tries(self, bench, draw, full):
        yield from ("folder", "hold", "reject", "repeat", "correction", "several", "close", "retry")

    def one(self, bench, key, draw, tally):
        is_owed = has_begun = False
        run = bench.reference(key)
        engine = None
        if key == "several":
            # The thread that claims, and does one thing after the other: the attempts at other packets work beside it,
            # each behind a commit of its own.
            engine = run["threads"][run["points"].index(["fsync", "/state/work"])]
        for number, (call, path) in enumerate(run["points"], 1):
            if path == "/state/ledger.sqlite-wal":
                # What SQLite and GRDB write when they open it is nothing of ours.
                if call == "pwrite":
                    is_owed = has_begun
                elif call in ("fdatasync", "fsync"):
                    is_owed = False
            elif path == "/state/work" and call == "fsync":
                has_begun = True
            if engine and run["threads"][number - 1] != engine:
                continue
            if is_owed and "/ledger.sqlite" not in path and path not in ("/state/lock", "/state"):
                tally.violations.append(f"call {number} ({call} {path}) follows a commit that was not synced")
                return


@case("L01", "the ledger is damaged: a page zeroed, a header broken, garbage, empty, gone, older", rows=("L01", "L02", "L05"), ci=3)
class Damaged:
    def tries(self, bench, draw, full):
        yield from ("header", "zeroed", "garbage", "empty", "gone", "older", "wal-cut", "wal-garbage", "shm-garbage", "newer")
        for run in range(12 if full else 1):
            yield f"bytes:{run}"

    def one(self, bench, key, draw, tally):
        trial = Trial(bench, "folder")
        try:
            ledger = os.path.join(trial.folder, "state", "ledger.sqlite")
            wal = ledger + "-wal"
            if key.startswith("wal") or key.startswith("shm"):
                # Killed after the claim was committed, with its log not yet written back.
                trial.work(at=1, mode="kill", calls="rename", path="/inbox/")
                self.logs(trial, key, wal, draw, tally)
                return
            trial.work()
            before = snapshot(trial)
            trial.drop_made("13-flat-treatment", 2)
            data = bytearray(open(ledger, "rb").read())
            if key == "header":
                data[0:16] = b"not a database!!"
            elif key == "zeroed":
                page = draw.randrange(1, len(data) // 4096)
                data[page * 4096:(page + 1) * 4096] = bytes(4096)
            elif key == "garbage":
                data[100:4096] = draw.randbytes(3996)
            elif key == "empty":
                data = b""
            elif key.startswith("bytes"):
                for _ in range(20):
                    data[draw.randrange(100, len(data))] ^= 1 << draw.randrange(8)
            if key == "gone":
                os.remove(ledger)
            elif key == "older":
                self.older(trial, ledger)
            elif key == "newer":
                database = sqlite3.connect(ledger)
                database.execute("PRAGMA user_version = 99")
                database.close()
            else:
                with open(ledger, "wb") as file:
                    file.write(data)
            status = trial.work()
            self.judge(trial, key, status, before, tally)
        finally:
            trial.remove()

    @staticmethod
    def older(trial, ledger):
        """Yesterday's ledger: it knows no packet yet."""
        fresh = os.path.join(trial.scratch, "fresh")
        subprocess.run([trial.binary, "init", fresh, "--trial"], env=trial.environment, capture_output=True, check=True)
        subprocess.run([trial.binary, "run", fresh], env=trial.environment, capture_output=True)
        shutil.copy(os.path.join(fresh, "state", "ledger.sqlite"), ledger)

    @staticmethod
    def judge(trial, key, status, before, tally):
        log = trial.say()
        if CANARY.search(log):
            tally.violations.append("a value of a patient is in what was said of a damaged ledger")
        outbox = [name for name in snapshot_files(trial) if name.startswith("outbox/") and name.endswith(".zip")]
        if key in ("header", "garbage", "empty", "gone", "older", "newer"):
            if status not in (1, 78) or b"ledger" not in log:
                tally.violations.append(f"with a ledger that was {key} it went on: {status} {log[-300:]!r}")
            if len(outbox) != 1:
                tally.violations.append(f"with a ledger that was {key} it released: {outbox}")
        elif len(outbox) > 2:
            # A flipped byte may pass unseen until the audit log is checked against the ledger (trap 17): nothing more
            # than what was dropped may leave, and the log tells nothing.
            tally.violations.append(f"with a damaged ledger {len(outbox)} bundles left")

    @staticmethod
    def logs(trial, key, wal, draw, tally):
        data = open(wal, "rb").read()
        if key == "wal-cut":
            os.truncate(wal, draw.randrange(len(data)))
        elif key == "wal-garbage":
            with open(wal, "r+b") as file:
                file.seek(draw.randrange(len(data) // 2))
                file.write(draw.randbytes(200))
        else:
            with open(wal[:-4] + "-shm", "wb") as file:
                file.write(draw.randbytes(32768))
        status = trial.work()
        if status not in (0, 1, 2, 75):
            tally.violations.append(f"it ended with {status}")
        if key == "shm-garbage":
            finish(trial, tally, Model(trial))
        elif status in (0, 2):
            # The log's tail was lost with its commits: the claim is made again, or the ledger is found to be older.
            finish(trial, tally, Model(trial))
        elif b"older" not in trial.say() and b"ledger" not in trial.say():
            tally.violations.append(f"it stopped without a word on the ledger: {trial.tail()[-300:]}")


def snapshot_files(trial):
    found = []
    for place, _, names in os.walk(trial.folder):
        found += [os.path.relpath(os.path.join(place, name), trial.folder) for name in names]
    return found


@case("L06", "an operator's shell holds a lock on the ledger; reports read it all the time", rows=("L06",), ci=1)
class Locked:
    def tries(self, bench, draw, full):
        yield from ("write", "read") if full else ("write",)

    def one(self, bench, key, draw, tally):
        trial = Trial(bench, "small")
        try:
            trial.start()
            trial.drop_made("13-flat-treatment", 0)
            trial.until(trial.is_at_rest, 30, "the first")
            ledger = os.path.join(trial.folder, "state", "ledger.sqlite")
            database = sqlite3.connect(ledger, isolation_level=None, timeout=5)
            database.execute("BEGIN IMMEDIATE" if key == "write" else "BEGIN")
            database.execute("SELECT count(*) FROM packets").fetchall()
            for number in range(1, 4):
                trial.drop_made("13-flat-treatment", number)
            time.sleep(6.5 if key == "write" else 0.5)
            if trial.daemon.poll() is not None:
                tally.violations.append(f"a lock of another ended it: {trial.daemon.returncode}")
            database.execute("COMMIT")
            database.close()
            trial.until(trial.is_at_rest, 40, "rest after the lock")
            trial.stop()
            finish(trial, tally, Model(trial))
        finally:
            trial.remove()


# --- permissions ---------------------------------------------------------------------------------------------------------


@case("S01", "each folder and file too open, or not open enough: the start is refused with the mending command",
      rows=("S01", "S02"), ci=3)
class Modes:
    """What check does not know of must be said here as found."""

    def tries(self, bench, draw, full):
        for place in ("", "state", "state/work", "state/hold", "state/rejected", "state/archive", "state/audit", "inbox/main",
                      "outbox", "outbox/direct", "pipelines", "categories", "chartgate.yaml", "recipients.yaml"):
            yield f"{place}:0777"
            yield f"{place}:0000"
        for place in ("state", "state/work", "outbox", "outbox/direct", "inbox/main", "pipelines"):
            yield f"{place}:link"

    def one(self, bench, key, draw, tally):
        place, how = key.split(":")
        trial = Trial(bench, "folder")
        try:
            path = os.path.join(trial.folder, place) if place else trial.folder
            mode = os.stat(path).st_mode & 0o7777
            if how == "link":
                os.rename(path, path + ".real")
                os.symlink(path + ".real", path)
            else:
                os.chmod(path, int(how, 8))
            status = trial.work()
            check = trial.run("check", trial.folder)
            if status != 78:
                tally.violations.append(f"with {place or 'the house'} {how} it ended with {status}")
            if check.returncode != 78:
                tally.violations.append(f"with {place or 'the house'} {how} check ended with {check.returncode}")
            elif how == "0777" and "run: chmod" not in check.stdout + check.stderr:
                tally.violations.append(f"check names no mending command for {place}: {(check.stdout + check.stderr)[-200:]}")
            if how == "link":
                os.unlink(path)
                os.rename(path + ".real", path)
            else:
                os.chmod(path, mode)
            trial.recover()
            finish(trial, tally, Model(trial))
        finally:
            trial.remove()


@case("S03", "an umask of 000, a hostile environment: modes stay as they are to be", rows=("S03",), ci=1)
class Umask:
    def tries(self, bench, draw, full):
        yield from ("000", "027", "777") if full else ("000",)

    def one(self, bench, key, draw, tally):
        trial = Trial(bench, "folder")
        try:
            trial.environment.update(TMPDIR="/nowhere", XML_CATALOG_FILES="/etc/passwd", LANG="tr_TR.UTF-8", TZ="Asia/Tokyo",
                                     HOME="/root")
            trial.work(before=lambda: os.umask(int(key, 8)))
            finish(trial, tally, Model(trial))
            for top, wanted_file, wanted_folder in (("state", 0o077, 0o077), ("outbox", 0o007, 0o007)):
                for place, folders, names in os.walk(os.path.join(trial.folder, top)):
                    for name in names + folders:
                        path = os.path.join(place, name)
                        mode = os.lstat(path).st_mode & 0o7777
                        if name == "control.sock" or os.path.islink(path):
                            continue
                        if mode & (wanted_folder if name in folders else wanted_file):
                            tally.violations.append(f"{os.path.relpath(path, trial.folder)} has mode {mode:o} under umask {key}")
            tally.violations += differences(bench.reference("folder")["snapshot"], snapshot(trial))
        finally:
            trial.remove()


# --- outbox --------------------------------------------------------------------------------------------------------------


@case("W02", "a transfer job lists and takes all the time: it sees whole bundles only, under last names", rows=("W02",), ci=1)
class Watcher:
    def tries(self, bench, draw, full):
        yield "120" if full else "20"

    def one(self, bench, key, draw, tally):
        trial = Trial(bench, "small")
        taken, wrong = {}, []
        over = threading.Event()

        def look():
            outbox = os.path.join(trial.folder, "outbox")
            while not over.is_set():
                for place, folders, names in os.walk(outbox):
                    folders[:] = [name for name in folders if name != ".staging"]
                    for name in names:
                        if not name.startswith("d000"):
                            wrong.append(f"{name} is no last name")
                    for bundle in [name for name in os.listdir(place) if name.endswith(".zip")]:
                        base = bundle[:-4]
                        for ending in (".zip.sha256", ".audit.json", ".delivery.json", ".zip"):
                            path = os.path.join(place, base + ending)
                            try:
                                taken[base + ending] = digest(path)
                                os.remove(path)
                            except FileNotFoundError:
                                wrong.append(f"{bundle} was there and {base + ending} was not")

        watcher = threading.Thread(target=look)
        try:
            trial.start()
            watcher.start()
            for number in range(int(key)):
                trial.drop_made("13-flat-treatment", number)
            trial.until(trial.is_at_rest, 120, "rest")
            trial.stop()
            time.sleep(0.2)
            over.set()
            watcher.join()
            tally.violations += wrong[:5]
            finish(trial, tally, Model(trial, taken=taken))
        finally:
            over.set()
            watcher.join()
            trial.remove()


@case("W04", "a delivered bundle is changed, renamed, or goes and comes back: nothing is sent again", rows=("W04",), ci=1)
class Meddled:
    def tries(self, bench, draw, full):
        yield from ("removed", "returned", "renamed")

    def one(self, bench, key, draw, tally):
        trial = Trial(bench, "folder")
        try:
            trial.work()
            outbox = os.path.join(trial.folder, "outbox")
            bundle = next(os.path.join(place, name) for place, _, names in os.walk(outbox) for name in names
                          if name.endswith(".zip"))
            taken = {}
            if key == "removed":
                for place, _, names in os.walk(outbox):
                    for name in names:
                        taken[name] = digest(os.path.join(place, name))
                        os.remove(os.path.join(place, name))
            elif key == "returned":
                os.rename(bundle, os.path.join(trial.scratch, "x"))
                trial.work()
                os.rename(os.path.join(trial.scratch, "x"), bundle)
            else:
                os.rename(bundle, bundle + ".old")
            trial.work()
            trial.recover()
            if key == "renamed":
                os.rename(bundle + ".old", bundle)
            finish(trial, tally, Model(trial, taken=taken))
        finally:
            trial.remove()
