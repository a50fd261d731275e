#!/usr/bin/env python3
"""Every record of shared/data through the built command: `packet new --sample`, then one `run`.

    corpus.py BINARY SHARE DATA

Prints how many of each format were released, held and rejected, and by which rules. It fails when a record does not
come to rest, when the command crashes or hangs, or when a bundle does not validate.
"""
import collections
import glob
import os
import shutil
import subprocess
import sys

import bagit

from house import House

FOLDERS = [
    "cda-vendors", "cda-emerge", "cda-hl7-examples", "cda-microsoft", "fhir-synthea-r4", "fhir-xml-other",
    "fhir-microsoft", "hl7v2", "hl7v2-lfh"]
ENDINGS = (".xml", ".cda", ".ccda", ".json", ".ndjson", ".hl7", ".txt")


def records(data):
    for folder in FOLDERS:
        for path in sorted(glob.glob(os.path.join(data, folder, "**", "*"), recursive=True)):
            if path.lower().endswith(ENDINGS) and os.path.isfile(path):
                yield folder, path


def main():
    binary, share, data = sys.argv[1:4]
    if not os.path.isdir(data):
        print(f"corpus: skipped, there is no {data}")
        return
    problems = []
    house = House(binary, share)
    try:
        of = {}
        unwritten = collections.Counter()
        for number, (folder, path) in enumerate(records(data), 1):
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
        for bundle in bundles:
            target = bundle + ".open"
            subprocess.run(["unzip", "-q", bundle, "-d", target], check=True)
            try:
                bagit.Bag(os.path.join(target, os.listdir(target)[0])).validate()
            except bagit.BagError as error:
                problems.append(f"{bundle}: {error}")
        print(f"bundles that bagit.py accepts: {len(bundles)}")
    finally:
        house.remove()
    for problem in problems:
        print(f"FAILED: {problem}", file=sys.stderr)
    print(f"corpus: {len(of) - len(problems)} passed, {len(problems)} failed")
    sys.exit(1 if problems else 0)


main()
