"""Power cuts: of real file systems on images, and every state that a recorded run could have left."""
import hashlib
import os
import random
import shutil
import time

from cases import Tally, case
from crash import finish
from model import Model
from mounts import Volume
from templates import command
from trial import Broken, Trial


@case("C06", "power cuts of a real XFS and ext4 under load", rows=("C06",), ci=1)
class RealDisk:
    def tries(self, bench, draw, full):
        for kind in ("xfs", "ext4"):
            for run in range(4 if full else 1):
                yield f"{kind}:{run}"

    def one(self, bench, key, draw, tally):
        kind = key.split(":")[0]
        trial = Trial(bench, "small")
        volume = None
        try:
            base = os.path.join(trial.scratch, "disk")
            volume = Volume(trial, kind, base)
            house = os.path.join(base, "house")
            shutil.move(trial.folder, house)
            trial.folder = house
            number = 0
            for _ in range(6):
                trial.start()
                for _ in range(draw.randint(1, 4)):
                    trial.drop_made(draw.choice(["13-flat-treatment", "06-held-other-patient", "01-treatment-whole",
                                                 "10-rejected-malformed-request"]), number)
                    number += 1
                    # The producer's own bytes are safe: what happens to those that are not is the producer's.
                    volume.helper.ask("sync", "-f", base)
                time.sleep(draw.uniform(0.02, 0.6))
                volume.cut_power()
                trial.kill()
                volume.helper.ask("umount", base)
                volume.mount()
            trial.recover()
            finish(trial, tally, Model(trial))
            tally.points.add((kind, key))
        finally:
            if volume:
                if trial.daemon and trial.daemon.poll() is None:
                    trial.kill()
                volume.leave()
            trial.remove()


class Node:
    """A file or folder as the disk knows it: what is safe, and what is not yet."""

    def __init__(self, is_folder, stamp=None):
        self.is_folder = is_folder
        self.data = b""  # of a file, as the page cache has it
        self.safe = b""  # as the disk surely has it
        self.writes = []  # since the last sync: (offset, bytes), or (length,) for a cut
        self.stamp = stamp  # (inode, change time) that the daemon saw of a file in an inbox


class Tape:
    """A recorded run, and the states that a power cut could leave at each of its calls.

    `journal`: names become safe in their order, as on ext4 and XFS, and any sync makes all names before it safe.
    `posix`: a name is safe when its folder is synced; of the others any may be there or not. A rename is there or not
    as a whole. In both, the bytes of a file that was not synced may be there, missing, or there in part."""

    def __init__(self, folder, trace, before):
        self.root = folder
        self.calls = list(self.read(trace))
        self.before = before  # {path: (data or None for a folder, stamp)}

    def read(self, path):
        with open(path, "rb") as file:
            tape = file.read()
        at = 0
        while at < len(tape):
            end = tape.index(b"\n", at)
            line = tape[at:end]
            at = end + 1
            verb, rest = line.split(b" ", 1)
            data = b""
            if verb == b"write":
                offset, count, name = rest.split(b" ", 2)
                data = tape[at:at + int(count)]
                at += int(count)
                rest = (int(offset), name)
            elif verb == b"truncate":
                length, name = rest.split(b" ", 1)
                rest = (int(length), name)
            elif verb == b"rename":
                rest = tuple(rest.split(b"\t"))
            at += 1
            if not (rest if isinstance(rest, bytes) else rest[-1]).endswith(b"-shm"):
                yield verb.decode(), rest, data

    def relative(self, path):
        return os.path.relpath(path, os.fsencode(self.root)) if path.startswith(os.fsencode(self.root)) else None

    def states(self, model, draw, limit):
        """Yields (number of the call, tree), distinct ones: {path: (bytes or None, stamp)}."""
        nodes = {}
        for path, (data, stamp) in self.before.items():
            node = nodes[path] = Node(data is None, stamp)
            node.data = node.safe = data or b""
        now = dict(nodes)  # as the running program sees it
        safe = dict(nodes)  # names that are surely on the disk
        pending = []  # operations on names since
        seen = set()
        count = 0
        for number, (verb, what, data) in enumerate(self.calls, 1):
            self.apply(verb, what, data, now, pending)
            if verb == "fsync":
                path = self.relative(what)
                node = now.get(path)
                if node is not None and not node.is_folder:
                    node.safe, node.writes = node.data, []
                if model == "journal":
                    for operation in pending:
                        self.name(operation, safe)
                    pending.clear()
                else:
                    here = [op for op in pending if self.touches(op, path)]
                    for operation in here:
                        # What it builds on is safe with it.
                        for earlier in [op for op in pending[:pending.index(operation)] if self.depends(operation, op)]:
                            self.name(earlier, safe)
                            pending.remove(earlier)
                        self.name(operation, safe)
                        pending.remove(operation)
            for tree in self.leftovers(model, safe, pending, draw):
                key = hash(frozenset((path, data) for path, (data, _) in tree.items()))
                if key in seen:
                    continue
                seen.add(key)
                count += 1
                self.visible = {path: node.data for path, node in now.items()
                                if path.startswith(b"outbox/") and b"/d0" in path and b".staging" not in path}
                yield number, tree
                if count >= limit:
                    return

    @staticmethod
    def touches(operation, path):
        return any(os.path.dirname(name) == path or name == path for name in operation[1:3] if isinstance(name, bytes))

    @staticmethod
    def depends(later, earlier):
        """A name in a folder wants that folder; a rename or removal wants the name."""
        mine = [name for name in later[1:3] if isinstance(name, bytes)]
        theirs = [name for name in earlier[1:3] if isinstance(name, bytes)]
        return any(a == b or a.startswith(b + b"/") for a in mine for b in theirs)

    def apply(self, verb, what, data, now, pending):
        if verb == "write":
            offset, name = what
            node = now.get(self.relative(name))
            if node is not None:
                node.data = node.data[:offset].ljust(offset, b"\0") + data + node.data[offset + len(data):]
                node.writes.append((offset, data))
        elif verb == "truncate":
            length, name = what
            node = now.get(self.relative(name))
            if node is not None:
                node.data = node.data[:length].ljust(length, b"\0")
                node.writes.append((length,))
        elif verb in ("create", "mkdir"):
            operation = ("add", self.relative(what), None, Node(verb == "mkdir"))
            self.name(operation, now)
            pending.append(operation)
        elif verb in ("unlink", "rmdir"):
            operation = ("remove", self.relative(what), None, None)
            self.name(operation, now)
            pending.append(operation)
        elif verb == "rename":
            operation = ("rename", self.relative(what[0]), self.relative(what[1]), None)
            self.name(operation, now)
            pending.append(operation)

    @staticmethod
    def name(operation, tree):
        verb, path, other, node = operation
        if verb == "add":
            tree[path] = node
        elif verb == "remove":
            tree.pop(path, None)
        elif path in tree:
            for name in [name for name in tree if name == path or name.startswith(path + b"/")]:
                tree[other + name[len(path):]] = tree.pop(name)

    def leftovers(self, model, safe, pending, draw):
        """All of few, a drawn share of many."""
        if model == "journal":
            choices = [pending[:length] for length in range(len(pending) + 1)]
        elif len(pending) <= 4:
            choices = [[op for bit, op in enumerate(pending) if mask >> bit & 1] for mask in range(1 << len(pending))]
        else:
            choices = [[], list(pending)] + [[op] for op in pending] + [[o for o in pending if o is not op] for op in pending]
            choices += [[op for op in pending if draw.random() < 0.5] for _ in range(8)]
        for chosen in choices:
            tree = dict(safe)
            for operation in chosen:
                self.name(operation, tree)
            # What lies in a folder that is not there is not there either.
            tree = {path: node for path, node in tree.items() if self.is_reached(path, tree)}
            dirty = [path for path, node in tree.items() if node.writes]
            for pick in self.bytes_of(dirty, tree, draw):
                yield {path: (None if node.is_folder else pick.get(path, node.data), node.stamp) for path, node in tree.items()}

    @staticmethod
    def is_reached(path, tree):
        while (path := os.path.dirname(path)) not in (b"", b"."):
            if path not in tree:
                return False
        return True

    def bytes_of(self, dirty, tree, draw):
        """Of each file that was not synced: all of it, nothing, or a part. Pages are written in any order."""
        yield {}
        if not dirty:
            return
        yield {path: tree[path].safe for path in dirty}
        for path in dirty:
            node = tree[path]
            yield {path: node.safe}
            for _ in range(2):
                some = [write for write in node.writes if draw.random() < 0.5]
                yield {path: replay(node.safe, some)}
            cut = draw.randrange(len(node.writes)) if node.writes else 0
            yield {path: replay(node.safe, node.writes[:cut])}


def replay(data, writes):
    for write in writes:
        if len(write) == 1:
            data = data[:write[0]].ljust(write[0], b"\0")
        else:
            offset, new = write
            data = data[:offset].ljust(offset, b"\0") + new + data[offset + len(new):]
    return data


@case("C05", "each state that a power cut could leave of a recorded run, by two models of a disk", rows=("C05", "C09", "C11"), ci=2)
class EachState:
    """The states of one run are worked through in shares, so that both processors have work."""

    def tries(self, bench, draw, full):
        for template in ("folder", "hold", "release", "repeat") if full else ("folder",):
            for model in ("journal", "posix"):
                # A share of all states in a full run; each seed has another.
                shares = 40 if full else 60
                for share in draw.sample(range(shares), 10 if full else shares):
                    yield f"{template}:{model}:{share}:{shares}"

    def one(self, bench, key, draw, tally):
        template, model, share, shares = key.split(":")
        # All shares draw alike, so that together they are the states of one tape.
        draw = random.Random(f"{template}{model}")
        recorded = Trial(bench, template)
        try:
            before = walk(recorded.folder)
            recorded.work(*command(recorded, template), record=recorded.trace, not_="ledger.sqlite-shm")
            tape = Tape(recorded.folder, recorded.trace, before)
            limit = 1500
            for index, (at, tree) in enumerate(tape.states(model, draw, limit)):
                if index % int(shares) == int(share):
                    self.recover_from(bench, template, index, at, tape.calls[at - 1], tree, recorded, tally)
                if len(tally.violations) > 5:
                    return
        finally:
            recorded.remove()

    def recover_from(self, bench, template, index, at, call, tree, recorded, tally, taken=None):
        trial = Trial(bench, None)
        try:
            trial.drops = recorded.drops
            with open(recorded.clock) as file:
                trial.set_clock(file.read())
            stamps = build(trial.folder, tree)
            with open(trial.trace + ".stamps", "w") as file:
                file.write("".join(f"{inode} {seen} {changed}\n" for inode, (seen, changed) in stamps.items()))
            trial.environment["FAULT_STAMPS"] = trial.trace + ".stamps"
            tally.states += 1
            trial.kills = 3
            try:
                trial.recover(under=trial.folder)
                broken = Model(trial, taken=taken, may_come_again=taken is not None).judge()
            except Broken as error:
                broken = error.violations
            name = call[1] if isinstance(call[1], bytes) else call[1][-1]
            where = f"state {index} after call {at} ({call[0]} {tail_of(name, recorded.folder)})"
            tally.violations += [f"{where}: {sentence}" for sentence in broken[:3]]
        finally:
            trial.remove()


@case("C11", "the transfer job took the bundle, then the power went: it comes at most once more, the same", rows=("C11",), ci=1)
class TakenThenCut(EachState):
    """Each state that is left once the bundle could be seen, with and without the names that the job removed."""

    def tries(self, bench, draw, full):
        for template in ("folder", "release"):
            for model in ("journal", "posix"):
                for share in range(4 if full else 24):
                    yield f"{template}:{model}:{share}:{4 if full else 24}"

    def one(self, bench, key, draw, tally):
        template, model, share, shares = key.split(":")
        draw = random.Random(f"{template}{model}")
        recorded = Trial(bench, template)
        try:
            before = walk(recorded.folder)
            recorded.work(record=recorded.trace)
            tape = Tape(recorded.folder, recorded.trace, before)
            seen = 0
            for at, tree in tape.states(model, draw, 5000):
                if not any(path.endswith(b".zip") for path in tape.visible):
                    continue
                seen += 1
                if seen % int(shares) != int(share):
                    continue
                taken = {os.path.basename(path).decode(): hashlib.sha256(data).hexdigest() for path, data in tape.visible.items()}
                tree = {path: value for path, value in tree.items() if path not in tape.visible}
                self.recover_from(bench, template, seen, at, tape.calls[at - 1], tree, recorded, tally, taken)
                if len(tally.violations) > 5:
                    return
        finally:
            recorded.remove()


@case("C05-mutants", "a daemon that leaves out one kind of sync is found by C05", rows=("C05",), ci=0)
class Unsynced(EachState):
    """The shim claims the sync and does not do it: as if its line were missing in the source."""

    left_out = {
        "ledger": "/ledger.sqlite-wal", "copies": "/.claim-1/f0", "copy-folder": "/state/work", "release": "/state/work/1/release",
        "inner-manifest": "/state/audit", "staged": "/.staging/d0", "outbox": "/outbox/direct"}
    kept = {"outbox": "/d0000"}

    def tries(self, bench, draw, full):
        yield from self.left_out

    def one(self, bench, key, draw, tally):
        draw = random.Random(key)
        recorded = Trial(bench, "folder")
        try:
            before = walk(recorded.folder)
            recorded.work(record=recorded.trace, mode="lie", at=1, times=0, calls="fsync,fdatasync", path=self.left_out[key],
                          not_=self.kept.get(key, "ledger.sqlite-shm"))
            tape = Tape(recorded.folder, recorded.trace, before)
            states = [state for model in ("journal", "posix") for state in tape.states(model, draw, 1500)]
            draw.shuffle(states)
            found = Tally()
            for index, (at, tree) in enumerate(states[:600]):
                self.recover_from(bench, "folder", index, at, tape.calls[at - 1], tree, recorded, found)
                if found.violations:
                    break
            tally.states += found.states
            if found.violations:
                tally.notes.append(f"without {key}: found in state {found.states}: {found.violations[0][:140]}")
            else:
                tally.violations.append(f"without the sync of {self.left_out[key]} all of {found.states} states hold")
        finally:
            recorded.remove()


def tail_of(name, folder):
    return name.decode(errors="replace").replace(folder, "")


def walk(folder):
    """{path: (bytes or None, (inode, change time))} of a tree; SQLite's shared memory is made anew after a cut."""
    tree = {}
    folder = os.fsencode(folder)
    for place, folders, names in os.walk(folder):
        for name in folders:
            tree[os.path.relpath(os.path.join(place, name), folder)] = (None, None)
        for name in names:
            path = os.path.join(place, name)
            if name.endswith(b"-shm"):
                continue
            with open(path, "rb") as file:
                status = os.stat(path)
                tree[os.path.relpath(path, folder)] = (file.read(), (status.st_ino, status.st_ctime_ns))
    return tree


def build(folder, tree):
    """Writes a tree; gives {inode: what the daemon saw of that file before the cut}, since a copy has other numbers."""
    stamps = {}
    top = os.fsencode(folder)
    os.mkdir(top, 0o750)
    for path in sorted(tree):
        data, stamp = tree[path]
        target = os.path.join(top, path)
        first = path.split(b"/")[0]
        if data is None:
            os.mkdir(target, 0o700 if first == b"state" or path.endswith(b".staging") else 0o750)
        else:
            with open(target, "wb") as file:
                file.write(data)
            os.chmod(target, 0o600 if first == b"state" else 0o640)
            if stamp:
                stamps[os.stat(target).st_ino] = stamp
    return stamps


