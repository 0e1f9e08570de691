"""What the edition is made of, in sentences: steps 1 to 3."""

from __future__ import annotations

from readings.ten_steps.numbers import Numbers
from wording.numbers import counted, number, plural
from wording.typography import capital


def framework(found: Numbers) -> list[str]:
    """« 16 domaines en 4 axes, mesurés par 16 indicateurs »."""
    domains, indicators = found.count("domains"), found.count("indicators")
    said = [
        (
            f"{counted(domains, 'domaine', 'domaines')} en {counted(found.count('axes'), 'axe', 'axes')}, "
            f"{plural(domains, 'mesuré', 'mesurés')} par {counted(indicators, 'indicateur', 'indicateurs')}."
        ),
        _alone(found.count("domains_of_one_indicator"), domains),
        _unmeasured(domains - found.count("domains_measured")),
        _directions(found.count("low_is_fragile"), indicators),
        _conventions(found.count("by_convention")),
        _profile(found.count("profile")),
    ]
    return list(filter(None, said))


def _alone(alone: int, domains: int) -> str:
    if not alone:
        return "Aucun domaine ne repose sur un seul indicateur."
    every = alone == domains
    who = "Chaque domaine" if every else f"{counted(alone, 'domaine', 'domaines')} sur {number(domains, 0)}"
    rests = "ne repose" if every else plural(alone, "ne repose", "ne reposent")
    return f"{who} {rests} que sur un indicateur\u202f: rien n’y recoupe ce chiffre."


def _unmeasured(count: int) -> str:
    forms = ("domaine n’a aucun score", "domaines n’ont aucun score")
    return f"{counted(count, *forms)}, faute de chiffre." if count else ""


def _directions(low: int, indicators: int) -> str:
    if not low:
        return "Aucun indicateur ne se lit «\u00a0fragile si bas\u00a0»." if indicators else ""
    who = f"{counted(low, 'indicateur', 'indicateurs')} sur {number(indicators, 0)}"
    return f"{who} {plural(low, 'se lit', 'se lisent')} «\u00a0fragile si bas\u00a0»."


def _conventions(count: int) -> str:
    if not count:
        return ""
    forms = ("domaine est mesuré", "domaines sont mesurés")
    them = plural(count, "lui", "eux")
    return f"{counted(count, *forms)} par une convention de lecture, dite partout avec {them}."


def _profile(count: int) -> str:
    forms = (
        "autre chiffre décrit les régions et n’entre",
        "autres chiffres décrivent les régions et n’entrent",
    )
    return f"{counted(count, *forms)} dans aucun score." if count else ""


def data(found: Numbers) -> list[str]:
    """« 208 valeurs sur 208 entrent dans les scores, de 2012 à 2019 »."""
    used, cells = found.count("cells_used"), found.count("cells")
    enters = plural(used, "entre", "entrent")
    return list(
        filter(
            None,
            [
                (
                    f"{counted(used, 'valeur', 'valeurs')} sur {number(cells, 0)} {enters} dans les scores"
                    f"{_years(found)}."
                ),
                _sources(found.count("sources"), found.count("without_source")),
                _corrected(found.count("cells_corrected")),
                _far(found.count("outliers")),
            ],
        )
    )


def _years(found: Numbers) -> str:
    first, last = found.value("first_year"), found.value("last_year")
    if first is None or last is None:
        return ""
    # A year is no quantity: no space in it.
    return f", toutes de {last:.0f}" if first == last else f", de {first:.0f} à {last:.0f}"


def _sources(named: int, without: int) -> str:
    told = ("mention de source", "mentions de source différentes")
    forms = ("indicateur n’en a", "indicateurs n’en ont")
    rest = f"\u202f; {counted(without, *forms)} aucune" if without else ""
    # What is written: « COMISIS/OW » and « COMISIS OW » may be one producer.
    return f"Le classeur porte {counted(named, *told)}{rest}."


def _corrected(count: int) -> str:
    forms = ("valeur est corrigée, et le dit", "valeurs sont corrigées, et le disent")
    return f"{counted(count, *forms)}." if count else ""


def _far(count: int) -> str:
    rule = "hors de la règle usuelle des valeurs extrêmes"
    if not count:
        return f"Aucun indicateur n’est {rule}."
    forms = (f"indicateur est {rule}, et gardé tel quel", f"indicateurs sont {rule}, et gardés tels quels")
    return f"{counted(count, *forms)}."


def missing(found: Numbers) -> list[str]:
    """« 140 cases vides, qui laissent au moins 12 rangs d’ensemble ouverts sur 13 »."""
    holes, silent = found.count("holes"), found.count("silent_indicators")
    forms = ("indicateur ne donne", "indicateurs ne donnent")
    them = plural(silent, "le", "les")
    last = [f"{counted(silent, *forms)} de score à aucune région, et rien ne {them} remplace."] * bool(silent)
    if not holes:
        told = "aucune case n’est vide, et refuser d’imputer n’ouvre aucun rang."
        return [f"Parmi les indicateurs des scores, {told}", *last]
    return [f"{counted(holes, 'case vide', 'cases vides')}, {_whole(found)}.", *_wider(found), *last]


def _whole(found: Numbers) -> str:
    """Say how many ranks the holes open; at least so many, where not every combination is tried."""
    ranks, moved = found.count("ranks", "ensemble"), found.count("ranks_open", "ensemble")
    leaves = plural(found.count("holes"), "qui laisse", "qui laissent")
    least = "" if found.count("bounds_exact") else "au moins "
    if not moved:
        return f"{leaves} fermés{' à nos essais' * bool(least)} tous les rangs d’ensemble"
    forms = ("rang d’ensemble ouvert", "rangs d’ensemble ouverts")
    return f"{leaves} {least}{counted(moved, *forms)} sur {number(ranks, 0)}"


def _wider(found: Numbers) -> list[str]:
    """Say how far the ranks reach."""
    exact, moved = found.count("bounds_exact"), found.count("ranks_open", "domaine")
    far, of = found.value("widest", "ensemble"), "de" if exact else "d’au moins"
    reach = [f"Le plus ouvert l’est {of} {counted(int(far), 'place', 'places')}."] if far else []
    forms = ("rang par domaine est ouvert", "rangs par domaine sont ouverts")
    told = f"{'' if exact else 'au moins '}{counted(moved, *forms)} sur {found.count('ranks', 'domaine')}."
    return [*reach, capital(told)]
