#!/usr/bin/env python3
"""Makes one FHIR NDJSON record of any length for Scripts/bench-redact, of one invented patient.

    make_lines.py FILE MEGABYTES [SEED]

The lines are those of make_records.py, again and again with other ids; the same length and seed give the same bytes.
"""
import json
import random
import sys

from make_packets import Patient, fhir
from make_records import lines, with_number


def main():
    path, size = sys.argv[1], int(float(sys.argv[2]) * 1_000_000)
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    draw = random.Random(seed)
    made = lines(with_number(json.loads(fhir(draw, Patient(draw, 1), 4_000_000)))).splitlines(keepends=True)
    with open(path, "wb") as out:
        written = out.write(made[0])
        again = 0
        while written < size:
            for line in made[1:]:
                written += out.write(line.replace(b'"id":"o', b'"id":"o%d-' % again, 1))
                if written >= size:
                    break
            again += 1


if __name__ == "__main__":
    main()
