"""The words of a picture or of a page of paper, in the letters of our fonts.

Vega's measure of a text ends the whole process on what XML refuses (controls, halves of pairs): our letters
have none of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from wording.letters import drawable


def drawn_words(drawing: Mapping[str, Any]) -> dict[str, Any]:
    """Return a specification, or what a template is filled with, whose every text can be drawn.

    Two texts that differ only by signs we lack stay two: otherwise their bars would become one.
    """
    texts = set(_texts(drawing))
    same = {text for text in texts if drawable(text) == text}
    if same == texts:
        return dict(drawing)
    words = {text: text for text in same}
    for text in sorted(texts - same):
        word = drawable(text)
        while word in same:
            # A space that shows nothing.
            word += "\u00a0"
        same.add(word)
        words[text] = word
    written: dict[str, Any] = _written(drawing, words)
    return written


def _texts(part: object) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, Mapping):
        for name, value in part.items():
            yield name
            yield from _texts(value)
    elif isinstance(part, list | tuple):
        for value in part:
            yield from _texts(value)


def _written(part: Any, words: dict[str, str]) -> Any:  # noqa: ANN401 - a specification, or any part of one
    if isinstance(part, str):
        return words[part]
    if isinstance(part, Mapping):
        return {words[name]: _written(value, words) for name, value in part.items()}
    if isinstance(part, list | tuple):
        return [_written(value, words) for value in part]
    return part
