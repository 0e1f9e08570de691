"""What the method rests on, from `references.csv`: each reference in APA style (7th edition), in BibTeX."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from wording.lists import join

TABLE = Path(__file__).with_name("references.csv")
# What TeX would run, or take for its own.
_TEX = {
    **{sign: f"\\{sign}" for sign in "&%$#_{}"},
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "\\": r"\textbackslash{}",
}
# From so many authors on, a sentence names the first.
_SEVERAL = 3


@dataclass(frozen=True, slots=True)
class Reference:
    """One reference, each field as it is printed; `""` for what it has not."""

    key: str
    kind: str  # 'article' | 'book'
    authors: str  # with a semicolon between
    year: str
    title: str
    container: str
    volume: str
    number: str
    pages: str
    publisher: str
    doi: str

    @property
    def names(self) -> list[str]:
        """The authors, « Cronbach, L. J. » or the name of an institution."""
        return self.authors.split("; ")

    @property
    def short(self) -> str:
        """« Becker et coll., 2017 »: how a sentence cites it."""
        last = [name.partition(",")[0] for name in self.names]
        return f"{join(last) if len(last) < _SEVERAL else f'{last[0]} et coll.'}, {self.year}"

    @property
    def apa(self) -> str:
        """The reference in APA style, as plain text."""
        *before, last = self.names
        authors = f"{', '.join(before)}, & {last}" if before else last
        issue = f"({self.number})" if self.number else ""
        where = f" {self.container}, {self.volume}{issue}, {self.pages}." if self.container else ""
        closed = self.title if self.title.endswith("?") else f"{self.title}."
        publisher = f" {self.publisher}." if self.publisher else ""
        doi = f" https://doi.org/{self.doi}" if self.doi else ""
        return f"{authors} ({self.year}). {closed}{where}{publisher}{doi}"

    @property
    def bibtex(self) -> str:
        """The reference as a BibTeX entry, in UTF-8."""
        institution = not all("," in name for name in self.names)
        named = [f"{{{tex(name)}}}" if institution else tex(name) for name in self.names]
        fields = {
            "author": " and ".join(named),
            "year": self.year,
            "title": f"{{{tex(self.title)}}}",
            "journal": tex(self.container),
            "volume": self.volume,
            "number": self.number,
            "pages": self.pages.replace("–", "--"),
            "publisher": tex(self.publisher),
            "doi": self.doi,
        }
        return entry(self.kind, self.key, fields)


@cache
def references() -> dict[str, Reference]:
    """Return every reference by its key."""
    with TABLE.open(encoding="utf-8", newline="") as table:
        return {row["key"]: Reference(**row) for row in csv.DictReader(table)}


def tex(text: str) -> str:
    """Write a text so that TeX shows it as it is: file names come from readers."""
    return re.sub(r"[&%$#_{}~^\\]", lambda found: _TEX[found[0]], text)


def entry(kind: str, key: str, fields: dict[str, str]) -> str:
    """Write one BibTeX entry; fields without a value are left out."""
    told = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items() if value)
    return f"@{kind}{{{key},\n{told}\n}}"
