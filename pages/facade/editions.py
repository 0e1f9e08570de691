"""« Comparer deux éditions »: which ones this visitor may compare, and what differs, ready to be sent.

What rests on a workbook that a visitor brought is kept in that visitor's memory only (see `facade.edition`).
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pandas as pd

from exports.editions.frames import comparison_workbook
from exports.stamp import file_name, stamp
from indicators import structure
from indicators.editions.effects import Effects, effects
from indicators.results import Results
from indicators.vocabulary import Vocabulary, either
from loaders.edition import load
from loaders.editions import words as cell_words
from loaders.editions.changes import Comparison, compare
from loaders.editions.table import table
from loaders.editions.told import told
from loaders.findings import WorkbookRefused
from loaders.store import Store, StoreError
from pages.explored import explored
from pages.facade import current, own_workbook
from pages.facade.edition import Edition, OwnEdition, per_process
from pages.facade.quality import Listed
from readings.editions import tables, words
from readings.phrases import measured_dates
from wording import mentions
from wording.lists import join
from wording.numbers import counted, number

PUBLIC, OWN, FILE, TRAINING = "publique", "mon-classeur", "fichier", "entrainement"
# The largest effects, which stand open; every line is under them, to be explored.
_OPEN = 12
_COMPARISONS = 4
_MEASURED_BY = "Avec notre réglage de départ. Les plus grands effets d’abord"


class NotComparable(Exception):
    """One of the two editions cannot be opened. `str()` is one French sentence."""


@dataclass(frozen=True)
class Compared:
    """What differs: the finding, sentences, the tables of what there is, and the file to take away.

    `fictional`: one of the two is invented. `make` None: nothing differs, there is nothing to take.
    """

    title: str
    sentences: tuple[str, ...]
    tables: tuple[Listed, ...]
    fictional: bool
    file_name: str
    make: Callable[[], bytes] | None


def available(file: OwnEdition | None) -> dict[str, str]:
    """Return what can be compared: words by code, the public edition first. `file`: put on this section."""
    found = {PUBLIC: "Édition publique"}
    own = current.mine()
    if own is not None and not own.training:
        found[OWN] = f"Mon classeur\u202f: {own.name}"
    if file is not None:
        found[FILE] = f"Fichier déposé\u202f: {file.name}"
    for item in current.archive().editions():
        day = f"{item.moment:%d/%m/%Y, %H:%M} (temps universel)"
        taken_out = ", retirée" if item.withdrawn else ""
        found[item.path.name] = f"Archivée le {day}, empreinte\u00a0{item.fingerprint}{taken_out}"
    if own_workbook.has_training():
        found[TRAINING] = "Données d’entraînement (inventées)"
    return found


def usual(codes: dict[str, str]) -> tuple[str, str]:
    """Return the two editions that are compared first: what is served before, and what comes after."""
    for code in (FILE, OWN):
        if code in codes:
            return PUBLIC, code
    archived = [code for code in codes if code not in {PUBLIC, TRAINING}]
    return (archived[0] if archived else PUBLIC), PUBLIC


def compared(old: str, new: str, file: OwnEdition | None) -> Compared:
    """Return what differs between two of the available editions; raises `NotComparable`."""
    before, after = _edition(old, file), _edition(new, file)
    holder = before if before.store.private else after
    memory = holder.memory(_compared, _COMPARISONS)
    return memory.once((_compared, before.token, after.token), lambda: _compared(before, after))


def _edition(code: str, file: OwnEdition | None) -> Edition:
    if code == TRAINING:
        return own_workbook.training().edition
    own = {OWN: current.mine(), FILE: file}.get(code)
    if own is not None:
        return own.edition
    if code == PUBLIC:
        return current.public()
    return _archived(str(current.archive().folder / code))


@per_process(max_entries=4)
def _archived(path: str) -> Edition:
    try:
        return Edition(Store.in_memory(load(Path(path))))
    except (WorkbookRefused, StoreError) as error:
        raise NotComparable(f"Cette édition archivée ne peut plus être lue\u202f: {error}") from error


def _compared(old: Edition, new: Edition) -> Compared:
    before, after = old.results, new.results
    comparison = compare(old.store, new.store)
    editions = (before.edition(), after.edition())
    named = _named(editions)
    if not comparison.changes:
        return Compared(cell_words.SAME, named, (), _fictional(editions), "", None)
    changes = table(comparison.changes)
    found, known = effects(before, after, changes), either(before.vocabulary(), after.vocabulary())
    title = f"{cell_words.title(comparison)}\u202f: {words.changed(found)}"
    sentences = (*named, *words.largest(found, known), *filter(None, [cell_words.moved(comparison)]))
    fictional = _fictional(editions)
    about = stamp(replace(editions[1], fictional=fictional), title, subtitle=" ".join(named))
    return Compared(
        title,
        sentences,
        tuple(_tables(comparison, found, known, _measured(before, after))),
        fictional,
        file_name("comparaison de deux editions", "xlsx", fictional=fictional),
        lambda: comparison_workbook(about, changes, found, known, named),
    )


def _named(editions: tuple[structure.Edition, structure.Edition]) -> tuple[str, ...]:
    return tuple(
        f"{side} édition\u202f: {one.file_name}, empreinte\u00a0{one.sha256[:12]}"
        f"{f' ({mentions.FICTIONAL})' if one.fictional else ''}."
        for side, one in zip(("Ancienne", "Nouvelle"), editions, strict=True)
    )


def _measured(before: Results, after: Results) -> str:
    """« de 2012 à 2019 », and the years of the new edition when they are others."""
    return join(dict.fromkeys(measured_dates.span(edition) for edition in (before, after)), "puis")


def _fictional(editions: tuple[structure.Edition, structure.Edition]) -> bool:
    return any(one.fictional for one in editions)


def _tables(comparison: Comparison, found: Effects, known: Vocabulary, measured: str) -> list[Listed]:
    cells = told(comparison.changes)
    return [
        *_listed(
            f"Cellules ({number(len(comparison.changes))})",
            "Ce qui diffère dans le classeur. Une ligne venue ou partie entière tient en une ligne.",
            cells,
            ("Feuille", "Changement"),
        ),
        *_listed(
            f"Scores ({number(len(found.scores))})",
            f"{_MEASURED_BY}\u202f; un score plus haut est plus fragile.",
            tables.scores_table(found.scores, known),
            ("Région", tables.CHANGE),
        ),
        *_listed(
            f"Rangs ({number(len(found.ranks))})",
            f"{_MEASURED_BY}. L’intervalle est celui de chaque édition.",
            tables.ranks_table(found.ranks, known),
            ("Région", "Résultat", "Classement"),
        ),
        *_listed(
            f"Écarts ({number(len(found.gaps))})",
            f"Calculés entre le rang mesuré (indicateurs {measured}) et le rang ressenti (enquête de la "
            "ligne), les changements de sens d’abord.",
            tables.gaps_table(found.gaps, known),
            ("Région", "Domaine", "Acteur", "Enquête"),
        ),
    ]


def _listed(heading: str, what: str, rows: pd.DataFrame, filters: tuple[str, ...]) -> list[Listed]:
    """Return the table under its heading with its first rows, then all of them, folded, to be explored."""
    first = rows.head(_OPEN)
    alternative = f"{heading}\u202f: {counted(len(first), 'ligne', 'lignes')}."
    found = [Listed(heading, what, None if rows.empty else explored(first), alternative, "")]
    if len(rows) > len(first):
        more = f"Voir les {counted(len(rows), 'ligne', 'lignes')}"
        found.append(Listed("", "", explored(rows, filters=filters), f"{heading}, toutes.", more))
    return found
