"""The sentences under a title: what it rests on, what is missing, how to read it without blaming anyone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from indicators.vocabulary import RegionNames
from readings.gaps.chance_words import sentence
from readings.overview.finding import Finding, Kind
from readings.overview.views import OverviewMeta, View
from readings.phrases.words import compared, each, france_figure, out_of, regions, within
from wording.lists import join
from wording.numbers import number, plural
from wording.typography import quoted

_RELATIVE = (
    "La fragilité mesurée compare chaque région aux autres\u202f: une difficulté que tout le pays "
    "partage est ressentie partout sans placer aucune région en tête."
)
# What is high there is no fragility of anybody: the convention says how it is read.
_BY_CONVENTION = "diversite_handicap"
# Beyond three names a sentence is a list.
_NAMED = 3


def sentences(
    finding: Finding, meta: OverviewMeta, names: RegionNames, convention: str = ""
) -> tuple[str, ...]:
    """Write the sentences that go with a title, most useful first; each ends with a full stop.

    `convention`: of the domain (see `readings.phrases.conventions`), said where what is measured is shown.
    """
    if meta.view in (View.OBJECTIVE, View.RANK):
        return tuple(_objective(finding, meta, names, convention))
    told = [convention] * (bool(convention) and meta.view is View.GAP)
    return (*_felt(finding, meta, names), *told)


def _objective(finding: Finding, meta: OverviewMeta, names: RegionNames, convention: str) -> Iterator[str]:
    if finding.kind is Kind.MOST_FRAGILE:
        yield from _around_france(finding.numbers, meta, names)
    if finding.kind is Kind.MEASURED_RANKS:
        yield _RELATIVE
    if convention:
        yield convention
    if 0 < meta.published_count < meta.territory_count:
        yield f"Valeur publiée pour {out_of(meta.published_count, meta.territory_count)}."
    if meta.missing_indicators:
        yield _unmeasured(meta)
    for corrected in meta.corrections:
        where = names[corrected.region_code].name_in
        held = quoted(corrected.published)
        yield f"Valeur corrigée {where}\u202f: la cellule {corrected.cell} porte {held}."


def _around_france(found: Mapping[str, float], meta: OverviewMeta, names: RegionNames) -> Iterator[str]:
    low, high = sorted((found["least"], found["value"]))
    spread = f"De {compared(low, meta.unit, meta.decimals)} à {compared(high, meta.unit, meta.decimals)}"
    yield f"{spread} selon les régions{_beyond_france(found, meta)}."
    yield from _rivals(meta, names)
    if meta.domain_code != _BY_CONVENTION or meta.direction == -1:
        yield f"Une valeur {'élevée' if meta.direction == 1 else 'basse'} signale plus de fragilité."
    if found["distinct"] * 2 <= found["published"]:
        few = f"{number(found['distinct'], 0)} valeurs distinctes pour {regions(found['published'])}"
        yield f"{few}\u202f: la plupart des rangs sont partagés."


def _rivals(meta: OverviewMeta, names: RegionNames) -> Iterator[str]:
    """Say who else may be first: the title names who is by the published figures alone."""
    codes = meta.rivals
    if not codes:
        return
    few = len(codes) <= _NAMED
    who = each(codes, names) if few else f"{number(len(codes), 0)} autres régions"
    can = "peuvent" if len(codes) > 1 or names[codes[0]].is_plural else "peut"
    yield f"Compte tenu de l’incertitude des chiffres, {who} {can} aussi être au premier rang."


def _beyond_france(found: Mapping[str, float], meta: OverviewMeta) -> str:
    """« ; 5 régions sur 13 sont au-dessus de la France (8,4 %) », on the fragile side of it."""
    if "benchmark" not in found:
        return ""
    beyond = found["beyond_benchmark"]
    who = (
        f"{out_of(beyond, found['published'])} {plural(beyond, 'est', 'sont')}" if beyond else "aucune n’est"
    )
    side = "au-dessus" if meta.direction == 1 else "en dessous"
    benchmark = compared(found["benchmark"], meta.unit, meta.benchmark_decimals)
    return f"\u202f; {who} {side} de la France ({benchmark})"


def _unmeasured(meta: OverviewMeta) -> str:
    labels = join(quoted(label) for label in meta.missing_indicators)
    verb = plural(
        len(meta.missing_indicators), "n’a aucune valeur utilisable", "n’ont aucune valeur utilisable"
    )
    share = number(100 * (meta.coverage or 0), 0)
    return f"{labels} {verb}\u202f: le domaine est mesuré à {share}\u202f% de son poids."


def _felt(finding: Finding, meta: OverviewMeta, names: RegionNames) -> Iterator[str]:
    if finding.kind is Kind.RANK_GAPS:
        yield from _crossed(finding, meta)
    if 0 < meta.published_count < meta.territory_count:
        what = "Rang publié" if meta.unit.startswith("rang") else "Chiffre publié"
        where = out_of(meta.published_count, meta.territory_count)
        yield f"{what} pour {where}\u202f; rien n’est estimé pour les autres."
    for perimeter in meta.perimeters:
        where = within(perimeter.region_codes, names)
        yield f"Périmètre de l’enquête\u202f: {quoted(perimeter.text)}, montré {where}."
    if meta.france:
        figures = join(f"{france_figure(figure)} ({figure.wave})" for figure in meta.france)
        yield f"Pour la France entière\u202f: {figures}."
    if finding.kind is Kind.NOT_PUBLISHED:
        yield from _elsewhere(finding, meta, names)


def _crossed(finding: Finding, meta: OverviewMeta) -> Iterator[str]:
    yield _balance(finding.numbers)
    if meta.chance:
        yield sentence(meta.chance)
    if finding.numbers["perceived_high"] == 1:
        yield "Pour un domaine ressenti au premier rang, l’écart ne peut être que positif ou nul."
    yield _RELATIVE


def _elsewhere(finding: Finding, meta: OverviewMeta, names: RegionNames) -> Iterator[str]:
    """Say what is published instead, so that an empty picture is not a dead end."""
    yield _published(meta)
    if finding.region_codes:
        yield _proved(finding, meta, names)


def _published(meta: OverviewMeta) -> str:
    if not meta.waves:
        return f"Aucune fragilité ressentie n’est publiée pour {meta.actor_label}, quel que soit le domaine."
    if meta.wave is not None:
        return f"Un rang ressenti est publié ({meta.wave}), sans rang mesuré auquel le comparer."
    return f"Enquêtes qui parlent de fragilité pour {meta.actor_label}\u202f: {join(meta.waves)}."


def _proved(finding: Finding, meta: OverviewMeta, names: RegionNames) -> str:
    """Say where not being named is enough: the best rank that is left is under the measured one."""
    where = within(finding.region_codes, names)
    return (
        f"Le classement publié ne cite pas ce domaine\u202f: c’est assez pour établir un ressenti "
        f"moins fort que la position relative {where} (mesuré {meta.measured_when}), sans rang ressenti."
    )


def _balance(found: Mapping[str, float]) -> str:
    """Count the signs that may be stated, then the gaps without one."""
    parts = [
        (found["more_felt"], "plus fort que la position relative"),
        (found["same"], "au même rang"),
        (found["less_felt"], "moins fort que la position relative"),
    ]
    text = join(f"{label} dans {regions(count)}" for count, label in parts if count)
    left = found["undetermined"]
    if not text:
        return "Sens de l’écart non établi."
    open_signs = f"\u202f; sens non établi dans {regions(left)}" if left else ""
    return f"Ressenti {text}{open_signs}."
