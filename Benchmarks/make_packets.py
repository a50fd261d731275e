#!/usr/bin/env python3
"""Makes a reproducible set of request packets: each a C-CDA, a 1 MB FHIR Bundle, an HL7 v2 batch and a note.

    make_packets.py FOLDER COUNT [SEED]

The same count and seed give the same bytes. Every packet is another invented patient's; every format holds
something that a request by an attorney without named categories must not get (HIV, substance use).
"""
import hashlib
import json
import os
import random
import sys

GIVEN = ["Ada", "Bruno", "Carla", "Dario", "Edda", "Farid", "Greta", "Hugo", "Ines", "Jonas", "Kira", "Lorenz"]
FAMILY = ["Arnell", "Birkholt", "Castane", "Dunmorrow", "Ellstrand", "Fairweld", "Grantham", "Hollis", "Iverson"]
PROBLEMS = [
    ("59621000", "Essential hypertension"), ("44054006", "Diabetes mellitus type 2"), ("195967001", "Asthma"),
    ("55822004", "Hyperlipidemia"), ("40055000", "Chronic sinusitis"), ("396275006", "Osteoarthritis"),
    ("235595009", "Gastroesophageal reflux disease"), ("37796009", "Migraine"),
]
LABS = [
    ("2345-7", "Glucose [Mass/volume] in Serum or Plasma", "mg/dL", 70, 180),
    ("2160-0", "Creatinine [Mass/volume] in Serum or Plasma", "mg/dL", 0.5, 1.9),
    ("718-7", "Hemoglobin [Mass/volume] in Blood", "g/dL", 9, 17),
    ("2951-2", "Sodium [Moles/volume] in Serum or Plasma", "mmol/L", 128, 148),
    ("6690-2", "Leukocytes [#/volume] in Blood by Automated count", "10*3/uL", 3, 14),
]
SENTENCES = [
    "The patient reports feeling well since the last visit and has no new complaints today.",
    "Blood pressure was measured twice and the second reading was within the agreed target.",
    "We discussed diet and exercise again and agreed on a realistic plan for the coming months.",
    "Medication was reviewed, no side effects are reported, and refills were sent to the pharmacy.",
    "Lungs are clear on auscultation, heart sounds are regular without murmurs or extra beats.",
    "Follow up in three months with fasting laboratory tests taken one week before the visit.",
]


class Patient:
    def __init__(self, draw, number):
        self.given, self.family = draw.choice(GIVEN), draw.choice(FAMILY)
        self.birth = f"{draw.randint(1935, 2000)}-{draw.randint(1, 12):02d}-{draw.randint(1, 28):02d}"
        self.mrn = f"B{number:07d}"
        self.day = lambda: f"2025-{draw.randint(1, 12):02d}-{draw.randint(1, 28):02d}"


def cda(draw, patient, count=40):
    rows, entries = [], []
    problems = [draw.choice(PROBLEMS) for _ in range(count)] + [("86406008", "Human immunodeficiency virus infection")]
    draw.shuffle(problems)
    for at, (code, words) in enumerate(problems):
        day = patient.day()
        rows.append(f'<tr ID="p{at}"><td>{words}</td><td>{day}</td><td>Active</td></tr>')
        entries.append(f"""
      <entry typeCode="DRIV"><act classCode="ACT" moodCode="EVN">
        <templateId root="2.16.840.1.113883.10.20.22.4.3"/><id root="1.2.840.99999.7" extension="{patient.mrn}-{at}"/>
        <code code="CONC" codeSystem="2.16.840.1.113883.5.6"/><statusCode code="active"/>
        <effectiveTime><low value="{day.replace('-', '')}"/></effectiveTime>
        <entryRelationship typeCode="SUBJ"><observation classCode="OBS" moodCode="EVN">
          <templateId root="2.16.840.1.113883.10.20.22.4.4"/><id root="1.2.840.99999.8" extension="{patient.mrn}-{at}"/>
          <code code="55607006" codeSystem="2.16.840.1.113883.6.96" displayName="Problem"/>
          <text><reference value="#p{at}"/></text><statusCode code="completed"/>
          <effectiveTime><low value="{day.replace('-', '')}"/></effectiveTime>
          <value xsi:type="CD" code="{code}" codeSystem="2.16.840.1.113883.6.96" displayName="{words}"/>
        </observation></entryRelationship></act></entry>""")
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<ClinicalDocument xmlns="urn:hl7-org:v3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
  <realmCode code="US"/><typeId root="2.16.840.1.113883.1.3" extension="POCD_HD000040"/>
  <templateId root="2.16.840.1.113883.10.20.22.1.2"/><id root="1.2.840.99999.1" extension="{patient.mrn}"/>
  <code code="34133-9" codeSystem="2.16.840.1.113883.6.1" displayName="Summarization of Episode Note"/>
  <title>Summary of care</title><effectiveTime value="20251130"/>
  <confidentialityCode code="N" codeSystem="2.16.840.1.113883.5.25"/>
  <recordTarget><patientRole><id root="1.2.840.99999.2" extension="{patient.mrn}"/>
    <patient><name><given>{patient.given}</given><family>{patient.family}</family></name>
    <birthTime value="{patient.birth.replace('-', '')}"/></patient></patientRole></recordTarget>
  <author><time value="20251130"/><assignedAuthor><id root="1.2.840.99999.3" extension="44"/>
    <assignedPerson><name><given>Maren</given><family>Oakwell</family></name></assignedPerson></assignedAuthor></author>
  <custodian><assignedCustodian><representedCustodianOrganization><id root="1.2.840.99999.4"/>
    <name>Example Hospital</name></representedCustodianOrganization></assignedCustodian></custodian>
  <component><structuredBody><component><section>
    <templateId root="2.16.840.1.113883.10.20.22.2.5.1"/>
    <code code="11450-4" codeSystem="2.16.840.1.113883.6.1" displayName="Problem list"/><title>Problems</title>
    <text><table><thead><tr><th>Problem</th><th>Since</th><th>Status</th></tr></thead><tbody>{''.join(rows)}</tbody></table></text>{''.join(entries)}
  </section></component></structuredBody></component>
</ClinicalDocument>
""".encode()


def fhir(draw, patient, size):
    entries = [{
        "fullUrl": f"urn:uuid:patient-{patient.mrn}",
        "resource": {
            "resourceType": "Patient", "id": f"patient-{patient.mrn}",
            "identifier": [{"system": "urn:oid:1.2.840.99999.2", "value": patient.mrn}],
            "name": [{"family": patient.family, "given": [patient.given]}], "birthDate": patient.birth}}]
    at, used = 0, 0
    while used < size:
        at += 1
        if at % 97 == 5:
            code, words, unit, low, high = "5221-7", "HIV 1 Ab [Presence] in Serum or Plasma by Immunoblot", "", 0, 1
        else:
            code, words, unit, low, high = draw.choice(LABS)
        resource = {
            "resourceType": "Observation", "id": f"o{at}-{patient.mrn}", "status": "final",
            "text": {"status": "generated", "div": f'<div xmlns="http://www.w3.org/1999/xhtml"><p>{words}</p></div>'},
            "category": [{"coding": [{"system": "http://terminology.hl7.org/CodeSystem/observation-category", "code": "laboratory"}]}],
            "code": {"coding": [{"system": "http://loinc.org", "code": code, "display": words}], "text": words},
            "subject": {"reference": f"urn:uuid:patient-{patient.mrn}"}, "effectiveDateTime": patient.day(),
            "valueQuantity": {"value": round(draw.uniform(low, high), 2), "unit": unit, "system": "http://unitsofmeasure.org"}}
        entries.append({"fullUrl": f"urn:uuid:o{at}-{patient.mrn}", "resource": resource})
        used += len(json.dumps(resource)) + 80
    return json.dumps({"resourceType": "Bundle", "type": "collection", "entry": entries}, indent=1).encode()


def hl7(draw, patient, messages):
    lines = ["BHS|^~\\&|LAB|EXAMPLE|EHR|EXAMPLE|20251130080000"]
    birth = patient.birth.replace("-", "")
    for at in range(1, messages + 1):
        day = patient.day().replace("-", "")
        lines += [
            f"MSH|^~\\&|LAB|EXAMPLE|EHR|EXAMPLE|{day}080000||ORU^R01|{patient.mrn}-{at}|P|2.5.1",
            f"PID|1||{patient.mrn}^^^EXAMPLE&1.2.840.99999.2&ISO^MR||{patient.family}^{patient.given}||{birth}|F",
            f"PV1|1|O|CLINIC^^^EXAMPLE|||||||||||||||||V{at}",
            f"OBR|1||{at}|24323-8^Comprehensive metabolic panel^LN|||{day}080000"]
        for row, (code, words, unit, low, high) in enumerate(LABS, 1):
            lines.append(f"OBX|{row}|NM|{code}^{words}^LN||{draw.uniform(low, high):.2f}|{unit}|||||F")
        if at % 7 == 3:
            lines += [
                f"OBR|2||{at}b|3426-4^Tetrahydrocannabinol [Presence] in Urine^LN|||{day}080000",
                "OBX|1|ST|3426-4^Tetrahydrocannabinol [Presence] in Urine^LN||Positive||||||F",
                "NTE|1|L|Patient attends the opioid treatment program on Mondays"]
    return ("\r".join(lines + [f"BTS|{messages}"]) + "\r").encode()


def note(draw, patient, count=8):
    paragraphs = [
        " ".join(draw.choice(SENTENCES) for _ in range(6)) for _ in range(count)
    ] + ["He is HIV positive and takes Biktarvy every day; viral load is undetectable since spring."]
    draw.shuffle(paragraphs)
    head = f"Progress note\nPatient: {patient.given} {patient.family}\nDOB: {patient.birth}\nMRN: {patient.mrn}\nDate of service: {patient.day()}\n"
    return (head + "\n" + "\n\n".join(paragraphs) + "\n").encode()


def request(patient, number, files, paper):
    listed = [
        {"path": name, "mediaType": kind, "sha256": hashlib.sha256(data).hexdigest(), "size": len(data)}
        for name, kind, data in files]
    return {
        "id": f"BENCH-{number:05d}", "received": "2026-02-20T09:00:00Z", "sample": True,
        "patient": {
            "identifiers": [{"system": "1.2.840.99999.2", "value": patient.mrn}],
            "names": [{"family": patient.family, "given": [patient.given]}], "birthDate": patient.birth},
        "requester": {
            "kind": "attorney", "name": "R. Castellan", "organization": "Castellan Law",
            "identity": {"method": "letterhead", "checkedBy": "desk", "checkedOn": "2026-02-20"}},
        "purpose": {"code": "HLEGAL"}, "recipient": {"id": "example-law"},
        "authorization": {
            "document": "authorization.txt", "digest": hashlib.sha256(paper).hexdigest(), "kind": "hipaa",
            "discloser": ["Alder Falls Medical Center"], "recipient": ["Castellan Law"],
            "description": "Entire record from 2020 to 2026", "purpose": "legal claim",
            "expires": {"date": "2026-12-31"},
            "signed": {"on": "2026-02-18", "by": f"{patient.given} {patient.family}", "as": "patient"},
            "statements": {"revocation": True, "conditioning": True, "redisclosure": True}},
        "scope": {"whole": True},
        "delivery": {"channel": "sftp"},
        "records": listed,
        "papers": [{"path": "authorization.txt", "kind": "authorization", "mediaType": "text/plain",
                    "sha256": hashlib.sha256(paper).hexdigest(), "size": len(paper)}],
        "transcribed": {"by": "desk", "on": "2026-02-20"}}


def main():
    folder, count = sys.argv[1], int(sys.argv[2])
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    for number in range(1, count + 1):
        draw = random.Random(seed * 1_000_003 + number)
        patient = Patient(draw, number)
        files = [
            ("summary.xml", "application/cda+xml", cda(draw, patient)),
            ("chart.json", "application/fhir+json", fhir(draw, patient, 1_000_000)),
            ("results.hl7", "application/hl7-v2", hl7(draw, patient, 120)),
            ("note.txt", "text/plain", note(draw, patient))]
        paper = f"SAMPLE authorization of {patient.given} {patient.family}, signed 2026-02-18.\n".encode()
        place = os.path.join(folder, f"packet-{number:05d}")
        os.makedirs(place)
        for name, _, data in files + [("authorization.txt", "", paper)]:
            with open(os.path.join(place, name), "wb") as out:
                out.write(data)
        with open(os.path.join(place, "request.json"), "w") as out:
            json.dump(request(patient, number, files, paper), out, indent=1)


if __name__ == "__main__":
    main()
