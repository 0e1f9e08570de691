"""What everything taken away says of itself."""

import re
import unicodedata
from dataclasses import dataclass, replace

from indicators.structure import Edition
from wording import mentions

_LONGEST_NAME = 80
# The first day that a zip can hold: the clock would give other bytes at every click.
ZIP_DAY = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class Stamp:
    """Title (the finding), subtitle (what is drawn), source, edition in words, address of the view.

    `link`: absolute address that opens this very view again, or "" when it is not known. `fictional`: the
    data are invented, and everything made from them says so. `convention`: how to read what is measured by
    convention (see `readings.phrases.conventions`), or "".
    """

    title: str
    subtitle: str = ""
    source: str = ""
    edition: str = ""
    link: str = ""
    fictional: bool = False
    mention: str = mentions.MENTION
    convention: str = ""

    def about(self, title: str, subtitle: str = "") -> "Stamp":
        """Return the same for something else made from the same data."""
        return replace(self, title=title, subtitle=subtitle)

    def lines(self) -> list[str]:
        """Return the foot of a picture or a page, most needed first: fictional, source, edition, mention."""
        return [
            *([mentions.NOT_MEASURED] if self.fictional else []),
            *([self.convention] if self.convention else []),
            *([f"Source\u202f: {self.source}."] if self.source else []),
            *([f"{self.edition}."] if self.edition else []),
            self.mention,
        ]


def stamp(edition: Edition, title: str, *, subtitle: str = "", source: str = "", link: str = "") -> Stamp:
    """Return the stamp of something made from an edition; `source` is a text without final point."""
    return Stamp(
        title=title,
        subtitle=subtitle,
        source=source,
        edition=mentions.edition(edition.file_name, edition.sha256),
        link=link,
        fictional=edition.fictional,
        mention=mentions.mention(fictional=edition.fictional, private=edition.private),
    )


def file_name(words: str, extension: str, *, fictional: bool = False) -> str:
    """Name a file so that every system takes it: « Île-de-France » gives « …-ile-de-france.png ».

    Letters, digits and hyphens only, at most 80 characters, never empty, never a reserved name of Windows
    (it starts with « observatoire- »); FICTIF is in the name of what is made from invented data.
    """
    plain = unicodedata.normalize("NFKD", words.replace("’", " ").replace("œ", "oe")).encode(
        "ascii", "ignore"
    )
    slug = re.sub(r"[^a-z0-9]+", "-", plain.decode().lower()).strip("-")
    said = "-".join(part for part in ("observatoire", "FICTIF" if fictional else "", slug) if part)
    if len(said) > _LONGEST_NAME:
        # No word is cut.
        said = said[: _LONGEST_NAME + 1].rpartition("-")[0]
    return f"{said}.{extension}"
