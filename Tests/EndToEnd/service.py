#!/usr/bin/env python3
"""The service's life on real folders: backups under load, restores from each of them, reload, metrics, top.

    service.py BINARY SHARE

FAULTS.md O01, O09, K05, L05, N01. Nothing of what it drops may leave twice, whichever backup is put back.
"""
import argparse
import faulthandler
import glob
import json
import os
import re
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import threading
import time

from house import ROOT, SAMPLES, House, user

passed = failed = 0


def check(claim, holds, detail=""):
    global passed, failed
    if holds:
        passed += 1
    else:
        failed += 1
        print(f"FAILED: {claim} {detail}", file=sys.stderr)


def until(seconds, holds):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if holds():
            return True
        time.sleep(0.1)
    return False


def bundles(house):
    return sorted(glob.glob(os.path.join(house.folder, "outbox", "*", "*", "*.zip")))


def append(house, text):
    with open(os.path.join(house.folder, "chartgate.yaml"), "a") as file:
        file.write(text)


def backup_in_a_loop(house, files, is_done):
    """One backup after the other beside the daemon."""
    folder = os.path.join(house.folder, "backups")
    os.mkdir(folder)
    house.own(folder)
    while not is_done.is_set():
        file = os.path.join(folder, f"backup-{len(files) + 1}")
        done = house.run("backup", file, "--house", house.folder)
        check("a backup under load is made", done.returncode == 0, done.stderr)
        files.append(file)


def killed_backups(house):
    """FAULTS.md C17: the file is whole or not there."""
    folder = os.path.join(house.folder, "backups")
    began = time.monotonic()
    house.run("backup", os.path.join(folder, "timed"), "--house", house.folder, check=True)
    took = time.monotonic() - began
    whole = 0
    for number in range(20):
        file = os.path.join(folder, f"killed-{number}")
        backup = subprocess.Popen(
            [house.binary, "backup", file, "--house", house.folder], stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, env=house.environment, cwd=house.scratch, **user())
        time.sleep(took * (0.5 + 0.04 * number))
        backup.kill()
        backup.wait()
        if os.path.exists(file):
            whole += 1
            database = sqlite3.connect(f"file:{file}?mode=ro", uri=True)
            check("a backup that was killed is whole or not there",
                  database.execute("PRAGMA integrity_check").fetchone() == ("ok",))
            database.close()
    left = glob.glob(os.path.join(folder, ".killed-*.tmp*"))
    print(f"service: 20 backups killed, {whole} whole, {20 - whole} not there, {len(left)} temporary files left")


def metrics_over_socket(path):
    with socket.socket(socket.AF_UNIX) as client:
        client.settimeout(5)
        client.connect(path)
        client.sendall(b"GET /metrics HTTP/1.1\r\nHost: chartgate\r\n\r\n")
        page = b""
        while piece := client.recv(65536):
            page += piece
    return page.decode()


def life(house):
    append(house, "metrics: {file: state/chartgate.prom, socket: state/metrics.sock}\n")
    house.start()
    samples = [path for path in sorted(glob.glob(os.path.join(SAMPLES, "*/"))) if not glob.glob(path + "*.request.*")]
    files, is_done = [], threading.Event()
    thread = threading.Thread(target=backup_in_a_loop, args=(house, files, is_done))
    until(20, lambda: os.path.exists(os.path.join(house.folder, "state", "ledger.sqlite")))
    until(20, lambda: house.run("metrics", "--house", house.folder).returncode == 0)
    thread.start()
    for path in samples:
        house.drop(path.rstrip("/"))
        time.sleep(0.2)
    house.wait(len(samples))
    until(30, lambda: len(files) >= 4)
    is_done.set()
    thread.join()
    check("several backups were made meanwhile", len(files) >= 3, len(files))
    counts = []
    for file in files:
        database = sqlite3.connect(f"file:{file}?mode=ro", uri=True)
        check("a backup is whole", database.execute("PRAGMA integrity_check").fetchone() == ("ok",))
        counts.append(database.execute("SELECT count(*) FROM events").fetchone()[0])
        database.close()
        check("a backup is one file, its owner's", os.stat(file).st_mode & 0o777 == 0o600)
        check("and nothing beside it", not os.path.exists(file + "-wal"))
    check("each holds at least what the one before held", counts == sorted(counts), counts)
    inside = house.run("backup", os.path.join(house.folder, "state", "archive", "20261125"), "--house", house.folder)
    check("a backup is refused where its name would mean something", inside.returncode == 64, inside.stderr)
    check("an existing file is not overwritten", house.run("backup", files[0], "--house", house.folder).returncode == 1)

    killed_backups(house)
    second = house.run("serve", house.folder)
    check("a second daemon is refused", second.returncode == 75 and f"process {house.daemon.pid}" in second.stderr,
          second.stderr)
    top = house.run("top", house.folder, "--once").stdout
    check("top tells what is where and why", "packets:" in top and "held" in top and "newest events" in top, top)
    status = house.run("status", house.folder, "--json").stdout
    told = json.loads(status)
    check("status tells the inboxes and who answers",
          told["daemon"] == house.daemon.pid and told["sources"][0]["stuck"] == 0, status)
    names = [os.path.basename(path.rstrip("/")) for path in samples]
    check("neither has a name from outside", not any(name in top + status for name in names))
    page = metrics_over_socket(os.path.join(house.folder, "state", "metrics.sock"))
    check("the socket tells metrics", page.startswith("HTTP/1.1 200 OK") and "\nchartgate_packets{" in page, page[:200])
    with open(os.path.join(house.folder, "state", "chartgate.prom")) as file:
        text = file.read()
    check("the file tells the same", "chartgate_build_info{" in text)
    tool = shutil.which("promtool")
    if tool:
        for source, words in (("file", text), ("socket", page.split("\r\n\r\n", 1)[1])):
            said = subprocess.run([tool, "check", "metrics"], input=words, capture_output=True, text=True)
            check(f"promtool takes the {source}", said.returncode == 0 and not said.stdout + said.stderr,
                  said.stdout + said.stderr)
    else:
        print("service: promtool is not here; only our own tests judge the metrics' form")

    with open(os.path.join(house.folder, "chartgate.yaml")) as file:
        good = file.read()
    append(house, "nonsense: yes\n")
    house.daemon.send_signal(signal.SIGHUP)
    refused = until(10, lambda: "chartgate_configuration_valid 0" in house.run(
        "metrics", "--house", house.folder).stdout)
    check("a bad configuration is told by the metrics", refused)
    with open(os.path.join(house.folder, "chartgate.yaml"), "w") as file:
        file.write(re.sub("(?m)^poll: .*$", "poll: 2s", good))
    house.daemon.send_signal(signal.SIGHUP)
    check("what takes a restart is refused at a reload, and named", until(10, lambda: any(
        "poll of chartgate.yaml changed, which takes a restart" in line for line in house.tail().splitlines())),
        house.tail())
    with open(os.path.join(house.folder, "chartgate.yaml"), "w") as file:
        file.write(good + "stuckAfter: 2h\n")
    check("and by status, until it is mended", "CONFIGURATION REFUSED" in house.run("status", house.folder).stdout)
    house.daemon.send_signal(signal.SIGHUP)
    check("mended, it is not told any more",
          until(10, lambda: "CONFIGURATION REFUSED" not in house.run("status", house.folder).stdout))
    return files


def asks(house, bundle):
    """What `withheld --ask` says against a question; nil where the release keeps no digests."""
    id = os.path.basename(bundle).removesuffix(".zip")
    with open(os.path.join(house.folder, "state", "audit", id + ".json")) as file:
        if '"removed"' not in file.read():
            return None
    return house.run("withheld", id, "--ask", "--house", house.folder, input="anything\n").stderr


def restores(house, files):
    check("restore is refused while the daemon runs",
          house.run("restore", files[0], "--house", house.folder).returncode == 75)
    check("the daemon stops by itself", house.stop() == 0)
    taken = os.path.join(house.scratch, "taken")
    subprocess.run([os.path.join(ROOT, "Scripts", "transfer-job"), os.path.join(house.folder, "outbox"), taken],
                   check=True, capture_output=True)
    known = glob.glob(os.path.join(taken, "*", "*", "*.zip"))
    check("something was delivered", len(known) >= 3, known)
    ledger = os.path.join(house.folder, "state", "ledger.sqlite")
    with open(ledger, "rb") as file:
        before = file.read()
    dry = house.run("restore", files[0], "--house", house.folder, "--dry-run")
    with open(ledger, "rb") as file:
        check("a dry run changes nothing", file.read() == before and dry.returncode in (0, 2), dry.stderr)

    key = os.path.join(house.folder, "state", "house.key")
    os.rename(key, key + ".lost")
    gone = house.run("serve", house.folder)
    check("a key that is gone stops the start", gone.returncode == 78 and "house.key is gone" in gone.stderr, gone.stderr)
    with open(os.open(key, os.O_CREAT | os.O_WRONLY, 0o600), "wb") as file:
        file.write(bytes(32))
    house.own(key)
    digests = [name for name in known if asks(house, name) is not None]
    check("some release keeps digests", digests != [])
    for name in digests[:1]:
        check("with another key nobody is told no", "not the one under which" in asks(house, name), asks(house, name))
    os.replace(key + ".lost", key)
    for name in digests[:1]:
        check("with the right one the question is answered", asks(house, name) == "", asks(house, name))

    for name in digests[:1]:
        manifest = os.path.join(house.folder, "state", "audit", os.path.basename(name).removesuffix(".zip") + ".json")
        with open(manifest, "rb") as file:
            written = file.read()
        with open(manifest, "wb") as file:
            file.write(written.replace(b'"signs"', b'"sings"', 1) + b" ")
        check("a manifest that somebody changed is told from the one of the release",
              "somebody changed it" in asks(house, name), asks(house, name))
        with open(manifest, "wb") as file:
            file.write(written)

    for file in [ledger] + glob.glob(ledger + "-wal") + glob.glob(ledger + "-shm"):
        os.rename(file, file + ".lost")
    gone = house.run("serve", house.folder)
    check("a ledger that is gone stops the start", gone.returncode == 1 and "gone" in gone.stderr, gone.stderr)
    shutil.copy(files[0], ledger)
    house.own(ledger)
    older = house.run("serve", house.folder)
    check("so does an older one in its place", older.returncode == 1 and "older" in older.stderr, older.stderr)

    # Backups from before anything came to the last; each time the house goes on from there.
    for file in sorted(set(files[:: max(1, len(files) // 6)] + files[-1:]), key=files.index):
        done = house.run("restore", file, "--house", house.folder)
        check("a restore works", done.returncode in (0, 2), done.stdout + done.stderr)
        house.start()
        check("the daemon starts on it", until(20, lambda: house.run("metrics", "--house", house.folder).returncode == 0),
              house.tail())
        time.sleep(1)
        check("nothing left twice", bundles(house) == [], bundles(house))
        check("the house is consistent",
              house.ledger("SELECT count(*) FROM releases WHERE state IN ('staged', 'intended')")[0][0] == 0)
        check("it stops", house.stop() == 0)
    check("the old ledgers are kept", len(glob.glob(ledger + ".before-restore-*Z")) >= 3)


def main():
    # A test that hangs says where.
    faulthandler.dump_traceback_later(280, exit=True)
    parser = argparse.ArgumentParser()
    parser.add_argument("binary")
    parser.add_argument("share")
    options = parser.parse_args()
    house = House(options.binary, options.share)
    try:
        restores(house, life(house))
    finally:
        house.remove()
    print(f"service: {passed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


main()
