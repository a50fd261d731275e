"""Packets to drop: the samples, with another person in each, whose name and numbers are marked.

A marked value (a canary) tells two things: packets of one sample differ, as packets of two people do; and wherever
`CANARY` is found outside of packets, bundles and the ledger's own columns, a value of a patient has leaked.
"""
import hashlib
import json
import os
import re
import struct
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path.insert(0, os.path.join(ROOT, "Tests", "EndToEnd"))
from house import SAMPLES, fingerprint  # noqa: E402

EXPECTED = json.load(open(os.path.join(SAMPLES, "expected.json")))["packets"]
CANARY = re.compile(rb"canary|cnry", re.IGNORECASE)
REQUEST_ID = re.compile(rb'<id>([^<]+)</id>|"id":\s*"([^"]+)"')


def letters(number):
    """A number as letters, since names of people hold no digits."""
    text = ""
    while True:
        text = "bcdfghjklm"[number % 10] + text
        number //= 10
        if not number:
            return text


class Packet:
    """One packet to drop: its files as bytes, and what must become of it."""

    def __init__(self, files, outcome, flat=False, sample=None, absent=()):
        self.files = files  # {path as bytes: bytes}
        self.outcome = outcome
        self.flat = flat
        self.sample = sample
        self.absent = tuple(absent)
        self.name = "canary-packet"

    @property
    def fingerprint(self):
        whole = hashlib.sha256()
        for path in sorted(self.files):
            if path == b".ready":
                continue
            data = self.files[path]
            whole.update(struct.pack(">Q", len(path)) + path + struct.pack(">Q", len(data)) + hashlib.sha256(data).digest())
        return whole.hexdigest()

    def write(self, folder):
        """Writes its files below a folder that is there."""
        folder = os.fsencode(folder)
        for path, data in self.files.items():
            target = os.path.join(folder, path)
            os.makedirs(os.path.dirname(target), exist_ok=True)
            with open(target, "wb") as file:
                file.write(data)


def read(folder):
    files = {}
    for place, _, names in os.walk(os.fsencode(folder)):
        for name in names:
            path = os.path.join(place, name)
            with open(path, "rb") as file:
                files[os.path.relpath(path, os.fsencode(folder))] = file.read()
    return files


def made(sample, number=0):
    """A sample's packet of another person: marked name, number and request id, with digests and sizes that fit."""
    files = read(os.path.join(SAMPLES, sample))
    files.pop(b".ready", None)
    flat = any(b".request." in path for path in files)
    request = next(path for path in files if b"request." in path)
    found = REQUEST_ID.search(files[request])
    people = [person.encode() for person in EXPECTED[sample].get("people", [])]
    # The marks: a name of letters, an identifier, the request's id.
    marks = {}
    for index, person in enumerate(people):
        is_number = re.search(rb"\d", person)
        marks[person] = b"CNRY-%06d" % number if is_number else f"Canary{letters(number * 4 + index)}".encode()
    if found:
        marks[found[1] or found[2]] = b"CNRY-ROI-%06d" % number
    changed = {}
    for path, data in files.items():
        before = data
        for old, new in marks.items():
            data = data.replace(old, new).replace(old.upper(), new.upper())
        files[path] = data
        if data != before and path != request:
            changed[path] = (before, data)
    text = files[request]
    for before, after in changed.values():
        old, new = (hashlib.sha256(data).hexdigest().encode() for data in (before, after))
        text = text.replace(old, new)
        # The size that stands beside the digest.
        text = re.sub(rb'(?s)(%s.{1,60}?size[^0-9]{1,6})%d\b' % (new, len(before)), rb"\g<1>%d" % len(after), text)
    files[request] = text
    packet = Packet(files, EXPECTED[sample]["outcome"], flat, sample, EXPECTED[sample].get("absent", []))
    packet.name = f"canary-{number:06d}"
    if flat:
        # The flat form goes by its names; they too are another person's.
        stem = sample.encode()
        renamed = {path.replace(stem, packet.name.encode()): data for path, data in files.items()}
        for path, data in renamed.items():
            if b".request." in path:
                renamed[path] = data.replace(stem, packet.name.encode())
        packet.files = renamed
    return packet


def entry_name(packet):
    """The name of its inbox entry."""
    if packet.flat:
        return next(path for path in packet.files if b".request." in path)
    return os.fsencode(packet.name)


def drop(packet, inbox, name=None, marker=True, own=lambda path: None, also=None):
    """Drops it by rename, with a marker, as a careful producer does. also: called with the hidden folder."""
    inbox = os.fsencode(inbox)
    if packet.flat:
        for path in sorted(packet.files, key=lambda path: b".request." in path):
            hidden = os.path.join(inbox, path + b".tmp")
            with open(hidden, "wb") as file:
                file.write(packet.files[path])
            own(hidden)
            os.rename(hidden, os.path.join(inbox, path))
        if marker:
            ready = os.path.join(inbox, packet.name.encode() + b".ready")
            open(ready, "wb").close()
            own(ready)
        return
    name = os.fsencode(name or packet.name)
    hidden = os.path.join(inbox, b"." + name[:200] + b".tmp")
    os.mkdir(hidden, 0o750)
    packet.write(hidden)
    if marker:
        open(os.path.join(hidden, b".ready"), "wb").close()
    if also:
        also(os.fsdecode(hidden))
    own(os.fsdecode(hidden))
    os.rename(hidden, os.path.join(inbox, name))


__all__ = ["CANARY", "EXPECTED", "Packet", "ROOT", "SAMPLES", "drop", "entry_name", "fingerprint", "made"]
