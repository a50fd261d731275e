#!/usr/bin/env python3
"""Chartgate and the Python way over the same packets in the same run (called by Scripts/bench).

    compare.py CHARTGATE SHARE SCRATCH COUNT

Both start from packets on disk and end with synced, verified bundles; both use two processes or threads. Chartgate's
time includes reading the policy, the ledger's commits, the claim's copies and the audit manifests.
"""
import glob
import json
import os
import pwd
import resource
import shutil
import subprocess
import sys
import time


def measured(command, **options):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, **options)
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.monotonic() - began
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"bench: {command[0]} ended with {os.waitstatus_to_exitcode(status)}\n{output.decode()[-2000:]}")
    return output, seconds, cpu, usage.ru_maxrss / 1024


def main():
    chartgate, share, scratch, count = sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4])
    here = os.path.dirname(os.path.abspath(__file__))
    packets, house = os.path.join(scratch, "packets"), os.path.join(scratch, "house")
    as_nobody = {}
    user = []
    if os.geteuid() == 0:
        shutil.chown(scratch, "nobody")
        as_nobody = {"user": "nobody", "group": pwd.getpwnam("nobody").pw_gid, "extra_groups": []}
        user = ["--user", "nobody"]
    binary = os.path.join(scratch, "chartgate")
    shutil.copy(chartgate, binary)
    os.chmod(binary, 0o755)
    shutil.copytree(share, os.path.join(scratch, "Pipelines"))
    environment = dict(os.environ, CHARTGATE_SHARE=scratch)
    subprocess.run(
        [binary, "init", house, "--trial", "--day", "2026-03-02"], check=True, stdout=subprocess.DEVNULL,
        env=environment, cwd=scratch, **as_nobody)
    inbox = os.path.join(house, "inbox", "main")
    for packet in sorted(glob.glob(os.path.join(packets, "packet-*"))):
        target = os.path.join(inbox, os.path.basename(packet))
        shutil.copytree(packet, target)
        if as_nobody:
            for place, _, files in os.walk(target):
                for path in [place] + [os.path.join(place, name) for name in files]:
                    shutil.chown(path, "nobody")
    size = sum(
        os.path.getsize(path) for path in glob.glob(os.path.join(packets, "*", "*"))
        if os.path.basename(path) not in ("request.json", "authorization.txt"))

    output, seconds, cpu, peak = measured([binary, "run", house, "--times", "--json", *user], env=environment, cwd=scratch)
    answer = json.loads(output)
    released = sum(packet["state"] == "released" for packet in answer["packets"])
    if released != count:
        sys.exit(f"bench: only {released} of {count} packets were released")
    rows = [("chartgate", seconds, cpu, peak)]

    python = [sys.executable, os.path.join(here, "python_way.py"), packets, os.path.join(scratch, "python"),
              os.path.join(share, "categories"), "2"]
    _, seconds, cpu, peak = measured(python)
    rows.append(("the Python way", seconds, cpu, peak))

    print(f"{count} packets, {size / 1e6:.1f} MB of records")
    print(f"{'':16}{'seconds':>9}{'MB/s':>9}{'packets/s':>11}{'CPU s':>8}{'peak MB':>9}")
    for name, seconds, cpu, peak in rows:
        print(f"{name:16}{seconds:9.2f}{size / 1e6 / seconds:9.1f}{count / seconds:11.1f}{cpu:8.2f}{peak:9.0f}")
    print(f"chartgate is {rows[1][1] / rows[0][1]:.1f} times as fast, with {rows[0][2] / rows[1][2]:.2f} of the CPU time")
    total = sum(answer["times"].values()) or 1
    print("\nshare of each stage (of the time in stages)")
    for stage, milliseconds in answer["times"].items():
        print(f"{stage:16}{milliseconds:9} ms{100 * milliseconds / total:7.1f} %")


main()
