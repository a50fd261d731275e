#!/usr/bin/env python3
"""The whole path on real folders: the built daemon, every sample, a transfer job, and other people's tools.

    end_to_end.py BINARY SHARE [--kills N] [--seed S]

1. Drops every packet of SampleInbox, by rename and by slow copying, and sees each reach its documented outcome.
2. Lets Scripts/transfer-job pick up, opens each bundle with unzip, validates it with bagit.py, checks digests with
   sha256sum -c, and searches bundle, outbox, log and audit manifests for what was withheld.
3. Does it again while the daemon is killed (SIGKILL) at random moments: no outcome and no released byte differs,
   nothing is delivered twice.
4. Takes a record of FHIR NDJSON that is too long to be read whole: what is left of it are its own lines.
"""
import argparse
import glob
import hashlib
import json
import os
import random
import subprocess
import sys
import time
import zipfile

import bagit

from house import ROOT, SAMPLES, House, fingerprint

EXPECTED = json.load(open(os.path.join(SAMPLES, "expected.json")))["packets"]
passed = failed = 0


def check(claim, holds, detail=""):
    global passed, failed
    if holds:
        passed += 1
    else:
        failed += 1
        print(f"FAILED: {claim} {detail}", file=sys.stderr)


def is_flat(name):
    return bool(glob.glob(os.path.join(SAMPLES, name, "*.request.*")))


def drop_all(house, slowly):
    """Every second packet slowly, the others by rename."""
    for index, name in enumerate(sorted(EXPECTED)):
        packet = os.path.join(SAMPLES, name)
        if is_flat(name):
            house.drop_flat(packet)
        elif slowly and index % 2 == 0:
            house.drop_slowly(packet)
        else:
            house.drop(packet)


def outcomes(house):
    known = house.packets()
    return {name: known.get(fingerprint(os.path.join(SAMPLES, name))) for name in EXPECTED}


def transfer(house, target):
    done = subprocess.run(
        [os.path.join(ROOT, "Scripts", "transfer-job"), os.path.join(house.folder, "outbox"), target],
        capture_output=True, text=True)
    check("the transfer job takes all", done.returncode == 0, done.stderr)
    return sorted(glob.glob(os.path.join(target, "*", "*", "*.zip")))


def records_of(bundle):
    """name → SHA-256 of each released record."""
    with zipfile.ZipFile(bundle) as archive:
        return {
            name.split("/", 1)[1]: hashlib.sha256(archive.read(name)).hexdigest()
            for name in archive.namelist()
            if "/data/" in name and not name.endswith(("index.html", "release.json", "notices.txt"))}


def opened(bundle, folder):
    """The bundle as another's tools open it; every byte of it, names too."""
    target = os.path.join(folder, os.path.basename(bundle) + ".open")
    done = subprocess.run(["unzip", "-q", bundle, "-d", target], capture_output=True, text=True)
    check(f"{os.path.basename(bundle)}: unzip opens it without a warning", done.returncode == 0 and not done.stderr, done.stderr)
    bag = os.path.join(target, os.listdir(target)[0])
    try:
        bagit.Bag(bag).validate()
        check("bagit.py accepts it", True)
    except bagit.BagError as error:
        check(f"{os.path.basename(bundle)}: bagit.py accepts it", False, str(error))
    content = []
    for place, folders, files in os.walk(target):
        content += [name.encode() for name in folders + files]
        for name in files:
            with open(os.path.join(place, name), "rb") as file:
                content.append(file.read())
    return b"\n".join(content)


def read_all(pattern):
    content = []
    for path in glob.glob(pattern, recursive=True):
        if os.path.isfile(path):
            with open(path, "rb") as file:
                content.append(file.read())
    return b"\n".join(content)


def holds_text(content, value):
    return value.lower().encode() in content.lower()


def by_packet(house, bundles):
    """sample's name → its bundle."""
    numbers = {number: name for name, (number, _) in outcomes(house).items()}
    found = {}
    for bundle in bundles:
        identity = os.path.basename(bundle)[:-len(".zip")]
        rows = house.ledger("SELECT packet, state FROM releases WHERE disclosure = ?", identity)
        check(f"{identity} is a release that the ledger calls delivered", rows and rows[0][1] == "delivered", str(rows))
        name = numbers.get(rows[0][0]) if rows else None
        check(f"{identity} is the only bundle of its packet", name not in found)
        found[name] = bundle
    return found


def judge(house, target):
    """Outcomes, bundles and silence; gives each released sample's record digests."""
    for name, known in sorted(outcomes(house).items()):
        wanted = EXPECTED[name]["outcome"]
        check(f"{name}: {wanted}", known and known[1] == wanted, f"but it is {known}; {house.findings(known)}")
        if known and wanted in ("held", "rejected"):
            place = os.path.join(house.folder, "state", "hold" if wanted == "held" else "rejected", str(known[0]))
            check(f"{name}: its reasons lie with it", all(
                os.path.isfile(os.path.join(place, reasons)) for reasons in ("reasons.json", "reasons.txt")))
    bundles = transfer(house, target)
    found = by_packet(house, bundles)
    released = sorted(name for name, wanted in EXPECTED.items() if wanted["outcome"] == "released")
    check("every released sample has its bundle", sorted(found) == released, f"{sorted(map(str, found))} != {released}")
    silent = b"\n".join([
        read_all(os.path.join(house.folder, "state", "audit", "**")), read_all(house.log),
        read_all(os.path.join(target, "**", "*.json")),
        "\n".join(line for line, in house.ledger("SELECT line FROM events")).encode()])
    for name, bundle in found.items():
        content = opened(bundle, target)
        done = subprocess.run(
            ["sha256sum", "-c", "--quiet", os.path.basename(bundle) + ".sha256"], cwd=os.path.dirname(bundle),
            capture_output=True)
        check(f"{name}: sha256sum -c", done.returncode == 0)
        done = subprocess.run([house.binary, "bundle", "verify", bundle], capture_output=True, text=True)
        check(f"{name}: chartgate bundle verify", done.returncode == 0, done.stdout + done.stderr)
        for value in EXPECTED[name].get("absent", []):
            check(f"{name}: no {value!r} in the bundle", not holds_text(content, value))
        for value in EXPECTED[name].get("present", []):
            check(f"{name}: {value!r} is in the bundle", holds_text(content, value))
    for name in EXPECTED:
        for value in EXPECTED[name].get("absent", []) + EXPECTED[name].get("people", []):
            check(f"{name}: no {value!r} in log, audit manifests, events or tickets", not holds_text(silent, value))
    for rest in ("work", "archive/.staging"):
        place = os.path.join(house.folder, "state", rest)
        check(f"nothing is left in {rest}", not os.path.isdir(place) or not os.listdir(place), str(
            os.listdir(place) if os.path.isdir(place) else ""))
    for staging in glob.glob(os.path.join(house.folder, "outbox", "*", ".staging")):
        check("nothing is left in staging", not os.listdir(staging))
    check("the inbox is empty", not [name for name in os.listdir(house.inbox()) if not name.startswith(".")],
          str(os.listdir(house.inbox())))
    return {name: records_of(bundle) for name, bundle in found.items()}


def findings(house, known):
    if not known:
        return ""
    return house.ledger("SELECT rule, verdict, place, problem FROM findings WHERE packet = ? AND verdict IN ('hold','reject')", known[0])


House.findings = findings


def calm(binary, share):
    house = House(binary, share)
    try:
        done = house.run("check", house.folder)
        check("chartgate check finds nothing wrong with a new house", done.returncode == 0, done.stdout + done.stderr)
        done = house.run("pipeline", "unused", "--house", house.folder)
        check("a new house's pipelines are looked at without tests", done.returncode == 0, done.stderr)
        house.start()
        drop_all(house, slowly=True)
        house.wait(len(EXPECTED))
        # The same packets once more change nothing.
        first = sorted(name for name in EXPECTED if not is_flat(name))[0]
        before = house.packets()
        house.drop(os.path.join(SAMPLES, first), name="the-same-again")
        time.sleep(3)
        check("a repeat changes nothing", house.packets() == before)
        check("SIGTERM stops the daemon", house.stop() == 0)
        return judge(house, os.path.join(house.scratch, "arrived"))
    finally:
        house.remove()


def killed(binary, share, kills, seed, wanted):
    draw = random.Random(seed)
    house = House(binary, share)
    try:
        house.start()
        drop_all(house, slowly=False)
        for _ in range(kills):
            time.sleep(draw.uniform(0.01, 0.45))
            house.kill()
            house.start()
        house.wait(len(EXPECTED), restart=True)
        house.stop()
        got = judge(house, os.path.join(house.scratch, "arrived"))
        check(f"{kills} kills change no released byte (seed {seed})", got == wanted)
        twice = house.ledger("SELECT disclosure FROM disclosures GROUP BY packet HAVING count(*) > 1")
        check("nothing is disclosed twice", not twice, str(twice))
    finally:
        house.remove()


def long_lines(binary, share):
    """17 MB of NDJSON, read part by part, behind `packet new` as its user calls it."""
    house = House(binary, share)
    try:
        hidden = os.path.join(house.inbox(), ".long.tmp")
        os.mkdir(hidden)
        record = os.path.join(hidden, "lines.ndjson")
        subprocess.run(
            [sys.executable, os.path.join(ROOT, "Benchmarks", "make_lines.py"), record, "17"], check=True)
        with open(record, "rb") as file:
            first, *lines = file.read().splitlines()
        house.own(hidden)
        done = house.run(
            "packet", "new", hidden, "--sample", "--basis", "authorization", "--recipient", "halvorsen-pike",
            "--house", house.folder)
        check("packet new takes a long record", done.returncode == 0, done.stdout + done.stderr)
        os.rename(hidden, os.path.join(house.inbox(), "long"))
        done = house.run("run", house.folder)
        check("a long record is released", done.returncode == 0, done.stdout + done.stderr)
        bundles = glob.glob(os.path.join(house.folder, "outbox", "*", "*", "*.zip"))
        check("as one bundle", len(bundles) == 1)
        with zipfile.ZipFile(bundles[0]) as archive:
            [name] = [name for name in archive.namelist() if name.endswith(".ndjson")]
            released_first, *released = archive.read(name).splitlines()
        wanted = [line for line in lines if b"HIV" not in line]
        check("the lines without a protected kind stay, byte for byte", released == wanted,
              f"{len(released)} of {len(wanted)}")
        check("the others are gone", len(wanted) < len(lines))
        patient = json.loads(released_first)
        check("the patient's line stays, without the number", patient["id"] == json.loads(first)["id"]
              and b"219-09-9918" in first and b"219-09-9918" not in released_first)
    finally:
        house.remove()


def main():
    options = argparse.ArgumentParser()
    options.add_argument("binary")
    options.add_argument("share")
    options.add_argument("--kills", type=int, default=20)
    options.add_argument("--seed", type=int, default=1)
    options = options.parse_args()
    wanted = calm(options.binary, options.share)
    killed(options.binary, options.share, options.kills, options.seed, wanted)
    long_lines(options.binary, options.share)
    print(f"end to end: {passed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


main()
