"""The finding of the page and its reading notes, in French, from the cells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from indicators.gap_signs import STATED, Reason, Sign
from indicators.vocabulary import Vocabulary
from readings.gaps import centred_notes
from readings.gaps.cells import Cell
from readings.gaps.chance_words import of_count
from readings.gaps.chance_words import sentence as chance_words
from readings.gaps.one_domain import by_chance, count_by_chance
from readings.gaps.picture import Picture
from wording.lists import join
from wording.numbers import counted, number
from wording.perimeter import perimeters
from wording.signs import WHOLE
from wording.typography import capital, quoted, uncapital

RELATIVE = (
    "La fragilité mesurée compare chaque région aux autres\u202f: une difficulté que tout le pays "
    "partage est ressentie partout sans placer aucune région en tête. Un écart ne dit donc jamais que "
    "quelqu’un se trompe."
)
_NAMED = 2
# Regions that feel one rank, from which what chance gives is said here.
_MANY = 5


def title(cells: Sequence[Cell], who: str, region: str, names: Vocabulary) -> str:
    """Say what stands out: in the chosen region, else the domain with most gaps of one sign.

    `who`: « des citoyens ».
    """
    return _of_region(cells, who, region, names) if region else _of_all(cells, who, names)


def lead(picture: Picture, who: str, span: str) -> str:
    """Say what is drawn, with both dates; `span`: years of what is measured (« de 2012 à 2019 »)."""
    label = uncapital(picture.measure_label)
    felt = f"{who.removeprefix('des ')}, {picture.wave}, {label}"
    return f"Écart calculé\u202f: rang mesuré (indicateurs {span}) − rang ressenti ({felt})."


def notes(cells: Sequence[Cell], picture: Picture, region: str, names: Vocabulary) -> tuple[str, ...]:
    """Count the three looks, then what a reader must know of these figures, most useful first."""
    shown = [cell for cell in cells if not region or cell.region_code == region]
    told = (
        *_limits(shown),
        *_by_chance(cells, names),
        *_count_by_chance(cells, region, names),
        *centred_notes.found(cells, region, names),
    )
    return (_counted(shown), *told, RELATIVE, *_others(picture))


def _count_by_chance(cells: Sequence[Cell], region: str, names: Vocabulary) -> Iterator[str]:
    """Say what chance gives of the count of the title."""
    domain, sign, many = ("", "", 0) if region else _widest(cells)
    if many > 1 and sign in (Sign.MORE, Sign.LESS):
        own = [cell for cell in cells if cell.domain_code == domain]
        counted_so = count_by_chance(own, after=sign is Sign.MORE)
        if counted_so and counted_so.regions >= _MANY:
            yield of_count(counted_so, names.domains[domain])


def _by_chance(cells: Sequence[Cell], names: Vocabulary) -> Iterator[str]:
    """Say what chance gives for each domain that many regions feel at one rank."""
    for domain, label in names.domains.items():
        found = by_chance([cell for cell in cells if cell.domain_code == domain])
        if found and found.regions >= _MANY:
            yield f"{quoted(label)}\u202f: {uncapital(chance_words(found))}"


def _of_region(cells: Sequence[Cell], who: str, region: str, names: Vocabulary) -> str:
    inside = names.names[region].name_in
    own = [cell for cell in cells if cell.region_code == region]
    parts = [
        f"{degree} fort {_domains([cell for cell in own if cell.sign is sign], names)}"
        for sign, degree in ((Sign.MORE, "plus"), (Sign.LESS, "moins"))
        if any(cell.sign is sign for cell in own)
    ]
    start = capital(inside)
    if parts:
        return f"{start}, ressenti {who} {join(parts)} que la position relative"
    if any(cell.sign is Sign.SAME for cell in own):
        same = _domains([cell for cell in own if cell.sign is Sign.SAME], names)
        return f"{start}, ressenti {who} au même rang que la position relative {same}"
    return f"{start}, {_none(own, who, names)}"


def _none(cells: Sequence[Cell], who: str, names: Vocabulary) -> str:
    """Tell nothing published from nothing that can be computed, and from a sign that is not established."""
    if all(cell.reason == Reason.UNPUBLISHED for cell in cells):
        return f"aucun chiffre publié sur le ressenti {who}, donc aucun écart calculable"
    if all(cell.sign is Sign.NONE for cell in cells):
        return f"aucun écart calculable entre le ressenti {who} et la mesure"
    found = [cell for cell in cells if cell.sign is not Sign.NONE]
    between = f"entre le ressenti {who} et la mesure"
    if len(found) == 1:
        where = quoted(names.domains[found[0].domain_code])
        return f"un seul écart calculable {between}, sur {where}, de sens non établi"
    return f"{counted(len(found), 'écart', 'écarts')} calculés {between}, sans qu’aucun sens soit établi"


def _domains(cells: Sequence[Cell], names: Vocabulary) -> str:
    """« pour « Emploi » et « Santé » », « pour 7 domaines »."""
    if len(cells) > _NAMED:
        return f"pour {counted(len(cells), 'domaine', 'domaines')}"
    return f"pour {join(quoted(names.domains[cell.domain_code]) for cell in cells)}"


def _of_all(cells: Sequence[Cell], who: str, names: Vocabulary) -> str:
    domain, sign, count = _widest(cells)
    if not count:
        said = _none(cells, who, names)
        return capital(said)
    if count == 1:
        cell = next(item for item in cells if (item.domain_code, item.sign) == (domain, sign))
        where = names.names[cell.region_code].name_in
    else:
        total = len({cell.region_code for cell in cells})
        where = f"dans {counted(count, 'région', 'régions')} sur {number(total, 0)}"
    verdict = WHOLE[sign].replace("ressenti", f"ressenti {who}", 1)
    return f"{names.domains[domain]}\u202f: {verdict} {where}"


def _widest(cells: Sequence[Cell]) -> tuple[str, str, int]:
    """Return the domain with most stated gaps of one sign, the sign and how many; no domain without any."""
    found = Counter((cell.domain_code, cell.sign) for cell in cells if cell.sign in STATED)
    for (domain, sign), many in found.most_common(1):
        return domain, sign, many
    return "", "", 0


def _counted(cells: Sequence[Cell]) -> str:
    """« 25 écarts établis (22 plus forts, 1 au même rang, 2 moins forts), 1 au sens non établi, 182 … »."""
    many = Counter(cell.sign for cell in cells)
    stated = sum(many[sign] for sign in STATED)
    words = {
        Sign.MORE: ("plus fort", "plus forts"),
        Sign.SAME: ("au même rang", "au même rang"),
        Sign.LESS: ("moins fort", "moins forts"),
    }
    split = [counted(many[sign], *word) for sign, word in words.items() if many[sign]]
    detail = f" ({', '.join(split)})" if split else ""
    left = [
        counted(many[sign], *word)
        for sign, word in (
            (Sign.UNDETERMINED, ("au sens non établi", "au sens non établi")),
            (Sign.NONE, ("non calculable", "non calculables")),
        )
        if many[sign]
    ]
    return f"{', '.join([counted(stated, 'écart établi', 'écarts établis') + detail, *left])}."


def _limits(cells: Sequence[Cell]) -> Iterator[str]:
    if all(cell.reason == Reason.UNPUBLISHED for cell in cells):
        yield "Aucun chiffre de ce ressenti n’est publié pour cette région, et rien n’est estimé."
    if any(cell.reason == Reason.UNNAMED for cell in cells):
        sure = (
            f"\u202f; {quoted('≤')} dit le peu qui en est sûr" if any(cell.bounded for cell in cells) else ""
        )
        yield (
            f"L’enquête ne publie que ses premiers rangs\u202f: pour un domaine qu’elle ne cite pas, "
            f"rien n’est estimé{sure}."
        )
    yield from perimeters(cell.perimeter for cell in cells)


def _others(picture: Picture) -> Iterator[str]:
    if picture.others:
        other = join(quoted(label) for label in picture.others)
        yield f"Une autre mesure de la même enquête n’est pas mélangée à celle-ci\u202f: {other}."
