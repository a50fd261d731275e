"""Houses with a packet in them, made once, and what an unkilled run makes of each."""
import glob
import json
import os
import re
import subprocess

from model import Model
from packets import made
from trial import INSTANT, Drop, Trial, snapshot

DAY = 86_400_000


def plain(trial):
    """A trial house with all that ships."""
    trial.run("init", trial.folder, "--trial", "--day", "2026-03-02", check=True)
    trial.configure()
    # One key for all houses, so that their manifests can be compared.
    with open(os.open(os.path.join(trial.folder, "state", "house.key"), os.O_CREAT | os.O_WRONLY, 0o600), "wb") as file:
        file.write(bytes(range(32)))
    subprocess.run(["rm", "-rf", os.path.join(trial.folder, "example-packet")], check=True)


def small(trial):
    """One pipeline and one category: a house that starts quickly, for what is not about policies."""
    plain(trial)
    for path in glob.glob(os.path.join(trial.folder, "pipelines", "*")):
        if not path.endswith("/continuity-of-care.yaml"):
            os.remove(path)
    for path in glob.glob(os.path.join(trial.folder, "categories", "*")):
        if os.path.basename(path) not in ("psythpn.yaml", "sources.yaml"):
            os.remove(path)
    path = os.path.join(trial.folder, "pipelines", "continuity-of-care.yaml")
    with open(path) as file:
        text = file.read()
    with open(path, "w") as file:
        file.write(re.sub(r"(?m)^withhold: .*$", "withhold: [PSYTHPN]", text))


def dropped(sample, base="small"):
    def make(trial):
        globals()[base](trial)
        trial.drop_made(sample, 1)
    return make


def repeat(trial):
    small(trial)
    packet = trial.drop_made("01-treatment-whole", 1)
    trial.work()
    trial.drop_made("01-treatment-whole", 1, name="canary-again")
    assert trial.drops[-1].packet.fingerprint == packet.fingerprint


def correction(trial):
    """A packet whose record is not what its request lists, rejected; then the right one."""
    small(trial)
    wrong = made("01-treatment-whole", 1)
    path = next(path for path in wrong.files if path.endswith(b".txt"))
    wrong.files[path] += b"one line more\n"
    wrong.name = "canary-wrong"
    trial.drop_packet(wrong, outcome="replaced")
    trial.work()
    trial.drop_made("01-treatment-whole", 1)


def links(trial):
    small(trial)
    packet = made("01-treatment-whole", 1)
    trial.drop_packet(packet, outcome="rejected", also=lambda folder: os.symlink("/etc/passwd", os.path.join(folder, "x.txt")))


def retried(trial):
    small(trial)
    trial.drop_made("06-held-other-patient", 1)
    trial.work()


def kept(trial):
    small(trial)
    trial.drop_made("13-flat-treatment", 1)
    trial.work()
    trial.drops[-1].outcome = "closed"
    with open(trial.clock, "w") as file:
        file.write(f"={INSTANT + 31 * DAY}")


def several(trial):
    """Five packets of four sources, in one run."""
    small(trial)
    trial.drop_made("01-treatment-whole", 1)
    trial.drop_made("13-flat-treatment", 2, "north")
    trial.drop_made("06-held-other-patient", 3, "south")
    trial.drop_made("10-rejected-malformed-request", 4, "west")
    trial.drop_made("13-flat-treatment", 5)


# name: (how it is made, the command that works on it)
TEMPLATES = {
    "plain": (plain, None),
    "small": (small, None),
    "release": (dropped("13-flat-treatment"), ("run",)),
    "folder": (dropped("01-treatment-whole"), ("run",)),
    "part": (dropped("04-treatment-part-hl7", "plain"), ("run",)),
    "hold": (dropped("06-held-other-patient"), ("run",)),
    "reject": (dropped("10-rejected-malformed-request"), ("run",)),
    "repeat": (repeat, ("run",)),
    "correction": (correction, ("run",)),
    "links": (links, ("run",)),
    "retry": (retried, ("retry", "1")),
    "close": (kept, ("run",)),
    "several": (several, ("run",)),
}


def command(trial, template):
    verb = TEMPLATES[template][1]
    return [*verb, trial.folder] if verb[0] == "run" else [*verb, "--house", trial.folder]


def prepare(bench, names):
    """Makes the templates, runs each once under the shim that only counts, and writes what came of it."""
    for name in names:
        if os.path.exists(bench.template(name)):
            continue
        make, verb = TEMPLATES[name]
        trial = Trial(bench, None)
        make(trial)
        if os.path.exists(trial.log):
            os.remove(trial.log)
        subprocess.run(["cp", "-a", trial.folder, bench.template(name)], check=True)
        trial.save(name)
        trial.remove()
        if verb is None:
            continue
        trial = Trial(bench, name)
        trial.work(*command(trial, name), trace=trial.trace)
        trial.recover()
        broken = Model(trial).judge()
        if broken:
            raise SystemExit(f"faults: the house {name!r} is not right even without faults: {broken}")
        with open(trial.trace) as file:
            lines = [line.rstrip("\n").split(" ", 2) for line in file]
            points = [line[1:] for line in lines]
            threads = [line[0].split(":")[1] for line in lines]
        points = [[call, path.replace(trial.folder, "")] for call, path in points]
        with open(bench.template(name) + ".json", "w") as file:
            json.dump({"points": points, "threads": threads, "snapshot": snapshot(trial)}, file)
        trial.remove()


__all__ = ["DAY", "Drop", "TEMPLATES", "command", "prepare"]
