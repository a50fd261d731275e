#!/usr/bin/env python3
"""Makes one large record of each format for Scripts/bench-redact, of one invented patient.

    make_records.py FOLDER MEGABYTES [SEED]

The same size and seed give the same bytes. About one entry in a hundred must be withheld (HIV, substance use), and the
patient's social security number stands in each record, where it is masked.
"""
import json
import os
import random
import sys

from make_packets import Patient, cda, fhir, hl7, note

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "Tests", "EndToEnd"))
from fhir_xml import resource as fhir_xml  # noqa: E402

SSN = "219-09-9918"


def with_number(bundle):
    """The bundle's resources, the first of which is the patient with a social security number."""
    bundle["entry"][0]["resource"]["identifier"].append({"system": "http://hl7.org/fhir/sid/us-ssn", "value": SSN})
    return bundle


def lines(bundle):
    """NDJSON of a Bundle's resources. A line has no fullUrl: what points to another does so by its type and id."""
    text = "".join(json.dumps(entry["resource"], separators=(",", ":")) + "\n" for entry in bundle["entry"])
    return text.replace('"urn:uuid:patient-', '"Patient/patient-').encode()


def sized(make, size):
    """What a maker gives when asked for so many parts that it is of about this size."""
    sample = 400
    return make(max(1, sample * size // len(make(sample))))


def main():
    folder, size = sys.argv[1], int(float(sys.argv[2]) * 1_000_000)
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    os.makedirs(folder, exist_ok=True)

    def fresh():
        draw = random.Random(seed)
        return draw, Patient(draw, 1)

    def chart(bytes_):
        return with_number(json.loads(fhir(*fresh(), bytes_)))

    def batch(messages):
        # PID-19.
        return hl7(*fresh(), messages).replace(b"|F\rPV1", b"|F|||||||||||" + SSN.encode() + b"\rPV1")

    def document(problems):
        number = f'<patientRole><id root="2.16.840.1.113883.4.1" extension="{SSN}"/>'
        return cda(*fresh(), problems).replace(b"<patientRole>", number.encode(), 1)

    def notes(paragraphs):
        return note(*fresh(), paragraphs).replace(b"DOB:", f"SSN: {SSN}\nDOB:".encode(), 1)

    made = {
        # What the resources weigh by themselves is less than they weigh in a bundle with its indents.
        "bundle.json": json.dumps(chart(size * 6 // 10), indent=1).encode(),
        "bundle.xml": fhir_xml(chart(size * 6 // 10)).encode(),
        "lines.ndjson": lines(chart(size)),
        "batch.hl7": sized(batch, size),
        "summary.xml": sized(document, size),
        "note.txt": sized(notes, size),
    }
    for name, data in made.items():
        with open(os.path.join(folder, name), "wb") as out:
            out.write(data)


if __name__ == "__main__":
    main()
