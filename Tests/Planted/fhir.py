"""Places of FHIR JSON: a Bundle, or the same resources as NDJSON."""
import base64
import json

DIV = '<div xmlns="http://www.w3.org/1999/xhtml">%s</div>'

MADE = json.dumps({
    "resourceType": "Bundle", "type": "collection", "entry": [{"fullUrl": f"http://x.example/{one['resourceType']}/{one['id']}", "resource": one} for one in [
        {"resourceType": "Patient", "id": "p1", "identifier": [{"system": "http://alder.example/mrn", "value": "100042"}],
         "name": [{"family": "Sample", "given": ["Avery"]}], "gender": "female", "birthDate": "1980-04-12"},
        {"resourceType": "Encounter", "id": "e1", "status": "finished", "class": {"code": "AMB"}, "subject": {"reference": "Patient/p1"}, "period": {"start": "2026-01-14", "end": "2026-01-14"}},
        {"resourceType": "Condition", "id": "c1", "code": {"text": "Contusion of right knee"}, "subject": {"reference": "Patient/p1"}, "encounter": {"reference": "Encounter/e1"}},
        {"resourceType": "Observation", "id": "o1", "status": "final", "code": {"coding": [{"system": "http://loinc.org", "code": "8867-4"}]}, "subject": {"reference": "Patient/p1"},
         "effectiveDateTime": "2026-01-14", "valueQuantity": {"value": 68.00, "unit": "/min"}},
    ]]}).encode()


def load(data):
    """→ resources, how to write them."""
    try:
        root = json.loads(data)
    except ValueError:
        return [json.loads(line) for line in data.splitlines() if line.strip()], "lines"
    if root.get("resourceType") == "Bundle":
        return [entry["resource"] for entry in root.get("entry", []) if "resource" in entry], root
    return [root], "lines"


def write(resources, form, planted):
    def text(value):
        data = json.dumps(value, ensure_ascii=False)
        # Escapes that a writer may choose for any letter.
        for letter in "hiHIsd":
            data = data.replace(f"QQ{letter}QQ", f"\\u{ord(letter):04x}")
        return data
    if form == "lines":
        return ("\n".join(text(one) for one in resources) + "\n").encode()
    known = {id(entry.get("resource")): entry for entry in form.get("entry", [])}
    entries = []
    for one in resources:
        entry = known.get(id(one))
        if entry is None:
            entry = {"fullUrl": f"http://x.example/{one['resourceType']}/{one['id']}", "resource": one}
            if form.get("type") in ("transaction", "batch"):
                entry["request"] = {"method": "POST", "url": one["resourceType"]}
        entries.append(entry)
    return text({**form, "entry": entries}).encode()


def subject(resources):
    for one in resources:
        if one["resourceType"] == "Patient" and "id" in one:
            return {"reference": f"Patient/{one['id']}"}
    return None


def resource(kind, make):
    def plant(resources, secret, rng):
        who = subject(resources)
        if who is None:
            return False
        made = make(secret)
        for number, one in enumerate(made if isinstance(made, list) else [made]):
            whole = {"resourceType": kind, "id": f"{kind.lower()}-planted-{number}", **one}
            if whole["resourceType"] in ("Patient", "Medication", "Binary", "Provenance"):
                pass
            elif whole["resourceType"] in ("AllergyIntolerance", "Immunization"):
                whole.setdefault("patient", who)
            else:
                whole.setdefault("subject", who)
            resources.insert(rng.randrange(1, len(resources) + 1), whole)
        return True
    return plant


def observation(make):
    plain = {"status": "final", "code": {"coding": [{"system": "http://loinc.org", "code": "8867-4"}]}, "effectiveDateTime": "2026-01-14"}
    return resource("Observation", lambda s: {**plain, **make(s)})


def condition(make):
    return resource("Condition", lambda s: {"code": {"text": "Finding"}, **make(s)})


def coding(s, display=None):
    return {"system": s.url, "code": s.code, **({"display": display} if display else {})}


def base64_of(text):
    return base64.b64encode(text.encode()).decode()


def on_patient(make):
    def plant(resources, secret, rng):
        patient = next((one for one in resources if one["resourceType"] == "Patient"), None)
        if patient is None:
            return False
        make(patient, secret)
        return True
    return plant


def pointed_at(resources, secret, rng):
    """A Condition, and an Encounter, a List and a DiagnosticReport that speak of it by reference."""
    who = subject(resources)
    if who is None:
        return False
    resources += [
        {"resourceType": "Condition", "id": "planted", "code": {"coding": [coding(secret)]}, "subject": who},
        {"resourceType": "List", "id": "planted-list", "status": "current", "mode": "snapshot", "subject": who,
         "entry": [{"item": {"reference": "Condition/planted", "display": f"The finding {secret.marker}"}}]}]
    return True


def put(list_, key, value):
    return list_.setdefault(key, []).append(value)


PLACES = [
    ("code.coding.code", condition(lambda s: {"code": {"coding": [coding(s)]}, "note": [{"text": s.marker}]}), True),
    ("code.coding.display", condition(lambda s: {"code": {"coding": [{"system": "urn:x", "code": "0", "display": f"{s.term} {s.marker}"}]}}), True),
    ("code.text", condition(lambda s: {"code": {"text": s.sentence}}), True),
    ("second coding", condition(lambda s: {"code": {"coding": [{"system": "urn:x", "code": "0", "display": s.marker}, coding(s)]}}), True),
    ("note", observation(lambda s: {"note": [{"text": s.sentence}]}), True),
    ("text.div", observation(lambda s: {"text": {"status": "generated", "div": DIV % f"<p>{s.sentence}</p>"}}), True),
    ("text.div, split by markup", observation(lambda s: {"text": {"status": "generated", "div": DIV % f"<p>{s.term[:3]}<b>{s.term[3:6]}</b>{s.term[6:]} {s.marker}</p>"}}), True),
    ("text.div, references", observation(lambda s: {"text": {"status": "generated", "div": DIV % f"<p>&#72;&#x49;V test result {s.marker}</p>"}}), True),
    ("text.div, attribute", observation(lambda s: {"text": {"status": "generated", "div": DIV % f'<p title="{s.term} {s.marker}">x</p>'}}), True),
    ("text.div, comment", observation(lambda s: {"text": {"status": "generated", "div": DIV % f"<p>x<!-- {s.sentence} --></p>"}}), True),
    ("contained", resource("MedicationRequest", lambda s: {
        "status": "active", "intent": "order", "contained": [{"resourceType": "Medication", "id": "m", "code": {"coding": [coding(s)], "text": s.marker}}], "medicationReference": {"reference": "#m"}}), True),
    ("extension valueString", observation(lambda s: {"extension": [{"url": "http://x.example/ext", "valueString": s.sentence}]}), True),
    ("nested extension", observation(lambda s: {"extension": [{"url": "http://x.example/ext", "extension": [{"url": "in", "valueCoding": {**coding(s), "display": s.marker}}]}]}), True),
    ("extension of a primitive", observation(lambda s: {"_status": {"extension": [{"url": "http://x.example/ext", "valueString": s.sentence}]}}), True),
    ("extension url", observation(lambda s: {"extension": [{"url": f"http://x.example/{s.term.replace(' ', '-')}/{s.marker}", "valueBoolean": True}]}), True),
    ("valueString", observation(lambda s: {"valueString": s.sentence}), True),
    ("valueCodeableConcept", observation(lambda s: {"valueCodeableConcept": {"coding": [coding(s, s.marker)]}}), True),
    ("component", observation(lambda s: {"component": [{"code": {"coding": [coding(s)]}, "valueString": s.marker}]}), True),
    ("reference display", resource("Encounter", lambda s: {"status": "finished", "class": {"code": "AMB"}, "serviceProvider": {"display": f"Clinic for {s.term} {s.marker}"}}), True),
    ("reason code", resource("Encounter", lambda s: {"status": "finished", "class": {"code": "AMB"}, "reasonCode": [{"coding": [coding(s)], "text": s.marker}]}), True),
    ("Attachment, base64 text", resource("DocumentReference", lambda s: {
        "status": "current", "content": [{"attachment": {"contentType": "text/plain", "data": base64_of("A note. " + s.sentence), "title": "note"}}]}), True),
    ("Attachment title", resource("DocumentReference", lambda s: {
        "status": "current", "content": [{"attachment": {"contentType": "text/plain", "data": base64_of("A note."), "title": s.sentence}}]}), True),
    ("Attachment url", resource("DocumentReference", lambda s: {
        "status": "current", "content": [{"attachment": {"url": f"http://x.example/{s.term.replace(' ', '%20')}/{s.marker}"}}]}), True),
    ("Attachment, base64 of base64", resource("DocumentReference", lambda s: {
        "status": "current", "content": [{"attachment": {"contentType": "text/plain", "data": base64_of("A note. " + base64_of(s.sentence * 2))}}]}), True),
    ("DocumentReference.description", resource("DocumentReference", lambda s: {"status": "current", "description": s.sentence, "content": [{"attachment": {"title": "x"}}]}), True),
    ("Binary", resource("Binary", lambda s: {"contentType": "text/plain", "data": base64_of("A note. " + s.sentence)}), True),
    ("presentedForm", resource("DiagnosticReport", lambda s: {
        "status": "final", "code": {"text": "Report"}, "presentedForm": [{"contentType": "text/html", "data": base64_of(f"<p>{s.term[:3]}<i>{s.term[3:]}</i> {s.marker}</p>")}]}), True),
    ("conclusion", resource("DiagnosticReport", lambda s: {"status": "final", "code": {"text": "Report"}, "conclusion": s.sentence}), True),
    ("List item display", resource("List", lambda s: {"status": "current", "mode": "snapshot", "entry": [{"item": {"display": s.sentence}}]}), True),
    ("List that points at it", pointed_at, True),
    ("Composition section text", resource("Composition", lambda s: {
        "status": "final", "type": {"text": "Note"}, "date": "2026-01-14", "title": "Note", "section": [{"title": "Course", "text": {"status": "generated", "div": DIV % s.sentence}}]}), True),
    ("Composition section title", resource("Composition", lambda s: {
        "status": "final", "type": {"text": "Note"}, "date": "2026-01-14", "title": "Note", "section": [{"title": s.sentence}]}), True),
    ("identifier", observation(lambda s: {"identifier": [{"system": "urn:x", "value": f"{s.term} {s.marker}"}]}), True),
    ("identifier system", observation(lambda s: {"identifier": [{"system": f"http://x.example/{s.term.replace(' ', '-')}/{s.marker}", "value": "1"}]}), True),
    ("meta.tag", observation(lambda s: {"meta": {"tag": [{"system": "urn:x", "code": "x", "display": s.sentence}]}}), True),
    ("unknown property", observation(lambda s: {"remark": s.sentence}), True),
    ("name of a property", observation(lambda s: {f"{s.term} {s.marker}": True}), True),
    ("fhir_comments", observation(lambda s: {"fhir_comments": [s.sentence]}), True),
    ("unknown resource type", resource("Remark", lambda s: {"text": {"div": DIV % s.sentence}}), True),
    ("JSON escapes in a word", observation(lambda s: {"valueString": f"QQHQQQQIQQV test result {s.marker}"}), True),
    ("accents and case", observation(lambda s: {"valueString": f"{accented(s.term)} {s.marker}"}), True),
    ("line break in the words", observation(lambda s: {"valueString": s.term.replace(" ", "\n") + " " + s.marker}), True),
    ("Patient extension", on_patient(lambda p, s: put(p, "extension", {"url": "http://x.example/ext", "valueString": s.sentence})), True),
    ("Patient text.div", on_patient(lambda p, s: p.update(text={"status": "generated", "div": DIV % s.sentence})), True),
]

NUMBERS = [
    ("number in valueString", observation(lambda s: {"valueString": s.sentence})),
    ("number in text.div", observation(lambda s: {"text": {"status": "generated", "div": DIV % s.sentence}})),
    ("number in div, split by markup", observation(lambda s: {"text": {"status": "generated", "div": DIV % f"{s.number[:4]}<b>{s.number[4:6]}</b>{s.number[6:]}"}})),
    ("number in div, references", observation(lambda s: {"text": {"status": "generated", "div": DIV % s.number.replace("-", "&#45;")}})),
    ("number in a note", observation(lambda s: {"note": [{"text": s.sentence}]})),
    ("number in an extension", observation(lambda s: {"extension": [{"url": "urn:x", "valueString": s.sentence}]})),
    ("number in a display", observation(lambda s: {"performer": [{"display": s.sentence}]})),
    ("number in an attachment", resource("DocumentReference", lambda s: {"status": "current", "content": [{"attachment": {"contentType": "text/plain", "data": base64_of(s.sentence)}}]})),
    ("number in a url", observation(lambda s: {"extension": [{"url": f"http://x.example/?n={s.number}", "valueBoolean": True}]})),
    ("number as an id", observation(lambda s: {"id": s.number})),
    ("number as a property's name", observation(lambda s: {s.number: "x"})),
    ("Patient.identifier, plain", on_patient(lambda p, s: put(p, "identifier", {"system": "http://hl7.org/fhir/sid/us-ssn", "value": s.plain}))),
    ("Patient.identifier, type SS", on_patient(lambda p, s: put(p, "identifier", {"type": {"coding": [{"system": "http://terminology.hl7.org/CodeSystem/v2-0203", "code": "SS"}]}, "value": s.plain}))),
    ("known number, plain in a note", lambda r, s, rng: on_patient(lambda p, s: put(p, "identifier", {"system": "http://hl7.org/fhir/sid/us-ssn", "value": s.plain}))(r, s, rng)
        and observation(lambda s: {"note": [{"text": f"No. {s.plain}"}]})(r, s, rng)),
    ("known number as a JSON number", lambda r, s, rng: on_patient(lambda p, s: put(p, "identifier", {"system": "http://hl7.org/fhir/sid/us-ssn", "value": s.plain}))(r, s, rng)
        and observation(lambda s: {"valueInteger": int(s.plain)})(r, s, rng) and not s.plain.startswith("0")),
]


def relative(resources, s, rng):
    who = subject(resources)
    if who is None:
        return False
    resources.append({
        "resourceType": "RelatedPerson", "id": f"related-{len(resources)}", "patient": who,
        "name": [{"family": s.family, "given": [s.given]}], "telecom": [{"system": "phone", "value": s.phone}],
        "identifier": [{"system": "urn:x", "value": s.code}]})
    return True


# Where somebody is named whom the record calls a relative.
PEOPLE = [
    ("RelatedPerson alone", lambda resources, s, rng: True),
    ("Patient.contact too", on_patient(lambda p, s: put(p, "contact", {"name": {"text": f"{s.given} {s.family}"}, "telecom": [{"value": f"+1 ({s.phone[:3]}) {s.phone[4:]}"}]}))),
    ("telephone in a note", observation(lambda s: {"note": [{"text": f"Call {s.phone.replace('-', '.')} first."}]})),
    ("family name first", observation(lambda s: {"note": [{"text": f"{s.family.upper()}, {s.given} signed."}]})),
    ("family name alone", observation(lambda s: {"note": [{"text": f"Mrs. {s.family} agrees."}]})),
    ("name in a display", observation(lambda s: {"performer": [{"display": s.term}]})),
    ("telephone in a url", observation(lambda s: {"extension": [{"url": f"tel:{s.phone}", "valueBoolean": True}]})),
    ("name in an email", observation(lambda s: {"note": [{"text": f"mail {s.given}.{s.family}@x.example".lower()}]})),
]


def accented(term):
    return "".join(sign.upper() + "́" if sign in "aeiou" else sign.upper() if place % 2 else sign for place, sign in enumerate(term))


def plant(data, place, secret, rng):
    resources, form = load(data)
    return write(resources, form, secret) if place(resources, secret, rng) else None


def parts(data):
    return len(load(data)[0]), 0
