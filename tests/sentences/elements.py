"""The words of one drawn page: Streamlit's elements, tables, and the texts inside the drawings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from tests.schema import specified
from tests.sentences.said import Place, Said

_SMALL = re.compile(r"^:small\[(.*)\]$", re.DOTALL)
# A formula has signs of its own.
_FORMULA = re.compile(r"\$\$.*?\$\$", re.DOTALL)
_ESCAPED = re.compile(r"\\(.)")
_COLOUR = re.compile("#[0-9a-f]{6}")
_HEADINGS = {"title", "header", "subheader"}
# Fields of Streamlit's messages that hold words for a reader.
_WORDS = ("label", "body", "help", "placeholder", "alt")
# Channels of a drawing whose field is read as words.
_READ = {"text", "tooltip", "x", "y", "row", "column", "facet", "color", "shape", "description"}


def words(node: Any, place: Place) -> Iterator[Said]:
    """Yield every text under a node of the element tree."""
    message = getattr(node, "proto", None)
    kind = getattr(node, "type", "")
    if kind == "table":
        yield from _table(node.value, getattr(message, "alt", ""), place)
    elif message is not None:
        yield from _element(kind, message, place)
    for child in getattr(node, "children", {}).values():
        yield from words(child, place)


def shown(markdown: str) -> str:
    """Return what a reader sees of a text in Markdown."""
    return _ESCAPED.sub(r"\1", _SMALL.sub(r"\1", _FORMULA.sub("", markdown)).replace("**", ""))


def drawn(specification: object) -> Iterator[str]:
    """Yield the words a drawing shows: titles, labels, tooltips and the texts of its marks."""
    texts: list[str] = []
    _search(specification, _fields(specification), texts)
    yield from dict.fromkeys(text for text in texts if any(letter.isalnum() for letter in text))


def _element(kind: str, message: Any, place: Place) -> Iterator[Said]:
    if kind == "vega_lite_chart":
        yield from (Said(text, "dessin", place) for text in drawn(specified(message.spec)))
    named = {field.name for field in message.DESCRIPTOR.fields}
    # A container says what it is through the message of its own kind.
    inner = [getattr(message, kind)] if kind in named else []
    for one in (message, *inner):
        known = {field.name for field in one.DESCRIPTOR.fields}
        for name in known & set(_WORDS):
            value = getattr(one, name)
            if isinstance(value, str) and value:
                yield Said(shown(value), _kind(kind, name), place)
        if "options" in known:
            for option in one.options:
                text = option if isinstance(option, str) else getattr(option, "content", "")
                yield Said(shown(text), "choix", place)


def _kind(element: str, field: str) -> str:
    if field == "alt":
        return "alternative"
    if element in _HEADINGS:
        return "titre"
    return "texte" if field == "body" else "choix"


def _table(frame: Any, alternative: str, place: Place) -> Iterator[Said]:
    heads = [str(head) for head in frame.columns]
    if alternative:
        yield Said(alternative, "alternative", place)
    yield from (Said(head, "entete", place) for head in heads)
    for values in frame.itertuples(index=False):
        row = tuple(zip(heads, (shown(str(value)) for value in values), strict=True))
        yield from (Said(cell, "cellule", place, row) for _, cell in row if cell)


def _fields(specification: object) -> set[str]:
    """Return the names of the fields that some mark writes or explains."""
    read: set[str] = set()
    hidden: set[str] = set()
    _gather(specification, read, hidden)
    return read - hidden


def _gather(node: object, read: set[str], hidden: set[str]) -> None:
    for item in node if isinstance(node, list) else []:
        _gather(item, read, hidden)
    for name, value in node.items() if isinstance(node, dict) else ():
        channels = value if isinstance(value, list) else [value]
        for channel in channels if name in _READ else []:
            if isinstance(channel, dict) and isinstance(channel.get("field"), str):
                (hidden if _silent(channel) else read).add(channel["field"])
        _gather(value, read, hidden)


def _silent(channel: dict[str, Any]) -> bool:
    """Tell whether the values of a channel are never written: a hidden axis, or codes under other labels."""
    axis = channel.get("axis", {})
    relabelled = isinstance(axis, dict) and ("labelExpr" in axis or axis.get("labels") is False)
    return relabelled or any(channel.get(name, "") is None for name in ("legend", "scale", "axis"))


def _search(node: object, fields: set[str], texts: list[str]) -> None:
    if isinstance(node, list):
        for item in node:
            _search(item, fields, texts)
    if not isinstance(node, dict):
        return
    for name, value in node.items():
        if name == "values" and isinstance(value, list):
            texts += [text for row in value if isinstance(row, dict) for text in _of_row(row, fields)]
        elif name in {"title", "text", "description"} and isinstance(value, str | list):
            lines = value if isinstance(value, list) else [value]
            texts.append(" ".join(line for line in lines if isinstance(line, str)))
        else:
            _search(value, fields, texts)


def _of_row(row: dict[str, Any], fields: set[str]) -> list[str]:
    found = [row[name] for name in sorted(fields & set(row)) if isinstance(row[name], str)]
    return [text for text in found if not _COLOUR.fullmatch(text)]
