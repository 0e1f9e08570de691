"""A complete workbook that does not exist: every actor, domain, region and sample size, by a formula.

FICTIF is in the file name, so the loaders mark the edition and every screen says so. The indicators stay the
published ones; only the sheet « Perceptions » is emptied and filled again. Nothing is random: the same
figures each time, each of them given a second time by `mean`. The training edition, as large and as full of
holes as a real one, is another (`tests.training`).
"""

from __future__ import annotations

import atexit
import shutil
import tempfile
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from loaders.edition import load
from loaders.store import Store
from tests.boring import REGIONS, WORKBOOK, headers

FILE_NAME = "essai_complet_FICTIF.xlsx"
WARNING = "DONNÉES FICTIVES, pour les essais\u202f: toute la feuille «\u00a0Perceptions\u00a0» est inventée."
ACTORS = ("citoyens", "entreprises", "associations", "maires")
DOMAINS = (
    "emploi developpement_economique pouvoir_achat pauvrete mal_logement diversite_handicap vieillissement "
    "lien_social education sante numerique securite mobilite culture environnement transition_energetique"
).split()
PLACES = ("FR", *REGIONS)
WAVES = {"PHARE 2015": ("PHARE", "2015-09"), "IMPACT 2019": ("IMPACT", "2019-10")}
NOTE, SHARE = "note_fragilite_sur_10", "part_priorite_pct"
# The one actor and wave that have both kinds of measure, with other ranks in the one than in the other.
SHARED = ("entreprises", "IMPACT 2019")


def mean(actor: str, wave: str, place: str, domain: str) -> float:
    """The invented note, 1.4 to 9.4 with one decimal: mostly the domain, then the region, then the actor."""
    who, when = ACTORS.index(actor), list(WAVES).index(wave)
    where, what = PLACES.index(place), DOMAINS.index(domain)
    own = (where * 5 + what * 3) % 17 + who * (what * 3 + 1) % 23 + when * (what * 5 % 13 - 6)
    return (20 + 2 * (what * 7 % 16) + own) / 10


def share(place: str, domain: str) -> float:
    """The invented share of « priority » answers, in percent."""
    return float(5 + (PLACES.index(place) * 11 + DOMAINS.index(domain) * 5) % 53)


def sample_size(actor: str, place: str) -> int:
    """Persons asked; France is asked more."""
    return 2000 if place == "FR" else 100 + 40 * ACTORS.index(actor) + 10 * PLACES.index(place)


def deviation(domain: str) -> float:
    """Standard deviation of the answers, in points."""
    return 1.5 + DOMAINS.index(domain) % 5 / 10


def lines() -> list[dict[str, Any]]:
    """Every invented figure, as the columns of « Perceptions »."""
    found = []
    for actor in ACTORS:
        for wave in WAVES:
            for place in PLACES:
                for domain in DOMAINS:
                    found.append(_row(actor, wave, place, domain, NOTE))
                    if (actor, wave) == SHARED:
                        found.append(_row(actor, wave, place, domain, SHARE))
    return found


def questioned(actor: str, wave: str, place: str, domain: str) -> dict[str, Any]:
    """Who is asked of what, where and when, as the columns of « Perceptions »."""
    programme, date = WAVES[wave]
    return {
        "Programme": programme,
        "Enquête": f"{programme} {actor} (fictif)",
        "Date": date,
        "Acteur": actor,
        "Codes région": place,
        "Domaine": domain,
        "Fiabilité": "publie",
    }


def _row(actor: str, wave: str, place: str, domain: str, measure: str) -> dict[str, Any]:
    noted = measure == NOTE
    return questioned(actor, wave, place, domain) | {
        "Mesure": measure,
        "Valeur": mean(actor, wave, place, domain) if noted else share(place, domain),
        "Unité": "note moyenne sur 10" if noted else "%",
        "Effectif": sample_size(actor, place),
        "Écart-type": deviation(domain) if noted else None,
        "Source": "Données FICTIVES, pour les essais",
    }


def fill(sheet: Worksheet, figures: Iterable[dict[str, Any]]) -> None:
    """Empty « Perceptions », and fill it with these figures."""
    columns = headers(sheet, 1)
    sheet.delete_rows(2, sheet.max_row)
    for number, row in enumerate(figures, start=2):
        for header, value in row.items():
            if value is not None:
                sheet.cell(number, columns[header], value)


@cache
def workbook() -> Path:
    """The workbook, written once for all the tests of a process, and gone with it."""
    folder = tempfile.mkdtemp()
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    book = load_workbook(WORKBOOK)
    book["Lisez-moi"]["A1"] = WARNING
    fill(book["Perceptions"], lines())
    path = Path(folder, FILE_NAME)
    book.save(path)
    return path


@cache
def store() -> Store:
    """The fictional edition, through the real loaders, once for all the tests of a process."""
    return Store.in_memory(load(workbook()))
