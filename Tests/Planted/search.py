"""The independent search: it knows nothing of how Chartgate reads a record.

A blob is looked at as many texts: as it is, with entities, JSON and HL7 escapes and percent signs undone, with tags
taken out (words joined, and words parted), and with every base64 and gzip stretch within it opened and looked at in
the same way. A text is compared without case, accents, invisible characters and punctuation.
"""
import base64
import binascii
import gzip
import html
import re
import unicodedata
import urllib.parse
import zlib

BASE64 = re.compile(rb"(?:[A-Za-z0-9+/_-][\r\n\t ]{0,3}){20,}={0,2}")
TAG = re.compile(r"<!--|-->|<!\[CDATA\[|\]\]>|<\?|\?>|</?[A-Za-z][^<>]*>")


def views(data, depth=0):
    for encoding in ("utf-8", "utf-16") if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8",):
        text = data.decode(encoding, "replace")
        seen = set()
        for view in unfolded(text):
            if view not in seen:
                seen.add(view)
                yield view
    if depth >= 3:
        return
    if data[:2] == b"\x1f\x8b":
        try:
            yield from views(gzip.decompress(data), depth + 1)
        except (OSError, EOFError, zlib.error):
            pass
    # `\/` is a slash in JSON, and `\.br\` ends a line of base64 in HL7.
    for source in {data, data.replace(b"\\/", b"/").replace(b"\\.br\\", b"").replace(b"\\n", b"")}:
        for match in BASE64.finditer(source):
            blob = re.sub(rb"[\r\n\t =]", b"", match[0]).translate(bytes.maketrans(b"-_", b"+/"))
            try:
                opened = base64.b64decode(blob + b"=" * (-len(blob) % 4))
            except (binascii.Error, ValueError):
                continue
            if opened[:2] == b"\x1f\x8b" or sum(32 <= byte < 127 for byte in opened) > len(opened) * 0.8:
                yield from views(opened, depth + 1)


def unfolded(text):
    yield text
    for undo in (hl7, json_text, lambda text: text):
        plain = undo(text)
        # Twice: markup within a string within a document.
        plain = html.unescape(html.unescape(plain))
        yield plain
        yield TAG.sub("", plain)
        yield TAG.sub(" ", plain)
    if "%" in text:
        yield urllib.parse.unquote(text)


def json_text(text):
    text = re.sub(r"\\u([0-9a-fA-F]{4})", lambda match: chr(int(match[1], 16)), text)
    return re.sub(r"\\([nrt\"/\\])", lambda match: {"n": "\n", "r": "\n", "t": "\t"}.get(match[1], match[1]), text)


def hl7(text):
    text = re.sub(r"\\X((?:[0-9A-Fa-f]{2})+)\\", lambda match: bytes.fromhex(match[1]).decode("utf-8", "replace"), text)
    # Highlighting is no character; a line break is a space.
    text = re.sub(r"\\[HN]\\", "", text)
    return re.sub(r"\\\.[a-z+\-0-9]*\\", " ", text)


def folded(text):
    """Words in lower case, parted by one space."""
    text = unicodedata.normalize("NFKD", text)
    text = "".join(sign for sign in text if not unicodedata.combining(sign) and unicodedata.category(sign) != "Cf")
    return " ".join(re.findall(r"[^\W_]+", text.casefold()))


class Opened:
    """Everything of one bundle, names of files too."""

    def __init__(self, files):
        self.plain, self.words, self.squeezed = [], [], []
        for name, data in files:
            for view in [*views(data), name]:
                self.plain.append(view.casefold())
                self.words.append(folded(view))
                self.squeezed.append(self.words[-1].replace(" ", ""))

    def marker(self, marker):
        return any(marker in text for text in self.squeezed)

    def term(self, term):
        """Also when parted or joined otherwise: terms are long enough to be no part of another text."""
        return any(folded(term).replace(" ", "") in text for text in self.squeezed)

    def code(self, code):
        spellings = {code.casefold(), code.casefold().replace(".", "")}
        pattern = re.compile("|".join(rf"(?<![\w.]){re.escape(one)}(?!\w)" for one in spellings))
        return any(pattern.search(text) for text in self.plain)

    def number(self, number):
        digits = number.replace("-", "")
        pattern = re.compile(r"(?<!\d)" + r"[\W_]{0,3}".join(digits) + r"(?!\d)")
        return any(pattern.search(text) for text in self.plain + self.words)
