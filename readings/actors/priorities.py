"""« Ce que chacun place en tête »: the first domains of each actor, and the title of the page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import pandas as pd

from indicators.rows import Fields, each
from readings.actors.alliance_rows import COCONSTRUCTION
from readings.actors.context import Context
from readings.actors.figures import NOT_PUBLISHED, SHORT, labels
from readings.actors.figures import told as figure_told
from readings.actors.part import Part
from readings.actors.rankings import SHOWN, first_rows, leaders
from readings.phrases.sampling import cautions
from readings.phrases.words import headed, measured
from wording.lists import join
from wording.numbers import counted, plural
from wording.perimeter import perimeter
from wording.typography import capital

HEADING = "Ce que chaque acteur place en tête"


def title(context: Context, ranked: Mapping[str, pd.DataFrame]) -> str:
    """Say who agrees on what comes first, and who is not heard; `ranked`: see `rankings`."""
    found = {actor: leaders(ranking) for actor, ranking in ranked.items()}
    if not found:
        return f"Aucun acteur n’a de classement publié des domaines {context.when}"
    votes = Counter(code for codes in found.values() for code in codes)
    most = max(votes.values())
    silent = _silent(context, list(found))
    if most == 1 and len(found) > 1:
        start = "Chaque acteur place un autre domaine en tête"
    else:
        best = [code for code in context.domains if votes[code] == most]
        start = _first(context, best, found)
    nothing = f"\u202f; sur la fragilité ressentie, rien de publié pour {silent}" if silent else ""
    return start + nothing


def priorities(context: Context, found: dict[str, pd.DataFrame]) -> Part:
    """Draw the first domains of each actor, each on the whole scale of its own measure.

    `found`: see `rankings`.
    """
    if not found:
        return Part(
            "priorites",
            HEADING,
            why=f"Aucun classement de trois domaines au moins n’est publié {context.when}.",
            remedy="Choisissez «\u00a0Toutes les enquêtes\u00a0» dans les réglages.",
        )
    return Part(
        "priorites",
        HEADING,
        lead=f"{counted(SHOWN, 'domaine', 'domaines')} au plus par acteur, {context.where}, {context.wave}.",
        sentences=tuple(_notes(context, found)),
        rows=_with_the_silent(context, first_rows(context, found)),
        table=_table(context, found),
        figures=_figures(context, found),
        finding=title(context, found),
    )


def _first(context: Context, best: list[str], found: dict[str, list[str]]) -> str:
    """« Emploi : en tête pour les citoyens et les entreprises »."""
    who = [
        context.the(actor) + (" (à égalité)" if set(codes) - set(best) else "")
        for actor, codes in found.items()
        if set(best) & set(codes)
    ]
    named = context.domains[best[0]] if len(best) == 1 else labels(context.domains[code] for code in best)
    return headed(named, f"première fragilité ressentie par {join(who)}")


def _notes(context: Context, found: dict[str, pd.DataFrame]) -> list[str]:
    kinds = {str(ranking["measure"].iloc[0]) for ranking in found.values()}
    notes = []
    if len(kinds) > 1:
        notes.append(
            "Les notes et les parts ne se comparent pas entre elles\u202f: "
            "d’un acteur à l’autre, comparez l’ordre des domaines, pas la longueur des barres."
        )
    notes += [_tied(context, actor, ranking) for actor, ranking in found.items() if len(leaders(ranking)) > 1]
    notes += [_other_question(context, actor) for actor in context.actors if actor not in found]
    return [*notes, *cautions(pd.concat(list(found.values()))["remark"])]


def _tied(context: Context, actor: str, ranking: pd.DataFrame) -> str:
    named = labels(context.domains[code] for code in leaders(ranking))
    return f"Pour {context.the(actor)}, {named} sont en tête à égalité."


def _other_question(context: Context, actor: str) -> str:
    """Say what is published of an actor who is not heard on fragility, and that the question is another."""
    start = f"Aucune note ni part de fragilité n’est publiée pour {context.the(actor)} {context.when}"
    figures = context.alliances
    asked = figures[
        (figures["actor_code"] == actor)
        & (figures["measure"] == COCONSTRUCTION)
        & (figures["rank_low"] == 1)
        & (figures["region_code"] == context.place)
    ]
    if asked.empty:
        return f"{start}."
    latest = asked[asked["survey_date"] == asked["survey_date"].max()].drop_duplicates("domain_code")
    named = labels(context.domains[code] for code in latest["domain_code"])
    share = latest["value"].iloc[0]
    said = f", {measured(share, '%', 0)}" if pd.notna(share) else ""
    return (
        f"{start}\u202f; à une autre question (où développer des partenariats), "
        f"{named} {plural(len(latest), 'vient', 'viennent')} en tête{said} ({latest['wave'].iloc[0]})."
    )


def _with_the_silent(context: Context, rows: pd.DataFrame) -> pd.DataFrame:
    """Add a row without a figure for who is not heard, so that the hole is seen."""
    notes = {measure: capital(name) for measure, name in SHORT.items()}
    rows = rows.assign(note=[_note(notes[row.measure], row) for row in each(rows)])
    silent = [
        {"actor_code": code, "panel": name, "text": NOT_PUBLISHED, "label": "", "note": "", "chosen": False}
        for code, name in context.actors.items()
        if code not in set(rows["actor_code"])
    ]
    return pd.concat([rows, pd.DataFrame(silent)], ignore_index=True) if silent else rows


def _figures(context: Context, found: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """Return the figures of every order (columns of `felt.everyone`), and a hole for who is not heard."""
    holes = [
        {
            "actor_code": code,
            "region_code": context.place,
            "wave": context.wave,
            "measure_label": "Fragilité ressentie",
        }
        for code in context.actors
        if code not in found
    ]
    return pd.concat([*found.values(), pd.DataFrame(holes)], ignore_index=True)


def _note(name: str, row: Fields) -> str:
    where = perimeter(row.perimeter)
    return f"{name}, {where}" if where else name


def _table(context: Context, found: dict[str, pd.DataFrame]) -> pd.DataFrame:
    rows = []
    for actor, name in context.actors.items():
        if actor not in found:
            rows.append((name, "–", NOT_PUBLISHED))
            continue
        told = each(found[actor])
        rows += [(name, context.domains[str(row.domain_code)], figure_told(row)) for row in told]
    return pd.DataFrame(rows, columns=["Acteur", "Domaine", "Chiffre publié"])


def _silent(context: Context, heard: list[str]) -> str:
    missing = [context.the(actor) for actor in context.actors if actor not in heard]
    return join(missing)
