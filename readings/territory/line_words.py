"""The sixteen lines in words: the finding, what each line says, the table, the text alternative."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

import pandas as pd

from indicators.plain_names import brief, inside, of_domain, plain, unit_beside
from indicators.rows import Row, records
from indicators.score_table import WHOLE
from readings.phrases.reach import Place, with_reach
from readings.phrases.words import compared, measured
from wording.lists import join, joined
from wording.numbers import counted, number
from wording.ranks import placed, placed_of_regions
from wording.source_notes import absent, marked
from wording.typography import quoted

_NAMED = 3


def finding(strengths: pd.DataFrame, labels: Mapping[str, str], measures: Mapping[str, str]) -> str:
    """« « Emploi » (taux de chômage), … sont ses domaines les plus fragiles, comparés aux autres régions ».

    `labels`, `measures`: of the domains, what they are called and what measures them (`Results.measured_by`).
    """
    top, more = foremost(strengths)
    if strengths.empty:
        return "aucun domaine ne peut être comparé"
    if not top:
        return "dans aucun domaine la région n’est à coup sûr dans la moitié la plus fragile"
    named = _based([quoted(labels[code]) for code in top], [measures.get(code, "") for code in top])
    if len(top) == 1:
        return f"{named} est son domaine le plus fragile, comparé aux autres régions"
    among = "parmi " if more else ""
    return f"{named} sont {among}ses domaines les plus fragiles, comparés aux autres régions"


def _based(domains: list[str], bases: list[str]) -> str:
    """Name domains with what measures them; « (22 indicateurs chacun) » once, where it is the same."""
    if len(domains) > 1 and set(bases) == {bases[0]} != {""}:
        return of_domain(join(domains), f"{bases[0]} chacun")
    return join(map(of_domain, domains, bases))


def foremost(strengths: pd.DataFrame) -> tuple[list[str], list[str]]:
    """Return the three most fragile domains at most, and those left out that may come before the last.

    Named are those where the region is in the more fragile half whatever its rank is within its interval: a
    title is read alone, and the line of another domain says that the region may be on the other side.
    `strengths`: see `indicators.results`, in the order of their ranks.
    """
    frail = strengths[strengths["side"] == "fragilite"].sort_values("place")
    named = frail[is_most(frail["ranked"] - frail["high"], frail["ranked"])].iloc[:_NAMED]
    left = frail.drop(named.index)
    beside = left[left["rank"] <= named["rank"].max()]
    return named["domain_code"].tolist(), beside["domain_code"].tolist()


def is_most(count: Any, ranked: Any) -> Any:  # noqa: ANN401 - numbers, or columns of them
    """Say whether so many regions are more than half of the others that are ranked."""
    return count > (ranked - 1) / 2


def spine_finding(rows: pd.DataFrame) -> str:
    """« aux trois premiers rangs (1ʳᵉ : la plus fragile) 8 fois sur 16 domaines mesurés ».

    Four regions at the third rank are not « among the three »; among three regions, all of them are.
    """
    known = rows[rows["rank"].notna()].drop_duplicates("domain_code")
    if known.empty:
        return "aucun domaine n’a de rang dans cette région"
    ranked = known[known["ranked"] > _NAMED]
    if ranked.empty:
        return "aucun domaine n’est classé dans plus de trois régions"
    high = int((ranked["rank"] <= _NAMED).sum())
    whole = f"sur {counted(len(ranked), 'domaine mesuré', 'domaines mesurés')}"
    first = "aux trois premiers rangs (1ʳᵉ\u202f: la plus fragile)"
    return f"{first} {number(high, 0)} fois {whole}" if high else f"jamais {first}, {whole}"


def overall(ranks: pd.DataFrame, region: str, reach: Mapping[Place, str]) -> str:
    """Say the rank of the region on every domain together, with its interval; `""` without one.

    `reach`: what absent values could make of it (see `readings.phrases.reach`).
    """
    whole = ranks[(ranks["level"] == "ensemble") & (ranks["region_code"] == region)].dropna(subset=["rank"])
    if whole.empty:
        return ""
    row = whole.iloc[0]
    said = placed_of_regions(int(row["rank"]), int(row["low"]), int(row["high"]), int(row["ranked"]))
    said = with_reach(said, reach.get((region, WHOLE)))
    return f"Tous domaines ensemble, la région est {said} (1ʳᵉ\u202f: la plus fragile)."


def worded(rows: pd.DataFrame, reach: Mapping[str, str] = MappingProxyType({})) -> pd.DataFrame:
    """Add the words of each line: measure_text, value_text, france_text, rank_text, reach_text, label_text.

    What several indicators measure is called after their number. `reach`: what absent values could make of
    the rank of the region, by domain (see `readings.phrases.reach`): it stands beside the rank.
    """
    several = [f"score de {counted(count, 'indicateur', 'indicateurs')}" for count in rows["indicators"]]
    rows = rows.assign(label=rows["label"].mask(rows["indicators"] > 1, pd.Series(several, rows.index)))
    found = records(rows)
    told = rows.assign(
        measure_text=[brief(row["label"]) if row["label"] else "" for row in found],
        value_text=[value_text(row) for row in found],
        france_text=[_france(row) for row in found],
        rank_text=list(map(rank_text, found)),
        reach_text=[reach.get(row["domain_code"], "") for row in found],
    )
    sentences = [_sentence(row) for row in records(told)]
    return told.assign(label_text=sentences)


def value_text(row: Row) -> str:
    """« 10,8 % », « 1,03 (rapport 2016/2012) », « non publié »; a unit the name holds is not said again."""
    if row["status"] == "range":
        low, high = (number(row[end], int(row["decimals"])) for end in ("low_value", "high_value"))
        return marked(f"{low} à {high}", row["note"])
    if row["value"] is None:
        return absent(row["note"])
    unit = unit_beside(plain(row["label"]), row["unit"])
    return marked(measured(row["value"], unit, int(row["decimals"])), row["note"])


def rank_text(row: Row) -> str:
    """« 3ᵉ, entre 2ᵉ et 6ᵉ », « sans rang »."""
    if row["rank"] is None:
        return "sans rang"
    return placed(int(row["rank"]), int(row["low"]), int(row["high"]))


def spine_table(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the lines (see `worded`) as a table: Domaine, Rang parmi les régions, Valeurs (own first).

    Three columns, so that a phone shows them whole.
    """
    told = zip(rows["value_text"], records(rows), strict=True)
    return pd.DataFrame(
        {
            "Domaine": rows["short_label"],
            "Rang parmi les régions": [with_reach(*both) for both in _ranks(rows)],
            "Valeurs": [f"{value}\u202f; {_notes(row)}" for value, row in told],
        }
    )


def _ranks(rows: pd.DataFrame) -> Iterable[tuple[str, str]]:
    return zip(rows["rank_text"], rows["reach_text"], strict=True)


def spine_alternative(rows: pd.DataFrame, finding: str) -> str:
    """Say the finding then every line."""
    told = joined(rows["label_text"])
    return f"{finding}. {told}."


def _sentence(row: Row) -> str:
    name = inside(row["label"]) if row["label"] else ""
    said = f"{of_domain(row['short_label'], name)}\u202f: {row['value_text']}"
    if row["france_text"]:
        said += f" (France\u202f: {row['france_text']})"
    if row["rank"] is None:
        return with_reach(f"{said}, {row['rank_text']}", row["reach_text"])
    ends = (int(row[end]) for end in ("rank", "low", "high", "ranked"))
    return with_reach(f"{said}, {placed_of_regions(*ends)}", row["reach_text"])


def _france(row: Row) -> str:
    if row["benchmark"] is None:
        return ""
    value = compared(float(row["benchmark"]), row["unit"], int(row["benchmark_decimals"]))
    return marked(value, row["benchmark_note"])


def _notes(row: Row) -> str:
    """What the figure is, France, and the two ends of the line."""
    if not row["label"]:
        return "aucun indicateur de ce domaine n’a de valeur"
    parts = [f"{plain(row['label'])}, {row['year']}".strip(", ")]
    if row["france_text"]:
        parts.append(f"France\u202f: {row['france_text']}")
    return joined(filter(None, [*parts, spread(row)]))


def spread(row: Row) -> str:
    """« régions : de 7,2 % à 10,8 %, de la moins à la plus fragile »; `""` when no two can be compared."""
    if row["least"] is None:
        return ""
    ends = (compared(float(row[end]), row["unit"], int(row["decimals"])) for end in ("least", "most"))
    return f"régions\u202f: de {' à '.join(ends)}, de la moins à la plus fragile"
