"""The provenance explorer: from a number on screen back to its cells, in words."""

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from indicators.method import Method
from indicators.provenance_steps import cells
from indicators.published import earlier_values
from indicators.vocabulary import Vocabulary
from pages.explored import Explored, explored
from pages.facade import choices
from pages.facade.edition import Edition, per_edition, results
from readings.phrases import words as phrases_words
from readings.provenance import steps, subject
from readings.provenance.documents import document
from readings.provenance.subject import DOMAIN, FELT, GAP, INDICATOR, WHOLE, Subject
from wording.ranks import placed
from wording.slug import slug

# What each result is followed by: the names of the choices that say which one.
_FELT = ("domaine", "acteur", "vague")
ASKS = {"": ("domaine",), INDICATOR: ("indicateur",), FELT: _FELT, GAP: _FELT}

_FILTERS = ("Domaine", "Indicateur", "Feuille")


@dataclass(frozen=True)
class Trail:
    """A trail in words: title, where it starts, its documents, its table (None: nothing published)."""

    title: str
    example: bool
    cells: tuple[str, ...]
    documents: tuple[str, ...]
    table: Explored | None


@per_edition(max_entries=256)
def trail_of(edition: Edition, choice: tuple[tuple[str, str], ...], method: Method) -> Trail:
    """Return the trail of a choice: region, resultat, domaine, indicateur, acteur, vague, and their codes."""
    asked = _subject(dict(choice))
    region = asked.region or _example(asked, method)
    followed = Subject(region, asked.kind, asked.code, asked.actor, asked.wave)
    found = subject.trail(edition.store, followed, method)
    names = edition.results.vocabulary()
    title = _named(followed, names)
    if region:
        title = f"{title}, {names.names[region].name_in}"
    if found.empty:
        return Trail(f"{title}\u202f: rien à retracer", not asked.region, (), (), None)
    if asked.kind in {"axe", WHOLE}:
        rows = steps.parts_table(found, names, _domains())
    else:
        rows = steps.trail_table(found, names)
    return Trail(
        title=f"{title}\u202f: {steps.outcome(found, names, _place(followed, method))}",
        example=not asked.region,
        cells=cells(found),
        documents=_documents(followed, found),
        table=explored(rows, filters=[name for name in _FILTERS if name in rows]),
    )


def _domains() -> dict[str, str]:
    table = results().catalogue()
    return dict(zip(table["indicator_code"], table["domain_code"], strict=True))


def _subject(chosen: dict[str, str]) -> Subject:
    """Read the codes of the address; an indicator that is not named is the domain's first."""
    kind, domain = chosen["resultat"] or DOMAIN, chosen["domaine"]
    if kind == INDICATOR:
        return Subject(chosen["region"], INDICATOR, _indicator(chosen["indicateur"], domain))
    if kind in {FELT, GAP}:
        wave = choices.wave(chosen["vague"]) or ""
        return Subject(chosen["region"], kind, domain, chosen["acteur"], wave)
    if kind == DOMAIN:
        return Subject(chosen["region"], DOMAIN, domain)
    return Subject(chosen["region"], WHOLE if kind == WHOLE else "axe", kind)


def _indicator(asked: str, domain: str) -> str:
    table = results().catalogue()
    mine = table["indicator_code"].map(slug) == asked if asked else table["domain_code"] == domain
    return str(table.loc[mine, "indicator_code"].iloc[0])


def _example(asked: Subject, method: Method) -> str:
    gaps = choices.crossed(asked.actor, "", method).gaps if asked.kind == GAP else pd.DataFrame()
    return subject.example(asked, results().index_scores(method), gaps)


def _place(followed: Subject, method: Method) -> str:
    """Return the rank of a score with its interval; `""` without a score."""
    ranks = results().rank_intervals(method)
    found = ranks[
        (ranks["among"] == "regions")
        & (ranks["region_code"] == followed.region)
        & (ranks["level"] == followed.kind)
        & (ranks["code"] == followed.code)
    ]
    ends = found.loc[found["rank"].notna(), ["rank", "low", "high"]].to_numpy().tolist()
    return "".join(placed(int(rank), int(low), int(high)) for rank, low, high in ends)


def _named(followed: Subject, names: Vocabulary) -> str:
    who = phrases_words.of(names.actors_the[followed.actor]) if followed.actor else ""
    match followed.kind:
        case subject.INDICATOR:
            return names.indicators[followed.code]
        case subject.DOMAIN:
            return names.domains[followed.code]
        case subject.FELT:
            return f"{names.domains[followed.code]}, ressenti {who}"
        case subject.GAP:
            return (
                f"{names.domains[followed.code]}, écart {phrases_words.of(names.actors_the[followed.actor])}"
            )
    return choices.label("resultat", followed.code)


def _documents(followed: Subject, found: pd.DataFrame) -> tuple[str, ...]:
    """Name the documents behind the cells: of each indicator, of each survey figure."""
    table = results().catalogue()
    used = table[table["indicator_code"].isin(found.loc[found["level"] == INDICATOR, "code"])]
    told = map(document, used["source"], used["year"])
    felt = results().everyone()
    surveys = felt[
        (felt["actor_code"] == followed.actor)
        & (felt["domain_code"] == followed.code)
        & (felt["region_code"] == followed.region)
    ]
    named = surveys["survey"] + " (" + surveys["wave"] + ")"
    heard = map(document, named, surveys["source"])
    return tuple(dict.fromkeys([*told, *_earlier(followed), *heard]))


def _earlier(followed: Subject) -> Iterable[str]:
    """Name the documents of the earlier years that the trail of an indicator starts with."""
    if followed.kind != INDICATOR:
        return ()
    rows = earlier_values(results().store)
    mine = rows[(rows["indicator_code"] == followed.code) & (rows["region_code"] == followed.region)]
    return map(document, mine["source"], mine["year"])
