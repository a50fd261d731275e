#!/usr/bin/env python3
"""Real faults: the built daemon killed, starved and lied to, and judged by a model that knows no code of it.

    faults.py BINARY SHARE [--ci] [--seed N] [--jobs N] [--minutes N] [--list] [CASE[=TRY]…]

Without cases, all of them; --ci takes a drawn share of their tries. A failure prints the command that replays it
alone. At the end: a table (case, tries, outcome) and the ten figures of a full run.
"""
import argparse
import collections
import glob
import multiprocessing
import os
import pwd
import resource
import shutil
import sys
import tempfile
import time
import traceback

import crash
import disks  # noqa: F401  (each of these modules registers its cases)
import houses  # noqa: F401
import power  # noqa: F401
import producers  # noqa: F401
import templates
from cases import CASES, Tally, drawn
from mounts import Helper
from trial import Bench, Broken, Skipped

BENCH = None
# No try begins after this moment.
DEADLINE = None


def become_nobody():
    """The commands refuse root; what needs root runs in a process of its own."""
    if os.geteuid() == 0:
        nobody = pwd.getpwnam("nobody")
        os.setgroups([])
        os.setgid(nobody.pw_gid)
        os.setuid(nobody.pw_uid)
    os.umask(0o022)
    tempfile.tempdir = BENCH.tries


def attempt(task):
    name, key, seed, full = task
    if DEADLINE is not None and time.monotonic() > DEADLINE:
        return name, key, None
    tally = Tally()
    began = time.monotonic()
    try:
        CASES[name].one(BENCH, key, drawn(seed, name, key), tally)
    except Broken as broken:
        tally.violations += broken.violations
    except Skipped as skipped:
        tally.skipped = str(skipped)
    except Exception:
        tally.violations.append("the harness itself: " + traceback.format_exc())
    tally.seconds = time.monotonic() - began
    # A child begins as a copy of this process: what is not above it tells nothing of the daemon.
    ours, theirs = (resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    tally.peak = theirs if theirs > ours else 0
    return name, key, tally


def in_a_process(function, *arguments):
    """As nobody, and its failure is ours."""
    def work():
        become_nobody()
        try:
            function(*arguments)
        except SystemExit as error:
            print(error, file=sys.stderr)
            os._exit(1)
        except BaseException:
            traceback.print_exc()
            os._exit(1)
        os._exit(0)
    process = multiprocessing.Process(target=work)
    process.start()
    process.join()
    if process.exitcode != 0:
        raise SystemExit("faults: the houses to try it on could not be made")


def chosen(options):
    """The tries: [(case, key)], and what was named and is not there."""
    wanted = collections.OrderedDict()
    for word in options.cases:
        name, _, key = word.partition("=")
        names = [name] if name in CASES else [known for known in CASES if known.split("-")[0] == name]
        if not names:
            raise SystemExit(f"faults: there is no case {name}; --list names them")
        for each in names:
            wanted.setdefault(each, []).extend([key] if key else [])
    if not options.cases:
        wanted = {name: [] for name in CASES}
    tasks = []
    for name, keys in wanted.items():
        case = CASES[name]
        if not keys:
            keys = list(case.tries(BENCH, drawn(options.seed, name), not options.ci))
            if options.ci and not options.cases:
                keys = drawn(options.seed, name, "ci").sample(keys, min(case.ci, len(keys)))
        tasks += [(name, key, options.seed, not options.ci) for key in keys]
    if options.minutes:
        # What the time allows is a fair share of all.
        drawn(options.seed, "order").shuffle(tasks)
    return tasks


def main():
    global BENCH, DEADLINE
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("binary")
    options.add_argument("share")
    options.add_argument("cases", nargs="*", metavar="CASE[=TRY]")
    options.add_argument("--ci", action="store_true")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--jobs", type=int, default=os.cpu_count())
    options.add_argument("--minutes", type=float, help="begin no try after so long, in a drawn order; what was not tried is counted")
    options.add_argument("--list", action="store_true")
    options.add_argument("--keep-going", action="store_true", help="print every failure, not only the first ten")
    options = options.parse_args()
    if options.list:
        for name, case in CASES.items():
            print(f"{name:14} {case.title}  [{', '.join(case.rows)}]")
        return
    began = time.monotonic()
    DEADLINE = began + 60 * options.minutes if options.minutes else None
    scratch = tempfile.mkdtemp(prefix="chartgate-faults-", dir="/dev/shm" if os.access("/dev/shm", os.W_OK) else None)
    os.chmod(scratch, 0o755)
    status = 1
    try:
        BENCH = Bench(options.binary, options.share, scratch)
        BENCH.helper = Helper(scratch)
        BENCH.helper.start()
        in_a_process(templates.prepare, BENCH, list(templates.TEMPLATES))
        status = run(options, chosen(options), began)
    finally:
        BENCH.helper.stop()
        clear(scratch)
    sys.exit(status)


def clear(scratch):
    for place, folders, _ in os.walk(scratch):
        for name in folders:
            path = os.path.join(place, name)
            if not os.path.islink(path):
                os.chmod(path, 0o700)
    shutil.rmtree(scratch, ignore_errors=True)


def run(options, tasks, began):
    results = collections.OrderedDict((name, []) for name in CASES)
    failures = unbegun = 0
    context = multiprocessing.get_context("fork")

    def note(name, key, tally):
        nonlocal failures
        results[name].append((key, tally))
        done = sum(map(len, results.values()))
        if done % 200 == 0:
            print(f"faults: {done} of {len(tasks)} tries in {time.monotonic() - began:.0f} s", file=sys.stderr, flush=True)
        for sentence in tally.notes:
            print(f"{name}: {sentence}")
        if not tally.violations:
            return
        failures += 1
        if failures <= 10 or options.keep_going:
            print(f"FAILED {name}={key}, seed {options.seed}: {CASES[name].title}", file=sys.stderr)
            for sentence in tally.violations[:8]:
                print(f"    {sentence}", file=sys.stderr)
            print(f"    alone: Scripts/faults '{name}={key}' --seed {options.seed}", file=sys.stderr, flush=True)

    with context.Pool(options.jobs, initializer=become_nobody) as pool:
        for name, key, tally in pool.imap_unordered(attempt, tasks, chunksize=1):
            if tally is None:
                unbegun += 1
            else:
                note(name, key, tally)
    table(results)
    figures(options, results, len(tasks) - unbegun, began)
    if unbegun:
        print(f"{unbegun} tries were not begun: the minutes were over")
    return 1 if failures else 0


def table(results):
    print("\n| case | what is done | tries | kills | seconds | outcome |\n| --- | --- | ---: | ---: | ---: | --- |")
    for name, tries in results.items():
        if not tries:
            continue
        tallies = [tally for _, tally in tries]
        failed = [key for key, tally in tries if tally.violations]
        skipped = sorted({tally.skipped for tally in tallies if tally.skipped})
        ran = sum(not tally.skipped for tally in tallies)
        outcome = f"{len(failed)} FAILED: {', '.join(failed[:4])}" if failed else "held" if ran else ""
        if skipped:
            outcome = (outcome + "; " if outcome else "") + f"{len(tallies) - ran} skipped: {skipped[0]}"
        print(f"| {name} | {CASES[name].title} | {ran} | {sum(t.kills for t in tallies)} "
              f"| {sum(t.seconds for t in tallies):.0f} | {outcome} |")


def figures(options, results, tried, began):
    every = [tally for tries in results.values() for _, tally in tries]
    ran = [name for name, tries in results.items() if any(not tally.skipped for _, tally in tries)]
    points = set().union(*[tally.points for tally in every]) if every else set()
    listed = set()
    for template in crash.ONE_PACKET:
        for at in range(1, len(BENCH.reference(template)["points"]) + 1):
            listed |= {(template, at)}
    hit = {(point[0], point[1]) for point in points} & listed
    injected = sum((tally.injected for tally in every), collections.Counter())
    counts = sum((tally.counts for tally in every), collections.Counter())
    not_run = []
    for name, tries in results.items():
        reasons = sorted({tally.skipped for _, tally in tries if tally.skipped})
        if name not in ran and (reasons or not options.cases):
            not_run.append(f"{name} ({reasons[0] if reasons else 'not drawn'})")
    print(f"""
1. cases run: {len(ran)} of {len(CASES)}{'; not run: ' + ', '.join(not_run) if not_run else ''}
2. kills: {sum(tally.kills for tally in every)}; crash points hit: {len(hit)} of {len(listed)} counted
3. faults injected: {sum(injected.values())} ({len(injected)} kinds of error, call and place); crash states replayed: {sum(tally.states for tally in every)}
4. packets dropped {counts['dropped']}, released {counts['released'] + counts['closed']}, held {counts['held']}, rejected {counts['rejected']}, still waiting {counts['waiting']}
5. lost: {counts['lost']}
6. delivered twice: {counts['twice']}
7. leaks: {counts['leaked']}
8. daemon crashes not asked for: {counts['crashes']}
9. states that needed a person beyond what the matrix says: {counts['stuck']}
10. slowest recovery {max([t.recovery for t in every], default=0):.1f} s; peak memory {max([t.peak for t in every], default=0) / 1024:.0f} MiB; slowest hostile input {max([t.hostile for t in every], default=0):.1f} s
seed {options.seed}; {tried} tries in {time.monotonic() - began:.0f} s""")


if __name__ == "__main__":
    main()
