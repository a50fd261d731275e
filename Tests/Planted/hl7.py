"""Places of an HL7 v2 message. A place takes its segments and plants a secret; False where it has no such place."""
import base64

MADE = b"""MSH|^~\\&|LAB|ALDER|EHR|ALDER|20260114101500||ORU^R01^ORU_R01|made1|P|2.5.1\r\
PID|1||100042^^^ALDER^MR||Sample^Avery||19800412|F\r\
PV1|1|O|CLINIC^1\r\
ORC|RE|o1|f1\r\
OBR|1|o1|f1|57021-8^CBC W Auto Differential panel^LN|||20260114100000||||||||||||||||||F\r\
OBX|1|NM|718-7^Hemoglobin^LN||13.4|g/dL|12-16|N|||F\r\
OBX|2|NM|4544-3^Hematocrit^LN||40.1|%|36-46|N|||F\r\
NTE|1||Specimen was fresh.\r\
OBR|2|o2|f2|24323-8^Comprehensive metabolic panel^LN|||20260114100000||||||||||||||||||F\r\
OBX|1|NM|2345-7^Glucose^LN||92|mg/dL|70-99|N|||F\r\
"""


def name(segment):
    return segment[:3]


def after(segments, wanted, new, first=False):
    places = [number for number, one in enumerate(segments) if name(one) in wanted]
    if not places:
        return False
    at = places[0] if first else places[-1]
    segments[at + 1:at + 1] = new
    return True


def group(*make):
    """An order of its own behind the last result."""
    def plant(segments, s, rng):
        if not any(name(one) == "OBR" for one in segments):
            return False
        count = sum(name(one) == "OBR" for one in segments)
        segments += [f"OBR|{count + 1}|po1|pf1|8867-4^Heart rate^LN|||20260114100000||||||||||||||||||F", *(one(s) for one in make)]
        return True
    return plant


def obx(value, kind="TX", code="8867-4^Heart rate^LN", number=1):
    return lambda s: f"OBX|{number}|{kind}|{code if isinstance(code, str) else code(s)}||{value(s)}||||||F"


def placed(wanted, make):
    return lambda segments, s, rng: after(segments, wanted, [make(s)])


def observed(value, **other):
    return group(obx(value, **other))


def encoded(s):
    return base64.b64encode(("Scanned note. " + s.sentence).encode()).decode()


def escaped(text, places):
    return "".join(f"\\X{ord(sign):02X}\\" if at in places else sign for at, sign in enumerate(text))


def order(s):
    return f"OBR|9|po1|pf1|{s.code}^{s.term}^{s.table}|||20260114100000||||||||||||||||||F"


def ordered(segments, s, rng):
    if not any(name(one) == "OBR" for one in segments):
        return False
    segments += [order(s), obx(lambda s: f"positive {s.marker}")(s)]
    return True


PLACES = [
    ("OBX-3 code", observed(lambda s: s.marker, code=lambda s: f"{s.code}^Test^{s.table}"), True),
    ("OBX-3 text", observed(lambda s: s.marker, code=lambda s: f"L1^{s.term}^L"), True),
    ("OBX-3 alternate code", observed(lambda s: s.marker, code=lambda s: f"L1^Test^L^{s.code}^Test^{s.table}"), True),
    ("OBX-5 TX", observed(lambda s: s.sentence), True),
    ("OBX-5 CWE", observed(lambda s: f"{s.code}^{s.marker}^{s.table}", kind="CWE"), True),
    ("OBX-5 second repetition", observed(lambda s: f"Knee pain~{s.sentence}"), True),
    ("OBX-5 over two segments", group(obx(lambda s: "Seen for " + s.term.split(" ", 1)[0]), obx(lambda s: s.term.split(" ", 1)[1] + " " + s.marker, number=2)), True),
    ("words over subcomponents", observed(lambda s: s.term.replace(" ", "&") + "&" + s.marker, kind="CWE"), True),
    ("words over components", observed(lambda s: s.term.replace(" ", "^") + "^" + s.marker, kind="CWE"), True),
    ("words over repetitions", observed(lambda s: s.term.replace(" ", "~") + " " + s.marker), True),
    ("hex escapes inside a word", observed(lambda s: escaped(s.term, {1, 2, 5}) + " " + s.marker), True),
    ("highlight inside a word", observed(lambda s: f"{s.term[:2]}\\H\\{s.term[2:5]}\\N\\{s.term[5:]} {s.marker}"), True),
    ("line break escape in the words", observed(lambda s: s.term.replace(" ", "\\.br\\") + "\\.br\\" + s.marker), True),
    ("accents and case", observed(lambda s: s.term.upper() + " " + s.marker), True),
    ("NTE behind a result", group(obx(lambda s: "72", kind="NM"), lambda s: f"NTE|1||{s.sentence}"), True),
    ("NTE behind PID", placed(("PID",), lambda s: f"NTE|1||{s.sentence}"), True),
    ("OBR-4", ordered, True),
    ("OBR-13 clinical information", lambda segments, s, rng: group()(segments, s, rng) and segments.__setitem__(-1, f"OBR|9|po1|pf1|8867-4^Heart rate^LN|||20260114100000||||||{s.sentence}") is None, True),
    ("OBR-31 reason", lambda segments, s, rng: group()(segments, s, rng) and segments.__setitem__(-1, f"OBR|9|po1|pf1|8867-4^Heart rate^LN|||20260114100000" + "|" * 24 + f"{s.code}^{s.marker}^{s.table}") is None, True),
    ("DG1-3", placed(("PV1", "PID"), lambda s: f"DG1|1||{s.code}^{s.marker}^{s.table}||20260114|W"), True),
    ("DG1-4", placed(("PV1", "PID"), lambda s: f"DG1|1||0^x^L|{s.sentence}|20260114|W"), True),
    ("AL1-3", placed(("PV1", "PID"), lambda s: f"AL1|1|DA|{s.code}^{s.term} {s.marker}^{s.table}"), True),
    ("PV2-3 admit reason", placed(("PV1",), lambda s: f"PV2|||^{s.term} {s.marker}"), True),
    ("PR1-3", placed(("PV1", "PID"), lambda s: f"PR1|1||{s.code}^{s.marker}^{s.table}|{s.term}|20260114|D"), True),
    ("RXA-5", lambda segments, s, rng: segments.append(f"RXA|0|1|20260114||{s.code}^{s.term} {s.marker}^{s.table}|1") is None, True),
    ("OBX-8 and others", group(lambda s: f"OBX|1|NM|8867-4^Heart rate^LN||72|/min|{s.term} {s.marker}|N|||F"), True),
    ("OBX-17 method", group(lambda s: f"OBX|1|NM|8867-4^Heart rate^LN||72|/min||N|||F||||||^{s.term} {s.marker}"), True),
    ("SPM-4", lambda segments, s, rng: segments.append(f"SPM|1|||^{s.term} {s.marker}") is None, True),
    ("Z-segment", lambda segments, s, rng: segments.append(f"ZCX|1|{s.sentence}|{s.code}") is None, True),
    ("unknown segment", lambda segments, s, rng: segments.append(f"QQX|1|{s.sentence}") is None, True),
    ("ED, base64 text", observed(lambda s: f"^TEXT^PLAIN^Base64^{encoded(s)}", kind="ED"), True),
    ("ED, hexadecimal", observed(lambda s: f"^TEXT^PLAIN^Hex^{s.sentence.encode().hex()}", kind="ED"), True),
    ("base64 in a TX", observed(lambda s: f"Scan {encoded(s)}"), True),
    ("MSH-6 receiving facility", lambda segments, s, rng: message(segments, 5, f"{s.term} {s.marker}"), True),
    ("PV1-3 ward", lambda segments, s, rng: field(segments, "PV1", 3, f"{s.term} {s.marker}"), True),
    ("beyond the last known field", group(lambda s: "OBX|1|NM|8867-4^Heart rate^LN||72|/min||N|||F" + "|" * 25 + s.sentence), True),
]


def message(segments, at, value):
    return field(segments, "MSH", at, value)


def field(segments, wanted, at, value):
    for number, one in enumerate(segments):
        if name(one) == wanted:
            fields = one.split("|")
            fields += [""] * (at + 1 - len(fields))
            fields[at] = value
            segments[number] = "|".join(fields)
            return True
    return False


NUMBERS = [
    ("number in OBX-5", observed(lambda s: s.sentence)),
    ("number in a repetition", observed(lambda s: f"x~{s.number}")),
    ("number with hex escapes", observed(lambda s: escaped(s.number, {0, 3, 5}))),
    ("number over subcomponents", observed(lambda s: s.number.replace("-", "&"), kind="CWE")),
    ("number in an NTE", placed(("PID",), lambda s: f"NTE|1||{s.sentence}")),
    ("number in ED", observed(lambda s: f"^TEXT^PLAIN^Base64^{encoded(s)}", kind="ED")),
    ("number in OBX-3", observed(lambda s: "72", code=lambda s: f"L1^{s.number}^L")),
    ("PID-19, plain", lambda segments, s, rng: field(segments, "PID", 19, s.plain)),
    ("PID-19, dashes", lambda segments, s, rng: field(segments, "PID", 19, s.number)),
    ("PID-3 of type SS, plain", lambda segments, s, rng: field(segments, "PID", 3, next((one for one in segments if name(one) == "PID")).split("|")[3] + f"~{s.plain}^^^USA^SS")),
    ("GT1-12, plain", placed(("PV1", "PID"), lambda s: f"GT1|1||Sample^Robin||||||||| {s.plain}".replace(" ", ""))),
    ("IN1-49 of type SS", placed(("PV1", "PID"), lambda s: "IN1|1|A|B" + "|" * 46 + f"{s.plain}^^^^SS")),
    ("known number, plain in an NTE", lambda segments, s, rng: field(segments, "PID", 19, s.plain) and after(segments, ("PID",), [f"NTE|1||No. {s.plain}"])),
]


def relative(segments, s, rng):
    return after(segments, ("PID",), [f"NK1|1|{s.family.upper()}^{s.given.upper()}|MTH||{s.phone}|||||||{s.code}^^^H"])


# Where somebody is named whom the record calls a relative.
PEOPLE = [
    ("NK1 alone", lambda segments, s, rng: True),
    ("telephone in an NTE", placed(("PID",), lambda s: f"NTE|1||Call {s.phone.replace('-', '.')} first.")),
    ("telephone without signs", observed(lambda s: f"Call {s.phone.replace('-', '')} first.")),
    ("family name first", observed(lambda s: f"{s.family}, {s.given} signed.")),
    ("family name alone", observed(lambda s: f"Mrs. {s.family} agrees.")),
    ("name in an XCN", lambda segments, s, rng: field(segments, "PV1", 7, f"1234567^{s.family}^{s.given}")),
    ("insured's name in IN1-16", placed(("PV1", "PID"), lambda s: "IN1|1|A|B" + "|" * 13 + f"{s.family}^{s.given}|MTH")),
    ("name over two segments", group(obx(lambda s: f"Seen with {s.given}"), obx(lambda s: f"{s.family} in clinic", number=2))),
]


def plant(data, place, secret, rng):
    segments = [one for one in data.decode("utf-8", "replace").replace("\r\n", "\r").replace("\n", "\r").split("\r") if one]
    # One message only: a batch's trailer does not like what comes behind it.
    if sum(name(one) == "MSH" for one in segments) != 1 or name(segments[-1]) in ("BTS", "FTS") or segments[0][3:8] != "|^~\\&":
        return None
    return ("\r".join(segments) + "\r").encode() if place(segments, secret, rng) else None


def parts(data):
    return len([one for one in data.replace(b"\n", b"\r").split(b"\r") if one.strip()]), 0
