"""Secrets to plant: terms and codes that the label set calls certain, and numbers that were never anyone's."""
import os
import re

CATEGORIES = ("hiv", "sud")
SYSTEMS = {
    # section of the category file: CDA OID, FHIR system, HL7 v2 name
    "snomed": ("2.16.840.1.113883.6.96", "http://snomed.info/sct", "SCT"),
    "icd10cm": ("2.16.840.1.113883.6.90", "http://hl7.org/fhir/sid/icd-10-cm", "I10"),
    "loinc": ("2.16.840.1.113883.6.1", "http://loinc.org", "LN"),
    "rxnorm": ("2.16.840.1.113883.6.88", "http://www.nlm.nih.gov/research/umls/rxnorm", "RXNORM"),
}
# Published in advertisements, void since (20 CFR 422.103; SSA, "Social Security Cards Issued by Woolworth").
NUMBERS = ("078-05-1120", "219-09-9999")


class Secret:
    """What is planted in one packet: words, a code that means the same, and a marker that nothing else holds."""

    def __init__(self, category, term, code, systems, marker):
        self.category, self.term, self.code, self.marker = category, term, code, marker
        self.oid, self.url, self.table = systems
        self.sentence = f"Seen for {term} {marker} in clinic."


class Number:
    def __init__(self, number, marker):
        self.category, self.number, self.marker = "ssn", number, marker
        self.plain = number.replace("-", "")
        self.sentence = f"Number on file {number} {marker} as given."


class Person:
    """Somebody whom the record names as a relative of the patient, and speaks of elsewhere. Has all that a place of
    a secret asks for: the name is the term, their number the code."""
    def __init__(self, given, family, number, phone, marker):
        self.category, self.given, self.family, self.phone, self.marker = "person", given, family, phone, marker
        self.term, self.code = f"{given} {family}", number
        self.oid, self.url, self.table = "1.2.3.4.5", "urn:x", "L"
        self.sentence = f"Seen with {self.term} {marker} in clinic."


class Draw:
    def __init__(self, pipelines, rng):
        self.rng = rng
        self.count = 0
        self.terms, self.codes = {}, {}
        for name in CATEGORIES:
            with open(os.path.join(pipelines, "categories", name + ".yaml")) as file:
                text = file.read()
            terms = re.findall(r'\{term: "([A-Za-z][A-Za-z ]{7,40})", certainty: certain\}', text)
            # Two words and more: one alone may lie in another word, and is then not the secret.
            self.terms[name] = [term for term in terms if " " in term]
            self.codes[name] = []
            for section in SYSTEMS:
                part = re.search(rf"^  {section}:\n(.*?)(?=^  \w+:\n|^\w)", text, re.S | re.M)
                found = re.findall(
                    r'(?:code|from): "([^"]+)"(?:, to: "([^"]+)")?, what: "[^"]*", certainty: certain', part[1] if part else "")
                self.codes[name] += [
                    (code, SYSTEMS[section]) for code, last in found if last in ("", code) and len(code) > 4]

    def secret(self):
        self.count += 1
        category = self.rng.choice(CATEGORIES)
        code, systems = self.rng.choice(self.codes[category])
        return Secret(
            category, self.rng.choice(self.terms[category]), code, systems, f"zq{category}{self.count:04d}k")

    def number(self):
        self.count += 1
        return Number(self.rng.choice(NUMBERS), f"zqnum{self.count:04d}k")

    def person(self):
        """A family name that nothing else holds."""
        self.count += 1
        syllables = [a + b for a in "kvzdbgptmn" for b in "aeiou"]
        tail = "".join(syllables[self.count // len(syllables) ** power % len(syllables)] for power in range(2))
        number = f"7788{self.count:05d}"
        return Person(
            self.rng.choice(("Marta", "Agnes", "Bettina", "Wendell")), f"Wojk{tail}rsk", number,
            f"503-557-{self.count % 10000:04d}", f"zqperson{self.count:04d}k")
