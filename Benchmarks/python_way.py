#!/usr/bin/env python3
"""The same work as people script it in Python today, for comparison: lxml, orjson, re, bagit, zipfile.

    python_way.py PACKETS OUT CATEGORIES [PROCESSES]

For every packet: check the digests, check whose record each one is, search it for the protected categories
(codes and terms of the same category files), take out what is found with its narrative, redact social security
numbers, make a BagIt bag, zip it, sync it, open it again and search it for what was taken out. It prints one line
of JSON: packets, bytes, seconds. It cuts corners that Chartgate does not (no rules of law, no ledger, no reference
closure beyond the entry), so the comparison is in its favour.
"""
import glob
import hashlib
import json
import multiprocessing
import os
import re
import shutil
import sys
import time
import zipfile

import bagit
import orjson
import yaml
from lxml import etree

V3 = "{urn:hl7-org:v3}"
SSN = re.compile(rb"\b(?!000|666|9)\d{3}-(?!00)\d{2}-(?!0000)\d{4}\b")
CODES, TERMS = set(), None


def load(folder):
    """Codes and one pattern of all terms of the categories HIV, SUD and mental health."""
    global TERMS
    words = []
    for name in ("hiv", "sud", "ethud", "opioidud", "mh", "psythpn"):
        with open(os.path.join(folder, f"{name}.yaml"), "rb") as file:
            data = yaml.load(file, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        for system in (data.get("codes") or {}).values():
            for entry in system.get("key") or []:
                if entry.get("certainty") != "weak":
                    CODES.add(str(entry.get("code") or entry.get("from")))
            for group in system.get("lists") or []:
                if group.get("certainty") != "weak":
                    CODES.update(str(code) for code in group["codes"])
        for name, group in (data.get("terms") or {}).items():
            for entry in group:
                if isinstance(entry, dict) and entry.get("term") and not entry.get("ambiguous") and entry.get("certainty") != "weak":
                    words.append(entry["term"])
                    words += entry.get("brands") or []
    TERMS = re.compile("|".join(rf"\b{re.escape(word)}s?\b" for word in sorted(set(words), key=len, reverse=True)), re.I)


def is_protected(code, text):
    return code in CODES or bool(text and TERMS.search(text))


def cda(data, patient, removed):
    tree = etree.fromstring(data)
    birth = tree.find(f".//{V3}recordTarget//{V3}birthTime").get("value")
    family = tree.find(f".//{V3}recordTarget//{V3}family").text
    assert birth == patient["birthDate"].replace("-", "") and family == patient["names"][0]["family"]
    for section in tree.iter(f"{V3}section"):
        for entry in section.findall(f"{V3}entry"):
            if any(is_protected(e.get("code"), e.get("displayName")) for e in entry.iter() if e.get("code")):
                for reference in entry.iter(f"{V3}reference"):
                    for row in section.xpath(".//*[@ID=$id]", id=reference.get("value", "#")[1:]):
                        removed.append("".join(row.itertext()))
                        row.getparent().remove(row)
                section.remove(entry)
        for row in section.iter(f"{V3}tr", f"{V3}item", f"{V3}paragraph"):
            if TERMS.search(" ".join(row.itertext())):
                removed.append("".join(row.itertext()))
                row.getparent().remove(row)
    return SSN.sub(b"[withheld]", etree.tostring(tree, xml_declaration=True, encoding="UTF-8"))


def strings(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner)


def codings(value):
    if isinstance(value, dict):
        if "code" in value and "system" in value:
            yield value["code"]
        for inner in value.values():
            yield from codings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from codings(inner)


def fhir(data, patient, removed):
    bundle = orjson.loads(data)
    kept = []
    for entry in bundle["entry"]:
        resource = entry["resource"]
        if resource["resourceType"] == "Patient":
            assert resource["birthDate"] == patient["birthDate"]
        if any(code in CODES for code in codings(resource)) or any(TERMS.search(text) for text in strings(resource)):
            removed.append(resource["id"])
        else:
            kept.append(entry)
    bundle["entry"] = kept
    return SSN.sub(b"[withheld]", orjson.dumps(bundle))


def hl7(data, patient, removed):
    out, dropping = [], False
    for segment in data.split(b"\r"):
        fields = segment.split(b"|")
        if fields[0] == b"PID":
            assert fields[7].decode() == patient["birthDate"].replace("-", "")
        if fields[0] in (b"MSH", b"OBR", b"BTS"):
            dropping = False
        if fields[0] == b"OBR":
            code, text = (fields[4].decode().split("^") + [""])[:2]
            dropping = is_protected(code, text)
        elif fields[0] in (b"OBX", b"NTE") and not dropping and TERMS.search(segment.decode()):
            removed.append(segment.decode())
            continue
        if dropping:
            removed.append(segment.decode())
        else:
            out.append(segment)
    return SSN.sub(b"[withheld]", b"\r".join(out))


def text(data, patient, removed):
    assert patient["birthDate"] in data.decode()
    out = []
    for paragraph in data.decode().split("\n\n"):
        if TERMS.search(paragraph):
            removed.append(paragraph)
        else:
            out.append(paragraph)
    return SSN.sub(b"[withheld]", "\n\n".join(out).encode())


WAYS = {".xml": cda, ".json": fhir, ".hl7": hl7, ".txt": text}


def release(job):
    packet, out = job
    with open(os.path.join(packet, "request.json"), "rb") as file:
        request = orjson.loads(file.read())
    bag = os.path.join(out, os.path.basename(packet))
    os.makedirs(bag)
    size, removed = 0, []
    for record in request["records"]:
        with open(os.path.join(packet, record["path"]), "rb") as file:
            data = file.read()
        size += len(data)
        assert hashlib.sha256(data).hexdigest() == record["sha256"]
        edited = WAYS[os.path.splitext(record["path"])[1]](data, request["patient"], removed)
        with open(os.path.join(bag, record["path"]), "wb") as file:
            file.write(edited)
    bagit.make_bag(bag, {"External-Identifier": request["id"]}, checksums=["sha256"])
    archive = bag + ".zip"
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as zipped:
        for folder, _, names in os.walk(bag):
            for name in names:
                path = os.path.join(folder, name)
                zipped.write(path, os.path.relpath(path, out))
    descriptor = os.open(archive, os.O_RDONLY)
    os.fsync(descriptor)
    os.close(descriptor)
    sought = re.compile("|".join(re.escape(value) for value in removed if len(value) > 4) or r"(?!)")
    with zipfile.ZipFile(archive) as zipped:
        for name in zipped.namelist():
            assert not sought.search(zipped.read(name).decode()), name
    shutil.rmtree(bag)
    return size


def main():
    packets, out, categories = sys.argv[1:4]
    processes = int(sys.argv[4]) if len(sys.argv) > 4 else 2
    load(categories)
    os.makedirs(out, exist_ok=True)
    jobs = [(packet, out) for packet in sorted(glob.glob(os.path.join(packets, "packet-*")))]
    began = time.monotonic()
    with multiprocessing.Pool(processes) as pool:
        sizes = pool.map(release, jobs, chunksize=1)
    seconds = time.monotonic() - began
    print(json.dumps({"packets": len(jobs), "bytes": sum(sizes), "seconds": round(seconds, 3)}))


main()
