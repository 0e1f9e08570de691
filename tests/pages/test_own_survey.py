"""A survey as CSV: its columns are matched on screen, its means are in the pages of one visitor."""

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Radio

from pages.facade import own_survey, own_workbook
from pages.facade.own_survey import SurveyFile
from tests.pages.bringing import BACK, SEE, arrive, bring, labels, opened, press, said, unemployment
from tests.pages.conftest import Visit, read

CHECK = "Contrôler et ajouter l’enquête"
PUBLIC = "les données publiques de l’Observatoire"
PLACES = ("53", "32", "11", "84", "94", "93")


def answers() -> bytes:
    """Forty persons a region, one column a domain: everybody in Bretagne gives 9 to « santé »."""
    rows = [
        f"{place};citoyens;{person % 11};{9 if place == '53' else person % 5}"
        for place in PLACES
        for person in range(40)
    ]
    return "\n".join(["region;profil;emploi;sante", *rows]).encode()


def means() -> bytes:
    rows = [
        f"{place},sante,associations,{6 + position / 10:.1f},120,1.5" for position, place in enumerate(PLACES)
    ]
    return "\n".join(["region,domaine,acteur,moyenne,effectif,ecart-type", *rows]).encode()


def put(app: AppTest, data: bytes, name: str = "enquete.csv") -> AppTest:
    return app.file_uploader(key="enquete_deposee").set_value((name, data, "")).run()


def told(app: AppTest, programme: str = "ESSAI", date: str = "2026-01") -> AppTest:
    """Say which survey it is."""
    for label, text in (("Nom de l’enquête", programme), ("Date", date)):
        next(item for item in app.text_input if item.label.startswith(label)).set_value(text)
    return app.run()


def asked(app: AppTest) -> dict[str, str]:
    return {item.label: str(item.value) for item in app.selectbox}


def test_answers_of_persons_are_matched_and_become_means(browse: Visit) -> None:
    app = put(arrive(browse, region="53", domaine="sante"), answers())
    assert not app.exception
    assert "240\u00a0lignes et 4\u00a0colonnes" in said(app)
    proposal = asked(app)
    assert proposal["Emploi"] == "emploi"
    assert proposal["Culture"] == ""
    assert proposal["Acteur\u202f: colonne"] == "profil"
    assert read(app.table[0])["Colonne"].tolist() == ["region", "profil", "emploi", "sante"]
    press(told(app), CHECK)
    assert not app.exception
    assert "64\u00a0chiffres de perception" in app.success[0].value
    press(app, SEE)
    assert "+ enquete.csv" in said(app)
    opened(app, "domain")
    assert not app.exception
    rows = " ".join(table.value.to_csv() for table in app.table).replace("\\", "")
    assert "ESSAI 2026" in rows
    assert "9" in rows
    press(app, BACK)
    assert "ESSAI" not in " ".join(table.value.to_csv() for table in app.table)


def test_means_come_with_their_size_and_deviation(browse: Visit) -> None:
    app = put(arrive(browse), means())
    proposal = asked(app)
    assert proposal["Une ligne du fichier est"] == "moyennes"
    assert proposal["Valeur\u202f: colonne"] == "moyenne"
    assert proposal["Effectif\u202f: colonne"] == "effectif"
    assert proposal["Écart-type\u202f: colonne"] == "ecart-type"
    press(told(app), CHECK)
    assert "58\u00a0chiffres de perception" in app.success[0].value


def test_a_column_may_be_the_same_for_the_whole_file(browse: Visit) -> None:
    app = put(arrive(browse), b"region;note\n" + b"53;8\n" * 40)
    assert asked(app)["Acteur de tout le fichier"] == ""
    app = press(told(app), CHECK)
    assert "un seul acteur" in said(app)
    assert not app.success
    next(item for item in app.selectbox if item.label == "Acteur de tout le fichier").select("maires").run()
    next(item for item in app.selectbox if item.label == "Domaine de tout le fichier").select("sante").run()
    press(app, CHECK)
    assert "53\u00a0chiffres de perception" in app.success[0].value


def test_columns_of_means_by_domain_have_no_size(browse: Visit) -> None:
    app = put(arrive(browse), answers())
    next(item for item in app.selectbox if item.label == "Une ligne du fichier est").select("moyennes").run()
    assert not app.exception
    assert "Effectif\u202f: colonne" not in asked(app)
    assert "Poids de chaque réponse\u202f: colonne" not in asked(app)


def test_surveys_are_added_to_one_another_and_to_the_workbook_of_the_click(browse: Visit) -> None:
    app = put(arrive(browse), answers(), "une.csv")
    assert "À ajouter à\u202f: les données publiques" in said(app)
    # The workbook comes after the survey was put down: the click is what counts.
    bring(told(app, "UN"), unemployment(19.5))
    assert [name.replace("\\", "") for name in base(app).options] == ["«\u00a0essai.xlsx\u00a0»", PUBLIC]
    press(app, CHECK)
    press(told(put(app, answers(), "deux.csv"), "DEUX"), CHECK)
    press(app, SEE)
    assert "«\u00a0essai.xlsx + une.csv + deux.csv\u00a0»" in said(app)
    press(app, BACK)
    assert base(app).value == PUBLIC


def base(app: AppTest) -> Radio[str]:
    return next(item for item in app.radio if item.label == "Ajouter l’enquête à")


def test_what_a_click_reads_leaves_aside_and_replaces_is_said_before(browse: Visit) -> None:
    lost = b"\n;citoyens;3;4\nGuadeloupe;citoyens;3;4\n53;citoyens;NSP;99"
    app = told(put(arrive(browse), answers() + lost), "PHARE", "2015-09")
    promise = said(app)
    for words in (
        "12\u00a0chiffres sur 6\u00a0territoires et 2\u00a0domaines.",
        "243\u00a0lignes lues, dont 2\u00a0laissées de côté.",
        "1\u00a0ligne sans région.",
        "1\u00a0ligne outre-mer",
        "1\u00a0case où personne ne répond\u202f: «\u00a0NSP\u00a0»",
        "1\u00a0valeur hors de l’échelle\u202f: «\u00a099\u00a0»",
        "Aucun chiffre n’est remplacé.",
    ):
        assert words in promise
    press(app, CHECK)
    app.run()
    assert "Remplacés par ce clic\u202f: 12\u00a0chiffres de «\u00a0enquete.csv\u00a0»" in said(app)


def test_the_answer_is_written_where_it_was_asked(browse: Visit) -> None:
    app = press(told(put(arrive(browse), answers())), CHECK)
    order = [str(getattr(item, "label", "") or getattr(item, "value", "")) for item in app.main]
    accepted = order.index(app.success[0].value)
    assert order.index("Date (2025, ou 2025-09)") < accepted < order.index(SEE) < order.index(CHECK)


def test_boxes_without_any_no_are_a_question_on_screen(browse: Visit) -> None:
    rows = [f"{place};citoyens;{'x' * (n % 2)};{'x' * (n % 3 == 0)}" for place in PLACES for n in range(40)]
    app = put(arrive(browse), "\n".join(["region;profil;emploi;sante", *rows]).encode())
    assert asked(app)["Ce que la valeur mesure"] == "part_priorite_pct"
    assert "Donner un nom à l’enquête" in said(app)
    # Asked before the click, and again by it.
    assert "Une case vide est-elle un «\u00a0non\u00a0»" in said(told(app))
    assert not app.error
    press(app, CHECK)
    assert "Une case vide est-elle un «\u00a0non\u00a0»" in said(app)
    (box,) = app.checkbox
    assert box.label.startswith("Une case vide veut dire «\u00a0non\u00a0»")
    press(box.check().run(), CHECK)
    assert "64\u00a0chiffres de perception" in app.success[0].value


def test_the_measures_say_their_scale(browse: Visit) -> None:
    app = put(arrive(browse), answers())
    measure = next(item for item in app.selectbox if item.label == "Ce que la valeur mesure")
    assert measure.options == [
        "Note moyenne de fragilité ressentie, sur 10 (de 0 à 10)",
        "Part des répondants qui en font une priorité, en % (de 0 à 100)",
    ]


def test_rows_that_cannot_be_read_are_named(browse: Visit) -> None:
    app = put(arrive(browse), b"region;profil;emploi;sante\n53;citoyens;<script>;4\n99;citoyens;3;=1+1\n")
    press(told(app), CHECK)
    assert not app.exception
    assert not app.success
    assert "n’est pas un nombre entre 0 et 10, sur 2" in said(app)
    tables = [read(table) for table in app.table if "Constat" in read(table)]
    assert any(
        (table["Feuille"] == "Enquête importée").any() and "C2" in set(table["Cellule"]) for table in tables
    )
    assert SEE not in labels(app)


@pytest.mark.parametrize(
    ("data", "words"),
    [(b"", "vide"), (b"PK\x03\x04\0\0", "refusé"), (b"a" * (own_workbook.MAXIMUM_BYTES + 1), "5\u00a0Mo")],
    ids=["empty", "zip", "big"],
)
def test_what_is_no_survey_is_refused_in_a_sentence(browse: Visit, data: bytes, words: str) -> None:
    app = put(arrive(browse), data)
    assert not app.exception
    assert words in app.error[0].value
    assert CHECK not in labels(app)


def test_the_samples_of_an_empty_column_say_so() -> None:
    file = own_survey.opened(b"region;note;vide\n53;8;\n", "a.csv")
    assert isinstance(file, SurveyFile)
    assert read_samples(file)[-1] == ("vide", "0", "aucun")


def read_samples(file: SurveyFile) -> list[tuple[str, ...]]:
    frame = own_survey.samples(file).to_pandas()
    return [tuple(str(cell) for cell in row) for row in frame.itertuples(index=False)]


def test_a_room_is_read_back_apart_from_the_surveys(browse: Visit) -> None:
    rows = [
        f"maires;53;salle;note_fragilite_sur_10;Salle KX7M4P;2027-01-15;{note}" for note in (4, 5, 6, 7, 8)
    ]
    data = "\n".join(["acteur;region;fiabilite;mesure;programme;date;sante", *rows]).encode()
    app = put(arrive(browse, region="53", domaine="sante"), data, "notes.csv")
    assert "n’entrent dans aucun score, écart, rang ni compte" in said(app)
    press(app, CHECK)
    assert "52\u00a0chiffres de perception" in app.success[0].value
    assert "1\u00a0chiffre de salle de débat, hors de tout calcul" in app.success[0].value
    press(app, SEE)
    for page in ("territory", "domain"):
        opened(app, page)
        assert not app.exception
        assert "n’est pas un échantillon de la région" in said(app)
        # One's own mirror is of the edition that everybody sees.
        assert "/miroir" not in said(app)
        told = next(table for table in map(read, app.table) if "Salle" in table)
        assert told.to_numpy().tolist() == [
            [
                "Salle KX7M4P, Bretagne, 2027-01-15",
                "Santé\u202f: Maires",
                "6,00\u00a0sur 10 en moyenne, 5\u00a0réponses",
            ]
        ]
