"""M, the model of FAULTS.md part 3: what must hold of a house at rest, whatever was done to it.

It judges by what lies on the disk and stands in the ledger, against what was dropped; it knows no code of the daemon.
"""
import collections
import encodings.cp437  # noqa: F401  (zipfile wants it, and a process that changed its user may not find it)
import hashlib
import json
import os
import re
import sqlite3
import subprocess
import zipfile

from packets import CANARY
from trial import SOURCES, digest

ROOMS = {"claimed": "work", "working": "work", "held": "hold", "rejected": "rejected", "released": "archive"}
AFTER = {
    "packet.claimed": "claimed", "packet.repeated": "closed", "attempt.begun": "working", "attempt.failed": "claimed",
    "packet.held": "held", "packet.rejected": "rejected", "release.staged": "released", "packet.retried": "claimed",
    "packet.closed": "closed"}


class Model:
    """Judges one house. `broken` collects what does not hold, each as a sentence."""

    def __init__(self, trial, may_hold=(), taken=None, outbox=None, may_come_again=False):
        """may_hold: rules under which a fault may hold a packet that would have been released or rejected.
        taken: {name of a file: its digest} of what a transfer job took from the outbox.
        may_come_again: a power cut undid the rename of what was taken: it may come once more, the same (C11)."""
        self.trial = trial
        self.may_hold = set(may_hold)
        self.taken = taken or {}
        self.may_come_again = may_come_again
        self.state = os.path.join(trial.folder, "state")
        self.outbox = outbox or os.path.join(trial.folder, "outbox")
        self.broken = []
        self.counts = collections.Counter()

    def judge(self):
        try:
            self.read()
        except (sqlite3.Error, OSError) as error:
            self.broken.append(f"the ledger cannot be read: {error}")
            return self.broken
        self.each_drop_rests_once()
        self.inboxes_are_clean()
        self.rooms_hold_what_the_ledger_knows()
        self.releases_are_delivered_once()
        self.events_agree()
        self.nothing_leaked()
        return self.broken

    def no(self, sentence):
        self.broken.append(sentence)

    def read(self):
        database = sqlite3.connect(f"file:{os.path.join(self.state, 'ledger.sqlite')}?mode=ro", uri=True)
        database.row_factory = sqlite3.Row
        try:
            rows = lambda query: database.execute(query).fetchall()  # noqa: E731
            self.packets = {row["number"]: row for row in rows("SELECT * FROM packets")}
            self.files = collections.defaultdict(list)
            for row in rows("SELECT * FROM files ORDER BY packet, path"):
                self.files[row["packet"]].append(row)
            self.findings = collections.defaultdict(list)
            for row in rows("SELECT * FROM findings ORDER BY packet, position"):
                self.findings[row["packet"]].append(row)
            self.releases = rows("SELECT * FROM releases")
            self.release_files = collections.defaultdict(list)
            for row in rows("SELECT * FROM release_files ORDER BY disclosure, position"):
                self.release_files[row["disclosure"]].append(row)
            self.disclosures = rows("SELECT * FROM disclosures")
            self.events = rows("SELECT * FROM events ORDER BY sequence")
            for check in ("integrity_check", "foreign_key_check"):
                found = [tuple(row) for row in rows(f"PRAGMA {check}")]
                if found not in ([], [("ok",)]):
                    self.no(f"SQLite's {check} says {found[:3]}")
        finally:
            database.close()

    # --- (1) each packet rests once -----------------------------------------------------------------------------------

    def each_drop_rests_once(self):
        by_fingerprint = collections.defaultdict(list)
        for row in self.packets.values():
            by_fingerprint[row["fingerprint"]].append(row)
        dropped = collections.Counter(drop.packet.fingerprint for drop in self.trial.drops if drop.outcome != "waiting")
        self.wanted = {}
        for drop in self.trial.drops:
            if drop.outcome == "waiting":
                self.still_waits(drop)
                continue
            self.counts["dropped"] += 1
            self.wanted[drop.packet.fingerprint] = drop
        for fingerprint, drop in self.wanted.items():
            rows = by_fingerprint.pop(fingerprint, [])
            firsts = [row for row in rows if row["repeats"] is None]
            if not rows:
                self.no(f"{drop.packet.sample or drop.name!r} is lost: the ledger does not know it")
                self.counts["lost"] += 1
                continue
            if len(firsts) != 1:
                self.no(f"{drop.packet.sample or drop.name!r} was claimed {len(firsts)} times as new")
                continue
            if len(rows) > dropped[fingerprint]:
                self.no(f"packet {firsts[0]['number']} was dropped {dropped[fingerprint]} times and claimed {len(rows)}")
            self.rests_as_wanted(drop, firsts[0])
        for rows in by_fingerprint.values():
            for row in rows:
                self.no(f"packet {row['number']} is nothing that was dropped")

    def rests_as_wanted(self, drop, row):
        state, number = row["state"], row["number"]
        rules = [finding["rule"] for finding in self.findings[number] if finding["verdict"] in ("hold", "reject")]
        self.counts[state] += 1
        if state in ("claimed", "working"):
            self.counts["waiting"] += 1
            return self.no(f"packet {number} does not rest: it is {state}")
        if state == drop.outcome or (drop.outcome == "replaced" and state == "closed"):
            return None
        if state in ("held", "rejected") and self.may_hold & set(rules):
            return None
        return self.no(f"packet {number} ({drop.packet.sample}) is {state} for {rules}, not {drop.outcome}")

    def still_waits(self, drop):
        """Nothing of it was taken, and no byte of it changed."""
        inbox = os.fsencode(self.trial.inbox(drop.source))
        top = inbox if drop.packet.flat else os.path.join(inbox, drop.name)
        for path, data in drop.packet.files.items():
            try:
                with open(os.path.join(top, path), "rb") as file:
                    if file.read() != data:
                        self.no(f"a file of {drop.packet.sample} changed in its inbox")
            except OSError:
                self.no(f"a file of {drop.packet.sample} that was not to be taken is gone")
        if any(row["fingerprint"] == drop.packet.fingerprint for row in self.packets.values()):
            self.no(f"{drop.packet.sample} was taken, and was not to be")

    # --- (5) nothing is left ------------------------------------------------------------------------------------------

    def inboxes_are_clean(self):
        waiting = set()
        for drop in self.trial.drops:
            if drop.outcome != "waiting":
                continue
            names = drop.packet.files if drop.packet.flat else [drop.name]
            waiting |= {(drop.source, name) for name in names}
        for source in SOURCES:
            for name in self.trial.names_in(source):
                if (source, name) not in waiting and name not in getattr(self.trial, "others", ()):
                    self.no(f"{name!r} is left in the inbox of {source}")

    def rooms_hold_what_the_ledger_knows(self):
        for room in ("work", "hold", "rejected", "archive"):
            wanted = {str(number) for number, row in self.packets.items() if ROOMS.get(row["state"]) == room}
            folder = os.path.join(self.state, room)
            there = set(os.listdir(folder)) if os.path.isdir(folder) else set()
            if wanted != there:
                self.no(f"{room}/ holds {sorted(there)} and should hold {sorted(wanted)}")
            for number in sorted(wanted & there, key=int):
                self.folder_is_whole(room, int(number))
        names = set(os.listdir(os.path.join(self.state, "audit")))
        wanted = {f"{row['disclosure']}.json" for row in self.releases}
        if names != wanted:
            self.no(f"audit/ holds {sorted(names)} and should hold {sorted(wanted)}")
        known = {"work", "hold", "rejected", "archive", "audit", "ledger.sqlite", "ledger.sqlite-wal",
                 "ledger.sqlite-shm", "ledger.sqlite-mark", "house.key", "lock", "control.sock", "metrics.sock",
                 "metrics.prom"}
        for name in set(os.listdir(self.state)) - known:
            self.no(f"state/{name} is nothing of ours")
        for channel in os.listdir(self.outbox):
            staging = os.path.join(self.outbox, channel, ".staging")
            if os.path.isdir(staging) and os.listdir(staging):
                self.no(f"{channel}/.staging holds {sorted(os.listdir(staging))}")

    def folder_is_whole(self, room, number):
        folder = os.path.join(self.state, room, str(number))
        wanted = set()
        whole = hashlib.sha256()
        for index, file in enumerate(self.files[number]):
            name = f"f{index + 1:05d}"
            wanted.add(name)
            path = os.path.join(folder, name)
            if not os.path.isfile(path) or digest(path) != file["digest"]:
                self.no(f"{room}/{number}/{name} is not what was claimed")
                continue
            length = os.path.getsize(path)
            path = bytes(file["path"])
            whole.update(len(path).to_bytes(8, "big") + path + length.to_bytes(8, "big") + bytes.fromhex(file["digest"]))
        if whole.hexdigest() != self.packets[number]["fingerprint"]:
            self.no(f"packet {number}'s fingerprint is not that of its files")
        if room in ("hold", "rejected"):
            wanted |= {"reasons.json", "reasons.txt"}
        releases = [row for row in self.releases if row["packet"] == number]
        there = set(os.listdir(folder))
        if releases:
            there.discard("release")
        if there != wanted:
            self.no(f"{room}/{number} holds {sorted(there)} and should hold {sorted(wanted)}")

    # --- (1, 2, 3) releases -------------------------------------------------------------------------------------------

    def releases_are_delivered_once(self):
        left = collections.Counter()
        in_outbox = {}
        for channel in os.listdir(self.outbox):
            for place, _, names in os.walk(os.path.join(self.outbox, channel)):
                for name in names:
                    if name == ".chartgate-mount":
                        continue
                    if name in in_outbox:
                        self.no(f"{name} lies twice in the outbox")
                        self.counts["twice"] += 1
                    if os.path.basename(place) != ".staging":
                        in_outbox[name] = os.path.join(place, name)
        disclosed = collections.Counter(row["packet"] for row in self.disclosures)
        for packet, count in disclosed.items():
            if count > 1:
                self.no(f"packet {packet} has {count} disclosures")
                self.counts["twice"] += 1
        for row in self.releases:
            identity, state = row["disclosure"], row["state"]
            if state in ("staged", "intended"):
                self.no(f"release {identity} is {state}: it does not rest")
                continue
            files = self.release_files[identity]
            has_left = any(file["disclosure"] == identity for file in self.disclosures)
            if state == "failed":
                if has_left:
                    self.no(f"release {identity} failed and is disclosed")
                continue
            left[row["packet"]] += 1
            if not has_left:
                self.no(f"release {identity} is {state} and is not disclosed")
            for file in files:
                self.file_left(file, row, in_outbox)
            in_outbox = {name: path for name, path in in_outbox.items() if not name.startswith(identity + ".")}
        for name, path in in_outbox.items():
            self.no(f"{os.path.relpath(path, self.outbox)} left and no release knows it")
            self.counts["leaked"] += 1
        for number, row in self.packets.items():
            if row["state"] == "released" and left[number] != 1:
                self.no(f"packet {number} is released and {left[number]} of its releases left")
                if not left[number]:
                    self.counts["lost"] += 1
                else:
                    self.counts["twice"] += 1

    def file_left(self, file, release, in_outbox):
        name = file["name"]
        path = in_outbox.get(name)
        if path is None:
            if self.taken.get(name) != file["digest"]:
                self.no(f"{name} is delivered, is not in the outbox, and was not taken as it should be")
                self.counts["lost"] += 1
            return
        wanted = os.path.join(release["channel"], release["recipient"], name)
        if os.path.relpath(path, self.outbox) != wanted:
            self.no(f"{name} lies in {os.path.relpath(path, self.outbox)}")
        if name in self.taken and not (self.may_come_again and self.taken[name] == file["digest"]):
            self.no(f"{name} is in the outbox again after it was taken")
            self.counts["twice"] += 1
        if digest(path) != file["digest"] or os.path.getsize(path) != file["bytes"]:
            self.no(f"{name} is not what was staged")
        elif name.endswith(".zip"):
            self.bundle_is_whole(path, file["digest"], release)

    def bundle_is_whole(self, path, sum, release):
        """Opened with other people's tools and ours. Bundles of equal bytes, of one packet, are opened once."""
        row = self.packets[release["packet"]]
        drop = self.wanted.get(row["fingerprint"])
        if self.may_come_again and os.path.basename(path) in self.taken and not os.path.exists(path + ".sha256"):
            # The transfer job took all four; of what it removed and did not sync the power brought back one.
            return
        with open(path + ".sha256") as file:
            if file.read() != f"{sum}  {os.path.basename(path)}\n":
                self.no(f"{os.path.basename(path)}.sha256 says something else")
        base = path[:-len(".zip")]
        if self.may_come_again and os.path.basename(path) in self.taken and not os.path.exists(base + ".audit.json"):
            return
        with open(base + ".audit.json", "rb") as file:
            outer = file.read()
        inner = os.path.join(self.state, "audit", os.path.basename(base) + ".json")
        if os.path.exists(inner) and digest(inner).encode() not in outer:
            self.no(f"{os.path.basename(base)}.audit.json does not name the inner manifest's digest")
        known = os.path.join(self.trial.bench.known_bundles, sum)
        if os.path.exists(known):
            return
        found = []
        for command in (["unzip", "-tqq", path], [self.trial.binary, "bundle", "verify", path]):
            done = subprocess.run(command, capture_output=True, text=True, env=self.trial.environment)
            if done.returncode != 0:
                found.append(f"{os.path.basename(command[0])} does not take {os.path.basename(path)}: {done.stdout[-300:]}")
        with zipfile.ZipFile(path) as archive:
            content = b"\n".join([archive.read(name) for name in archive.namelist()]).lower()
        for value in drop.packet.absent if drop else ():
            if value.lower().encode() in content:
                found.append(f"{os.path.basename(path)} holds a value that was to be withheld")
                self.counts["leaked"] += 1
        for sentence in found:
            self.no(sentence)
        if not found:
            open(known, "w").close()

    # --- (3) events ---------------------------------------------------------------------------------------------------

    def events_agree(self):
        states, attempts, deaths, delivered = {}, collections.Counter(), collections.Counter(), set()
        intended = set()
        for position, row in enumerate(self.events, 1):
            if row["sequence"] != position:
                self.no(f"event {position} has the number {row['sequence']}")
                break
            event = json.loads(row["line"])
            if json.dumps(event, sort_keys=True, separators=(",", ":"), ensure_ascii=False) != row["line"]:
                self.no(f"event {position} is no canonical JSON")
            name = event["event"]
            if name in AFTER:
                states[event["packet"]] = AFTER[name]
            if name == "packet.claimed" and "replaces" in event:
                pass
            if name == "attempt.begun":
                attempts[event["packet"]] += 1
                deaths[event["packet"]] += event["died"]
            if name == "packet.retried":
                attempts[event["packet"]] = deaths[event["packet"]] = 0
            if name == "release.intended":
                intended.add(event["disclosure"])
            if name == "release.delivered":
                if event["disclosure"] in delivered or event["disclosure"] not in intended:
                    self.no(f"{event['disclosure']} was delivered without its intent, or twice")
                delivered.add(event["disclosure"])
        for number, row in self.packets.items():
            if states.get(number) != row["state"]:
                self.no(f"packet {number} is {row['state']}, and its events say {states.get(number)}")
            if attempts[number] != row["attempts"]:
                self.no(f"packet {number} has {row['attempts']} attempts, and its events say {attempts[number]}")
            if deaths[number] != row["deaths"] and row["state"] != "rejected":
                self.no(f"packet {number} has {row['deaths']} deaths, and its events say {deaths[number]}")
            # A run that could not tell the ledger how its attempt ended is taken for one that died.
            deaths_there = self.trial.kills + self.trial.unfinished
            if row["deaths"] > deaths_there:
                self.no(f"packet {number} counts {row['deaths']} deaths, and there were {deaths_there}")
                for line in self.trial.say().decode(errors="replace").splitlines():
                    if "attempt.failed" in line:
                        self.no(line)
        known = {row["disclosure"] for row in self.releases if row["state"] in ("delivered", "acknowledged")}
        if known != delivered:
            self.no(f"releases delivered are {sorted(known)}, and the events say {sorted(delivered)}")

    # --- (6) silence --------------------------------------------------------------------------------------------------

    def nothing_leaked(self):
        places = {"the log": self.trial.say() if os.path.exists(self.trial.log) else b""}
        for row in self.events:
            places[f"event {row['sequence']}"] = row["line"].encode()
        for place, _, names in os.walk(os.path.join(self.state, "audit")):
            for name in names:
                with open(os.path.join(place, name), "rb") as file:
                    places[f"audit/{name}"] = file.read()
        for place, folders, names in os.walk(self.outbox):
            for name in names:
                if not name.endswith(".zip"):
                    with open(os.path.join(place, name), "rb") as file:
                        places[f"outbox/{name}"] = file.read()
        for top in (self.state, self.outbox):
            for place, folders, names in os.walk(top):
                for name in folders + names:
                    places[f"the name {name!r}"] = os.fsencode(name)
        for row in [row for rows in self.findings.values() for row in rows]:
            places[f"finding {row['rule']} of packet {row['packet']}"] = f"{row['problem']} {row['remedy']} {row['place']}".encode()
        for place, content in places.items():
            found = CANARY.search(content)
            if found:
                at = max(0, found.start() - 40)
                self.no(f"a value of a patient is in {place}: {content[at:found.end() + 20]!r}")
                self.counts["leaked"] += 1
        log = places["the log"]
        if re.search(rb"Fatal error|Crash:|Thread \d+ crashed|AddressSanitizer", log):
            self.no("the log tells of a crash")
            self.counts["crashes"] += 1
