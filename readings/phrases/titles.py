"""The French titles of findings: a chart's title is what it shows.

With `phrases_details` (the sentences under the title), the one place where a fact becomes words: the same
serve the screen, the paper and the screen reader. They never say that people are wrong: what is measured is
a position among the regions, what is felt is felt.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from indicators.plain_names import inside, of_domain, unit_beside
from indicators.vocabulary import RegionNames
from readings.overview.finding import Finding, Kind
from readings.overview.views import OverviewMeta, View
from readings.phrases.most import most_fragile
from readings.phrases.words import (
    IN_WORDS,
    among_published,
    compared,
    each,
    feminine,
    france_figure,
    headed,
    measured,
    nth,
    of,
    out_of,
    regions,
    within,
)
from wording.numbers import number, ordinal

# Beyond three names a title is a list.
_NAMED = 3
# What these say is said of one indicator, which the title names beside its domain.
_OF_AN_INDICATOR = frozenset({Kind.MOST_FRAGILE, Kind.NO_DIFFERENCE, Kind.NOT_RANKABLE})


def title(finding: Finding, meta: OverviewMeta, names: RegionNames) -> str:
    """Write the finding as the title of its picture, without a full stop."""
    subject = meta.domain_short_label
    if finding.kind in _OF_AN_INDICATOR and meta.indicator_label:
        subject = of_domain(subject, inside(meta.indicator_label))
    return headed(subject, _CLAUSES[finding.kind](finding, meta, names))


def _most_fragile(finding: Finding, meta: OverviewMeta, names: RegionNames) -> str:
    found, codes = finding.numbers, finding.region_codes
    if len(codes) > _NAMED:
        subject = f"{regions(len(codes))} à égalité au premier rang de fragilité"
    else:
        many = len(codes) > 1
        verb = "sont" if many or names[codes[0]].is_plural else "est"
        subject = (
            f"{each(codes, names)} {verb} {most_fragile(meta.domain_code, many=many, turned=meta.turned)}"
        )
        subject += " à égalité" if many else ""
        subject += among_published(found["published"], meta.territory_count)
    value = measured(found["value"], unit_beside(meta.indicator_name, meta.unit), meta.decimals)
    if "benchmark" not in found:
        return f"{subject}, {value}"
    france = compared(found["benchmark"], meta.unit, meta.benchmark_decimals)
    return f"{subject}, {value} contre {france} en France"


def _no_difference(finding: Finding, meta: OverviewMeta, _names: RegionNames) -> str:
    value = measured(finding.numbers["value"], meta.unit, meta.decimals)
    return f"même valeur publiée {_everywhere(finding, meta)} ({value}), sans classement possible"


def _not_rankable(finding: Finding, meta: OverviewMeta, _names: RegionNames) -> str:
    low = compared(finding.numbers["lowest"], meta.unit, meta.decimals)
    high = measured(finding.numbers["highest"], meta.unit, meta.decimals)
    return f"de {low} à {high} selon les régions, sans sens de lecture défini"


def _measured_ranks(finding: Finding, meta: OverviewMeta, names: RegionNames) -> str:
    codes, rank = finding.region_codes, finding.numbers["rank"]
    where = (
        within(codes, names) if len(codes) <= _NAMED else f"dans {out_of(len(codes), meta.territory_count)}"
    )
    place = "premier" if rank == 1 else f"au plus haut {nth(rank)}"
    return f"{place} domaine de fragilité mesurée{'' if rank == 1 else ','} {where}"


def _perceived_ranks(finding: Finding, meta: OverviewMeta, names: RegionNames) -> str:
    codes = finding.region_codes
    found = finding.numbers
    concern = _concern(found["low"], found["high"], meta)
    if len(codes) == meta.territory_count or len(codes) > _NAMED:
        return f"{concern} {_everywhere(finding, meta)}"
    only = "seule région publiée" if len(codes) == 1 else "seules régions publiées"
    return f"{concern} {within(codes, names)}, {only}"


def _perceived_values(finding: Finding, meta: OverviewMeta, names: RegionNames) -> str:
    found = finding.numbers
    value = measured(found["high"], meta.unit, meta.decimals)
    where = within(finding.region_codes, names)
    if found["published"] == 1:
        return f"{value} pour {meta.actor_label} {where}, seule région publiée"
    published = out_of(found["published"], meta.territory_count)
    what = "part" if meta.unit == "%" else "note"
    return f"{what} la plus élevée {where}, {value} pour {meta.actor_label} ({published})"


def _rank_gaps(finding: Finding, meta: OverviewMeta, names: RegionNames) -> str:
    found = finding.numbers
    concern = _concern(found["perceived_low"], found["perceived_high"], meta)
    alone = len(finding.region_codes) == 1
    where = (
        f"{within(finding.region_codes, names)}, seule région publiée"
        if alone
        else _everywhere(finding, meta)
    )
    return f"{concern} {where} ({meta.wave}){_measured_beside(finding, meta)}"


def _measured_beside(finding: Finding, meta: OverviewMeta) -> str:
    """Say where the measured fragility stands in the same regions."""
    found = finding.numbers
    firsts, low, high = found["objective_first"], found["objective_low"], found["objective_high"]
    ranked, when = number(meta.ranked_domains or 0, 0), f"({meta.measured_when})"
    if found["perceived_high"] == 1 and low == high == 1:
        return f" et aussi première fragilité mesurée {when}"
    if low == high:
        return f"\u202f; la fragilité mesurée {when} y est au {nth(low)} rang des {ranked}\u00a0domaines"
    if found["perceived_high"] == 1 and firsts:
        return f", mais la fragilité mesurée {when} n’y est au premier rang que dans {regions(firsts)}"
    if found["perceived_high"] == 1:
        return f", mais la fragilité mesurée {when} n’y est nulle part au premier rang"
    ends = f"du {nth(low)} au {nth(high)} rang des {ranked}\u00a0domaines"
    return f"\u202f; la fragilité mesurée {when} y va {ends}"


def _france_only(_finding: Finding, meta: OverviewMeta, _names: RegionNames) -> str:
    figure = france_figure(meta.france[0])
    return f"ressenti {of(meta.actor_label or '')} publié pour la France entière seulement ({figure})"


def _not_published(_finding: Finding, meta: OverviewMeta, _names: RegionNames) -> str:
    if meta.view is View.OBJECTIVE:
        return "aucune valeur publiée par région"
    if meta.view is View.RANK:
        return "aucun rang calculable, faute de valeurs publiées"
    if meta.view is View.GAP and meta.wave is not None:
        return "écart non calculable, la fragilité mesurée n’a pas de rang"
    if meta.view is View.GAP:
        return f"écart non calculable, aucun rang publié par région pour {meta.actor_label}"
    return f"aucun chiffre publié sur le ressenti {of(meta.actor_label or '')}"


def _concern(low: float, high: float, meta: OverviewMeta) -> str:
    whose = f"préoccupation {of(meta.actor_label or '')}"
    if low == high:
        return f"{feminine(low)} {whose}"
    # Both ends in the same letters: « entre la deuxième et la troisième », « entre la 2ᵉ et la 7ᵉ ».
    written = feminine if high <= IN_WORDS else partial(ordinal, feminine=True)
    return f"entre la {written(int(low))} et la {written(int(high))} {whose}"


def _everywhere(finding: Finding, meta: OverviewMeta) -> str:
    """« dans les 13 régions », « dans la seule région publiée », « dans les 3 régions publiées sur 13 »."""
    count, total = int(finding.numbers["published"]), meta.territory_count
    if count == total:
        return f"dans les {regions(count)}"
    return "dans la seule région publiée" if count == 1 else f"dans les {regions(count)} publiées sur {total}"


_CLAUSES: dict[Kind, Callable[[Finding, OverviewMeta, RegionNames], str]] = {
    Kind.MOST_FRAGILE: _most_fragile,
    Kind.NO_DIFFERENCE: _no_difference,
    Kind.NOT_RANKABLE: _not_rankable,
    Kind.MEASURED_RANKS: _measured_ranks,
    Kind.PERCEIVED_RANKS: _perceived_ranks,
    Kind.PERCEIVED_VALUES: _perceived_values,
    Kind.RANK_GAPS: _rank_gaps,
    Kind.FRANCE_ONLY: _france_only,
    Kind.NOT_PUBLISHED: _not_published,
}
