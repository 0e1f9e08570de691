"""« Données et méthode »: each section, the settings and what they change, hostile addresses."""

import csv
import io
import json
import re
from contextvars import copy_context
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from streamlit.testing.v1 import AppTest

from charts import palette
from charts.look import Look
from indicators import __main__ as command
from indicators.method import Method
from loaders.store import Store
from pages.facade import edition, leave_one_out, sections
from tests import fictional, made
from tests.pages.conftest import WORKBOOK, Visit, headings
from tests.schema import specified
from tests.training.workbook import WORKBOOK as TRAINING
from wording import mentions
from wording.numbers import number

CHOSEN = {"methode": "rang", "ponderation": "axes_egaux"}
EVERY = [code for code in sections.SECTIONS if code]


def addressed(app: AppTest) -> dict[str, str]:
    return {name: value[0] if isinstance(value, list) else value for name, value in app.query_params.items()}


def said(app: AppTest) -> str:
    kinds = ("title", "header", "markdown", "info", "warning")
    return " ".join(str(getattr(block, "value", "")) for kind in kinds for block in app.get(kind)).replace(
        "\\", ""
    )


def cells(table: Any) -> Any:
    """The cells as they are read: Markdown is neutralised by backslashes that a reader never sees."""
    return table.value.map(lambda cell: str(cell).replace("\\", ""))


def marks(app: AppTest, place: int = 0) -> list[dict[str, Any]]:
    spec = specified(app.get("vega_lite_chart")[place].proto.spec)
    return list(spec["layer"][0]["data"]["values"])


def answered(line: str, capsys: pytest.CaptureFixture[str]) -> list[dict[str, str]]:
    capsys.readouterr()
    assert command.main([*line.split(), str(WORKBOOK)]) == 0
    return list(csv.DictReader(io.StringIO(capsys.readouterr().out)))


@pytest.mark.parametrize("code", ["", *EVERY])
def test_each_section_opens_on_its_own_finding(browse: Visit, code: str) -> None:
    app = browse("method", section=code) if code else browse("method")
    assert not app.exception
    assert not app.warning
    assert app.button_group[0].value == code
    assert len(app.title) == 1
    assert "Édition des données" in said(app)
    assert not {"nan", "None", "<NA>"} & set(said(app).split())
    headings = " ".join(str(block.value) for block in [*app.title, *app.header])
    assert not re.search(r"[^\u202f][;?!%]|« | »|\d\.\d", headings)


def test_the_buttons_write_the_address_and_only_one_section_runs(browse: Visit) -> None:
    app = browse("method", region="94")
    titles = {app.title[0].value}
    for code in EVERY:
        app.button_group[0].set_value(code).run()
        assert not app.exception
        assert addressed(app)["section"] == code
        assert addressed(app)["region"] == "94"
        titles.add(app.title[0].value)
    assert len(titles) == len(EVERY) + 1
    app.button_group[0].set_value("").run()
    assert "section" not in addressed(app)


def test_the_dictionary_lists_every_indicator(browse: Visit) -> None:
    app = browse("method")
    assert app.title[0].value.startswith("30\u00a0indicateurs")
    listed = cells(app.table[0])
    assert len(listed) == 30
    assert listed.iloc[0].tolist()[:4] == ["Taux de chômage", "Taux de chomage", "Freco.1", "Emploi"]
    assert headings(app)[-1] == "Signes conventionnels du classeur"
    assert {"provisoire", "secret statistique", "sans objet"} <= set(cells(app.table[-1])["Lu"])


def test_the_method_is_in_words_then_in_formulas(browse: Visit) -> None:
    app = browse("method", section="methode")
    assert "ne dit jamais que les gens se trompent" in said(app)
    formulas = [str(block.value) for block in app.markdown if "$$" in str(block.value)]
    assert len(formulas) == 20
    assert any("sigma" in formula for formula in formulas)


def test_the_reference_shows_each_rank_with_its_interval(
    browse: Visit, capsys: pytest.CaptureFixture[str]
) -> None:
    app = browse("method", section="reglages")
    assert app.title[0].value == (
        "Avec notre réglage de départ, les Hauts-de-France sont la région la plus fragile "
        "(1ʳᵉ, entre 1ʳᵉ et 2ᵉ)"
    )
    asked = {
        row["region_code"]: (row["rank"], row["low"], row["high"])
        for row in answered("ranks --draws 1000", capsys)
        if (row["among"], row["level"]) == ("regions", "ensemble")
    }
    shown = {tuple(str(int(row[name])) for name in ("rank", "low", "high")) for row in marks(app)}
    assert shown == set(asked.values())
    assert cells(app.table[0]).columns.tolist() == ["Région", "Rang parmi les régions", "Ce rang revient"]


def test_a_setting_moves_the_ranks_at_once_and_says_by_how_much(
    browse: Visit, capsys: pytest.CaptureFixture[str]
) -> None:
    app = browse("method", section="reglages")
    app.selectbox(key="choix_methode").select("rang").run()
    app.selectbox(key="choix_ponderation").select("axes_egaux").run()
    assert not app.exception
    assert addressed(app).items() >= CHOSEN.items()
    options = "ranks --normalisation rank --weights axes_egaux"
    asked = [row for row in answered(options, capsys) if row["level"] == "ensemble"]
    shown = marks(app)
    assert sorted(int(row["rank"]) for row in shown) == sorted(int(row["rank"]) for row in asked)
    moved = [row for row in shown if row["rank"] != row["before"]]
    most = max(abs(row["rank"] - row["before"]) for row in moved)
    title = app.title[0].value
    assert title.startswith(
        f"Ces réglages déplacent {len(moved)}\u00a0régions sur 13, de {most:.0f}\u00a0places"
    )
    alternative = app.get("vega_lite_chart")[0].proto.alt
    assert all(row["name"] in alternative for row in shown)
    assert cells(app.table[0]).columns.tolist() == [
        "Région",
        "Rang parmi les régions",
        "Référence",
        "Changement",
        "Ce rang revient",
    ]
    app.button[0].click().run()
    assert not set(CHOSEN) & set(addressed(app))
    assert app.title[0].value.startswith("Avec notre réglage de départ")


def test_a_slider_chooses_the_reader_s_weights_and_writes_them(browse: Visit) -> None:
    app = browse("method", section="reglages")
    app.select_slider(key="poids_emploi").set_value(5.0).run()
    assert not app.exception
    assert addressed(app).items() >= {"ponderation": "lecteur", "poids": "emploi:5"}.items()
    app.select_slider(key="poids_sante").set_value(0.0).run()
    assert addressed(app)["poids"] == "emploi:5,sante:0"
    assert app.selectbox(key="choix_ponderation").value == "lecteur"
    assert len(app.select_slider) == 16
    assert "Ma pondération" in said(app) or "ma pondération" in said(app)


def test_weights_of_the_address_are_shown_as_they_are(browse: Visit) -> None:
    app = browse("method", section="reglages", ponderation="lecteur", poids="emploi:2.25,sante:12")
    assert not app.exception
    assert app.select_slider(key="poids_emploi").value == 2.25
    assert app.select_slider(key="poids_sante").value == 12.0
    assert app.select_slider(key="poids_culture").value == 1.0


def test_sixteen_zeros_are_refused_in_words(browse: Visit) -> None:
    zeros = ",".join(f"{code}:0" for code in fictional.DOMAINS if code != "emploi")
    app = browse("method", section="reglages", ponderation="lecteur", poids=zeros)
    app.select_slider(key="poids_emploi").set_value(0.0).run()
    assert not app.exception
    assert "Tous les poids seraient à 0" in app.info[0].value
    assert app.select_slider(key="poids_emploi").value == 1.0
    assert addressed(app)["poids"] == zeros
    app.select_slider(key="poids_emploi").set_value(2.0).run()
    assert not app.info


@pytest.mark.parametrize("weights", ["emploi:-1", "emploi:abc", "<script>", "emploi:0" + ",x:0", "a" * 3000])
def test_hostile_weights_are_said_and_left_out(browse: Visit, weights: str) -> None:
    app = browse("method", section="reglages", ponderation="lecteur", poids=weights)
    assert not app.exception
    (warning,) = app.warning
    assert "n’en tient pas compte" in warning.value
    assert "<script" not in warning.value
    assert app.select_slider(key="poids_emploi").value == 1.0


def test_an_unknown_section_shows_the_first_and_says_so(browse: Visit) -> None:
    app = browse("method", section="<script>")
    assert not app.exception
    assert "n’existe pas" in app.warning[0].value
    assert app.title[0].value.startswith("30\u00a0indicateurs")


def test_the_parts_of_the_chosen_region_add_up(browse: Visit, capsys: pytest.CaptureFixture[str]) -> None:
    app = browse("method", section="reglages", region="94")
    asked = next(
        float(row["score"]) for row in answered("scores --region 94", capsys) if row["level"] == "ensemble"
    )
    assert sum(row["value"] for row in marks(app, 1)) == pytest.approx(asked)
    heading = next(header.value for header in app.header if header.value.startswith("Corse"))
    assert f"{abs(asked):.3f}".replace(".", ",") in heading
    assert len(cells(app.table[3])) == 16
    bold = specified(app.get("vega_lite_chart")[0].proto.spec)
    assert "Corse" in json.dumps(bold, ensure_ascii=False)
    assert "Aucune région n’est choisie" not in said(app)


def test_an_axis_can_be_ranked_alone(browse: Visit) -> None:
    app = browse("method", section="reglages", classement="axe_social", methode="rang", region="94")
    assert not app.exception
    assert app.title[0].value.startswith("Corse, axe social\u202f: dans la moitié la plus fragile pour ")
    assert " des 5\u00a0domaines\u202f; 5ᵉ, entre 2ᵉ et 11ᵉ, sur 13" in app.title[0].value
    assert "Axe social\u202f: ces réglages déplacent" in said(app)
    assert len(marks(app, 1)) == 5
    assert any(header.value.startswith("Corse, axe social, score") for header in app.header)


def test_without_a_region_the_most_fragile_is_taken_apart_and_that_is_said(browse: Visit) -> None:
    app = browse("method", section="reglages")
    assert any(header.value.startswith("Hauts-de-France, score") for header in app.header)
    assert "Aucune région n’est choisie" in said(app)


def test_each_choice_alone_has_its_line(browse: Visit) -> None:
    table = cells(browse("method", section="reglages").table[2])
    assert len(table) == 6 + 2 + 2 + 3 + 2
    # An indicator has no figure at all: nothing overall is measured in full.
    full = table["Réglage"] == "Score montré à partir de 100\u202f% de son poids"
    assert table.loc[full, ["Régions déplacées", "En tête"]].to_numpy().tolist() == [
        ["0 sur 0", "aucun rang à comparer"]
    ]
    assert table.loc[~full, "Régions déplacées"].str.fullmatch(r"\d+ sur 13").all()
    assert table["En tête"].ne("").all()


def test_the_options_move_the_ranks_at_once_and_are_said(browse: Visit) -> None:
    app = browse("method", section="reglages")
    app.selectbox(key="choix_extremes").select("ramenees").run()
    assert not app.exception
    assert addressed(app)["extremes"] == "ramenees"
    assert (
        app.title[0].value == "Ces réglages déplacent 8\u00a0régions sur 13, de 3\u00a0places au plus (Corse)"
    )
    assert cells(app.table[0]).to_numpy().tolist() == [
        ["Part des transports en commun entre le domicile et le travail", "Île-de-France", "43,8", "10,7"]
    ]
    app.multiselect(key="choix_inverses").select("frsoc-3").run()
    assert addressed(app)["inverses"] == "frsoc-3"
    assert "sens inversé pour «\u00a0Part des personnes immigrées" in said(app)
    pressed(app, "Revenir au réglage de départ")
    assert not {"extremes", "inverses"} & set(addressed(app))


def test_goalposts_are_typed_and_taken_away(browse: Visit) -> None:
    app = browse("method", section="reglages", methode="minmax")
    app.text_input(key="borne_basse_freco-1").input("3,5").run()
    app.text_input(key="borne_haute_freco-1").input("beaucoup").run()
    pressed(app, "Fixer ces bornes")
    assert "Ces bornes ne se lisent pas." in said(app)
    assert "bornes" not in addressed(app)
    app.text_input(key="borne_haute_freco-1").input("20").run()
    pressed(app, "Fixer ces bornes")
    assert addressed(app)["bornes"] == "freco-1:3.5:20"
    assert "Taux de chômage\u202f: de 3,5 à 20 (%)" in said(app)
    assert "bornes fixées, «\u00a0Taux de chômage\u00a0» de 3,5 à 20" in said(app)
    pressed(app, "Retirer les bornes")
    assert "bornes" not in addressed(app)


def test_an_option_without_use_says_why(browse: Visit) -> None:
    app = browse("method", section="reglages", methode="rang", extremes="ramenees", bornes="freco-1:3:20")
    assert app.selectbox(key="choix_extremes").disabled
    assert "Des bornes ne servent qu’aux calculs de 0 à 10" in said(app)
    assert "valeurs extrêmes ramenées" not in said(app)


def pressed(app: Any, label: str) -> None:
    next(button for button in app.button if button.label == label).click().run()
    assert not app.exception


def test_the_doubts_are_those_of_the_command(browse: Visit, capsys: pytest.CaptureFixture[str]) -> None:
    app = browse("method", section="reglages", region="94")
    asked = {
        row["source"]: max(0, round(100 * float(row["first"])))
        for row in answered("doubts --region 94", capsys)
        if row["level"] == "ensemble"
    }
    table = cells(app.table[1])
    shown = table[table["Région"].str.strip("*") == "Corse"].iloc[0]
    columns = {
        "chiffres": "Chiffres",
        "poids": "Poids",
        "normalisation": "Échelle commune",
        "moyenne": "Moyenne",
    }
    for source, heading in columns.items():
        assert shown[heading].startswith(f"{asked[source]}\u202f%")
    assert max(asked.values()) == asked["moyenne"] >= 50
    assert f"tient surtout à la moyenne, simple ou géométrique ({asked['moyenne']}" in said(app)


def test_the_supposed_error_is_chosen_in_the_address_and_moves_no_rank(
    browse: Visit, capsys: pytest.CaptureFixture[str]
) -> None:
    app = browse("method", section="reglages", erreur="0")
    assert "aucune erreur de mesure supposée" in said(app).lower()
    assert "Il ne dit rien des erreurs de mesure." in said(app)
    asked = {
        (row["rank"], row["low"], row["high"])
        for row in answered("ranks --draws 1000 --error 0", capsys)
        if (row["among"], row["level"]) == ("regions", "ensemble")
    }
    assert {tuple(str(int(row[name])) for name in ("rank", "low", "high")) for row in marks(app)} == asked
    assert app.title[0].value == "Ces réglages ne changent le rang d’aucune région"
    app.selectbox(key="choix_erreur").select("0.3").run()
    assert addressed(app)["erreur"] == "0.3"
    assert "supposée de 30\u202f% de l’écart-type entre régions" in said(app)
    wrong = browse("method", section="reglages", erreur="-1")
    assert "erreur" in wrong.warning[0].value


def test_what_decides_follows_the_method_and_says_which(
    browse: Visit, capsys: pytest.CaptureFixture[str]
) -> None:
    app = browse("method", section="sensibilite")
    assert app.title[0].value == (
        "5\u00a0domaines sur 16, 31\u202f% du poids, font 83\u202f% des différences d’ensemble"
    )
    assert [header.value for header in app.header] == [
        "Les domaines mesurent des choses différentes\u202f: α\u00a0=\u00a00,27",
        "Ce que chacun dit que les autres ne disent pas",
    ]
    assert "axe économique" in said(app)
    assert [len(table.value) for table in app.table] == [16, 5, 120, 4, 16, 17]
    changed = browse("method", section="sensibilite", **CHOSEN)
    assert "Méthode de calcul modifiée" in said(changed)
    asked = {
        row["code"]: float(row["share"])
        for row in answered("importance --normalisation rank --weights axes_egaux", capsys)
        if (row["level"], row["in_level"]) == ("domaine", "ensemble")
    }
    assert sorted(row["value"] for row in marks(changed)) == pytest.approx(sorted(asked.values()))


def test_where_domains_have_several_indicators_these_are_told_too(
    whole: Visit, capsys: pytest.CaptureFixture[str]
) -> None:
    app = whole("method", section="sensibilite")
    assert app.header[0].value == (
        "76\u00a0indicateurs sur 351, 27\u202f% du poids, font 80\u202f% des différences d’ensemble"
    )
    capsys.readouterr()
    assert command.main(["importance", str(TRAINING)]) == 0
    answers = csv.DictReader(io.StringIO(capsys.readouterr().out))
    asked = [row for row in answers if (row["level"], row["in_level"]) == ("indicateur", "ensemble")]
    (shown,) = (cells(table) for table in app.table if "Part dans son domaine" in table.value)
    written = [f"{number(100 * float(row['share']), 1)}\u202f%" for row in asked]
    assert sorted(shown["Part des différences"]) == sorted(written)
    assert sorted(shown["Effet principal"]) == sorted(
        number(float(row["main_effect"]), 2) if row["main_effect"] else "non calculable" for row in asked
    )


def test_a_domain_alone_has_nothing_beside_it(browse: Visit) -> None:
    only = ",".join(f"{code}:0" for code in fictional.DOMAINS if code != "sante")
    app = browse("method", section="sensibilite", ponderation="lecteur", poids=only, region="94")
    assert not app.exception
    assert app.title[0].value.startswith(
        "Corse\u202f: un seul domaine fait le score d’ensemble\u202f: «\u00a0Santé\u00a0»\u202f; dans "
    )
    assert app.title[0].value.endswith("de l’ensemble")
    assert "Un seul domaine pèse" in said(app)


def test_an_edition_of_one_domain_has_nothing_to_take_out() -> None:
    columns: dict[str, dict[str, object]] = {"a": {"11": 1, "24": 2}}
    store = Store.in_memory(made.edition(columns, [made.indicator("a", "emploi", 5)]))

    def asked() -> leave_one_out.Removed:
        edition.use(edition.Edition(store))
        return leave_one_out.removed(Method(), Look("", (500, 400), palette.LIGHT))

    shown = copy_context().run(asked)
    assert (shown.title, shown.levels) == ("Aucun rang ne se calcule avec ces réglages", ())


def test_the_quality_report_opens_on_the_verdict_and_counts(browse: Visit) -> None:
    app = browse("method", section="qualite")
    assert app.title[0].value.startswith("Classeur accepté")
    assert "30\u00a0indicateurs" in said(app)
    alerts = cells(app.table[0])
    assert set(alerts["Feuille"]) >= {"Données territoriales"}
    assert {"O15", "W16", "J17", "R31"} <= set(alerts["Cellule"])
    finances = alerts.set_index("Cellule").loc["J17"]
    assert "1\u202f208,2" in finances["Constat"]
    assert finances["Suite à donner"].endswith("dans le document publié.")


def test_corrections_and_doubtful_figures_are_listed(browse: Visit) -> None:
    app = browse("method", section="qualite")
    tables = {tuple(table.value.columns): cells(table) for table in app.table}
    (corrected,) = next(table for columns, table in tables.items() if "État" in columns).to_dict("records")
    assert (corrected["Feuille"], corrected["Cellule"]) == ("Données territoriales", "O15")
    assert corrected["Lu"] == "«\u00a055 000 à 60 000\u00a0»"
    assert (corrected["État"], corrected["Déclarée le"]) == ("appliquée", "21/11/2026")
    doubtful = next(table for columns, table in tables.items() if "Pourquoi" in columns)
    assert len(doubtful) == 43
    figures = set(
        zip(doubtful["Enquête"], doubtful["Valeur"], doubtful["Unité"], doubtful["Rang"], strict=True)
    )
    assert ("PHARE-Citoyens", "7", "note moyenne sur 10", "2") in figures
    assert not doubtful["Source"].str.contains("http").any()


def test_coverage_says_where_nothing_is_published(browse: Visit) -> None:
    app = browse("method", section="qualite")
    coverage = cells(next(table for table in app.table if "Mesuré" in table.value.columns))
    assert len(coverage) == 16
    row = coverage.set_index("Domaine").loc["Emploi / chômage / insertion"]
    assert row["Mesuré"] == "13\u00a0régions"
    assert "Citoyens\u202f: 13\u00a0régions, France" in str(row["Ressenti"])
    assert coverage.set_index("Domaine").loc["Mal-logement", "Ressenti"] == "–"


def test_a_refused_workbook_leaves_the_previous_edition_and_says_so(visit: Visit, workbook: Path) -> None:
    app = visit("method", section="qualite")
    before = app.table[0].value
    workbook.write_bytes(b"ceci n'est pas un classeur")
    app.run()
    assert not app.exception
    (warning,) = app.warning
    assert "n’a pas pu être lu" in warning.value
    assert "édition précédente" in warning.value
    assert app.table[0].value.equals(before)


def test_no_edition_at_all_is_a_sentence(
    visit: Visit, workbook: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OBSERVATOIRE_MAGASIN", str(tmp_path / "vide"))
    workbook.unlink()
    app = visit()
    assert not app.exception
    assert "n’existe pas" in app.error[0].value


def test_a_complete_survey_is_shown_as_fictional_with_every_actor_s_priorities(
    complete: Visit,
) -> None:
    app = complete("method", section="reglages")
    assert not app.exception
    assert mentions.FICTIONAL in app.warning[0].value
    assert len(app.table[2].value) == 9 + 2 + 2 + 3 + 2
    for code in ("", *EVERY):
        app.button_group[0].set_value(code).run()
        assert not app.exception, code


def test_weights_on_a_domain_without_figures_are_said_and_nothing_is_drawn(
    visit: Visit, workbook: Path
) -> None:
    book = load_workbook(workbook)
    sheet = book["Données territoriales"]
    for column in range(10, 24):  # France and the thirteen regions, unemployment
        sheet.cell(18, column).value = None
    book.save(workbook)
    only = ",".join(f"{code}:0" for code in fictional.DOMAINS if code != "emploi")
    app = visit("method", section="reglages", ponderation="lecteur", poids=only)
    assert not app.exception
    assert "aucune région n’a assez de chiffres" in app.title[0].value
    assert "Donnez du poids à d’autres domaines" in said(app)
    assert not app.get("vega_lite_chart")
    chosen = visit("method", section="reglages", ponderation="lecteur", poids=only, region="32")
    assert "pas de score avec ces réglages" in said(chosen)
    removed = visit("method", section="sensibilite", ponderation="lecteur", poids=only)
    assert not removed.exception
    assert removed.title[0].value == "Aucune différence d’ensemble à partager avec ces réglages"
    assert "Donnez du poids à d’autres domaines" in said(removed)
    assert not removed.get("vega_lite_chart")
