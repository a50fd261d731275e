#!/usr/bin/env python3
"""Planted values: marked secrets in every kind of place that a format can hold, through the built command.

    planted.py BINARY SHARE DATA [--seed N] [--size N] [--only WORD] [--format NAME] [--keep FOLDER]

Every plant is a packet of its own: one record of DATA (or a made one) with one secret in one place, on a form that
names no category. `run` decides on it; then every byte of the opened bundle is searched, by a search that knows
nothing of Chartgate's readers (search.py). Outcomes: absent (released without it), held (a person decides), FOUND.

What must be absent
- The secret itself in all its spellings, wherever it stood: a term that is certain, a code that is certain, a number.
- The marker: a word that stands in the same smallest part as the secret and so must go with it (the sentence's
  paragraph, row or item; the entry; the resource; the segment or its order; the block of lines; the file's name). It
  finds what a search for the secret would not: that the part was left and only the word taken.
- Whoever the record calls a relative: name, telephone, number, in the same places once more (rows "person: ...").
What may stay
- The marker beside a number or a name: they are redacted where they stand, and the sentence stays.
- Everything in other parts. How much of it is lost is printed: rows "lost" are parts of the same record that leave
  when nothing is planted and do not leave now; "sections" are C-CDA sections that lost all their text.
A record that is held without any plant cannot show anything: such records are passed over, and counted.
"""
import argparse
import collections
import glob
import hashlib
import json
import os
import random
import shutil
import sys
import zipfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "EndToEnd"))

import cda
import fhir
import fhirxml
import hl7
import search
import secrets_of
import text
from house import House

FORMATS = {
    # name: module, ending, where samples lie, the made record
    "C-CDA": (cda, ".xml", ["cda-vendors", "cda-emerge", "cda-microsoft", "cda-hl7-examples"], cda.MADE),
    "FHIR JSON": (fhir, ".json", ["fhir-synthea-r4", "fhir-microsoft"], fhir.MADE),
    "FHIR NDJSON": (fhir, ".ndjson", [], b"".join(json.dumps(one).encode() + b"\n" for one in fhir.load(fhir.MADE)[0])),
    "FHIR XML": (fhirxml, ".xml", ["fhir-synthea-r4", "fhir-microsoft"], fhirxml.MADE),
    "HL7 v2": (hl7, ".hl7", ["hl7v2", "hl7v2-lfh"], hl7.MADE),
    "text": (text, ".txt", [], text.MADE),
}
ENDINGS = {"C-CDA": (".xml", ".ccda"), "FHIR JSON": (".json",), "FHIR XML": (".json",), "HL7 v2": (".hl7",)}
ARGUMENTS = ["--sample", "--basis", "authorization", "--recipient", "halvorsen-pike"]
# A larger record is as good, and slower.
LARGEST = 400_000


class Base:
    def __init__(self, form, name, data):
        self.form, self.name, self.data = form, name, data
        self.module, self.ending = FORMATS[form][:2]
        self.request = self.paper = self.released = None


class Plant:
    def __init__(self, base, place, secret, data, marker_goes, path=None):
        self.base, self.place, self.secret, self.data = base, place, secret, data
        self.marker_goes, self.path = marker_goes, path or "record" + base.ending


class Trial:
    def __init__(self, options):
        self.options = options
        self.rng = random.Random(options.seed)
        self.house = House(options.binary, options.share)
        self.redact_people()
        self.draw = secrets_of.Draw(options.share, self.rng)
        self.count = 0
        self.passed_over = collections.Counter()

    def redact_people(self):
        """The shipped pipelines redact nobody: here relatives, guarantors and informants."""
        for path in glob.glob(os.path.join(self.house.folder, "pipelines", "*.yaml")):
            with open(path) as file:
                text = file.read()
            with open(path, "w") as file:
                file.write(text.replace("redact: [ssn]", "redact: [ssn, relatives, guarantors, informants]"))

    # Bases: the same records without a plant

    def bases(self):
        found = []
        for form, (module, _, folders, made) in FORMATS.items():
            if self.options.format not in (None, form):
                continue
            found.append(Base(form, "made", made))
            samples = []
            for folder in folders:
                paths = sorted(glob.glob(os.path.join(self.options.data, folder, "**", "*"), recursive=True))
                fit = [path for path in paths if path.lower().endswith(ENDINGS[form]) and os.path.getsize(path) < LARGEST]
                samples.append(self.rng.sample(fit, len(fit)))
            # From each folder in turn.
            for turn in range(max(map(len, samples), default=0)):
                for folder in samples:
                    if turn < len(folder) and len([one for one in found if one.form == form]) <= self.options.size * 2:
                        with open(folder[turn], "rb") as file:
                            data = file.read()
                        # FHIR XML is made from samples of JSON.
                        data = module.prepared(data) if form == "FHIR XML" else data
                        if data is not None:
                            found.append(Base(form, os.path.basename(folder[turn]), data))
        return found

    def control(self, bases):
        """Lets each base through once; its request is the pattern of those of its plants."""
        waiting = {}
        for base in bases:
            name = self.next_name()
            hidden = os.path.join(self.house.inbox(), f".{name}.tmp")
            self.fill(hidden, {"record" + base.ending: base.data})
            done = self.house.run("packet", "new", hidden, *ARGUMENTS, "--house", self.house.folder)
            if done.returncode == 0:
                with open(os.path.join(hidden, "request.json")) as file:
                    base.request = json.load(file)
                base.papers = {}
                for paper in base.request.get("papers", []):
                    with open(os.path.join(hidden, paper["path"]), "rb") as file:
                        base.papers[paper["path"]] = file.read()
                os.rename(hidden, os.path.join(self.house.inbox(), name))
                waiting[name] = base
            else:
                shutil.rmtree(hidden)
                self.passed_over[base.form] += 1
        outcomes = self.run_all()
        good = []
        for name, base in waiting.items():
            files = outcomes[name][1]
            if files is None:
                self.passed_over[base.form] += 1
                continue
            base.released = self.record_of(files)
            base.opened = search.Opened(files)
            if base.released is not None:
                good.append(base)
        return good

    # Plants

    def plants(self, bases):
        for form, (module, ending, _, _) in FORMATS.items():
            own = [base for base in bases if base.form == form]
            for place, make, marker_goes in module.PLACES:
                yield from self.planted(own, place, make, marker_goes, self.draw.secret)
            for place, make in module.NUMBERS:
                yield from self.planted(own, place, make, False, self.draw.number)
            for place, make in self.of_people(module):
                yield from self.planted(own, "person: " + place, make, False, self.draw.person)
            for place, pattern in (("name of the file", "{}/record-{}"), ("name of a folder", "x {} {}/record")):
                for base in own[:1]:
                    secret = self.draw.secret()
                    path = (pattern if "folder" in place else "{}-{}").format(secret.term.replace(" ", "-"), secret.marker)
                    yield Plant(base, place, secret, self.another(base.data), True, path + ending)
            for base in own[:1]:
                number = self.draw.number()
                yield Plant(base, "number in the file's name", number, self.another(base.data), False, f"scan {number.number}{ending}")

    @staticmethod
    def of_people(module):
        """Each place of a secret with a relative's name, once the record has named the relative."""
        if not hasattr(module, "relative"):
            return
        def both(make):
            return lambda record, s, rng: module.relative(record, s, rng) and make(record, s, rng)
        for place, make in [*module.PEOPLE, *((place, make) for place, make, _ in module.PLACES)]:
            yield place, both(make)

    def another(self, data):
        """A made record of other bytes: the same ones again would be held as a repeat."""
        self.count += 1
        for old, new in ((b"CLINIC^1", b"CLINIC^%d"), (b"made-1", b"made-%d"), (b'"o1"', b'"o%d"'), (b"124/78", b"124/%d")):
            if old in data:
                return data.replace(old, new % self.count)
        raise AssertionError("a made record has nothing to change")

    def planted(self, bases, place, make, marker_goes, draw):
        """In the made record, and in samples drawn for the place."""
        if self.options.only and self.options.only not in place:
            return
        drawn = self.rng.sample(bases[1:], len(bases) - 1) if bases else []
        count = 0
        for base in bases[:1] + drawn:
            secret = draw()
            if self.is_there(base.opened, secret):
                continue
            try:
                data = base.module.plant(base.data, make, secret, self.rng)
            except (ValueError, KeyError, UnicodeDecodeError):
                continue
            if data is None:
                continue
            yield Plant(base, place, secret, data, marker_goes)
            count += 1
            if count == self.options.size:
                return

    def drop(self, plant):
        base, name = plant.base, self.next_name()
        request = json.loads(json.dumps(base.request))
        request["id"] = name
        record = request["records"][0]
        record.update(path=plant.path, sha256=hashlib.sha256(plant.data).hexdigest(), size=len(plant.data))
        hidden = os.path.join(self.house.inbox(), f".{name}.tmp")
        self.fill(hidden, {plant.path: plant.data, "request.json": json.dumps(request).encode(), **base.papers})
        os.rename(hidden, os.path.join(self.house.inbox(), name))
        return name

    # The house

    def next_name(self):
        self.count += 1
        return f"p{self.count:05d}"

    def fill(self, folder, files):
        for path, data in files.items():
            target = os.path.join(folder, path)
            os.makedirs(os.path.dirname(target), exist_ok=True)
            with open(target, "wb") as file:
                file.write(data)
        self.house.own(folder)

    def run_all(self):
        """name → state, the files of its bundle, the rules that held it."""
        done = self.house.run("run", self.house.folder)
        if done.returncode not in (0, 2):
            raise AssertionError(f"run ended with {done.returncode}: {done.stderr[-2000:]}")
        rules = collections.defaultdict(set)
        for number, rule in self.house.ledger("SELECT packet, rule FROM findings WHERE verdict IN ('hold', 'reject')"):
            rules[number].add(rule)
        releases = dict(self.house.ledger("SELECT packet, disclosure FROM releases WHERE state = 'delivered'"))
        outcomes = {}
        for name, number, state in self.house.ledger("SELECT entry_name, number, state FROM packets"):
            files = None
            if number in releases:
                (bundle,) = glob.glob(os.path.join(self.house.folder, "outbox", "*", "*", releases[number] + ".zip"))
                beside = sorted(glob.glob(bundle[:-len(".zip")] + ".*"))
                with zipfile.ZipFile(bundle) as archive:
                    files = [(entry.filename, archive.read(entry)) for entry in archive.infolist()]
                for path in beside:
                    if path != bundle:
                        with open(path, "rb") as file:
                            files.append((os.path.basename(path), file.read()))
            outcomes[bytes(name).decode()] = (state, files, rules[number])
        return outcomes

    @staticmethod
    def record_of(files):
        own = ("index.html", "release.json", "notices.txt")
        found = [data for name, data in files if "/data/" in name and not name.endswith(own)]
        return found[0] if found else None

    @staticmethod
    def is_there(opened, secret):
        if isinstance(secret, secrets_of.Number):
            return opened.number(secret.number)
        if isinstance(secret, secrets_of.Person):
            return opened.marker(secret.family.casefold())
        return opened.term(secret.term) or opened.code(secret.code)

    def judge(self, plant, outcome):
        """→ outcome, what was found, parts lost, sections lost."""
        state, files, _ = outcome
        if files is None:
            return ("held" if state == "held" else state), [], 0, 0
        opened = search.Opened(files)
        found = []
        if isinstance(plant.secret, secrets_of.Number):
            if opened.number(plant.secret.number):
                found.append("number")
        elif isinstance(plant.secret, secrets_of.Person):
            if opened.marker(plant.secret.family.casefold()):
                found.append("family name")
            if opened.number(plant.secret.phone):
                found.append("telephone")
            if opened.code(plant.secret.code):
                found.append("number")
        else:
            if opened.term(plant.secret.term):
                found.append("term")
            if opened.code(plant.secret.code):
                found.append("code")
            if plant.marker_goes and opened.marker(plant.secret.marker):
                found.append("marker")
        released = self.record_of(files)
        before, after = plant.base.module.parts(plant.base.released), plant.base.module.parts(released)
        return ("FOUND" if found else "absent"), found, max(0, before[0] - after[0]), max(0, before[1] - after[1])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binary")
    parser.add_argument("share")
    parser.add_argument("data")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--size", type=int, default=2, help="records for each place, a made one among them")
    parser.add_argument("--only", help="only places with this word in their name")
    parser.add_argument("--format", choices=FORMATS, help="only records of this format")
    parser.add_argument("--keep", help="put the planted and the released record of each FOUND and held plant there")
    options = parser.parse_args()
    if not os.path.isdir(options.data):
        print(f"planted: there is no {options.data}; only made records are planted")
    trial = Trial(options)
    try:
        failed = trial_of(trial, options)
    finally:
        trial.house.remove()
    sys.exit(1 if failed else 0)


def trial_of(trial, options):
    bases = trial.control(trial.bases())
    plants = {trial.drop(plant): plant for plant in trial.plants(bases)}
    outcomes = trial.run_all()
    table = collections.OrderedDict()
    held_by, leaks, lost = collections.Counter(), [], collections.defaultdict(list)
    for name, plant in plants.items():
        if name not in outcomes:
            raise AssertionError(f"{name} ({plant.base.form}, {plant.place}) did not come to rest")
        outcome, found, parts, sections = trial.judge(plant, outcomes[name])
        row = table.setdefault((plant.base.form, plant.place), collections.Counter())
        row["planted"] += 1
        row[outcome] += 1
        row["lost"] += parts
        row["sections"] += sections
        if outcome == "absent":
            lost[plant.base.form].append((parts, plant.base.module.parts(plant.base.released)[0], sections))
        if outcome not in ("absent", "FOUND"):
            held_by.update(f"{plant.base.form}: {rule}" for rule in outcomes[name][2])
        if outcome == "FOUND":
            leaks.append(f"{plant.base.form}, {plant.place}: {', '.join(found)} of {plant.secret.category} in {plant.base.name}")
        if options.keep and outcome != "absent":
            os.makedirs(options.keep, exist_ok=True)
            stem = os.path.join(options.keep, f"{outcome}-{plant.base.form}-{plant.place}-{name}".replace(" ", "_").replace("/", "_"))
            with open(stem + ".in", "wb") as file:
                file.write(plant.data)
            if outcomes[name][1]:
                with open(stem + ".out", "wb") as file:
                    file.write(trial.record_of(outcomes[name][1]))
    report(trial, bases, table, held_by, leaks, lost)
    return leaks


def report(trial, bases, table, held_by, leaks, lost):
    columns = ("planted", "absent", "held", "FOUND", "lost", "sections")
    print(f"{'format':<12} {'place':<42}" + "".join(f"{column:>9}" for column in columns))
    total = collections.Counter()
    for (form, place), row in table.items():
        print(f"{form:<12} {place:<42}" + "".join(f"{row[column] or '.':>9}" for column in columns))
        total.update(row)
    print(f"{'all':<55}" + "".join(f"{total[column]:>9}" for column in columns))
    others = {state: count for state, count in total.items() if state not in columns}
    if others:
        print(f"other outcomes: {others}")
    print("records planted in: " + ", ".join(
        f"{form} {sum(base.form == form for base in bases)} (passed over: {trial.passed_over[form]})" for form in FORMATS))
    for form, rows in lost.items():
        whole = sum(1 for parts, _, _ in rows if parts == 0)
        most = sum(1 for parts, all_parts, _ in rows if parts * 4 > all_parts)
        gone = sum(1 for _, _, sections in rows if sections)
        print(f"{form}: of {len(rows)} released, {whole} lost no other part, {most} more than a quarter of them"
              + (f", {gone} a whole section" if form == "C-CDA" else ""))
    print("held by: " + (", ".join(f"{rule} {count}" for rule, count in held_by.most_common()) or "nothing"))
    for leak in leaks:
        print(f"FOUND: {leak}", file=sys.stderr)
    print(f"planted: {total['planted']} plants, {total['absent']} absent, {total['held']} held, {total['FOUND']} found")


main()
