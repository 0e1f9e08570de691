"""What Streamlit writes in its scripts is French; a change of Streamlit is noticed before any reader does."""

import re
from pathlib import Path

import pytest

from pages import french_scripts
from pages.french_scripts import scripts
from pages.french_words import WORDS
from tests.pages import english

PAGES = Path(__file__).parents[2] / "pages"


def test_the_scripts_are_in_french(caplog: pytest.LogCaptureFixture) -> None:
    assert len(scripts.__wrapped__()) == len(WORDS) == 14
    assert not caplog.records
    for script in scripts().values():
        assert b"Upload`" not in script.replace(b"stFileUpload`", b"")
    words = b" ".join(scripts().values()).decode()
    for french in (
        "Choisir un fichier",
        "Mo au plus",
        "Déposer le fichier ici",
        "Retirer ${",
        "n’a pas pu être fait",
        "Aller au contenu",
        "Connexion impossible",
        "Aucun résultat",
        "Entrée pour valider",
        "groupe de repères",
        "Onglets suivants",
        "Valeurs choisies",
        "Page suivante",
        "Tableau à faire défiler",
        "n’a pas pu être envoyé",
        "n’est pas arrivée",
    ):
        assert french in words
    # No form of what is replaced is left in the script that held it.
    for path, script in scripts().items():
        name = path.rpartition("/")[2].partition(".")[0]
        assert [found for found, _ in WORDS[name] if re.search(found, script.decode())] == []


def test_the_english_that_stays_is_listed_with_its_address_and_its_reason() -> None:
    # Red when an upgrade brings a word, and when a word of the list is gone.
    assert english.found() == english.listed()


def test_no_page_draws_what_speaks_english() -> None:
    drawn = {
        name
        for path in PAGES.rglob("*.py")
        for name in re.findall(r"\bst\.([a-z_]+)", path.read_text(encoding="utf-8"))
    }
    assert {"selectbox", "table", "vega_lite_chart"} <= drawn
    assert drawn & english.UNANSWERED == set()


def test_a_moved_word_or_script_is_logged_and_stays_in_english(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    folder = tmp_path / "static" / "js"
    folder.mkdir(parents=True)
    monkeypatch.setattr("streamlit.file_util.get_static_dir", lambda: str(tmp_path))
    monkeypatch.setattr(french_scripts, "WORDS", {"a": ((r"one", "un"), (r"two", "deux"))})
    (folder / "a.1.js").write_text("here", encoding="utf-8")
    assert scripts.__wrapped__() == {}
    (folder / "a.1.js").write_text("one, too", encoding="utf-8")
    assert scripts.__wrapped__() == {"/static/js/a.1.js": b"un, too"}
    assert [record.getMessage().partition(":")[0] for record in caplog.records] == [
        "0 scripts a hold words to say in French",
        "'two' is not in a.1.js",
    ]
