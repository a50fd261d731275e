"""FHIR JSON as FHIR XML, by the rules of R4 (JSON: the two representations); it knows no types, so that elements
stand in the order of the JSON, but for `id` and `meta`."""
import re
from xml.sax.saxutils import escape, quoteattr

NAME = re.compile(r"[A-Za-z][A-Za-z0-9]*\Z")


def resource(one, is_root=True):
    """→ text; raises ValueError for what XML cannot say."""
    kind = name(one["resourceType"])
    first = [key for key in ("id", "meta") if key in one]
    keys = first + [key for key in one if key not in first and key != "resourceType"]
    space = ' xmlns="http://hl7.org/fhir"' if is_root else ""
    return f"<{kind}{space}>{members(one, keys)}</{kind}>"


def members(one, keys):
    return "".join(member(one, key) for key in keys)


def member(one, key):
    if key.startswith("_"):
        if key[1:] in one:
            return ""
        key, value, beside = key[1:], None, one[key]
        many = beside if isinstance(beside, list) else [beside]
        return "".join(element(key, None, each) for each in many)
    value, beside = one[key], one.get("_" + key)
    if not isinstance(value, list):
        return element(key, value, beside)
    besides = beside or []
    return "".join(element(key, each, besides[at] if at < len(besides) else None) for at, each in enumerate(value))


def element(key, value, beside):
    name(key)
    if isinstance(value, dict):
        if "resourceType" in value:
            return f"<{key}>{resource(value, False)}</{key}>"
        return whole(key, value, None)
    if key == "div" and isinstance(value, str):
        return value
    if value is None and beside is None:
        return ""
    return whole(key, beside or {}, value)


def whole(key, inner, value):
    attributes = {"id": inner.get("id"), "url": inner.get("url") if key.endswith("xtension") else None, "value": value}
    said = "".join(
        f" {name}={quoteattr(text(each), {chr(10): '&#10;', chr(9): '&#9;', chr(13): '&#13;'})}"
        for name, each in attributes.items() if each is not None)
    keys = [each for each in inner if each != "id" and not (each == "url" and attributes["url"] is not None)]
    return f"<{key}{said}>{members(inner, keys)}</{key}>"


def text(value):
    return {True: "true", False: "false"}[value] if isinstance(value, bool) else str(value)


def name(key):
    if not NAME.match(key):
        raise ValueError("no name of an element")
    return key


def comment(words):
    return f"<!-- {escape(words)} -->"
