"""What a case is, and what a try tells of itself."""
import collections
import hashlib
import random

CASES = {}


class Tally:
    """What one try did and found; tries add up to the figures of FAULTS.md part 4."""

    def __init__(self):
        self.violations = []
        self.skipped = None
        self.kills = 0
        self.points = set()  # crash points that were hit
        self.injected = collections.Counter()  # (error, call, place): how often it was really given
        self.states = 0  # crash states that were computed and replayed
        self.counts = collections.Counter()
        self.recovery = 0.0
        self.hostile = 0.0
        self.peak = 0
        self.seconds = 0.0
        self.notes = []


def case(name, title, rows=(), ci=1):
    """Registers a class with `tries(bench, draw, full)` and `one(bench, key, draw, tally)`.

    rows: the rows of FAULTS.md part 3 that it tries. ci: how many of its tries are taken under --ci; 0 for none."""
    def register(kind):
        kind.name, kind.title, kind.rows, kind.ci = name, title, rows or (name,), ci
        CASES[name] = kind()
        return kind
    return register


def drawn(seed, *what):
    """Random numbers of one try: the same whether it runs alone or among others."""
    text = "/".join(map(str, (seed, *what)))
    return random.Random(int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big"))
