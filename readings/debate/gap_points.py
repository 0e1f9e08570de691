"""One gap in words: both sides, the interval of the rank, the verdict, and what is known of the survey."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from indicators.rows import Row
from indicators.vocabulary import Vocabulary
from readings.debate.point import Point
from readings.phrases.sampling import missing, question
from readings.phrases.words import nth
from readings.territory.felt_words import felt_text, gap_text
from wording.lists import joined
from wording.perimeter import perimeter, territory_name
from wording.ranks import placed_of_domains
from wording.signs import at_least
from wording.typography import capital, quoted

CORNERS = {"angle_mort": "angle mort", "inquietude": "inquiétude", "reconnue": "fragilité reconnue"}


@dataclass(frozen=True)
class Stated:
    """A gap whose sign is stated. `strength`: 0 to 1, share of the widest gap times share of the draws."""

    domain_code: str
    actor_code: str
    sign: str
    strength: float
    point: Point


def stated(
    row: Row,
    words: Vocabulary,
    places: Mapping[str, Row],
    dates: Mapping[str, str],
    corners: Mapping[str, Row],
    reach: str,
) -> Stated:
    """Word a gap, and whose it is: a row of `indicators.gap_signs`, or of `indicators.unnamed` (has `named`).

    By domain: its place among those of the region, the dates of its measure; `corners`: rows of
    `indicators.quadrants` by figure; `reach`: what absent values could make of the measured rank.
    """
    unnamed = "named" in row
    place = row | _ends(row) if unnamed else places[row["domain_code"]]
    subject = quoted(words.domains[row["domain_code"]])
    who = words.actors_the[row["actor_code"]]
    felt = _unnamed(row, who) if unnamed else _felt(row, who)
    ends = place["rank"], place["low"], place["high"]
    rank = placed_of_domains(*ends, row["objective_ranked"])
    text = f"{subject}\u202f: {felt}\u202f; les mesures le placent {rank}."
    corner = corners.get(str(row.get("figure_id")))
    point = Point(text, _detail(row, corner, dates, reach), _cells(row))
    return Stated(row["domain_code"], row["actor_code"], row["stated_sign"], _strength(row), point)


def _ends(row: Row) -> Row:
    return {
        "rank": row["objective_rank"],
        "low": row["objective_rank_low"],
        "high": row["objective_rank_high"],
    }


def _felt(row: Row, who: str) -> str:
    """« les citoyens mettent ce domaine au 2ᵉ ou 3ᵉ rang », « les maires lui donnent 7,1 sur 10 »."""
    if where := territory_name(row["perimeter"] or ""):
        who = f"{who} ({where})"
    if row["perceived_rank_low"] is None:
        return f"{who} lui donnent {felt_text(row)}"
    ends = dict.fromkeys(nth(row[end]) for end in ("perceived_rank_low", "perceived_rank_high"))
    return f"{who} mettent ce domaine au {' ou '.join(ends)} rang"


def _unnamed(row: Row, who: str) -> str:
    where = territory_name(row["perimeter"] or "")
    known = joined(filter(None, [where, f"{nth(row['perceived_rank_low'])} rang au mieux"]))
    return f"pas parmi les premiers que citent {who} ({known})"


def _detail(row: Row, corner: Row | None, dates: Mapping[str, str], reach: str) -> str:
    """« −2 rangs, entre −3 et −1, ressenti moins fort … (angle mort). Écart calculé, ressenti PHARE… »."""
    said = gap_text(row) if "remark" in row else at_least(row["gap_high"])
    if corner is not None:
        said += f" ({CORNERS[corner['verdict']]})"
    parts = [f"Écart calculé, ressenti {row['wave']}, mesuré {dates[row['domain_code']]}"]
    if reach:
        parts.append(f"rang mesuré {reach}")
    if row["perimeter"]:
        parts.append(perimeter(row["perimeter"]))
    if "remark" in row:
        parts += filter(None, (question(str(row["remark"])), missing(row)))
    return f"{capital(said)}. {', '.join(parts)}."


def _strength(row: Row) -> float:
    """Order the gaps: |gap| in ranks over the widest, times how often its sign holds."""
    if "named" in row:
        gap, held = row["gap_high"], 1.0
    else:
        gap, held = row["rank_gap"] or 0.0, max(row["share_positive"], row["share_negative"])
    return float(abs(gap) / max(row["objective_ranked"] - 1, 1) * held)


def _cells(row: Row) -> tuple[str, ...]:
    if "named" in row:
        return tuple(row["cells"])
    value = [f"{row['sheet']}!{row['cell']}"] if row["perceived_value"] is not None else []
    rank = [f"{row['sheet']}!{row['rank_cell']}"] if row["rank_origin"] == "published" else []
    return (*value, *rank)
