"""What is felt in the compared regions, and its gap with what is measured there: a row an actor x domain."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pandas as pd

from indicators.rows import Row
from indicators.vocabulary import Vocabulary
from readings.territory.felt_words import felt_text, gap_ends
from readings.territory.gaps import Gaps
from wording.lists import join, joined
from wording.numbers import counted
from wording.perimeter import perimeter
from wording.signs import SHORT

NOT_PUBLISHED = "non publié"
_COLUMNS = ["actor_code", "domain_code", "wave", "region_code", "text"]


def felt_rows(gaps: Iterable[Gaps], known: Vocabulary) -> pd.DataFrame:
    """Return actor_code, domain_code, wave, region_code, text: of each actor x domain, its latest survey.

    `gaps`: those of each region. Surveys are never mixed in a row.
    """
    found = [row for own in gaps for rows in own.values() for row in rows]
    latest: dict[tuple[str, str], str] = {}
    for row in found:
        latest[_subject(row)] = max(latest.get(_subject(row), ""), row["survey_date"])
    told: dict[tuple[str, ...], dict[str, None]] = {}
    for row in found:
        if row["survey_date"] == latest[_subject(row)]:
            # A figure that the sheet gives twice is said once.
            told.setdefault((*_subject(row), row["wave"], row["region_code"]), {})[_text(row)] = None
    places = {code: place for place, code in enumerate((*known.actors, *known.domains))}
    ordered = sorted(told, key=lambda key: (places[key[0]], places[key[1]]))
    return pd.DataFrame([(*key, joined(told[key])) for key in ordered], columns=_COLUMNS)


def _subject(row: Row) -> tuple[str, str]:
    return row["actor_code"], row["domain_code"]


def heading(rows: pd.DataFrame, codes: Sequence[str], known: Vocabulary) -> str:
    """« Ressenti et écarts : 3 domaines publiés pour toutes les régions comparées (les citoyens) »."""
    if rows.empty:
        return "Ressenti\u202f: rien n’est publié dans ces régions, et rien n’est estimé à la place"
    shared = rows.groupby(["actor_code", "domain_code"])["region_code"].nunique() == len(codes)
    full = shared[shared].index
    domains = {domain for _, domain in full}
    if not domains:
        return "Ressenti et écarts\u202f: aucun domaine publié pour toutes les régions comparées"
    who = join(the for code, the in known.actors_the.items() if code in {actor for actor, _ in full})
    told = counted(len(domains), "domaine publié", "domaines publiés")
    return f"Ressenti et écarts\u202f: {told} pour toutes les régions comparées ({who})"


def table(rows: pd.DataFrame, codes: Sequence[str], known: Vocabulary) -> pd.DataFrame:
    """Return one row an actor x domain: Domaine, Acteur, Enquête, then each region."""
    lines = []
    for (actor, domain, wave), own in rows.groupby(["actor_code", "domain_code", "wave"], sort=False):
        told = dict(zip(own["region_code"], own["text"], strict=True))
        lines.append(
            {"Domaine": known.domains[str(domain)], "Acteur": known.actors[str(actor)], "Enquête": str(wave)}
            | {known.names[code].short_name: told.get(code, NOT_PUBLISHED) for code in codes}
        )
    return pd.DataFrame(lines)


def _text(row: Row) -> str:
    """« 1ᵉʳ rang ; écart +8 (+7 à +9), plus fort », with the survey's own perimeter."""
    apart = gap_ends(row)
    sign = SHORT[str(row["stated_sign"])]
    own = perimeter(str(row["perimeter"])) if row["perimeter"] else ""
    return joined(filter(None, [felt_text(row), f"écart {apart}, {sign}" if apart else f"écart {sign}", own]))
