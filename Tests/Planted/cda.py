"""Places of a C-CDA document. Each takes the tree and a secret and plants it; False where it has no such place."""
import base64

from lxml import etree

V3 = "urn:hl7-org:v3"
SDTC = "urn:hl7-org:sdtc"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
N = {"v": V3}

MADE = b"""<?xml version="1.0" encoding="UTF-8"?>
<ClinicalDocument xmlns="urn:hl7-org:v3" xmlns:sdtc="urn:hl7-org:sdtc" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<realmCode code="US"/><typeId root="2.16.840.1.113883.1.3" extension="POCD_HD000040"/><templateId root="2.16.840.1.113883.10.20.22.1.2"/>
<id root="2.16.840.1.113883.19.5" extension="made-1"/><code code="34133-9" codeSystem="2.16.840.1.113883.6.1" displayName="Summarization of Episode Note"/>
<title>Summary of care</title><effectiveTime value="20260114"/><confidentialityCode code="N" codeSystem="2.16.840.1.113883.5.25"/>
<recordTarget><patientRole><id root="2.16.840.1.113883.19.5.9" extension="100042"/><patient><name><given>Avery</given><family>Sample</family></name>
<administrativeGenderCode code="F" codeSystem="2.16.840.1.113883.5.1"/><birthTime value="19800412"/></patient></patientRole></recordTarget>
<author><time value="20260114"/><assignedAuthor><id root="2.16.840.1.113883.4.6" extension="1234567893"/></assignedAuthor></author>
<custodian><assignedCustodian><representedCustodianOrganization><id root="2.16.840.1.113883.19.5"/><name>Alder Falls</name></representedCustodianOrganization></assignedCustodian></custodian>
<documentationOf><serviceEvent classCode="PCPR"><effectiveTime><low value="20260110"/><high value="20260114"/></effectiveTime></serviceEvent></documentationOf>
<component><structuredBody>
<component><section><code code="11450-4" codeSystem="2.16.840.1.113883.6.1"/><title>Problems</title>
<text><table><thead><tr><th>Problem</th><th>Status</th></tr></thead><tbody><tr ID="p1"><td>Contusion of right knee</td><td>Resolving</td></tr></tbody></table></text>
<entry><act classCode="ACT" moodCode="EVN"><code code="CONC" codeSystem="2.16.840.1.113883.5.6"/><statusCode code="active"/><entryRelationship typeCode="SUBJ"><observation classCode="OBS" moodCode="EVN">
<code code="55607006" codeSystem="2.16.840.1.113883.6.96"/><text><reference value="#p1"/></text><statusCode code="completed"/><value xsi:type="CD" code="10050004" codeSystem="2.16.840.1.113883.6.96" displayName="Contusion"/></observation></entryRelationship></act></entry></section></component>
<component><section><code code="10160-0" codeSystem="2.16.840.1.113883.6.1"/><title>Medications</title><text><list><item>Ibuprofen 400 mg twice a week</item></list></text></section></component>
<component><section><code code="8648-8" codeSystem="2.16.840.1.113883.6.1"/><title>Hospital course</title><text><paragraph>Pain is better on stairs.</paragraph></text></section></component>
</structuredBody></component></ClinicalDocument>"""


def parse(data):
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, strip_cdata=False))


def write(tree):
    data = etree.tostring(tree.getroottree(), xml_declaration=True, encoding="UTF-8")
    # lxml writes characters; the record is to have them as references.
    return data.replace(b"QQhiQQ", b"&#72;&#x49;V").replace(b"QQdashQQ", b"&#45;")


def sections(tree):
    return [
        section for section in tree.iterfind(".//v:structuredBody/v:component/v:section", N)
        if section.find("v:code", N) is not None and section.find("v:text", N) is not None]


def pick(tree, rng):
    found = sections(tree)
    return rng.choice(found) if found else None


def fragment(text):
    return etree.fromstring(f'<x xmlns="{V3}" xmlns:sdtc="{SDTC}" xmlns:xsi="{XSI}" xmlns:own="urn:example:own">{text}</x>', etree.XMLParser(strip_cdata=False))


def add(parent, text):
    for child in list(fragment(text)):
        parent.append(child)


def narrative(make):
    def plant(tree, secret, rng):
        section = pick(tree, rng)
        if section is None:
            return False
        add(section.find("v:text", N), make(secret))
        return True
    return plant


def entry(make, rows=None):
    """An entry, and a narrative row which it points at where the place has one."""
    def plant(tree, secret, rng):
        section = pick(tree, rng)
        if section is None:
            return False
        if rows:
            add(section.find("v:text", N), rows(secret))
        add(section, "<entry>" + make(secret) + "</entry>")
        return True
    return plant


def observation(secret, code="", value="", text=""):
    code = code or '<code code="ASSERTION" codeSystem="2.16.840.1.113883.5.4"/>'
    return f'<observation classCode="OBS" moodCode="EVN"><id root="2.16.840.1.113883.19.5" extension="{secret.marker}"/>{code}{text}<statusCode code="completed"/>{value}</observation>'


def coded(secret, name=None):
    return f'<value xsi:type="CD" code="{secret.code}" codeSystem="{secret.oid}"' + (f' displayName="{name}"' if name else "") + "/>"


def row(secret, words):
    return f'<table><tbody><tr><td ID="r{secret.marker}">{words} {secret.marker}</td><td>2026-01-14</td></tr></tbody></table>'


def pointer(secret):
    return f'<text><reference value="#r{secret.marker}"/></text>'


def split(term, tag="content"):
    middle = len(term) // 2
    return f"{term[:3]}<{tag}>{term[3:middle]}</{tag}>{term[middle:]}"


def media(secret):
    data = base64.b64encode(("Scanned note. " + secret.sentence).encode()).decode()
    return f'<observationMedia classCode="OBS" moodCode="EVN"><value xsi:type="ED" mediaType="text/plain" representation="B64">{data}</value></observationMedia>'


def encoded(secret):
    return base64.b64encode(("Scanned note. " + secret.sentence).encode()).decode()


def elsewhere(tree, secret, rng):
    """Coded in one section, spoken of by its own name in another one."""
    found = sections(tree)
    if len(found) < 2:
        return False
    here, there = rng.sample(found, 2)
    add(here, "<entry>" + observation(secret, value=coded(secret, f"{secret.term} of a kind")) + "</entry>")
    add(there.find("v:text", N), f"<paragraph>Known {secret.term} of a kind {secret.marker}.</paragraph>")
    return True


def by_code_elsewhere(tree, secret, rng):
    found = sections(tree)
    if len(found) < 2:
        return False
    here, there = rng.sample(found, 2)
    add(here, "<entry>" + observation(secret, value=coded(secret)) + "</entry>")
    add(there.find("v:text", N), f"<paragraph>Billed as {secret.code} {secret.marker}.</paragraph>")
    return True


def title(tree, secret, rng):
    section = pick(tree, rng)
    if section is None or section.find("v:title", N) is None:
        return False
    section.find("v:title", N).text = f"Follow-up of {secret.term} {secret.marker}"
    return True


def document_title(tree, secret, rng):
    title = tree.find("v:title", N)
    if title is None:
        return False
    title.text = f"Visit for {secret.term} {secret.marker}"
    return True


def header(tree, secret, rng):
    """The service event of the header, which cannot go alone."""
    custodian = tree.find("v:custodian", N)
    if custodian is None:
        return False
    for part in fragment(
        f'<documentationOf><serviceEvent classCode="PCPR"><code code="{secret.code}" codeSystem="{secret.oid}" displayName="{secret.marker}"/>'
        '<effectiveTime><low value="20260110"/></effectiveTime></serviceEvent></documentationOf>'):
        custodian.addnext(part)
    return True


def remark(make):
    def plant(tree, secret, rng):
        section = pick(tree, rng)
        if section is None:
            return False
        section.append(make(secret))
        return True
    return plant


def remark_in_word(tree, secret, rng):
    section = pick(tree, rng)
    if section is None:
        return False
    add(section.find("v:text", N), f"<paragraph>{secret.term[:3]}<!-- x -->{secret.term[3:]} {secret.marker}</paragraph>")
    return True


def cdata(tree, secret, rng):
    section = pick(tree, rng)
    if section is None:
        return False
    add(section.find("v:text", N), f"<paragraph><![CDATA[{secret.sentence}]]></paragraph>")
    return True


# name, plant, whether the marker must go with the secret
PLACES = [
    ("entry with narrative row", entry(lambda s: observation(s, value=coded(s, s.term), text=pointer(s)), lambda s: row(s, s.term)), True),
    ("entry by code, row in plain words", entry(lambda s: observation(s, value=coded(s), text=pointer(s)), lambda s: row(s, "The finding")), True),
    ("code of an observation", entry(lambda s: observation(s, code=f'<code code="{s.code}" codeSystem="{s.oid}"/>', value=f'<value xsi:type="ST">{s.marker}</value>')), True),
    ("displayName", entry(lambda s: observation(s, value=f'<value xsi:type="CD" code="000000" codeSystem="1.2.3" displayName="{s.term} {s.marker}"/>')), True),
    ("translation", entry(lambda s: observation(s, value=f'<value xsi:type="CD" nullFlavor="OTH"><originalText>{s.marker}</originalText><translation code="{s.code}" codeSystem="{s.oid}"/></value>')), True),
    ("originalText", entry(lambda s: observation(s, value=f'<value xsi:type="CD" nullFlavor="OTH"><originalText>{s.sentence}</originalText></value>')), True),
    ("text of an entry", entry(lambda s: observation(s, text=f"<text>{s.sentence}</text>")), True),
    ("value of type ST", entry(lambda s: observation(s, value=f'<value xsi:type="ST">{s.sentence}</value>')), True),
    ("nested entryRelationship", entry(lambda s: f'<act classCode="ACT" moodCode="EVN"><code code="CONC" codeSystem="2.16.840.1.113883.5.6"/><entryRelationship typeCode="SUBJ">{observation(s, value=coded(s))}</entryRelationship></act>'), True),
    ("paragraph", narrative(lambda s: f"<paragraph>{s.sentence}</paragraph>"), True),
    ("table cell", narrative(lambda s: row(s, s.term)), True),
    ("list item", narrative(lambda s: f"<list><item>{s.sentence}</item><item>Knee pain</item></list>"), True),
    ("bare text of a section", narrative(lambda s: f"<content>{s.sentence}</content>"), True),
    ("word split by markup", narrative(lambda s: f"<paragraph>{split(s.term)} {s.marker}</paragraph>"), True),
    ("word split by sub and sup", narrative(lambda s: f"<paragraph>{split(s.term, 'sub')} {s.marker}</paragraph>"), True),
    ("word split by a comment", remark_in_word, True),
    ("words split by br", narrative(lambda s: f"<paragraph>{s.term.replace(' ', '<br/>')} {s.marker}</paragraph>"), True),
    ("words over two cells", narrative(lambda s: f"<table><tbody><tr><td>{s.term.split(' ')[0]}</td><td>{s.term.split(' ', 1)[1]} {s.marker}</td></tr></tbody></table>"), True),
    ("caption", narrative(lambda s: f"<table><caption>{s.sentence}</caption><tbody><tr><td>1</td></tr></tbody></table>"), True),
    ("head of a column", narrative(lambda s: f"<table><thead><tr><th>{s.term} {s.marker}</th></tr></thead><tbody><tr><td>negative</td></tr></tbody></table>"), True),
    ("footnote", narrative(lambda s: f"<paragraph>See below.<footnote>{s.sentence}</footnote></paragraph>"), True),
    ("CDATA", cdata, True),
    ("character references", narrative(lambda s: f"<paragraph>QQhiQQ test result {s.marker}</paragraph>"), True),
    ("soft hyphen and full width", narrative(lambda s: f"<paragraph>{s.term[0]}­{s.term[1:-1]}{chr(ord(s.term[-1]) + 0xFEE0)} {s.marker}</paragraph>"), True),
    ("accents and case", narrative(lambda s: f"<paragraph>{accented(s.term)} {s.marker}</paragraph>"), True),
    ("another section's narrative", elsewhere, True),
    ("another section's narrative, by code", by_code_elsewhere, True),
    ("title of a section", title, True),
    ("title of the document", document_title, True),
    ("header, service event", header, True),
    ("attribute of a cell (abbr)", narrative(lambda s: f'<table><tbody><tr><td abbr="{s.term} {s.marker}">x</td></tr></tbody></table>'), True),
    ("attribute of a link", narrative(lambda s: f'<paragraph><linkHtml href="http://x.example/{s.term.replace(" ", "-")}/{s.marker}">page</linkHtml></paragraph>'), True),
    ("ID of a content", narrative(lambda s: f'<paragraph><content ID="{s.term.replace(" ", "_")}_{s.marker}">x</content></paragraph>'), True),
    ("sdtc extension", entry(lambda s: observation(s, value=f'<value xsi:type="CD" code="000000" codeSystem="1.2.3"/><sdtc:category code="x" codeSystem="1.2.3" displayName="{s.term} {s.marker}"/>')), True),
    ("foreign extension, text", entry(lambda s: observation(s, value=f"<own:note>{s.sentence}</own:note>")), True),
    ("foreign extension, attribute", entry(lambda s: observation(s, value=f'<own:note own:about="{s.sentence}"/>')), True),
    ("comment", remark(lambda s: etree.Comment(s.sentence)), True),
    ("processing instruction", remark(lambda s: etree.ProcessingInstruction("note", s.sentence)), True),
    ("observationMedia, base64", entry(media), True),
    ("base64 text of an act", entry(lambda s: f'<act classCode="ACT" moodCode="EVN"><code code="34109-9" codeSystem="2.16.840.1.113883.6.1"/><text mediaType="text/plain" representation="B64">{encoded(s)}</text></act>'), True),
]

NUMBERS = [
    ("number in a paragraph", narrative(lambda s: f"<paragraph>{s.sentence}</paragraph>")),
    ("number in a cell", narrative(lambda s: f"<table><tbody><tr><td>{s.number}</td></tr></tbody></table>")),
    ("number split by markup", narrative(lambda s: f"<paragraph>No. {s.number[:4]}<content>{s.number[4:6]}</content>{s.number[6:]}</paragraph>")),
    ("number with references", narrative(lambda s: f"<paragraph>No. {s.number.replace('-', 'QQdashQQ')}</paragraph>")),
    ("number in a footnote", narrative(lambda s: f"<paragraph>See.<footnote>{s.sentence}</footnote></paragraph>")),
    ("number in a caption", narrative(lambda s: f"<table><caption>{s.sentence}</caption><tbody><tr><td>1</td></tr></tbody></table>")),
    ("number in a title", lambda tree, s, rng: numbered_title(tree, s, rng)),
    ("number in a comment", remark(lambda s: etree.Comment(s.sentence))),
    ("number in an instruction", remark(lambda s: etree.ProcessingInstruction("note", s.sentence))),
    ("number in an attribute", narrative(lambda s: f'<paragraph><linkHtml href="http://x.example/?n={s.number}">x</linkHtml></paragraph>')),
    ("number in originalText", entry(lambda s: observation(s, value=f'<value xsi:type="CD" nullFlavor="OTH"><originalText>{s.sentence}</originalText></value>'))),
    ("number in displayName", entry(lambda s: observation(s, value=f'<value xsi:type="CD" code="0" codeSystem="1.2.3" displayName="{s.sentence}"/>'))),
    ("number in an extension", entry(lambda s: observation(s, value=f"<own:note>{s.sentence}</own:note>"))),
    ("number in base64", entry(media)),
    ("patient id, plain digits", lambda tree, s, rng: numbered_patient(tree, s, rng)),
    ("known number, plain in a paragraph", lambda tree, s, rng: numbered_patient(tree, s, rng) and narrative(lambda s: f"<paragraph>No. {s.plain}</paragraph>")(tree, s, rng)),
]


def relative(tree, s, rng):
    target = tree.find("v:recordTarget", N)
    custodian = tree.find("v:custodian", N)
    if target is None or custodian is None:
        return False
    made = fragment(
        '<participant typeCode="IND"><associatedEntity classCode="NOK"><id root="1.2.3.4.5" extension="%s"/><telecom value="tel:%s"/>'
        "<associatedPerson><name><given>%s</given><family>%s</family></name></associatedPerson></associatedEntity></participant>"
        % (s.code, s.phone, s.given, s.family))
    custodian.addnext(made[0])
    return True


# Where somebody is named whom the record calls a relative.
PEOPLE = [
    ("participant alone", lambda tree, s, rng: True),
    ("telephone in a paragraph", narrative(lambda s: f"<paragraph>Call {s.phone.replace('-', '.')} first.</paragraph>")),
    ("family name first", narrative(lambda s: f"<paragraph>{s.family.upper()}, {s.given} signed.</paragraph>")),
    ("family name alone", narrative(lambda s: f"<list><item>Mrs. {s.family} agrees.</item></list>")),
    ("informant of an entry", entry(lambda s: observation(s).replace("</observation>", f'<informant><relatedEntity classCode="PRS"><relatedPerson><name>{s.term}</name></relatedPerson></relatedEntity></informant></observation>'))),
    ("telephone in a link", narrative(lambda s: f'<paragraph><linkHtml href="tel:{s.phone}">call</linkHtml></paragraph>')),
]


def accented(term):
    return "".join(sign.upper() + "́" if sign in "aeiou" else sign.upper() if place % 2 else sign for place, sign in enumerate(term))


def numbered_title(tree, secret, rng):
    section = pick(tree, rng)
    if section is None or section.find("v:title", N) is None:
        return False
    section.find("v:title", N).text = f"Notes {secret.number}"
    return True


def numbered_patient(tree, secret, rng):
    role = tree.find("v:recordTarget/v:patientRole", N)
    if role is None:
        return False
    role.insert(0, fragment(f'<id root="2.16.840.1.113883.4.1" extension="{secret.plain}"/>')[0])
    return True


def plant(data, place, secret, rng):
    tree = parse(data)
    return write(tree) if place(tree, secret, rng) else None


def parts(data):
    """What a reader would count: sections with text, entries, rows and paragraphs."""
    tree = parse(data)
    filled = sum(1 for section in sections(tree) if len(section.find("v:text", N)))
    names = ("entry", "tr", "item", "paragraph")
    return sum(1 for name in names for _ in tree.iter(f"{{{V3}}}{name}")), filled
