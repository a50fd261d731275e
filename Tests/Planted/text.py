"""Places of a plain text."""
MADE = b"""ALDER FALLS MEDICAL CENTER
PROGRESS NOTE

Patient: Sample, Avery
Date of birth: 1980-04-12
MRN: 100042
Date of service: 2026-01-14

SUBJECTIVE
Returns for follow-up of knee pain after a fall on ice in December. Pain is better, 2 of 10 on
stairs, none at rest. Takes ibuprofen 400 mg about twice a week.

OBJECTIVE
Blood pressure 124/78, pulse 68. Right knee: no swelling, full range of motion, ligaments stable.

MEDICATIONS
- ibuprofen 400 mg
- vitamin D 1000 units

ASSESSMENT AND PLAN
Contusion of the right knee, resolving. Continue exercises. Return in six weeks if not well.

"""


def paragraph(make):
    def plant(blocks, s, rng):
        blocks.insert(rng.randrange(2, len(blocks)), make(s))
        return True
    return plant


def in_block(make):
    """A line more in a block that is there."""
    def plant(blocks, s, rng):
        at = rng.randrange(2, len(blocks) - 1)
        blocks[at] += "\n" + make(s)
        return True
    return plant


PLACES = [
    ("paragraph", paragraph(lambda s: s.sentence), True),
    ("line of a paragraph", in_block(lambda s: s.sentence), True),
    ("wrapped line", paragraph(lambda s: "Seen on Monday in clinic for " + s.term.replace(" ", "\n") + f" {s.marker} and sent home."), True),
    ("wrapped with indent", paragraph(lambda s: "Seen for " + s.term.replace(" ", "\n      ", 1) + f" {s.marker}."), True),
    ("word hyphenated at a line's end", paragraph(lambda s: f"Seen for {s.term[:-4]}-\n{s.term[-4:]} {s.marker} today."), True),
    ("heading", paragraph(lambda s: f"{s.term.upper()} {s.marker}\nNo change."), True),
    ("list item", in_block(lambda s: f"- {s.term} {s.marker}"), True),
    ("columns", paragraph(lambda s: f"Problem              Status\n{s.term}    active {s.marker}"), True),
    ("code with its name", paragraph(lambda s: f"Diagnosis: {s.term} [{s.code}] {s.marker}"), True),
    ("accents and case", paragraph(lambda s: "".join(c.upper() + "́" if c in "aeiou" else c for c in s.term) + " " + s.marker), True),
    ("soft hyphen and no-break space", paragraph(lambda s: f"{s.term[:2]}­{s.term[2:]}".replace(" ", " ") + " " + s.marker), True),
    ("words parted by punctuation", paragraph(lambda s: s.term.replace(" ", "-") + "/" + s.marker), True),
    ("form feed in the words", paragraph(lambda s: s.term.replace(" ", "\f", 1) + " " + s.marker), True),
    ("page header", lambda blocks, s, rng: blocks.__setitem__(0, blocks[0] + f"\n{s.term.upper()} CLINIC {s.marker}") is None, True),
    ("last line", lambda blocks, s, rng: blocks.append(s.sentence) is None, True),
    ("markup in a text", paragraph(lambda s: f"{s.term[:3]}<b>{s.term[3:]}</b> {s.marker}"), True),
]

NUMBERS = [
    ("number in a line", in_block(lambda s: s.sentence)),
    ("number wrapped", paragraph(lambda s: f"On file as {s.number[:4]}\n{s.number[4:]} since May.")),
    ("number with spaces", paragraph(lambda s: f"On file as {s.number.replace('-', ' ')}.")),
    ("number with no-break hyphens", paragraph(lambda s: f"On file as {s.number.replace('-', '‑')}.")),
    ("number with dashes", paragraph(lambda s: f"On file as {s.number.replace('-', '–')}.")),
    ("number in full-width digits", paragraph(lambda s: "On file " + "".join(chr(ord(c) + 0xFEE0) if c.isdigit() else c for c in s.number))),
    ("number with words against it", paragraph(lambda s: f"SSN:{s.number}.")),
    ("number labelled SSN, plain", paragraph(lambda s: f"SSN: {s.plain}")),
]


def plant(data, place, secret, rng):
    blocks = data.decode().rstrip("\n").split("\n\n")
    return ("\n\n".join(blocks) + "\n\n").encode() if place(blocks, secret, rng) else None


def parts(data):
    return len([line for line in data.split(b"\n") if line.strip()]), 0
