"""Producers that drop badly, and others who race the daemon for what lies in the inbox."""
import hashlib
import json
import os
import socket
import subprocess
import threading
import time

from cases import case
from crash import finish
from model import Model
from packets import Packet, drop, made
from trial import Drop, Trial


def at_rest(trial, tally, seconds=40):
    trial.until(trial.is_at_rest, seconds, "rest")
    trial.stop()
    finish(trial, tally, Model(trial))


class Racer(threading.Thread):
    """Does something again and again beside the daemon, and forgives what fails: the daemon may be faster."""

    def __init__(self, act, seconds, draw):
        super().__init__(daemon=True)
        self.act, self.end, self.draw = act, time.monotonic() + seconds, draw
        self.failed = None

    def run(self):
        try:
            while time.monotonic() < self.end:
                if self.act() is False:
                    return
                time.sleep(self.draw.uniform(0, 0.01))
        except OSError:
            return


@case("P01", "a file grows while it settles, is copied, after it was claimed", ci=1)
class Grows:
    """The copy is whole whenever it is taken: its digests are those of bytes that lay there at one moment."""

    def tries(self, bench, draw, full):
        for run in range(8 if full else 2):
            yield str(run)

    def one(self, bench, key, draw, tally):
        trial = Trial(bench, "small")
        try:
            trial.start()
            packet = made("01-treatment-whole", 1)
            grown = next(path for path in packet.files if path.endswith(b".txt"))
            whole = packet.files[grown]
            top = os.path.join(os.fsencode(trial.inbox()), packet.name.encode())
            os.mkdir(top)
            half = Packet({**packet.files, grown: whole[:len(whole) // 2]}, None)
            half.write(top)
            target = os.path.join(top, grown)
            # Slower than the settle time at some places, faster at others.
            with open(target, "ab") as file:
                rest = whole[len(whole) // 2:]
                step = max(1, len(rest) // 12)
                for at in range(0, len(rest), step):
                    file.write(rest[at:at + step])
                    file.flush()
                    time.sleep(draw.uniform(0, 0.09))
            trial.drops.append(Drop("main", packet))
            trial.until(lambda: trial.ledger_says("SELECT count(*) FROM packets WHERE state IN ('released','held','rejected')")
                        not in (None, [(0,)]), 30, "its claim")
            time.sleep(0.6)
            self.only_whole_leaves(trial, packet, tally)
            trial.stop()
        finally:
            trial.remove()

    @staticmethod
    def only_whole_leaves(trial, packet, tally):
        """A copy of half a file disagrees with the digest that the request lists: it never leaves."""
        for number, fingerprint, state in trial.ledger("SELECT number, fingerprint, state FROM packets"):
            if state == "released" and fingerprint != packet.fingerprint:
                tally.violations.append(f"packet {number} was released with bytes that were not all there")
        tally.counts["dropped"] += 1


@case("P02", "a file is rewritten in place, with its size and mtime, while it is taken", ci=1)
class Rewritten:
    def tries(self, bench, draw, full):
        for run in range(8 if full else 2):
            yield str(run)

    def one(self, bench, key, draw, tally):
        trial = Trial(bench, "small")
        try:
            trial.start()
            packet = made("01-treatment-whole", 1)
            path = next(path for path in packet.files if path.endswith(b"ccd.xml"))
            target = os.path.join(os.fsencode(trial.inbox()), packet.name.encode(), path)
            swap = packet.files[path].replace(b"apixaban", b"warfarin")
            pieces = [packet.files[path], swap]

            def rewrite():
                if not os.path.exists(target):
                    return None
                times = os.stat(target)
                with open(target, "r+b") as file:
                    file.write(pieces[draw.randrange(2)])
                os.utime(target, ns=(times.st_atime_ns, times.st_mtime_ns))
                return None

            racer = Racer(rewrite, 2.0, draw)
            racer.start()
            drop(packet, trial.inbox(), marker=draw.random() < 0.5)
            racer.join()
            # What is left says in the end what its request says of it: until then its claim is rightly undone.
            if os.path.exists(target):
                with open(target, "r+b") as file:
                    file.write(packet.files[path])
            # It may have been claimed in the middle: each claim is whole.
            trial.until(lambda: not trial.ledger_says("SELECT 1 FROM packets WHERE state IN ('claimed','working')")
                        and trial.ledger_says("SELECT 1 FROM packets"), 30, "its claim")
            time.sleep(0.8)
            trial.stop()
            claimed_is_what_was_hashed(trial, tally, {made_of(packet, path, piece) for piece in pieces})
        finally:
            trial.remove()


def made_of(packet, path, data):
    return Packet({**packet.files, path: data}, None).fingerprint


def claimed_is_what_was_hashed(trial, tally, whole=()):
    """Copies are what the ledger says, and what was released is one of the versions that lay there as a whole."""
    model = Model(trial)
    model.read()
    for number, row in model.packets.items():
        room = {"held": "hold", "rejected": "rejected", "released": "archive"}.get(row["state"])
        if room and os.path.isdir(os.path.join(model.state, room, str(number))):
            model.folder_is_whole(room, number)
        if row["state"] == "released" and whole and row["fingerprint"] not in whole:
            model.no(f"packet {number} was released out of two versions")
    model.wanted = {}
    model.releases_are_delivered_once()
    model.events_agree()
    model.nothing_leaked()
    tally.violations += model.broken
    tally.counts["dropped"] += 1


@case("P03", "a file is replaced between listing and open; a folder is swapped for a link", ci=1)
class Swapped:
    def tries(self, bench, draw, full):
        for run in range(8 if full else 2):
            yield f"file:{run}"
            yield f"folder:{run}"

    def one(self, bench, key, draw, tally):
        what = key.split(":")[0]
        trial = Trial(bench, "small")
        try:
            secret = os.path.join(trial.scratch, "secret")
            os.mkdir(secret)
            for name in ("ccd.xml", "progress-note.txt"):
                with open(os.path.join(secret, name), "w") as file:
                    file.write("SECRET-OUTSIDE\n" * 50)
            trial.start()
            packet = made("01-treatment-whole", 1)
            top = os.path.join(trial.inbox(), packet.name)
            records = os.path.join(top, "records")

            def swap():
                if not os.path.isdir(top):
                    return None
                if what == "folder":
                    os.rename(records, records + ".x")
                    os.symlink(secret, records)
                    time.sleep(draw.uniform(0, 0.003))
                    os.unlink(records)
                    os.rename(records + ".x", records)
                else:
                    path = os.path.join(records, "progress-note.txt")
                    os.rename(path, path + ".x")
                    os.symlink(os.path.join(secret, "progress-note.txt"), path)
                    time.sleep(draw.uniform(0, 0.003))
                    os.unlink(path)
                    os.rename(path + ".x", path)
                return None

            racer = Racer(swap, 2.0, draw)
            racer.start()
            drop(packet, trial.inbox(), marker=True)
            racer.join()
            time.sleep(1.0)
            trial.stop()
            claimed_is_what_was_hashed(trial, tally)
            for place, _, names in os.walk(trial.folder):
                for name in names:
                    path = os.path.join(place, name)
                    if os.path.isfile(path) and not os.path.islink(path) and "/inbox/" not in path:
                        with open(path, "rb") as file:
                            if b"SECRET-OUTSIDE" in file.read():
                                tally.violations.append(f"{name} holds bytes from outside of the packet")
            for name in os.listdir(secret):
                if os.path.getsize(os.path.join(secret, name)) != 15 * 50:
                    tally.violations.append("a file outside of the inbox was changed")
        finally:
            trial.remove()


@case("P04", "a packet is renamed, deleted, its marker removed, while it is claimed", ci=1)
class TakenBack:
    def tries(self, bench, draw, full):
        for run in range(8 if full else 2):
            for what in ("rename", "delete", "marker"):
                yield f"{what}:{run}"

    def one(self, bench, key, draw, tally):
        what = key.split(":")[0]
        trial = Trial(bench, "small")
        try:
            trial.start()
            packet = made("01-treatment-whole", 1)
            top = os.path.join(trial.inbox(), packet.name)
            trial.until(lambda: b"service.started" in trial.say(), 20, "its start")
            drop(packet, trial.inbox(), marker=True)
            time.sleep(draw.uniform(0, 0.08))
            try:
                if what == "rename":
                    os.rename(top, top + "-other")
                elif what == "marker":
                    os.unlink(os.path.join(top, ".ready"))
                else:
                    for place, folders, names in os.walk(top, topdown=False):
                        for name in names:
                            os.unlink(os.path.join(place, name))
                        for name in folders:
                            os.rmdir(os.path.join(place, name))
                    os.rmdir(top)
            except FileNotFoundError:
                pass
            time.sleep(1.0)
            if what != "delete":
                trial.drops.append(Drop("main", packet))
                return at_rest(trial, tally)
            trial.stop()
            claimed_is_what_was_hashed(trial, tally, {packet.fingerprint})
            rows = trial.ledger("SELECT state, count(*) FROM packets GROUP BY 1")
            left = trial.names_in()
            if left:
                # A producer who took back half of it left the rest; it is no packet, and is reported, not taken.
                tally.notes.append(f"{key}: {left} left, ledger {rows}")
        finally:
            trial.remove()


SPECIALS = {
    "link-to-file": lambda folder: os.symlink("/etc/passwd", os.path.join(folder, "x")),
    "link-to-folder": lambda folder: os.symlink("/etc", os.path.join(folder, "x")),
    "link-dangling": lambda folder: os.symlink("/nowhere", os.path.join(folder, "x")),
    "link-loop": lambda folder: os.symlink("x", os.path.join(folder, "x")),
    "link-to-memory": lambda folder: os.symlink("/proc/self/mem", os.path.join(folder, "x")),
    "link-up": lambda folder: os.symlink("../../../state/ledger.sqlite", os.path.join(folder, "x")),
    "hard-link": lambda folder: os.link(os.path.join(folder, "request.xml"), os.path.join(folder, "x.xml")),
    "fifo": lambda folder: os.mkfifo(os.path.join(folder, "x")),
    "socket": lambda folder: bound_socket(os.path.join(folder, "x")),
    "setuid": lambda folder: os.chmod(os.path.join(folder, "request.xml"), 0o6755),
    "mode-000": lambda folder: os.chmod(os.path.join(folder, "records", "progress-note.txt"), 0),
    "empty-file": lambda folder: open(os.path.join(folder, "records", "empty.txt"), "w").close(),
    "sparse": lambda folder: os.truncate(make_file(os.path.join(folder, "records", "huge.txt")), 1 << 40),
    "deep": lambda folder: os.makedirs(os.path.join(folder, *["d"] * 60)),
}
# What must become of each; "waiting" is: left alone and reported.
FATE = {"setuid": "released", "mode-000": "waiting", "empty-file": "any", "sparse": "waiting"}


def make_file(path):
    open(path, "w").close()
    return path


def bound_socket(path):
    here = os.getcwd()
    os.chdir(os.path.dirname(path))
    try:
        socket.socket(socket.AF_UNIX).bind(os.path.basename(path))
    finally:
        os.chdir(here)


@case("P05", "links, hard links, FIFOs, sockets, devices, odd modes, sparse and deep things in a packet",
      rows=("P05", "P06", "P07", "P08", "P12"), ci=6)
class Specials:
    def tries(self, bench, draw, full):
        yield from SPECIALS
        yield "device"
        yield "inbox-is-a-link"
        yield "packet-is-a-link"
        yield "packet-is-a-fifo"
        yield "many-files"

    def one(self, bench, key, draw, tally):
        trial = Trial(bench, "small")
        try:
            began = time.monotonic()
            getattr(self, key.replace("-", "_"), self.inside)(trial, key, tally)
            # Its neighbour goes on.
            trial.drop_made("13-flat-treatment", 77, "north")
            status = trial.work()
            if status not in (0, 2, 75):
                tally.violations.append(f"it ended with {status}")
            for _ in range(2):
                trial.work()
            tally.hostile = max(tally.hostile, time.monotonic() - began)
            trial.others = self.left(trial)
            finish(trial, tally, Model(trial))
        finally:
            trial.remove()

    @staticmethod
    def left(trial):
        return [name for name in trial.names_in() if b"mode-000" in name or b"sparse" in name or b"-x-" in name
                or name.rsplit(b"/", 1)[-1].startswith(b".refused-")]

    @staticmethod
    def inside(trial, key, tally):
        packet = made("01-treatment-whole", 5)
        packet.name = f"canary-{key}"
        trial.drop_packet(packet, outcome=FATE.get(key, "rejected"), also=SPECIALS[key], marker=True)
        if key == "empty-file":
            # A file that the request does not list: it is another packet than the sample's.
            packet.files[b"records/empty.txt"] = b""
            trial.drops[-1].outcome = "rejected"
        if key == "hard-link":
            packet.files.pop(b"request.xml")
        if key == "mode-000":
            packet.files.pop(b"records/progress-note.txt")

    @staticmethod
    def device(trial, key, tally):
        packet = made("01-treatment-whole", 5)

        def also(folder):
            trial.bench.helper.ask("mknod", os.path.join(folder, "x"), "c", "1", "5")
        trial.drop_packet(packet, outcome="rejected", also=also)

    @staticmethod
    def inbox_is_a_link(trial, key, tally):
        inbox = trial.inbox("west")
        os.rename(inbox, inbox + ".real")
        os.symlink(inbox + ".real", inbox)
        if trial.work() != 78:
            tally.violations.append("it started with an inbox that is a link")
        os.unlink(inbox)
        os.rename(inbox + ".real", inbox)

    @staticmethod
    def packet_is_a_link(trial, key, tally):
        outside = os.path.join(trial.scratch, "outside")
        os.mkdir(outside)
        made("01-treatment-whole", 5).write(outside)
        os.symlink(outside, os.path.join(trial.inbox(), "canary-link"))
        open(os.path.join(trial.inbox(), "canary-link.ready"), "w").close()
        trial.drops.append(Drop("main", Packet({}, "rejected")))
        trial.drops[-1].name = b"canary-link"
        trial.work()
        if sorted(os.listdir(outside)) != ["records", "request.xml"]:
            tally.violations.append("what the link points to was touched")

    @staticmethod
    def packet_is_a_fifo(trial, key, tally):
        os.mkfifo(os.path.join(trial.inbox(), "canary-fifo"))
        open(os.path.join(trial.inbox(), "canary-fifo.ready"), "w").close()
        trial.drops.append(Drop("main", Packet({}, "rejected")))

    @staticmethod
    def many_files(trial, key, tally):
        packet = made("01-treatment-whole", 5)
        packet.name = "canary-x-many"
        for number in range(6000):
            packet.files[b"records/n%05d" % number] = b""
        trial.drop_packet(packet, outcome="waiting")


NAMES = {
    "newline": b"canary\nname", "escape": b"canary\x1b[31mred\x1b[0m", "bidi": "canary\u202egpj.exe".encode(),
    "invalid-utf-8": b"canary\xff\xfe", "255-bytes": b"canary" + b"n" * 249, "dash": b"-rf canary", "spaces": b"  canary  ",
    "dot-at-end": b"canary.", "CON": b"CON", "quote": b"canary'\"$(x)`y`", "carriage-return": b"canary\rname",
    "bell": b"canary\x07\x08", "percent": b"canary%s%n%00", "NFC": "canary-é".encode(), "NFD": "canary-e\u0301".encode(),
    "zero-width": "canary\u200b\u2066x".encode(), "one-byte": b"\x01", "separators": b"canary;|&>",
}


@case("P09", "names: control characters, bidi marks, invalid UTF-8, 255 bytes, twins", rows=("P09", "N01"), ci=4)
class Names:
    def tries(self, bench, draw, full):
        for name in NAMES:
            yield f"packet:{name}"
            yield f"file:{name}"
        yield "twins:NFC-NFD"
        yield "twins:case"
        yield "all:packet"

    def one(self, bench, key, draw, tally):
        what, name = key.split(":")
        trial = Trial(bench, "small")
        try:
            if what == "packet":
                packet = made("01-treatment-whole", 3)
                packet.name = os.fsdecode(NAMES[name])
                self.drop_named(trial, packet, NAMES[name])
            elif what == "file":
                packet = made("01-treatment-whole", 3)
                packet.files[b"records/" + NAMES[name]] = b"nothing that a request lists\n"
                trial.drop_packet(packet, outcome="rejected")
            elif what == "all":
                for number, each in enumerate(NAMES.values()):
                    packet = made("01-treatment-whole", number)
                    self.drop_named(trial, packet, each)
            else:
                twins = [NAMES["NFC"], NAMES["NFD"]] if name == "NFC-NFD" else [b"canary-A", b"canary-a"]
                for number, twin in enumerate(twins):
                    self.drop_named(trial, made("01-treatment-whole", number), twin)
            trial.work()
            trial.recover()
            done = trial.run("status", trial.folder)
            self.is_one_line_each(done.stdout + trial.say().decode(errors="surrogateescape"), tally)
            done = trial.run("status", trial.folder, "--json")
            json.loads(done.stdout)
            finish(trial, tally, Model(trial))
        finally:
            trial.remove()

    @staticmethod
    def drop_named(trial, packet, name):
        top = os.path.join(os.fsencode(trial.inbox()), name)
        hidden = os.path.join(os.fsencode(trial.scratch), b"making")
        os.mkdir(hidden)
        packet.write(hidden)
        open(os.path.join(hidden, b".ready"), "wb").close()
        os.rename(hidden, top)
        trial.drops.append(Drop("main", packet))
        trial.drops[-1].name = name

    @staticmethod
    def is_one_line_each(text, tally):
        for character in text:
            if character != "\n" and (ord(character) < 0x20 or 0x7f <= ord(character) < 0xa0 or character in "\u202e\u2066\u200b"):
                tally.violations.append(f"{character!r} reached the terminal or the log")
                return


@case("P10", "no request, two, a broken one; markers too early, alone, names of half-written things", rows=("P10", "P11"), ci=3)
class Incomplete:
    def tries(self, bench, draw, full):
        yield from ("no-request-marked", "no-request", "two-requests", "marker-alone", "tmp-name", "part-inside",
                    "listed-missing", "listed-missing-marked", "flat-missing", "digest-disagrees", "dot-file", "archive",
                    "empty-folder")

    def one(self, bench, key, draw, tally):
        trial = Trial(bench, "small")
        try:
            packet = made("01-treatment-whole", 2)
            request = packet.files[b"request.xml"]
            note = b"records/progress-note.txt"
            outcome, marker, flat = "rejected", True, False
            if key.startswith("no-request"):
                packet.files.pop(b"request.xml")
                marker = key.endswith("marked")
                outcome = "rejected" if marker else "waiting"
            elif key == "two-requests":
                packet.files[b"request.json"] = b"{}"
            elif key == "tmp-name":
                packet.name, outcome, marker = "canary.tmp", "waiting", False
            elif key == "part-inside":
                packet.files[b"records/x.part"] = b"half"
                outcome = "waiting"
            elif key.startswith("listed-missing"):
                packet.files.pop(note)
                marker = key.endswith("marked")
            elif key == "flat-missing":
                packet = made("13-flat-treatment", 2)
                packet.files.pop(next(path for path in packet.files if path.endswith(b".hl7")))
                outcome, marker = "waiting", False
            elif key == "digest-disagrees":
                # Taken on the word of its digests, and given back: it may still be under way.
                packet.files[note] = packet.files[note][:-2] + b"!\n"
                outcome, marker = "waiting", False
            elif key == "dot-file":
                packet.files[b".hidden"] = b"what the request does not list\n"
            elif key == "archive":
                packet = Packet({b"canary.zip": b"PK\x05\x06" + bytes(18)}, "rejected", flat=True)
                with open(os.path.join(trial.inbox(), "canary.zip"), "wb") as file:
                    file.write(packet.files[b"canary.zip"])
                trial.drops.append(DropOf("main", packet, b"canary.zip", "rejected"))
            elif key == "marker-alone":
                open(os.path.join(trial.inbox(), "canary-late.ready"), "w").close()
                trial.others = [b"canary-late.ready"]
            elif key == "empty-folder":
                os.mkdir(os.path.join(trial.inbox(), "canary-empty"))
                trial.others = [b"canary-empty"]
            if key not in ("archive", "marker-alone", "empty-folder"):
                assert request
                trial.drop_packet(packet, outcome=outcome, marker=marker)
            trial.drop_made("13-flat-treatment", 77, "north")
            trial.work()
            trial.work()
            finish(trial, tally, Model(trial))
        finally:
            trial.remove()


class DropOf(Drop):
    def __init__(self, source, packet, name, outcome):
        self.source, self.packet, self.name, self.outcome = source, packet, name, outcome


@case("P14", "a rejected packet is dropped again, and again", ci=1)
class Again:
    def tries(self, bench, draw, full):
        yield "100" if full else "15"

    def one(self, bench, key, draw, tally):
        trial = Trial(bench, "small")
        try:
            trial.start()
            for number in range(int(key)):
                trial.drop_made("10-rejected-malformed-request", 1, name=f"canary-again-{number}")
            at_rest(trial, tally, 120)
            rejected = os.listdir(os.path.join(trial.folder, "state", "rejected"))
            if len(rejected) != 1:
                tally.violations.append(f"{len(rejected)} copies of one rejected packet are kept")
        finally:
            trial.remove()


@case("O02", "one packet dropped in two sources, in two names, as folder and flat, at the same time", rows=("O02", "O03"), ci=2)
class Repeats:
    def tries(self, bench, draw, full):
        for run in range(4 if full else 1):
            yield f"sources:{run}"
            yield f"names:{run}"
            yield f"flat:{run}"
        yield "same-id-other-bytes"

    def one(self, bench, key, draw, tally):
        trial = Trial(bench, "small")
        try:
            trial.start()
            what = key.split(":")[0]
            if what == "same-id-other-bytes":
                trial.drop_made("01-treatment-whole", 1)
                trial.until(trial.is_at_rest, 30, "the first")
                other = made("01-treatment-whole", 1)
                note = b"records/progress-note.txt"
                before = other.files[note]
                other.files[note] = before.replace(b"14-day", b"21-day")
                other.files[b"request.xml"] = other.files[b"request.xml"].replace(
                    hashlib.sha256(before).hexdigest().encode(), hashlib.sha256(other.files[note]).hexdigest().encode())
                assert other.files[note] != before
                other.name = "canary-other"
                trial.drop_packet(other, outcome="held")
            elif what == "flat":
                # The same files under other names are another packet: held as a repeat of the release by the policy, or
                # released once; never twice to one recipient.
                trial.drop_made("13-flat-treatment", 1)
                trial.drop_made("13-flat-treatment", 1, "north")
            else:
                for number, source in enumerate(("main", "north", "south") if what == "sources" else ("main",) * 3):
                    trial.drop_made("01-treatment-whole", 1, source, name=f"canary-{number}")
            trial.until(trial.is_at_rest, 40, "rest")
            trial.stop()
            sent = trial.ledger("SELECT count(*) FROM releases WHERE state IN ('delivered', 'acknowledged')")[0][0]
            if sent != 1:
                tally.violations.append(f"{sent} releases of one packet")
                tally.counts["twice"] += sent - 1
            finish(trial, tally, Model(trial))
        finally:
            trial.remove()


@case("O01", "a second daemon on the tree, with and without load; a stale lock file; a copied tree", rows=("O01",), ci=1)
class TwoDaemons:
    def tries(self, bench, draw, full):
        yield from ("idle", "load", "stale", "killed")

    def one(self, bench, key, draw, tally):
        trial = Trial(bench, "small")
        try:
            if key == "stale":
                with open(os.path.join(trial.folder, "state", "lock"), "w") as file:
                    file.write("1\n")
                os.chmod(os.path.join(trial.folder, "state", "lock"), 0o600)
            trial.start()
            if key in ("load", "killed"):
                for number in range(8):
                    trial.drop_made("13-flat-treatment", number)
            trial.until(lambda: b"service.started" in trial.say(), 20, "its start")
            if key == "killed":
                trial.kill()
                trial.start()
            else:
                for verb in ("serve", "run"):
                    done = subprocess.run([trial.binary, verb, trial.folder], capture_output=True, text=True, timeout=20,
                                          env=trial.environment)
                    if done.returncode != 75 or str(trial.daemon.pid) not in done.stderr:
                        tally.violations.append(f"a second {verb} ended with {done.returncode}: {done.stderr[-200:]}")
            if not trial.drops:
                trial.drop_made("13-flat-treatment", 1)
            at_rest(trial, tally)
        finally:
            trial.remove()


@case("O05", "SIGHUP with good, bad and half-written configuration in mid-work", rows=("O05", "K05", "C07"), ci=1)
class Reloads:
    def tries(self, bench, draw, full):
        for run in range(4 if full else 1):
            yield str(run)

    def one(self, bench, key, draw, tally):
        trial = Trial(bench, "small")
        try:
            path = os.path.join(trial.folder, "chartgate.yaml")
            with open(path) as file:
                good = file.read()
            trial.start()
            trial.until(lambda: b"service.started" in trial.say(), 20, "its start")
            for number in range(16):
                trial.drop_made(draw.choice(["13-flat-treatment", "06-held-other-patient"]), number,
                                draw.choice(["main", "north"]))
                text = draw.choice([good, good + "nonsense: [", good[:len(good) // 2], good.replace("poll: 50ms", "poll: 60ms")])
                with open(path, "w") as file:
                    file.write(text)
                trial.daemon.send_signal(1)
                time.sleep(draw.uniform(0, 0.1))
            with open(path, "w") as file:
                file.write(good)
            trial.daemon.send_signal(1)
            at_rest(trial, tally)
            mixed = trial.ledger("SELECT packet FROM attempts GROUP BY packet, attempt HAVING count(DISTINCT policy) > 1")
            if mixed:
                tally.violations.append(f"attempts of two policies: {mixed}")
        finally:
            trial.remove()


@case("O07", "one source floods; the others' packets are not behind it", ci=1)
class Flood:
    def tries(self, bench, draw, full):
        yield "200" if full else "40"

    def one(self, bench, key, draw, tally):
        trial = Trial(bench, "small")
        try:
            for number in range(int(key)):
                trial.drop_made("06-held-other-patient", number)
            for index, source in enumerate(("north", "south", "west")):
                trial.drop_made("13-flat-treatment", 9000 + index, source)
            trial.start()
            trial.until(trial.is_at_rest, 240, "rest")
            trial.stop()
            finish(trial, tally, Model(trial))
            last = trial.ledger("SELECT max(number) FROM packets WHERE source <> 'main'")[0][0]
            if last > 16:
                tally.violations.append(f"a packet of a quiet source was claimed as the {last}th")
        finally:
            trial.remove()

