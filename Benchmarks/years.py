#!/usr/bin/env python3
"""What years of packets cost the daemon (called by Scripts/bench-years): FAULTS.md R07.

    years.py CHARTGATE PIPELINES [PACKETS [FOLDER [KEPT]]]

A trial house delivers one packet; its rows are then copied PACKETS times (1,000,000), as packets that are closed, with
ten events each; KEPT of them (30,000: a thousand a day for a month) were delivered and lie in archive/ still. The same daemon is measured beside the empty ledger and beside the full one: seconds from its start to
its first answer, seconds of CPU while it idles, seconds from a packet's marker to its bundle, and memory.
"""
import os
import sqlite3
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
from waiting import Daemon, fresh, packet, write  # noqa: E402

EVENTS = 10
IDLE = 20


def columns(database, table):
    return [row[1] for row in database.execute(f"PRAGMA table_info({table})")]


def copied(database, table, change, count):
    """Copies the rows that packet 1 has in a table: `change` gives what differs in copy n."""
    names = columns(database, table)
    key = "number = 1" if table == "packets" else "packet = 1" if "packet" in names else "disclosure = 'd00000001-1'"
    rows = [dict(zip(names, row)) for row in database.execute(f"SELECT * FROM {table} WHERE {key}")]
    marks = ", ".join("?" * len(names))

    def all_rows():
        for number in range(1001, count + 1001):
            for row in rows:
                yield tuple({**row, **change(row, number)}[name] for name in names)

    database.executemany(f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})", all_rows())


def fill(house, count, kept):
    database = sqlite3.connect(os.path.join(house.folder, "state", "ledger.sqlite"))
    database.execute("PRAGMA synchronous = OFF")

    def disclosure(number):
        return f"d{number:08d}-1"

    def digest(number, text):
        return f"{number:016x}" + text[16:]

    copied(database, "packets", lambda row, n: {
        "number": n, "fingerprint": digest(n, row["fingerprint"]), "request_id": f"old-{n}",
        "state": "released" if n < kept + 1001 else "closed",
        "entry_name": f"old-{n}".encode()}, count)
    copied(database, "files", lambda row, n: {"packet": n, "digest": digest(n, row["digest"])}, count)
    copied(database, "attempts", lambda row, n: {"packet": n}, count)
    copied(database, "findings", lambda row, n: {"packet": n}, count)
    copied(database, "releases", lambda row, n: {
        "disclosure": disclosure(n), "packet": n, "state": "delivered" if n < kept + 1001 else "acknowledged",
        "records": digest(n, row["records"])}, count)
    copied(database, "release_files", lambda row, n: {
        "disclosure": disclosure(n), "name": row["name"].replace("d00000001-1", disclosure(n))}, count)
    copied(database, "disclosures", lambda row, n: {"disclosure": disclosure(n), "packet": n}, count)
    lines = [row[0] for row in database.execute("SELECT line FROM events ORDER BY sequence")]
    last = database.execute("SELECT max(sequence) FROM events").fetchone()[0]
    database.executemany(
        "INSERT INTO events (sequence, line) VALUES (?, ?)",
        ((last + 1 + n, lines[n % len(lines)]) for n in range(count * EVENTS)))
    database.commit()
    database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()
    archive = os.path.join(house.folder, "state", "archive")
    for number in range(1001, kept + 1001):
        os.mkdir(os.path.join(archive, str(number)), 0o700)
    house.own(archive)


def measure(house, first):
    """Start, idle, delivery, memory."""
    began = time.monotonic()
    daemon = Daemon(house)
    daemon.until(lambda source: True, 600)
    start = time.monotonic() - began
    cpu_start = daemon.cpu()
    deliver(house, first)
    idle = daemon.idle(IDLE)
    soon = sorted(deliver(house, first + 1 + number) for number in range(10))[5]
    memory = daemon.memory()
    house.stop()
    return start, cpu_start, idle, soon, memory


def deliver(house, number):
    """Seconds from a packet's marker to its bundle."""
    outbox = os.path.join(house.folder, "outbox")

    def bundles():
        return sum(name.endswith(".zip") for _, _, names in os.walk(outbox) for name in names)

    before, began = bundles(), time.monotonic()
    made = os.path.join(house.scratch, "new")
    write(made, dict(packet(number), **{".ready": b""}))
    house.own(made)
    os.rename(made, os.path.join(house.inbox(), f"packet-{number:06d}"))
    while bundles() == before:
        if time.monotonic() - began > 60:
            raise AssertionError("it is not delivered; the log ends:\n" + house.tail())
        time.sleep(0.005)
    return time.monotonic() - began


def main():
    binary, pipelines = sys.argv[1:3]
    count = int(sys.argv[3]) if len(sys.argv) > 3 else 1_000_000
    kept = min(count, int(sys.argv[5]) if len(sys.argv) > 5 else 30_000)
    with tempfile.TemporaryDirectory(dir=sys.argv[4] if len(sys.argv) > 4 else "/tmp") as folder:
        os.chmod(folder, 0o755)
        house = fresh(binary, pipelines, folder)
        rows = [("empty", measure(house, 1))]
        began = time.monotonic()
        fill(house, count, kept)
        size = os.path.getsize(os.path.join(house.folder, "state", "ledger.sqlite"))
        print(f"years: {count} packets, {kept} of them kept, {count * EVENTS} events, {size >> 20} MiB, made in {time.monotonic() - began:.0f} s",
              file=sys.stderr)
        rows.append((f"{count} packets", measure(house, 100)))
        house.remove()
    print(f"{'ledger':>18} {'start s':>8} {'its CPU':>8} {'idle CPU %':>10} {'to bundle s':>11} {'MiB':>6}")
    for name, (start, cpu, idle, soon, memory) in rows:
        print(f"{name:>18} {start:>8.2f} {cpu:>8.2f} {100 * idle / IDLE:>10.2f} {soon:>11.2f} {memory:>6.0f}")


if __name__ == "__main__":
    main()
