#!/usr/bin/env python3
"""Every record of shared/data through the built command: `packet new --sample`, then one `run`.

    corpus.py BINARY SHARE DATA

Prints how many of each format were released, held and rejected, and by which rules. It fails when a record does not
come to rest, when the command crashes or hangs, when a bundle does not validate, or when another reader (peers.py)
refuses what was cut from a record that it reads. The FHIR JSON of shared/data goes through as FHIR XML once more.
"""
import collections
import glob
import json
import os
import shutil
import subprocess
import sys

import bagit

import fhir_xml
from house import House
from peers import Peers

FOLDERS = [
    "cda-vendors", "cda-emerge", "cda-hl7-examples", "cda-microsoft", "fhir-synthea-r4", "fhir-xml-other",
    "fhir-microsoft", "hl7v2", "hl7v2-lfh", "JSON as FHIR XML"]
ENDINGS = (".xml", ".cda", ".ccda", ".json", ".ndjson", ".hl7", ".txt")


def records(data):
    for folder in FOLDERS:
        for path in sorted(glob.glob(os.path.join(data, folder, "**", "*"), recursive=True)):
            if path.lower().endswith(ENDINGS) and os.path.isfile(path):
                yield folder, path


def as_xml(data, folder):
    """The samples of FHIR JSON that XML can say, but for the largest."""
    for source, path in records(data):
        if not source.startswith("fhir") or not path.endswith(".json") or os.path.getsize(path) > 2_000_000:
            continue
        try:
            with open(path, encoding="utf-8-sig") as file:
                text = fhir_xml.resource(json.load(file))
        except (ValueError, KeyError, TypeError, AttributeError):
            continue
        target = os.path.join(folder, os.path.basename(path)[:-len(".json")] + ".xml")
        with open(target, "w") as file:
            file.write('<?xml version="1.0" encoding="UTF-8"?>\n' + text + "\n")
        yield FOLDERS[-1], target


def check(peers, before, bundle, counts):
    """→ what a peer says against a record that was cut; it goes by what it says of the record before."""
    own = ("index.html", "release.json", "notices.txt")
    with open(before, "rb") as file:
        data = file.read()
    found = [
        path for path in glob.glob(os.path.join(bundle, "*", "data", "**", "*"), recursive=True)
        if os.path.isfile(path) and not path.endswith(own)]
    for path in found:
        with open(path, "rb") as file:
            after = file.read()
        if after == data:
            counts["whole"] += 1
            continue
        form, complaint = peers.complaint(data)
        if form is None or complaint:
            counts[f"{form or 'other'}, refused before" if form else "without a peer"] += 1
            continue
        counts[f"{form}, read after a cut"] += 1
        form, complaint = peers.complaint(after)
        if complaint:
            yield f"{before}: cut, its peer refuses it as {form}: {complaint[:300]}"


def print_kept_back(house, folder_of):
    """What releases lost, by the parts that stayed behind: what was withheld of a whole section for one sign is a loss
    of use that somebody should know of."""
    parts, for_one, wholes = (collections.defaultdict(collections.Counter) for _ in range(3))
    for id, folder in folder_of.items():
        with open(os.path.join(house.folder, "state", "audit", id + ".json")) as file:
            manifest = json.load(file)
        for part in manifest["parts"]:
            what = part.get("category") or part["rule"]
            parts[folder][f"{what} {part['part']}"] += 1
            if part["part"] in ("section", "record"):
                wholes[folder][part["part"]] += 1
                for_one[folder][part["part"]] += part["signs"] == 1
    print("== what stayed behind of releases, by category or rule, and part")
    for folder in FOLDERS:
        if not parts[folder]:
            continue
        print(f"{folder}: " + ", ".join(f"{what} {count}" for what, count in sorted(parts[folder].items())))
        for part, count in sorted(wholes[folder].items()):
            print(f"{folder}: {count} whole {part}s, {for_one[folder][part]} of them for one sign")


def main():
    binary, share, data = sys.argv[1:4]
    if not os.path.isdir(data):
        print(f"corpus: skipped, there is no {data}")
        return
    problems = []
    house = House(binary, share)
    try:
        of, sources = {}, {}
        unwritten = collections.Counter()
        made = os.path.join(house.scratch, "made")
        os.mkdir(made)
        for number, (folder, path) in enumerate([*records(data), *as_xml(data, made)], 1):
            packet = os.path.join(house.inbox(), f"p{number:04d}")
            hidden = os.path.join(house.inbox(), f".p{number:04d}.tmp")
            os.mkdir(hidden)
            shutil.copy(path, os.path.join(hidden, "record" + os.path.splitext(path)[1]))
            house.own(hidden)
            done = house.run(
                "packet", "new", hidden, "--sample", "--basis", "payment", "--recipient", "prairie-mutual",
                "--house", house.folder)
            if done.returncode not in (0, 1):
                problems.append(f"{path}: packet new ended with {done.returncode}")
            if done.returncode != 0:
                unwritten[folder] += 1
                shutil.rmtree(hidden)
                continue
            os.rename(hidden, packet)
            of[f"p{number:04d}".encode()] = folder
            sources[f"p{number:04d}".encode()] = path
        done = house.run("run", house.folder)
        if done.returncode not in (0, 2):
            problems.append(f"run ended with {done.returncode}: {done.stderr[-2000:]}")
        outcomes = collections.defaultdict(collections.Counter)
        for name, state, repeats in house.ledger("SELECT entry_name, state, repeats FROM packets"):
            outcomes[of[bytes(name)]]["repeat" if repeats else state] += 1
        rules = collections.Counter(
            rule for rule, in house.ledger(
                "SELECT DISTINCT rule || ' ' || packet FROM findings WHERE verdict IN ('hold', 'reject')"))
        rules = collections.Counter(rule.split(" ")[0] for rule in rules)
        print("== packet new --sample, and run: basis payment")
        for folder in FOLDERS:
            counts = ", ".join(f"{state} {count}" for state, count in sorted(outcomes[folder].items()))
            print(f"{folder}: {counts or 'none'}" + (f"; no request written {unwritten[folder]}" if unwritten[folder] else ""))
        print("held or rejected by: " + ", ".join(f"{rule} {count}" for rule, count in rules.most_common()))
        rest = sum(sum(counts.values()) for counts in outcomes.values())
        if rest != len(of):
            problems.append(f"{len(of)} packets were dropped, {rest} came to rest")
        for state, in house.ledger("SELECT state FROM packets WHERE state IN ('claimed', 'working')"):
            problems.append(f"a packet is still {state}")
        bundles = glob.glob(os.path.join(house.folder, "outbox", "*", "*", "*.zip"))
        names = dict(house.ledger(
            "SELECT disclosure, entry_name FROM releases JOIN packets ON packets.number = releases.packet"))
        print_kept_back(house, {id: of[bytes(entry)] for id, entry in names.items()})
        peers, read = Peers(data), collections.Counter()
        for bundle in bundles:
            target = bundle + ".open"
            subprocess.run(["unzip", "-q", bundle, "-d", target], check=True)
            try:
                bagit.Bag(os.path.join(target, os.listdir(target)[0])).validate()
            except bagit.BagError as error:
                problems.append(f"{bundle}: {error}")
            source = sources[bytes(names[os.path.basename(bundle)[:-len(".zip")]])]
            problems += check(peers, source, target, read)
        print("other readers: " + ", ".join(f"{what} {count}" for what, count in sorted(read.items())))
        print(f"bundles that bagit.py accepts: {len(bundles)}")
    finally:
        house.remove()
    for problem in problems:
        print(f"FAILED: {problem}", file=sys.stderr)
    print(f"corpus: {len(of) - len(problems)} passed, {len(problems)} failed")
    sys.exit(1 if problems else 0)


main()
