"""The provenance explorer: from a number on screen back to its cells, in words."""

from dataclasses import dataclass

import pandas as pd
import pyarrow as pa

from indicators import phrases_words
from indicators.phrases_vocabulary import vocabulary
from indicators.provenance_steps import cells
from indicators.trail import steps, subject
from indicators.trail.documents import document
from indicators.trail.subject import DOMAIN, FELT, GAP, INDICATOR, WHOLE, Subject
from loaders.store import Store
from pages.facade import choices, methods, results
from pages.facade.cache import kept
from pages.facade.current import store
from pages.tables import arrow
from wording.ranks import placed

# What each result is followed by: the names of the choices that say which one.
ASKS = {"": ("domaine",), INDICATOR: ("indicateur",), FELT: ("domaine", "acteur", "vague"),
        GAP: ("domaine", "acteur", "vague")}  # fmt: skip


@dataclass(frozen=True)
class Trail:
    """A trail in words: title, where it starts, its documents, its table (None: nothing published)."""

    title: str
    example: bool
    cells: tuple[str, ...]
    documents: tuple[str, ...]
    table: pa.Table | None


def trail_of(chosen: dict[str, str], method: str) -> Trail:
    """Return the trail of a choice: region, resultat, domaine, indicateur, acteur, vague, by their codes."""
    return _trail(store().key, store(), tuple(chosen.items()), method)


@kept(max_entries=256)
def _trail(key: str, _store: Store, choice: tuple[tuple[str, str], ...], method: str) -> Trail:
    asked = _subject(dict(choice))
    region = asked.region or _example(asked, method)
    followed = Subject(region, asked.kind, asked.code, asked.actor, asked.wave)
    found = subject.trail(_store, followed, methods.of(method))
    words = vocabulary(_store)
    names = steps.Names(
        {code: name.name for code, name in words.names.items()}, words.domains, words.indicators
    )
    title = _named(followed, names)
    if region:
        title = f"{title}, {words.names[region].name_in}"
    if found.empty:
        return Trail(f"{title}\u202f: rien à retracer", not asked.region, (), (), None)
    many = asked.kind in {"axe", WHOLE}
    return Trail(
        title=f"{title}\u202f: {steps.outcome(found, names, _place(followed, method))}",
        example=not asked.region,
        cells=cells(found),
        documents=_documents(followed, found),
        table=arrow((steps.parts_table if many else steps.trail_table)(found, names)),
    )


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


def _indicator(slug: str, domain: str) -> str:
    table = results.catalogue()
    mine = table["indicator_code"].map(choices.slug) == slug if slug else table["domain_code"] == domain
    return str(table.loc[mine, "indicator_code"].iloc[0])


def _example(asked: Subject, method: str) -> str:
    gaps = results.gaps(asked.actor, "", method) if asked.kind == GAP else pd.DataFrame()
    return subject.example(asked, results.index_scores(method), gaps)


def _place(followed: Subject, method: str) -> str:
    """Return the rank of a score with its interval; `""` without a score."""
    found = results.chosen_of(
        results.rank_intervals(method),
        among="regions",
        region_code=followed.region,
        level=followed.kind,
        code=followed.code,
    )
    ends = found.loc[found["rank"].notna(), ["rank", "low", "high"]].to_numpy().tolist()
    return "".join(placed(int(rank), int(low), int(high)) for rank, low, high in ends)


def _named(followed: Subject, names: steps.Names) -> str:
    actors = choices.words(results.actors(), "actor_code", "label_the")
    match followed.kind:
        case subject.INDICATOR:
            return names.indicators[followed.code]
        case subject.DOMAIN:
            return names.domains[followed.code]
        case subject.FELT:
            return f"{names.domains[followed.code]}, ressenti {phrases_words.of(actors[followed.actor])}"
        case subject.GAP:
            return f"{names.domains[followed.code]}, écart {phrases_words.of(actors[followed.actor])}"
    return choices.label("resultat", followed.code)


def _documents(followed: Subject, found: pd.DataFrame) -> tuple[str, ...]:
    """Name the documents behind the cells: of each indicator, of each survey figure."""
    table = results.catalogue()
    used = table[table["indicator_code"].isin(found.loc[found["level"] == INDICATOR, "code"])]
    told = map(document, used["source"], used["year"])
    surveys = results.chosen_of(
        results.everyone(), actor_code=followed.actor, domain_code=followed.code, region_code=followed.region
    )
    named = surveys["survey"] + " (" + surveys["wave"] + ")"
    heard = map(document, named, surveys["source"])
    return tuple(dict.fromkeys([*told, *heard]))
