"""« Par domaine », what is felt: each actor’s figures, and the gaps with what is measured."""

from dataclasses import dataclass
from typing import Any

import pandas as pd
import pyarrow as pa

from charts import domain_felt, domain_gaps
from charts.look import Look
from indicators import gap_signs, unnamed
from indicators.domain_sheet import gap_rows, told, words_felt, words_gaps
from loaders.store import FRANCE, Store
from pages.facade import choices, results
from pages.facade.cache import kept
from pages.facade.current import store
from pages.facade.domain import chosen_in
from pages.tables import arrow

NOTES = words_gaps.NOTES
SEMICOLON = "\u202f; "


@dataclass(frozen=True)
class Drawing:
    """A finished specification with what it shows and its text alternative."""

    subject: str
    specification: dict[str, Any]
    alternative: str


@dataclass(frozen=True)
class Felt:
    """What the actors say: the finding, one drawing a kind of figure, the table, the sources."""

    title: str
    drawings: tuple[Drawing, ...]
    table: pa.Table
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Gap:
    """The gaps of one actor: finding, drawing (None when nothing can be compared), table, four corners."""

    title: str
    drawing: Drawing | None
    table: pa.Table
    corners: list[str]


def felt_of(domain: str, wave: str, look: Look) -> Felt:
    """Return what each actor is published to say of a domain."""
    return _felt(store().key, store(), domain, wave, look)


def gap_of(choice: tuple[str, str, str], method: str, look: Look) -> Gap:
    """Return the gaps of one choice: domain, actor, wave."""
    return _gap(store().key, store(), choice, method, look)


def balances_of(domain: str, wave: str, method: str) -> list[str]:
    """Return one sentence an actor on the gaps of a domain."""
    return _balances(store().key, store(), domain, wave, method)


@kept(max_entries=128)
def _felt(key: str, _store: Store, domain: str, wave: str, look: Look) -> Felt:
    actors, regions = results.actors(), results.regions()
    labels = choices.words(actors, "actor_code", "label")
    rows = told.told(results.everyone(wave), actors, domain)
    silent = told.silent(actors, rows)
    rows = words_felt.lines(rows, labels, choices.words(regions, "region_code", "name"))
    return Felt(
        title=words_felt.felt_title(rows, actors),
        drawings=tuple(
            _line_drawing(rows[rows["kind"] == kind], kind, look)
            for kind in words_felt.SUBJECTS
            if (rows["kind"] == kind).any()
        ),
        table=arrow(words_felt.felt_table(rows, silent, look.region)),
        # The address is in the sheet Sources: here it would be wider than a phone.
        sources=tuple(dict.fromkeys(rows["source"].str.replace(r" - https?://\S+", "", regex=True))),
    )


@kept(max_entries=128)
def _gap(key: str, _store: Store, choice: tuple[str, str, str], method: str, look: Look) -> Gap:
    domain, actor, wave = choice
    rows = words_gaps.gap_words(_rows(domain, actor, wave, method))
    rows = rows.sort_values("measured", kind="stable")
    title = words_gaps.gap_title(rows, choices.words(results.actors(), "actor_code", "label_the")[actor])
    drawing, corners = None, []
    if not (rows["verdict"] == gap_rows.Verdict.NONE).all():
        spec = domain_gaps.gap_lines(
            rows,
            chosen=look.region,
            height=max(400, look.size[1]),
            size=max(12, min(22, max(400, look.size[1]) // 26)),
            page=look.page,
            narrow=look.narrow,
        )
        corners = words_gaps.quadrant_sentences(results.quadrants_of(actor, wave, method), rows, domain)
        drawing = Drawing(title, spec, f"{title}. {SEMICOLON.join(rows['label'])}.")
    table = words_gaps.gap_table(rows)
    return Gap(title, drawing, arrow(table, bold=chosen_in(table, look.region)), corners)


@kept(max_entries=128)
def _balances(key: str, _store: Store, domain: str, wave: str, method: str) -> list[str]:
    actors = results.actors()
    return [
        words_gaps.balance(_rows(domain, str(code), wave, method), str(label))
        for code, label in zip(actors["actor_code"], actors["label"], strict=True)
    ]


def _line_drawing(rows: pd.DataFrame, kind: str, look: Look) -> Drawing:
    spec = domain_felt.felt_lines(
        rows, kind=kind, chosen=look.region, size=_size(look), page=look.page, narrow=look.narrow
    )
    return Drawing(words_felt.SUBJECTS[kind], spec, words_felt.felt_alternative(rows, kind))


def _rows(domain: str, actor: str, wave: str, method: str) -> pd.DataFrame:
    """Choose the gaps of an actor; one who is published by region nowhere has none, and costs nothing."""
    heard = results.chosen_of(results.everyone(wave), actor_code=actor)
    local = bool((heard["region_code"] != FRANCE).any())
    return gap_rows.gap_rows(
        results.regions(),
        results.gaps(actor, wave, method) if local else pd.DataFrame(columns=gap_signs.COLUMNS),
        results.unnamed_gaps(actor, wave, method) if local else pd.DataFrame(columns=unnamed.COLUMNS),
        results.rank_intervals(method),
        domain,
    )


def _size(look: Look) -> int:
    """Size of the text: legible on a phone, larger on a large screen."""
    return 13 if look.narrow else max(14, min(22, look.size[1] // 26))
