"""What is felt in one region, actor by actor, in words: figure, gap with the relative position, why not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import pandas as pd

from indicators.rows import Row
from readings.gaps import own_words
from readings.phrases.reach import measured_place
from readings.phrases.reasons import gap_reason
from readings.phrases.sampling import missing, question
from readings.phrases.words import measured, nth
from wording.lists import join, joined
from wording.numbers import counted, number, percent, signed
from wording.perimeter import asked_territory, perimeter
from wording.signs import WHOLE, brief, whole
from wording.typography import unbroken

_COLUMNS = [
    *(
        "Domaine",
        "Écart",
        own_words.OWN,
        "Rang ressenti",
        "Valeur ressentie",
        "Rang mesuré",
        "Mesuré en",
        "Enquête",
    ),
    *("Périmètre de l’enquête", "Pourquoi aucun sens", "Ce qui manque"),
]
_NEITHER = "sans rang ni valeur"


def felt_table(gaps: Sequence[Row], labels: Mapping[str, str], dates: Mapping[str, str]) -> pd.DataFrame:
    """Return one row a figure of one actor in one region, one kind of thing a column (`_COLUMNS`).

    `gaps`: rows of `indicators.gap_signs`, with the bounds of the measured rank (objective_low,
    objective_high, objective_reach); `labels`: of the domains; `dates`: of what measures each of them.
    """
    rows = [(labels[row["domain_code"]], gap_text(row), _own(row), *_apart(row, dates)) for row in gaps]
    return pd.DataFrame(rows, columns=_COLUMNS)


def sheet_table(gaps: Sequence[Row], labels: Mapping[str, str], dates: Mapping[str, str]) -> pd.DataFrame:
    """Return the same (`felt_table`) in what a sheet of paper has room for: Domaine, Écart, Précisions."""
    rows = [
        (
            labels[row["domain_code"]],
            gap_text(row),
            f"ressenti\u202f: {felt_text(row)}\u202f; {_notes(row, dates)}",
        )
        for row in gaps
    ]
    return pd.DataFrame(rows, columns=["Domaine", "Écart", "Précisions"])


def felt_sentence(gaps: Sequence[Row], label: str, domain_count: int, span: str) -> str:
    """« 3 domaines publiés sur 16 (PHARE 2015) : ressenti plus fort … 2 fois »; `gaps` is not empty.

    `span`: years of what is measured (see `readings.phrases.measured_dates`).
    """
    waves: dict[str, dict[str, Row]] = {}
    for row in gaps:
        waves.setdefault(row["wave"], {}).setdefault(row["domain_code"], row)
    told = [_wave_clause(wave, rows, domain_count) for wave, rows in waves.items()]
    return f"{label}\u202f: {'. '.join(told)}. Écarts calculés avec des indicateurs {span}."


def _wave_clause(wave: str, rows: Mapping[str, Row], domain_count: int) -> str:
    """Count the domains of one survey and the signs of their gaps; `rows`: the first of each domain."""
    counts = Counter(row["stated_sign"] for row in rows.values())
    signs = [f"{words} {number(counts[sign], 0)} fois" for sign, words in WHOLE.items() if sign in counts]
    published = counted(len(rows), "domaine publié", "domaines publiés")
    return f"{published} sur {number(domain_count, 0)} ({wave})\u202f; {join(signs)}"


def measured_text(row: Row) -> str:
    """« mesuré 9ᵉ, entre 8ᵉ et 10ᵉ, des 16 domaines »."""
    return f"mesuré {_measured_rank(row)}"


def felt_text(row: Row) -> str:
    """« 1ᵉʳ rang », « 2ᵉ ou 3ᵉ rang », « 7,1 sur 10 »."""
    ranks = _felt_ranks(row)
    parts = [_felt_value(row), f"{ranks} rang" if ranks else ""]
    return ", ".join(filter(None, parts)) or f"publié {_NEITHER}"


def gap_text(row: Row) -> str:
    """« +14 rangs, entre +7 et +15, ressenti plus fort que la position relative »."""
    return whole(row["stated_sign"], *(row[f"rank_gap{end}"] for end in ("", "_low", "_high")))


def gap_told(row: Row) -> str:
    """« +5 rangs, entre +3 et +7, sens non établi (les lectures …) »: the same, and why no sign is stated."""
    reason = _reason(row)
    return f"{gap_text(row)} ({reason})" if reason else gap_text(row)


def own_text(row: Row) -> str:
    """« dont propre à la région : +5,7 (+2,9 à +5,9) »; `""` where no gap is centred."""
    return own_words.clause(own_words.own_of(row))


def gap_ends(row: Row) -> str:
    """« +14 (+7 à +15) », in ranks; `""` where no rank is set against another."""
    if row["rank_gap"] is None:
        return ""
    return brief(signed(row["rank_gap"], 0), row["rank_gap_low"], row["rank_gap_high"])


def _felt_value(row: Row) -> str:
    """Write a value: notes with one decimal, 6,0 beside 5,8; shares as they are; `""` for none."""
    if row["perceived_value"] is None:
        return ""
    value = float(row["perceived_value"])
    return percent(value, most=1) if row["unit"] == "%" else measured(value, row["unit"], 1)


def _felt_ranks(row: Row) -> str:
    if row["perceived_rank_low"] is None:
        return ""
    return " ou ".join(dict.fromkeys(nth(row[end]) for end in ("perceived_rank_low", "perceived_rank_high")))


def _apart(row: Row, dates: Mapping[str, str]) -> tuple[str, ...]:
    """Return what stands beside a gap, in the order of `_COLUMNS`."""
    value, ranked = _felt_value(row), row["objective_rank"] is not None
    return (
        _felt_ranks(row) or ("sans rang" if value else _NEITHER),
        value,
        _measured_rank(row),
        unbroken(dates.get(row["domain_code"], "")) if ranked else "",
        unbroken(str(row["wave"])),
        asked_territory(row["perimeter"] or ""),
        _reason(row),
        joined(filter(None, _cautions(row))),
    )


def _notes(row: Row, dates: Mapping[str, str]) -> str:
    parts = [str(row["wave"]), own_text(row)]
    if row["objective_rank"] is not None:
        when = dates.get(row["domain_code"], "")
        place = measured_text(row)
        parts.insert(0, f"{place} ({when})" if when else place)
    elif row["objective_reach"]:
        parts.insert(0, _measured_rank(row))
    return joined(filter(None, [*parts, perimeter(row["perimeter"] or ""), _reason(row), *_cautions(row)]))


def _measured_rank(row: Row) -> str:
    ends = ("objective_rank", "objective_low", "objective_high", "objective_ranked")
    return measured_place([row[end] for end in ends], row["objective_reach"])


def _own(row: Row) -> str:
    return own_words.brief(own_words.own_of(row))


def _reason(row: Row) -> str:
    return gap_reason(row["reason"]) if row["reason"] else ""


def _cautions(row: Row) -> tuple[str, str]:
    return question(row["remark"]), missing(row)


def felt_title(published: Mapping[str, int], domain_count: int) -> str:
    """« Ressenti : 3 domaines publiés sur 16 pour les citoyens »; `published`: how many, by who feels."""
    counts = dict.fromkeys(count for count in published.values() if count)
    told = [
        f"{counted(count, 'domaine publié', 'domaines publiés')} sur {number(domain_count, 0)} pour "
        + join(the for the, own in published.items() if own == count)
        for count in counts
    ]
    return f"Ressenti\u202f: {joined(told) or 'aucun chiffre publié pour cette région'}"


def silent_sentence(labels: list[str], together: str = "") -> str:
    """Say whose figures are not published for the region; `""` when everybody's are.

    `labels`: « les maires »; `together`: what the sources say of the actors together (`crossing.apart`).
    """
    if not labels:
        return together
    nothing = (
        f"Sur la fragilité ressentie, rien n’est publié dans cette région pour {join(labels)}. "
        "Rien n’est estimé à la place."
    )
    return " ".join(filter(None, [nothing, together]))
