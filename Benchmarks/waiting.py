#!/usr/bin/env python3
"""What a daemon costs while packets wait: CPU, memory, and how soon a packet leaves (called by Scripts/bench-waiting).

    waiting.py CHARTGATE PIPELINES [COUNT [TRIES [FOLDER [PARTS]]]]

It makes COUNT (100,000) folder packets in the inbox of a trial house below FOLDER (/dev/shm), runs the built
daemon over them with real files, and prints a table. Three kinds of waiting are measured, each by a daemon of its
own: none; ready, held back since the disk has no room (freeFloor is set above it); and never complete (a .part lies
in each). PARTS are some of none,ready,incomplete,latency. CPU is user and system time of the daemon's process, from /proc.
"""
import json
import os
import random
import socket
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(os.path.dirname(HERE), "Tests", "EndToEnd"))
sys.path.insert(0, HERE)
import make_packets  # noqa: E402
from house import House  # noqa: E402

TICK = os.sysconf("SC_CLK_TCK")


def packet(number):
    """A small packet that is released: its files by name."""
    draw = random.Random(number)
    patient = make_packets.Patient(draw, number)
    text = (
        f"PATIENT: {patient.given} {patient.family}\nDOB: {patient.birth}\nMRN: {patient.mrn}\n\n"
        + " ".join(draw.choice(make_packets.SENTENCES) for _ in range(4)) + "\n").encode()
    paper = f"SAMPLE authorization of {patient.given} {patient.family}, number {number}.\n".encode()
    files = [("note.txt", "text/plain", text)]
    request = make_packets.request(patient, number, files, paper)
    # Without sizes only its marker says that it is whole.
    for listed in request["records"] + request["papers"]:
        listed.pop("size", None)
    request = json.dumps(request).encode()
    return {"note.txt": text, "authorization.txt": paper, "request.json": request}


def write(folder, files):
    os.mkdir(folder)
    for name, data in files.items():
        with open(os.path.join(folder, name), "wb") as out:
            out.write(data)


class Daemon:
    def __init__(self, house):
        self.house = house
        house.start()
        self.process = house.daemon.pid

    def cpu(self):
        with open(f"/proc/{self.process}/stat") as file:
            fields = file.read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / TICK

    def memory(self, key="VmRSS"):
        with open(f"/proc/{self.process}/status") as file:
            return next(int(line.split()[1]) for line in file if line.startswith(key)) / 1024

    def source(self):
        with socket.socket(socket.AF_UNIX) as client:
            client.connect(os.path.join(self.house.folder, "state", "control.sock"))
            client.sendall(b'{"do":"status","newest":0}\n')
            answer = b""
            while not answer.endswith(b"\n"):
                piece = client.recv(1 << 16)
                if not piece:
                    break
                answer += piece
        return json.loads(answer)["sources"][0]

    def until(self, wanted, seconds=1800):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            try:
                if wanted(self.source()):
                    return
            except (FileNotFoundError, ConnectionRefusedError):
                pass
            time.sleep(0.2)
        raise AssertionError("it does not get there; the log ends:\n" + self.house.tail())

    def idle(self, seconds):
        """CPU seconds in that time."""
        before = self.cpu()
        time.sleep(seconds)
        return self.cpu() - before


def fresh(binary, pipelines, folder, floor=None):
    os.environ["TMPDIR"] = folder
    house = House(binary, pipelines, settle="1h")
    path = os.path.join(house.folder, "chartgate.yaml")
    with open(path) as file:
        text = file.read().replace("poll: 200ms", "poll: 1s")
    if floor:
        text = text.replace("# freeFloor: 256MiB", f"freeFloor: {floor}")
    with open(path, "w") as file:
        file.write(text)
    return house


def fill(house, count, extra):
    files = dict(packet(1), **extra)
    inbox = house.inbox()
    for number in range(count):
        write(os.path.join(inbox, f"packet-{number:06d}"), files)
    house.own(inbox)


def row(*cells):
    print("| " + " | ".join(str(cell) for cell in cells) + " |", flush=True)


def waiting(binary, pipelines, folder, count, kind):
    extra = {"none": {}, "ready": {".ready": b""}, "incomplete": {"scan.pdf.part": b""}}[kind]
    house = fresh(binary, pipelines, folder, floor="1024GiB")
    try:
        number = 0 if kind == "none" else count
        fill(house, number, extra)
        began = time.monotonic()
        daemon = Daemon(house)
        key = {"none": "ready", "ready": "ready", "incomplete": "waiting"}[kind]
        daemon.until(lambda source: source[key] >= number)
        if kind == "incomplete":
            # Counted from the listing on. What is new is looked at often: measured once it has lain for a while.
            time.sleep(min(600, count / 100))
        seen, seen_cpu = time.monotonic() - began, daemon.cpu()
        # Listed once more when all has been still for two seconds, and the first looks again.
        time.sleep(10)
        idle = daemon.idle(40)
        memory = daemon.memory()
        # One that is new: the poll that finds it lists everything.
        dearest = []
        for at in range(3):
            time.sleep(3)
            quiet = daemon.idle(6)
            before = daemon.cpu()
            write(os.path.join(house.scratch, "new"), dict(packet(2), **{".ready": b""}))
            house.own(os.path.join(house.scratch, "new"))
            os.rename(os.path.join(house.scratch, "new"), os.path.join(house.inbox(), f"new-{at}"))
            time.sleep(6)
            # It is listed again until it was still for two seconds: some three polls.
            dearest.append(max(0.0, daemon.cpu() - before - quiet) / 3)
        row(
            f"{number:,} {kind}" if number else "none", f"{seen:.1f} s", f"{seen_cpu:.1f} s",
            f"{idle / 40 * 100:.2f} %", f"{idle / 40 * 1000:.1f} ms", f"{max(dearest) * 1000:.0f} ms",
            f"{memory:.0f} MB", f"{daemon.memory('VmHWM'):.0f} MB")
        house.stop()
    finally:
        house.remove()


def latency(binary, pipelines, folder, tries):
    """Milliseconds from a packet's marker to its bundle, into an idle daemon that polls once a second."""
    house = fresh(binary, pipelines, folder)
    times = []
    try:
        daemon = Daemon(house)
        daemon.until(lambda source: True)
        time.sleep(3)
        inbox = house.inbox()
        outbox = os.path.join(house.folder, "outbox", "sftp", "example-law")
        seen = set()
        for number in range(1, tries + 1):
            place = os.path.join(inbox, f"packet-{number:06d}")
            write(place, packet(number + 10))
            house.own(place)
            # At any moment of the poll's second, and after the daemon has settled.
            time.sleep(1.2 + random.random())
            began = time.monotonic()
            with open(place + ".ready", "wb"):
                pass
            house.own(place + ".ready")
            while True:
                names = {name for name in os.listdir(outbox) if name.endswith(".zip")} if os.path.isdir(outbox) else set()
                if names - seen:
                    times.append((time.monotonic() - began) * 1000)
                    seen = names
                    break
                if time.monotonic() - began > 30:
                    raise AssertionError("no bundle in 30 s; the log ends:\n" + house.tail())
                time.sleep(0.001)
        house.stop()
    finally:
        house.remove()
    return sorted(times)


def main():
    binary, pipelines = sys.argv[1:3]
    count = int(sys.argv[3]) if len(sys.argv) > 3 else 100_000
    tries = int(sys.argv[4]) if len(sys.argv) > 4 else 120
    folder = sys.argv[5] if len(sys.argv) > 5 else "/dev/shm"
    parts = sys.argv[6].split(",") if len(sys.argv) > 6 else ["none", "ready", "incomplete", "latency"]
    row("waiting", "seen after", "CPU for it", "idle CPU", "idle poll", "poll with one new", "memory", "at most")
    row(*["---"] * 8)
    for kind in parts:
        if kind != "latency":
            waiting(binary, pipelines, folder, count, kind)
    if "latency" not in parts:
        return
    times = latency(binary, pipelines, folder, tries)
    at = lambda share: times[min(len(times) - 1, int(len(times) * share))]  # noqa: E731
    print(
        f"marker to bundle, poll 1000 ms, {len(times)} tries: median {at(0.5):.0f} ms, p99 {at(0.99):.0f} ms, "
        f"most {times[-1]:.0f} ms; beyond the poll, p99: {max(0, at(0.99) - 1000):.0f} ms")


if __name__ == "__main__":
    main()
