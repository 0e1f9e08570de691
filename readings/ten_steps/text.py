"""What we chose at each step and why, from `text.md`, for whoever edits words.

A step is `## code`, then `# heading`, a paragraph for the choice, one for its reason, and a line `> part :
references`: the part of the explained method with its formulas, the keys of what is cited. It is typed with
plain spaces and apostrophes; numbers are written `[[regions]]` as in `readings/settings/explained.md`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from indicators.ten_steps.step import Step
from readings.settings.conventions import Conventions
from readings.settings.explained import filled
from wording.typography import typed

TEXT = Path(__file__).with_name("text.md")


@dataclass(frozen=True, slots=True)
class Text:
    """One step in words. `part`: the code of a part of the explained method; `cited`: keys of references."""

    step: Step
    number: int
    heading: str
    choice: str
    reason: str
    part: str
    cited: tuple[str, ...]


def texts(known: Conventions) -> dict[Step, Text]:
    """Return the words of each step, in the order of the Handbook."""
    found = re.split(r"^## ", filled(TEXT.read_text(encoding="utf-8"), known), flags=re.MULTILINE)[1:]
    told = (_text(number, block) for number, block in enumerate(found, start=1))
    return {text.step: text for text in told}


def headings() -> dict[Step, str]:
    """Return the heading of each step, which no edition changes."""
    found = re.findall(r"^## (\w+)\n\n# (.+)$", TEXT.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {Step(code): typed(heading) for code, heading in found}


def _text(number: int, block: str) -> Text:
    code, heading, choice, reason, links = block.strip().split("\n\n")
    part, _, cited = links.removeprefix("> ").partition(" : ")
    return Text(
        Step(code),
        number,
        typed(heading.removeprefix("# ")),
        typed(choice),
        typed(reason),
        part,
        tuple(cited.split(", ")),
    )
