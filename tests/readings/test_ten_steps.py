"""The method as a paper: its words, the sentences of its measures, what it cites."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from exports import citation
from indicators.structure import Edition
from indicators.ten_steps.step import Step
from readings.settings.conventions import conventions
from readings.settings.explained import explained
from readings.ten_steps import analysed, described, doubted
from readings.ten_steps.numbers import Numbers
from readings.ten_steps.references import entry, references, tex
from readings.ten_steps.text import headings, texts
from readings.ten_steps.told import told
from tests import opened
from wording.slug import slug

ROOT = Path(__file__).parents[2]
WORDS = {"m=a": "Alpha", "m=b": "Bêta"}
DOMAINS = {"sante": "Santé", "emploi": "Emploi", "axe_social": "Axe social"}


def numbers(**values: float | dict[str, float]) -> Numbers:
    """Measures by name; a dict: by code."""
    rows = [
        (name, code, value)
        for name, given in values.items()
        for code, value in (given if isinstance(given, dict) else {"": given}).items()
    ]
    return Numbers(pd.DataFrame(rows, columns=["measure", "code", "value"]))


def test_the_ten_steps_are_those_of_the_handbook_each_with_its_words() -> None:
    store = opened.published().store
    found = texts(conventions(store))
    assert list(found) == list(Step) == list(headings())
    parts = {slug(part.heading) for part in explained(conventions(store)).parts}
    for number, text in enumerate(found.values(), start=1):
        assert text.number == number
        assert text.heading == headings()[text.step]
        assert text.part in parts
        assert set(text.cited) <= set(references())
        assert text.cited[0] == "oecd2008"
        assert all(words.endswith(".") and "[[" not in words for words in (text.choice, text.reason))
        assert not re.search(r"[^\u202f][;:?!%]|'", text.choice + text.reason)
    # Nothing is listed that no step rests on.
    assert {key for text in found.values() for key in text.cited} == set(references())


def test_the_published_edition_is_told_to_the_letter() -> None:
    said = {step: " ".join(told(opened.published(), step).effects) for step in Step}
    assert said[Step.FRAMEWORK] == (
        "16\u00a0domaines en 4\u00a0axes, mesurés par 16\u00a0indicateurs. Chaque domaine ne repose "
        "que sur un indicateur\u202f: rien n’y recoupe ce chiffre. 8\u00a0indicateurs sur 16 se "
        "lisent «\u00a0fragile si bas\u00a0». 2\u00a0domaines sont mesurés par une convention de "
        "lecture, dite partout avec eux. 13\u00a0autres chiffres décrivent les régions et n’entrent dans "
        "aucun score."
    )
    assert said[Step.DATA].startswith(
        "208\u00a0valeurs sur 208 entrent dans les scores, de 2012 à 2019. Le classeur porte "
        "10\u00a0mentions de source différentes\u202f; 1\u00a0indicateur n’en a aucune."
    )
    assert said[Step.MISSING] == (
        "Parmi les indicateurs des scores, aucune case n’est vide, et refuser d’imputer n’ouvre aucun rang. "
        "1\u00a0indicateur ne donne de score à aucune région, et rien ne le remplace."
    )
    assert said[Step.ANALYSIS] == (
        "α de 0,27 entre les domaines, au-dessous du 0,7 usuel. Deux domaines ont entre eux une corrélation "
        "moyenne de 0,02. Sur 120\u00a0paires de domaines, 5 disent presque la même chose (r de "
        "0,80 au moins) et 2 s’opposent (r de \u22120,80 au plus). Aucune composante ne porte la "
        "moitié de la variance\u202f: 35\u202f% et 34\u202f% pour les deux premières."
    )
    assert said[Step.NORMALISATION] == (
        "Rendre les chiffres comparables autrement déplace une région de 4\u00a0places au plus. Le plus en "
        "moyenne\u202f: «\u00a0Rangs des régions\u00a0», 1,5\u00a0place."
    )
    assert said[Step.AGGREGATION] == (
        "Peser ou réunir les domaines autrement déplace une région de 5\u00a0places au plus. Le plus en "
        "moyenne\u202f: «\u00a0De 0 à 10, moyenne géométrique\u00a0» et «\u00a0De 0 à 10, moyenne "
        "géométrique entre domaines\u00a0», 2,0\u00a0places. 5\u00a0domaines font "
        "83\u202f% des différences d’ensemble, pour 31\u202f% du poids\u202f; 3\u00a0domaines vont contre "
        "l’ensemble."
    )
    assert said[Step.UNCERTAINTY].endswith(
        "Aucune erreur de mesure n’étant publiée, elle est supposée de 10\u202f% de l’écart-type entre "
        "régions\u202f: notre convention, que «\u00a0Réglages\u00a0» peut mettre à zéro."
    )
    assert said[Step.BACK] == (
        "Sans un domaine, les rangs changent de 1,1\u00a0place au plus en moyenne "
        "(«\u00a0Numérique\u00a0» et «\u00a0Culture\u00a0»). Aucune région n’y change de plus de "
        "4\u00a0places. Sans un axe, les rangs changent de 1,5\u00a0place au plus en moyenne "
        "(«\u00a0axe économique\u00a0»). Aucune région n’y change de plus de 6\u00a0places."
    )
    assert said[Step.LINKS].startswith(
        "Sur 7\u00a0chiffres de profil, aucun n’a de lien établi avec le score d’ensemble. Le plus "
        "lié, sans que rien soit établi\u202f: «\u00a0Nombre de communes\u00a0», "
        "r\u00a0=\u00a00,16, entre \u22120,43 et 0,66. Avec 13\u00a0régions, un r de moins de 0,55"
    )
    assert told(opened.published(), Step.MISSING).title == (
        "Données absentes\u202f: parmi les indicateurs des scores, aucune case n’est vide, et "
        "refuser d’imputer n’ouvre aucun rang"
    )


def test_holes_are_told_with_what_they_open_and_at_least_where_not_all_is_tried() -> None:
    one = {"ensemble": 1.0, "domaine": 1.0}
    ranks = {"ensemble": 13.0, "domaine": 208.0}
    holes: dict[str, Any] = {"silent_indicators": 2.0, "ranks": ranks}
    exact = numbers(holes=1, bounds_exact=1, ranks_open=one, widest=one, **holes)
    assert described.missing(exact) == [
        "1\u00a0case vide, qui laisse 1\u00a0rang d’ensemble ouvert sur 13.",
        "Le plus ouvert l’est de 1\u00a0place.",
        "1\u00a0rang par domaine est ouvert sur 208.",
        "2\u00a0indicateurs ne donnent de score à aucune région, et rien ne les remplace.",
    ]
    open_by = {"ensemble": 12.0, "domaine": 134.0}
    tried = numbers(holes=140, bounds_exact=0, ranks_open=open_by, widest=open_by, **holes)
    assert described.missing(tried)[:3] == [
        "140\u00a0cases vides, qui laissent au moins 12\u00a0rangs d’ensemble ouverts sur 13.",
        "Le plus ouvert l’est d’au moins 12\u00a0places.",
        "Au moins 134\u00a0rangs par domaine sont ouverts sur 208.",
    ]
    none = {"ensemble": 0.0, "domaine": 3.0}
    closed = numbers(holes=2, bounds_exact=0, ranks_open=none, widest=none, **holes)
    assert described.missing(closed)[0] == (
        "2\u00a0cases vides, qui laissent fermés à nos essais tous les rangs d’ensemble."
    )
    nothing = numbers(holes=2, bounds_exact=1, ranks_open=none, widest={"ensemble": float("nan")}, **holes)
    assert described.missing(nothing)[0].endswith("qui laissent fermés tous les rangs d’ensemble.")


def test_a_framework_agrees_with_its_counts() -> None:
    counts = {
        "axes": 1,
        "domains": 3,
        "domains_measured": 2,
        "indicators": 4,
        "low_is_fragile": 0,
        "by_convention": 1,
        "profile": 1,
    }
    said = described.framework(numbers(domains_of_one_indicator=1, **counts))
    assert said == [
        "3\u00a0domaines en 1\u00a0axe, mesurés par 4\u00a0indicateurs.",
        "1\u00a0domaine sur 3 ne repose que sur un indicateur\u202f: rien n’y recoupe ce chiffre.",
        "1\u00a0domaine n’a aucun score, faute de chiffre.",
        "Aucun indicateur ne se lit «\u00a0fragile si bas\u00a0».",
        "1\u00a0domaine est mesuré par une convention de lecture, dite partout avec lui.",
        "1\u00a0autre chiffre décrit les régions et n’entre dans aucun score.",
    ]
    empty = dict.fromkeys(counts, 0) | {"domains": 1}
    assert described.framework(numbers(domains_of_one_indicator=0, **empty))[1:] == [
        "Aucun domaine ne repose sur un seul indicateur.",
        "1\u00a0domaine n’a aucun score, faute de chiffre.",
    ]


def test_data_say_their_years_their_sources_and_their_corrections() -> None:
    counts = {"cells": 26, "cells_used": 1, "sources": 1, "without_source": 0, "without_year": 0}
    same = numbers(cells_corrected=1, outliers=2, first_year=2015, last_year=2015, **counts)
    assert described.data(same) == [
        "1\u00a0valeur sur 26 entre dans les scores, toutes de 2015.",
        "Le classeur porte 1\u00a0mention de source.",
        "1\u00a0valeur est corrigée, et le dit.",
        "2\u00a0indicateurs sont hors de la règle usuelle des valeurs extrêmes, et gardés tels quels.",
    ]
    none = numbers(cells_corrected=0, outliers=0, first_year=float("nan"), last_year=float("nan"), **counts)
    said = described.data(none)
    assert said[0] == "1\u00a0valeur sur 26 entre dans les scores."
    assert said[-1] == "Aucun indicateur n’est hors de la règle usuelle des valeurs extrêmes."


def test_coherence_names_its_side_and_what_is_absent() -> None:
    pairs = {"pairs": 3, "pairs_opposed": 0, "pairs_alike": 0}
    found = numbers(alpha=0.7, mean_correlation=0.4, component={"1": 0.6, "2": 0.2}, **pairs)
    assert analysed.analysis(found) == [
        "α de 0,70 entre les domaines, à partir du 0,7 usuel.",
        "Deux domaines ont entre eux une corrélation moyenne de 0,40.",
        (
            "Sur 3\u00a0paires de domaines, aucune ne dit presque la même chose (r de 0,80 au "
            "moins) et aucune ne s’oppose (r de \u22120,80 au plus)."
        ),
        (
            "Une composante porte la moitié de la variance\u202f: 60\u202f% et 20\u202f% pour les deux "
            "premières."
        ),
    ]
    nan = float("nan")
    holed = numbers(alpha=0.1, mean_correlation=0.0, component={"1": nan, "2": nan}, **pairs)
    assert len(analysed.analysis(holed)) == 3
    assert analysed.analysis(numbers(alpha=nan, mean_correlation=nan, **pairs)) == [
        "Trop peu de domaines ont un score pour dire s’ils vont ensemble."
    ]


def test_choices_that_move_nobody_or_compare_nothing_say_so() -> None:
    still = numbers(ranks_largest={"m=a": 0.0}, ranks_mean={"m=a": 0.0})
    assert analysed.normalisation(still, WORDS) == [
        "Rendre les chiffres comparables autrement ne déplace aucune région."
    ]
    lost = numbers(ranks_largest={"m=a": float("nan")}, ranks_mean={"m=a": float("nan")})
    assert analysed.normalisation(lost, WORDS)[0].endswith("ne laisse aucun rang à comparer.")
    tied = numbers(ranks_largest={"m=a": 2.0, "m=b": 1.0}, ranks_mean={"m=a": 2.0, "m=b": 2.0})
    assert analysed.normalisation(tied, WORDS)[1] == (
        "Le plus en moyenne\u202f: «\u00a0Alpha\u00a0» et «\u00a0Bêta\u00a0», 2,0\u00a0places."
    )
    weights = {"a": 0.5, "b": 0.5}
    same = {"domain_share": {"a": 0.9, "b": 0.1}, "domain_weight": weights, "domain_correlation": weights}
    alone = numbers(ranks_largest={"m=a": 1.0}, ranks_mean={"m=a": 0.1}, **same)
    assert analysed.aggregation(alone, WORDS)[2] == (
        "1\u00a0domaine fait 90\u202f% des différences d’ensemble, pour 50\u202f% du poids\u202f; "
        "aucun ne va contre l’ensemble."
    )


def test_intervals_links_and_signs_agree_with_their_counts() -> None:
    levels = {"ensemble": 13.0, "domaine": 26.0}
    found = numbers(
        mean_width={"ensemble": 2.0, "domaine": 1.0},
        without_width={"ensemble": 0.0, "domaine": 1.0},
        ranks=levels,
        pairs={"ensemble": 1.0},
        pairs_settled={"ensemble": 1.0},
        errors_published=1,
        indicators=2,
        error_supposed=0.1,
        doubt_alone={"chiffres": 0.1, "poids": 0.3, "moyenne": float("nan")},
    )
    assert doubted.uncertainty(found) == [
        "L’intervalle d’un rang d’ensemble est large de 2,0\u00a0places en moyenne.",
        (
            "L’intervalle d’un rang dans un domaine est large de 1,0\u00a0place\u202f; 1 de ces 26 rangs n’a "
            "pas d’intervalle."
        ),
        "Sur 1\u00a0paire de régions, 1 est départagée dans 95\u202f% des tirages au moins.",
        (
            "Part des variations d’un rang d’ensemble que chaque doute explique seul, en moyenne\u202f: "
            "les poids (30\u202f%) et les chiffres (10\u202f%)."
        ),
        "1\u00a0indicateur a une erreur publiée, qui est tirée.",
        (
            "Une erreur de mesure qui n’est pas publiée est supposée de 10\u202f% de l’écart-type entre "
            "régions\u202f: notre convention, que «\u00a0Réglages\u00a0» peut mettre à zéro."
        ),
    ]
    nan = {"ensemble": float("nan"), "domaine": 0.0}
    assert doubted.uncertainty(numbers(mean_width=nan)) == ["Aucun rang d’ensemble ne se calcule."]
    linked = numbers(
        correlation={"sante": 0.8, "emploi": 0.1}, low={"sante": 0.4, "emploi": -0.4},
        high={"sante": 0.9, "emploi": 0.5}, regions={"sante": 13.0, "emploi": 13.0},
    )  # fmt: skip
    first, second, _ = doubted.links(linked, DOMAINS)
    assert first == "Sur 2\u00a0chiffres de profil, 1 a un lien établi avec le score d’ensemble."
    assert second == "«\u00a0Santé\u00a0», r\u00a0=\u00a00,80, entre 0,40 et 0,90."
    assert doubted.links(numbers(correlation={"sante": float("nan")}), DOMAINS) == [
        "Aucun chiffre de profil ne se compare au score d’ensemble."
    ]
    assert doubted.shown(numbers(gaps=1, gaps_stated=1, to_verify=1)) == [
        "1\u00a0écart a un sens établi, sur 1 qui se calculent.",
        "1\u00a0chiffre à vérifier n’entre dans aucun calcul.",
    ]
    assert doubted.shown(numbers(gaps=0, gaps_stated=0, to_verify=0)) == [
        "Aucun écart entre ressenti et mesuré ne se calcule."
    ]
    nothing = numbers(mean_change_without={"sante": float("nan")}, largest_change_without={})
    assert doubted.back(nothing, DOMAINS, {}) == ["Aucun rang ne se calcule sans un domaine ou un axe."]


def test_references_are_written_in_both_styles() -> None:
    becker, book = references()["becker2017"], references()["oecd2008"]
    assert becker.short == "Becker et coll., 2017"
    assert references()["cronbach1951"].short == "Cronbach, 1951"
    assert becker.apa == (
        "Becker, W., Saisana, M., Paruolo, P., & Vandecasteele, I. (2017). Weights and importance "
        "in composite indicators: Closing the gap. Ecological Indicators, 80, 12–22. "
        "https://doi.org/10.1016/j.ecolind.2017.03.056"
    )
    assert "author = {Becker, W. and Saisana, M. and Paruolo, P. and Vandecasteele, I.}" in becker.bibtex
    assert "pages = {12--22}" in becker.bibtex
    assert "author = {{OECD} and {European Union} and {Joint" in book.bibtex
    assert "journal" not in book.bibtex
    assert "science? Journal" in references()["paruolo2013"].apa


@pytest.mark.parametrize(("name", "told"), [("a_b.xlsx", r"a\_b.xlsx"), ("50%&#$", r"50\%\&\#\$")])
def test_hostile_names_stay_words_for_tex(name: str, told: str) -> None:
    assert tex(name) == told
    assert tex("\\input{x}~^") == r"\textbackslash{}input\{x\}\textasciitilde{}\textasciicircum{}"
    assert entry("misc", "k", {"a": "1", "b": ""}) == "@misc{k,\n  a = {1}\n}"


def test_an_edition_is_cited_without_author_nor_address_but_what_is_known(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("OBSERVATOIRE_ADRESSE", raising=False)
    edition = Edition("0123456789abcdef", "indicateurs.xlsx", fictional=False)
    assert citation.apa(edition) == (
        "Tableau de bord des fragilités territoriales (édition des données\u202f: indicateurs.xlsx, "
        "empreinte\u00a00123456789ab) [Tableau de bord interactif]. (2026). Observatoire des partenariats."
    )
    assert "author" not in citation.bibtex(edition)
    assert "url" not in citation.bibtex(edition)
    invented = replace(edition, fictional=True)
    assert "[Tableau de bord interactif, données fictives]" in citation.apa(invented)
    assert "DONNÉES FICTIVES" in citation.bibtex(invented)
    assert "classeur apporté par un lecteur" in citation.apa(replace(edition, private=True))
    monkeypatch.setenv("OBSERVATOIRE_ADRESSE", "https://observatoire.example/")
    assert citation.apa(edition).endswith(" https://observatoire.example/")
    assert "url = {https://observatoire.example/}" in citation.bibtex(edition)
    assert citation.library(edition).count("\n@") == len(references())
    assert f"Copyright (c) {citation.YEAR} " in (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert citation.TITLE.lower() in (ROOT / "LICENSE").read_text(encoding="utf-8").lower()
