"""How French is typed: spaces, apostrophes, quotation marks, capitals."""

import re

_THOUSANDS = re.compile(r"(?<=\d) (?=\d{3}\b)")
_OPEN, _CLOSE, _HELD = "«", "»", "\u00a0"


def typed(text: str) -> str:
    """Write text of the workbook with the spaces and apostrophes of French typography."""
    held = text.replace("'", "’").replace(f"{_OPEN} ", _OPEN + _HELD).replace(f" {_CLOSE}", _HELD + _CLOSE)
    return grouped(re.sub(r" ([:;!?%])", "\u202f\\1", held))


def grouped(text: str) -> str:
    """Hold the digits of a number together: « pour 10 000 hab. » never breaks after 10."""
    return _THOUSANDS.sub("\u202f", text)


def unbroken(name: str) -> str:
    """Hold a short name on one line of a narrow column: « PHARE 2015 »."""
    return name.replace(" ", "\u00a0", 1)


def quoted(text: str) -> str:
    """Put a text between French quotation marks."""
    return f"{_OPEN}{_HELD}{text}{_HELD}{_CLOSE}"


def capital(text: str) -> str:
    """Start with a capital, the rest as written."""
    return text[:1].upper() + text[1:]


def uncapital(text: str) -> str:
    """Write the beginning of a sentence inside another one: without its capital, the rest as written."""
    return text[:1].lower() + text[1:]
