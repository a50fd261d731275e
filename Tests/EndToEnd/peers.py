"""Other people's readers, asked of what was released: whatever they read before a cut, they must read after it.

- FHIR JSON, NDJSON and XML: the models of PyPI's fhir.resources, of R4B, which has all of R4 that patients' records use.
- C-CDA: HL7's CDA schema with the SDTC extensions, by lxml.
- HL7 v2: PyPI's hl7.
"""
import glob
import json
import os

import hl7
from fhir.resources.R4B import get_fhir_model_class
from lxml import etree


class Peers:
    def __init__(self, data):
        found = glob.glob(os.path.join(data, "cda-schema", "**", "CDA_SDTC.xsd"), recursive=True)
        self.schema = etree.XMLSchema(etree.parse(found[0])) if found else None

    def complaint(self, data):
        """→ format, None or the words with which its peer refuses the record; (None, None) where there is no peer."""
        head = data.lstrip(b"\xef\xbb\xbf \r\n\t\x0b")[:4]
        if head[:1] == b"<":
            return self.xml(data)
        if head[:1] == b"{":
            return self.fhir_json(data)
        if head[:3] in (b"MSH", b"FHS", b"BHS"):
            return "HL7 v2", refusal(lambda: hl7.parse_hl7(lines(data)))
        return None, None

    def xml(self, data):
        try:
            root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
        except etree.XMLSyntaxError as error:
            return "XML", str(error)
        name = etree.QName(root)
        if name.namespace == "urn:hl7-org:v3" and self.schema is not None:
            return "C-CDA", None if self.schema.validate(root) else str(self.schema.error_log.last_error.message)
        if name.namespace == "http://hl7.org/fhir":
            return "FHIR XML", refusal(lambda: get_fhir_model_class(name.localname).model_validate_xml(data))
        return None, None

    def fhir_json(self, data):
        text = data.decode("utf-8-sig", "replace")
        try:
            one = json.loads(text)
        except json.JSONDecodeError:
            rows = [line for line in text.splitlines() if line.strip()]
            return "FHIR NDJSON", refusal(lambda: [model(json.loads(line)) for line in rows])
        return "FHIR JSON", refusal(lambda: model(one))


def model(one):
    return get_fhir_model_class(one["resourceType"]).model_validate(one)


def lines(data):
    """As the standard has them, a carriage return at the end."""
    text = data.decode("utf-8", "replace").strip("\x0b\x1c \r\n")
    return text.replace("\r\n", "\r").replace("\n", "\r") + "\r"


def refusal(read):
    try:
        read()
    except Exception as error:  # Each peer has errors of its own.
        return f"{type(error).__name__}: {error}"
    return None
