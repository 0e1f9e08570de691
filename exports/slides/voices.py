"""The actors who are published to feel something in a region, and the territories their surveys asked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from exports.slides.story import Story
from readings.territory.felt_lines import felt_lines
from wording.lists import join
from wording.perimeter import perimeter


@dataclass(frozen=True)
class Voice:
    """One actor, its label, its lines (see `readings.territory.felt_lines`), (domain, perimeter) asked."""

    actor: str
    label: str
    lines: pd.DataFrame
    asked: tuple[tuple[str, str], ...]

    def perimeters(self, names: Iterable[str]) -> list[str]:
        """Say, of the domains of these names, which survey asked another territory than the region."""
        kept, told = set(names), dict[str, list[str]]()
        for name, where in self.asked:
            if name in kept:
                told.setdefault(where, []).append(name)
        return [f"{where}\u202f: {join(dict.fromkeys(domains))}." for where, domains in told.items()]


def voices(story: Story) -> list[Voice]:
    """Return each actor with a measured and a felt rank, of the survey that ranks most, then the latest."""
    labels = story.results.vocabulary()
    found = []
    for actor, mine in story.report.gaps.items():
        lines = felt_lines(mine, labels.domains)
        if len(lines):
            wave = lines["wave"].iloc[0]
            places = [
                (labels.domains[row["domain_code"]], perimeter(row["perimeter"]))
                for row in mine
                if row["wave"] == wave and row["perimeter"] != ""
            ]
            found.append(Voice(actor, labels.actors[actor], lines, tuple(places)))
    return found
