"""Every address of the application whose words may differ: pages × regions × domains × actors × the rest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, product
from zlib import crc32

from pages.facade import choices
from pages.facade.sections import COVERAGE, DECIDING, PROVENANCE, SECTIONS, SETTINGS, STEPS, WORDS
from pages.menu import ENTRIES, METHOD
from tests.sentences.said import Place

OVERVIEW, TERRITORY, DOMAIN, ACTORS, GAPS, COMPARE, ALLIANCES, DEBATE, METHOD_PAGE = (
    f"/{entry.address}" for entry in ENTRIES
)
_FELT = ("ecart", "percu")
Asked = Mapping[str, Sequence[str]]


def views(data: str) -> list[Place]:
    """Return every address of the workbook that is served, each once, in a fixed order."""
    return list(dict.fromkeys(Place(data, page, asked) for page, asked in _addresses()))


def sample(places: Sequence[Place], every: int) -> list[Place]:
    """Keep about one address in `every`, spread over pages and choices, the same ones each time."""
    return [place for place in places if crc32(str(place).encode()) % every == 0]


def _addresses() -> Iterator[tuple[str, tuple[tuple[str, str], ...]]]:
    known = {name: [*item.options] for name, item in choices.parameters().items()}
    for page, asked in _grids(known):
        for codes in product(*asked.values()):
            yield page, tuple((name, code) for name, code in zip(asked, codes, strict=True) if code)
    for number in (2, 5):
        for place, codes in enumerate(combinations(known["regions"][1:], number)):
            if number == 2 or place % 100 == 0:
                yield COMPARE, (("regions", ",".join(codes)),)


def _grids(known: Asked) -> Iterator[tuple[str, Asked]]:
    """Yield a page, and the codes that are crossed on it."""

    def some(*names: str, **more: Sequence[str]) -> dict[str, Sequence[str]]:
        return {name: known[name] for name in names} | more

    # What is measured stands beside what each actor says of the region; a gap names every region at once.
    yield OVERVIEW, some("domaine", "acteur", "region")
    yield OVERVIEW, some("domaine", "region", "afficher")
    yield OVERVIEW, some("domaine", "acteur", "vague", afficher=_FELT)
    yield OVERVIEW, some("niveau", "region")
    yield OVERVIEW, some("niveau", *METHOD)
    yield from ((page, some("region")) for page in (TERRITORY, DEBATE))
    yield from ((TERRITORY, some("region", name)) for name in (METHOD[0], "semblables"))
    # Its felt figures are those of every actor, its gaps those of every region.
    yield DOMAIN, some("domaine", "region")
    yield DOMAIN, some("domaine", "acteur", "vague")
    yield DOMAIN, some("domaine", METHOD[0])
    yield ACTORS, some("acteur", "region", "vague")
    yield GAPS, some("acteur", "region", "vague", "lecture")
    yield GAPS, some("acteur", *METHOD)
    yield COMPARE, some("region", "semblables")
    yield ALLIANCES, some("theme", "region")
    yield ALLIANCES, some("theme", "nature")
    yield ALLIANCES, some("nature", "region")
    yield ALLIANCES, some("initiative")
    yield METHOD_PAGE, {"section": [*SECTIONS]}
    yield METHOD_PAGE, {"section": [WORDS], **some("partie")}
    yield METHOD_PAGE, {"section": [STEPS], **some("etape")}
    yield METHOD_PAGE, {"section": [COVERAGE], **some("acteur", "region")}
    yield from (
        (METHOD_PAGE, {"section": [section], **some(*ranked, *names)})
        for section, ranked in ((SETTINGS, ("classement",)), (DECIDING, ()))
        for names in (("region",), METHOD)
    )
    followed: dict[str, Sequence[str]] = {"section": [PROVENANCE]}
    yield METHOD_PAGE, followed | some("domaine", "region")
    yield METHOD_PAGE, followed | some("resultat", "region")
    yield METHOD_PAGE, followed | some("indicateur", "region", resultat=["indicateur"])
    yield METHOD_PAGE, followed | some("domaine", "acteur", "region", resultat=["ressenti", "ecart"])
