"""Every address of the application whose words may differ: pages × regions × domains × actors × the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations, product
from zlib import crc32

from indicators import option_codes
from indicators.method_codes import READER, WEIGHTS
from pages.facade import choices
from pages.facade.sections import COVERAGE, DECIDING, PROVENANCE, SECTIONS, SETTINGS, STEPS, WORDS
from pages.menu import ENTRIES, METHOD
from tests.holed import HOLES
from tests.sentences.said import HOLED, Place

OVERVIEW, TERRITORY, DOMAIN, ACTORS, GAPS, COMPARE, ALLIANCES, DEBATE, METHOD_PAGE = (
    f"/{entry.address}" for entry in ENTRIES
)
_FELT = ("ecart", "percu")
# The regions and the domains of the absent values, with one more that lacks none.
LACKING = [*dict.fromkeys(region for region, _ in HOLES), "28"]
_ABSENT = [*dict.fromkeys(domain for _, domain in HOLES), "securite"]
# One end and the middle of the index, and one domain by convention: what the options are crossed with.
_REGIONS = ["", "32", "11"]
_CONVENTION = "diversite_handicap"
Asked = Mapping[str, Sequence[str]]


def views(data: str) -> list[Place]:
    """Return every address of the workbook that is served, each once, in a fixed order."""
    addresses = _addresses() if data != HOLED else _crossed(_of_holes)
    return list(dict.fromkeys(Place(data, page, asked) for page, asked in addresses))


def sample(places: Sequence[Place], every: int) -> list[Place]:
    """Keep about one address in `every`, spread over pages and choices, the same ones each time."""
    return [place for place in places if crc32(str(place).encode()) % every == 0]


def _known() -> dict[str, list[str]]:
    return {name: [*item.options] for name, item in choices.parameters().items()}


def _crossed(
    grids: Callable[[Asked], Iterator[tuple[str, Asked]]],
) -> Iterator[tuple[str, tuple[tuple[str, str], ...]]]:
    for page, asked in grids(_known()):
        for codes in product(*asked.values()):
            yield page, tuple((name, code) for name, code in zip(asked, codes, strict=True) if code)


def _addresses() -> Iterator[tuple[str, tuple[tuple[str, str], ...]]]:
    yield from _crossed(_grids)
    yield from _crossed(_options)
    known = _known()
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


def _options(known: Asked) -> Iterator[tuple[str, Asked]]:
    """Yield a page, and what the reader changes of the figures there: a choice at a time, then some together.

    Goalposts are read of the scale from 0 to 10 alone.
    """
    singles: list[dict[str, Sequence[str]]] = [
        *({name: known[name]} for name in (option_codes.OUTLIERS, option_codes.COVERAGE, option_codes.ERROR)),
        {METHOD[0]: ["minmax"], option_codes.GOALPOSTS: known[option_codes.GOALPOSTS]},
        {METHOD[1]: [READER], WEIGHTS: known[WEIGHTS]},
        {option_codes.FLIPPED: ["frsoc-3", "freco-1,frsoc-5"]},
    ]
    for asked in singles:
        yield OVERVIEW, asked | {"niveau": known["niveau"]}
        yield OVERVIEW, asked | {"domaine": [_CONVENTION, "emploi"], "afficher": ["", "objectif", "rang"]}
        yield TERRITORY, asked | {"region": _REGIONS}
        yield DOMAIN, asked | {"domaine": [_CONVENTION, "mobilite"], "region": _REGIONS}
        yield COMPARE, asked | {"regions": ["32,11"]}
        yield GAPS, asked | {"acteur": known["acteur"][:2]}
        yield METHOD_PAGE, {"section": [SETTINGS], **asked, "region": _REGIONS}
        yield METHOD_PAGE, {"section": [DECIDING], **asked}
    together = {name: known[name] for name in (option_codes.OUTLIERS, option_codes.ERROR)}
    yield METHOD_PAGE, {"section": [SETTINGS], **together, "classement": known["classement"]}
    yield METHOD_PAGE, {"section": [SETTINGS], option_codes.FLIPPED: known[option_codes.FLIPPED]}
    yield DOMAIN, {option_codes.FLIPPED: ["frsoc-3"], "domaine": [_CONVENTION], "region": known["region"]}


def _of_holes(known: Asked) -> Iterator[tuple[str, Asked]]:
    """Yield the pages that say a rank, of what is absent."""
    yield OVERVIEW, {"niveau": known["niveau"]}
    yield OVERVIEW, {"domaine": _ABSENT, "afficher": ["", "objectif", "rang"], "region": LACKING}
    yield TERRITORY, {"region": LACKING}
    yield DOMAIN, {"domaine": _ABSENT, "region": LACKING}
    yield COMPARE, {"regions": ["53,94", "53,28"]}
    yield METHOD_PAGE, {"section": [COVERAGE], "region": ["", *LACKING]}
    yield METHOD_PAGE, {"section": [STEPS], "etape": known["etape"]}
