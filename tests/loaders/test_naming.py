"""What must not matter in a label, and how a cell's text is quoted."""

import pytest

from loaders.file.addresses import address, area, letters
from loaders.findings import Finding, Findings, WorkbookRefused, sort_findings
from loaders.naming import key, quote, slug, words


@pytest.mark.parametrize(
    "text",
    [
        "Provence -\nAlpes - Côte\nd'Azur",
        "Provence-Alpes-Côte d’Azur",
        "PROVENCE ALPES COTE D AZUR",
        "provence\u2011alpes\u2013co\u0302te\u00a0d\u02bcazur",
        "  Provence–Alpes–Côte\u202fd'Azur\r\n",
    ],
)
def test_one_name_has_one_key(text: str) -> None:
    assert key(text) == "provencealpescotedazur"


def test_different_names_keep_different_keys() -> None:
    names = [
        "Centre-Val de Loire",
        "Pays de la Loire",
        "Île-de-France",
        "Hauts-de-France",
        "France métropole",
    ]
    assert len({key(name) for name in names}) == len(names)
    assert key("Cœur") == key("COEUR")


@pytest.mark.parametrize(
    ("label", "code"),
    [
        ("Poids de la région", "poids_de_la_region"),
        ("Nombre d'entreprises 0 sal. & +", "nombre_d_entreprises_0_sal_et_plus"),
        ("Handicap", "handicap"),
        ("!!!", ""),
    ],
)
def test_slugs(label: str, code: str) -> None:
    assert slug(label) == code


def test_words_of_units() -> None:
    assert words("Milliards d’euros") == ["milliards", "d", "euros"]
    assert words("M€") == ["m", "€"]
    assert words("%") == ["%"]


def test_a_quote_is_short_printable_and_on_one_line() -> None:
    assert quote("a\nb") == "«\u00a0a b\u00a0»"
    assert "\x1b" not in quote("\x1b[31mrouge")
    assert len(quote("x" * 5000)) == 64
    # A number never breaks over two lines, even one that is badly written.
    assert quote("55 00 à 60 000") == "«\u00a055\u202f00 à 60\u202f000\u00a0»"


def test_addresses() -> None:
    assert [letters(column) for column in (1, 26, 27, 702, 703, 16384)] == [
        "A",
        "Z",
        "AA",
        "ZZ",
        "AAA",
        "XFD",
    ]
    assert address(5, 10) == "J5"
    assert area("B2") == 1
    assert area("$B$2:C4") == area("b2:C4") == 6
    assert area("A1:XFD1048576") == 17_179_869_184
    for wrong in ("C4:B2", "A1:B9999999", "A0", "A1 B2"):
        with pytest.raises(ValueError, match=r"greater than|value is|not a valid"):
            area(wrong)


def test_findings_come_most_serious_first_then_in_reading_order() -> None:
    items = [
        Finding("info", "i", "Un", "A1", "", ""),
        Finding("erreur", "e", "Deux", "B10", "", ""),
        Finding("erreur", "e", "Deux", "AA2", "", ""),
        Finding("erreur", "e", "Deux", "B2:C4", "", ""),
        Finding("alerte", "a", "", "", "", ""),
    ]
    assert [(item.level, item.cell) for item in sort_findings(items)] == [
        ("erreur", "B2:C4"),
        ("erreur", "AA2"),
        ("erreur", "B10"),
        ("alerte", ""),
        ("info", "A1"),
    ]


def test_a_refusal_is_one_sentence_with_its_place() -> None:
    findings = Findings()
    findings.error("k", "Feuille", "B2", "Message.", "Action.")
    findings.error("k", "Feuille", "B2", "Message.", "Action.")
    with pytest.raises(WorkbookRefused) as refusal:
        findings.refuse_if_any()
    assert (
        str(refusal.value)
        == "Classeur refusé. Feuille «\u00a0Feuille\u00a0», cellule B2\u202f: Message. Action."
    )
    findings.error("k", "Feuille", "", "Autre.", "Action.")
    findings.error("k", "", "", "Encore.", "Action.")
    with pytest.raises(WorkbookRefused, match="2\u00a0autres erreurs"):
        findings.refuse_if_any()


def test_a_flood_of_errors_stops_the_load() -> None:
    findings = Findings()
    for row in range(99):
        findings.error("k", "Feuille", f"A{row}", "Message.", "Action.")
    with pytest.raises(WorkbookRefused) as refusal:
        findings.error("k", "Feuille", "A99", "Message.", "Action.")
    assert len(refusal.value.findings) == 100
