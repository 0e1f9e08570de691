"""What decides of the score of the whole, in words: who makes the differences, who goes against them.

A share is of the variance of the score of the whole between regions, « les différences d’ensemble ».
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from indicators.main_effect import FEWEST
from indicators.rows import records
from readings.settings.profile import profiled
from wording.lists import join
from wording.numbers import counted, number, ordinal, percent, plural
from wording.typography import quoted, uncapital

# The elements that a title counts make together at least this share of the differences: the fewest that do.
MOST = 0.8
# Of an element under this r², as it is written, the whole says next to nothing.
FAINT = 0.1
_FAINTLY = f"r² de {number(FAINT, 2)} au plus"
WHOLE = "ensemble"
# A sentence that names more of them is no longer read.
_LISTED, _NAMED = 6, 3
NOTHING = "Aucune différence d’ensemble à partager avec ces réglages"
READING = (
    (
        "La part d’un domaine est ce qu’il apporte aux différences entre régions (à la variance du score "
        "d’ensemble)\u202f; toutes font 100\u202f%. Elle dépasse le poids quand d’autres domaines vont dans "
        "le même sens, elle est négative quand le domaine va contre l’ensemble."
    ),
    "Barre\u202f: part des différences. Trait\u202f: poids.",
)
COLUMNS_READ = (
    "r est la corrélation avec le score d’ensemble, de −1 à 1, sur les régions qui ont les deux\u202f; r² en "
    "est le carré, le sens en est le signe. L’effet principal est la part des différences que l’élément seul "
    "annonce, par une courbe et non par une droite (Paruolo, Saisana et Saltelli, 2013)\u202f: il demande "
    f"{number(FEWEST)}\u00a0régions."
)


@dataclass(frozen=True, slots=True)
class Kind:
    """How the elements of a level are named: « domaine », « domaines »."""

    one: str
    several: str


KINDS = {"domaine": Kind("domaine", "domaines"), "indicateur": Kind("indicateur", "indicateurs")}


def ordered(rows: pd.DataFrame, level: str) -> pd.DataFrame:
    """Keep the elements of a level in the whole, the largest share first, those without one last.

    `rows`: a frame of `indicators.importance`.
    """
    mine = rows[(rows["level"] == level) & (rows["in_level"] == WHOLE)]
    return mine.sort_values("share", ascending=False, kind="stable", ignore_index=True)


def deciding(rows: pd.DataFrame) -> pd.DataFrame:
    """Keep the rows of `ordered` that weigh in the whole and have a share of it."""
    return rows[(rows["weight"] > 0) & rows["share"].notna()]


def several(rows: pd.DataFrame) -> bool:
    """Say whether some domain has several indicators: elsewhere they repeat their domain."""
    return bool((rows["in_level"] == "domaine").any())


def leading(rows: pd.DataFrame) -> pd.DataFrame:
    """Keep the fewest rows of `deciding` that make together at least `MOST` of the differences."""
    return rows.iloc[: 1 + int((rows["share"].cumsum() < MOST - 1e-9).sum())]


def finding(rows: pd.DataFrame, names: Mapping[str, str], level: str = "domaine") -> str:
    """« 5 domaines sur 16, 31 % du poids, font 84 % des différences d’ensemble »; rows of `deciding`."""
    kind, total = KINDS[level], len(rows)
    if not total:
        return NOTHING
    if total == 1:
        return f"Un seul {kind.one} fait le score d’ensemble\u202f: {quoted(names[rows['code'].iloc[0]])}"
    first = leading(rows)
    if len(first) == total:
        least = percent(100 * MOST, 0)
        return (
            f"Il faut les {number(total)}\u00a0{kind.several} pour faire {least} des différences d’ensemble"
        )
    weight, share = (percent(100 * float(first[name].sum()), 0) for name in ("weight", "share"))
    count = counted(len(first), kind.one, kind.several)
    makes = plural(len(first), "fait", "font")
    return f"{count} sur {number(total)}, {weight} du poids, {makes} {share} des différences d’ensemble"


def here(region: str, half: tuple[int, int], rank: int | None, whole: str) -> str:
    """« Corse : 5 domaines sur 16… ; dans la moitié la plus fragile pour 3 de ces 5 domaines, 7ᵉ… ».

    `region`: its name; `half`: of `readings.settings.profile`, among the domains that the finding counts;
    `whole`: the finding. The rank of the whole comes last: domains that do not say one thing make it.
    """
    place = "sans rang d’ensemble" if pd.isna(rank) else f"{ordinal(int(rank), feminine=True)} de l’ensemble"
    return f"{region}\u202f: {uncapital(whole)}\u202f; {profiled(*half, these=True)}, {place}"


def share_words(share: float | None) -> str:
    """« 19,8 % », « −4,3 % », « non calculable »."""
    return "non calculable" if pd.isna(share) else percent(100 * share, 1)


def told(rows: pd.DataFrame, names: Mapping[str, str]) -> tuple[str, ...]:
    """Name the domains that the title counts, those that go against the whole, those it says little of."""
    return tuple(filter(None, [_leaders(rows, names), against(rows, names, "domaine"), _faint(rows)]))


def told_of_indicators(rows: pd.DataFrame, every: pd.DataFrame, names: Mapping[str, str]) -> tuple[str, ...]:
    """Name the indicators that make most of the differences and those that go most against the whole.

    `rows`: of `deciding`; `every`: the whole frame of `indicators.importance`.
    """
    most = join(
        f"{quoted(names[row['code']])} ({share_words(row['share'])})" for row in records(rows.head(_NAMED))
    )
    said = [f"Ceux qui en font le plus\u202f: {most}." * bool(len(rows)), against(rows, names, "indicateur")]
    return tuple(filter(None, [*said, _against_their_own(rows, every)]))


def _against_their_own(rows: pd.DataFrame, every: pd.DataFrame) -> str:
    """Count the indicators that go against the domain that they are part of."""
    inside = every[(every["in_level"] == "domaine") & every["code"].isin(rows["code"])]
    count = int((inside["correlation"].round(2) < 0).sum())
    if not count:
        return ""
    own, part = plural(count, "va contre son", "vont contre leur"), plural(count, "il fait", "ils font")
    told = counted(count, "indicateur", "indicateurs")
    return f"{told} {own} propre domaine, dont pourtant {part} partie."


def against(rows: pd.DataFrame, names: Mapping[str, str], level: str) -> str:
    """Count and name the elements whose correlation with the whole is negative as written, lowest first."""
    kind = KINDS[level]
    opposed = rows[rows["correlation"].round(2) < 0].sort_values("correlation", kind="stable")
    if opposed.empty:
        return f"Aucun {kind.one} ne va contre l’ensemble." if rows["correlation"].notna().any() else ""
    shown = opposed if len(opposed) <= _LISTED else opposed.head(_NAMED)
    named = join(
        f"{quoted(names[row['code']])} (r\u00a0=\u00a0{number(row['correlation'], 2)})"
        for row in records(shown)
    )
    count = counted(len(opposed), kind.one, kind.several)
    verb = plural(len(opposed), "va", "vont")
    start = ", surtout" if len(shown) < len(opposed) else "\u202f:"
    return f"{count} {verb} contre l’ensemble{start} {named}. {_opposed(opposed)}"


def _opposed(rows: pd.DataFrame) -> str:
    """Say what it is to go against the whole, of the elements whose link with it is more than faint."""
    told = int((rows["r2"].round(2) > FAINT).sum())
    if not told:
        return f"Le lien y est presque nul\u202f: {_FAINTLY}."
    here = (
        "Une région y est"
        if told == len(rows)
        else f"Sauf là où le lien est presque nul ({_FAINTLY}), une région y est"
    )
    return f"{here} plutôt moins fragile quand elle l’est plus dans l’ensemble."


def _leaders(rows: pd.DataFrame, names: Mapping[str, str]) -> str:
    first = leading(rows)
    if len(rows) < 2 or len(first) == len(rows):
        return ""
    shown = first if len(first) <= _LISTED else first.head(_NAMED)
    start = "Ce sont, dans l’ordre," if len(shown) == len(first) else "Les premiers sont"
    if len(first) == 1:
        start = "C’est"
    named = join(quoted(names[code]) for code in shown["code"])
    return f"{start} {named}\u202f: on ne peut en faire {percent(100 * MOST, 0)} avec moins."


def _faint(rows: pd.DataFrame) -> str:
    count = int((rows["r2"].round(2) <= FAINT).sum())
    if not count:
        return ""
    of = plural(count, "d’un domaine", f"de {number(count)}\u00a0domaines")
    return f"Le score d’ensemble ne dit presque rien {of}\u202f: {_FAINTLY}."
