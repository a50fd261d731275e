"""Places of FHIR XML: those of FHIR JSON, and what only XML has."""
import json
import re

import fhir
import fhir_xml

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
# The same records as JSON, by their XML: a plant is put in there.
MADE_OF = {}
# What JSON cannot hold stands in a member of such a name until all is written.
REMARK = re.compile(r'<(xmlComment|xmlInstruction) value="([^"]*)"></\1>')


def prepared(data):
    """A record of FHIR JSON as XML; None for what is no such record."""
    try:
        root = json.loads(data.decode("utf-8-sig"))
        text = xml(root)
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
    MADE_OF[text] = root
    return text


def xml(root):
    text = HEAD + fhir_xml.resource(root) + "\n"
    for letter in "hiHIsd":
        text = text.replace(f"QQ{letter}QQ", f"&#{ord(letter)};")
    text = REMARK.sub(lambda found: f"<!-- {found[2]} -->" if found[1] == "xmlComment" else f"<?{found[2]}?>", text)
    # Those of a prolog stand before the outermost element.
    before = re.search(r"<(?:!-- |\?)PROLOG (.*?)(?: --|\?)>", text)
    if before:
        text = text.replace(before[0], "", 1).replace(HEAD, HEAD + before[0].replace("PROLOG ", "") + "\n")
    return text.encode()


MADE = prepared(fhir.MADE)


def whole(name, value):
    """A remark that belongs to no part."""
    def plant(resources, secret, rng):
        resources[0][name] = value(secret)
        return True
    return plant


def schema_location(resources, secret, rng):
    resources[0]["schemaLocation"] = f"http://x.example {secret.term.replace(' ', '-')}-{secret.marker}.xsd"
    return True


# A word within CDATA, and a number with letters as references, are XML's own ways to say the same.
PLACES = [one for one in fhir.PLACES if one[0] != "fhir_comments"] + [
    ("comment in a resource", fhir.observation(lambda s: {"xmlComment": s.sentence}), True),
    ("comment before the record", whole("xmlComment", lambda s: f"PROLOG {s.sentence}"), True),
    ("processing instruction", fhir.observation(lambda s: {"xmlInstruction": f"print {s.sentence}"}), True),
    ("processing instruction before the record", whole("xmlInstruction", lambda s: f"PROLOG print {s.sentence}"), True),
    ("schemaLocation", schema_location, True),
    ("CDATA in the narrative", fhir.observation(lambda s: {"text": {"status": "generated", "div": fhir.DIV % f"<p><![CDATA[{s.sentence}]]></p>"}}), True),
    ("xml:lang of the narrative", fhir.observation(lambda s: {"text": {"status": "generated", "div": fhir.DIV % f'<p xml:lang="{s.term} {s.marker}">x</p>'}}), True),
    ("id of an element", fhir.observation(lambda s: {"_status": {"id": f"{s.term.replace(' ', '-')}-{s.marker}"}}), True),
]
NUMBERS = [one for one in fhir.NUMBERS if one[0] != "number as a property's name"] + [
    ("number in a comment", fhir.observation(lambda s: {"xmlComment": s.sentence})),
    ("number in CDATA", fhir.observation(lambda s: {"text": {"status": "generated", "div": fhir.DIV % f"<p><![CDATA[{s.sentence}]]></p>"}})),
]


def plant(data, place, secret, rng):
    source = MADE_OF.get(data)
    if source is None:
        return None
    root = json.loads(json.dumps(source))
    entries = root.get("entry") if root.get("resourceType") == "Bundle" else None
    resources = [entry["resource"] for entry in entries or [] if "resource" in entry] if entries is not None else [root]
    known = {id(entry["resource"]): entry for entry in entries or [] if "resource" in entry}
    if entries is None or not place(resources, secret, rng):
        return None
    location = resources[0].pop("schemaLocation", None)
    root["entry"] = [
        known.get(id(one)) or {"fullUrl": f"http://x.example/{one['resourceType']}/{one['id']}", "resource": one}
        for one in resources]
    text = xml(root)
    if location:
        text = text.replace(
            b'<Bundle xmlns="http://hl7.org/fhir"',
            f'<Bundle xmlns="http://hl7.org/fhir" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="{location}"'.encode(), 1)
    return text


def parts(data):
    return len(re.findall(rb"<entry>", data)), 0
