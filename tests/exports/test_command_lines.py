"""A line that cannot be read is one French sentence, whichever command it is for."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import pytest

from exports.__main__ import main as exports
from exports.commands import DOCUMENTS
from exports.editions.__main__ import main as editions
from hall.__main__ import main as hall
from indicators.__main__ import main as indicators
from loaders.__main__ import main as loaders
from loaders.command_line import REFUSED
from readings.__main__ import main as readings
from wording.typography import uncapital

Main = Callable[[Sequence[str]], int]


@pytest.mark.parametrize(
    ("main", "line", "said"),
    [
        (loaders, "", "Il manque «\u00a0commande\u00a0»"),
        (
            loaders,
            "chek",
            "«\u00a0chek\u00a0» n’existe pas pour «\u00a0commande\u00a0»\u202f: choisissez check, values",
        ),
        (
            loaders,
            "survey",
            "Il manque «\u00a0FICHIER.csv\u00a0»\u202f: «\u00a0python -m loaders survey --help\u00a0»",
        ),
        (loaders, "check --zone 3", "Option inconnue «\u00a0--zone"),
        (exports, "reports --out", "L’option --out attend une valeur\u202f: ajoutez-la après l’option"),
        (exports, "reports --zone", "Option inconnue «\u00a0--zone\u00a0»"),
        (editions, "", "Il manque «\u00a0NOUVEAU\u00a0»"),
        (editions, "--json --csv a b", "--csv ne va pas avec --json"),
        (indicators, "", "Il manque «\u00a0commande\u00a0»"),
        (indicators, "findings", "«\u00a0findings\u00a0» n’existe pas pour «\u00a0commande\u00a0»"),
        (readings, "ranks", "choisissez findings"),
    ],
)
def test_a_line_that_cannot_be_read_says_why(
    main: Main, line: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(line.split()) == REFUSED
    shown = capsys.readouterr()
    assert shown.out == ""
    assert said in shown.err
    assert shown.err.endswith(".\n")
    assert shown.err.count("\n") == 1
    assert not re.search(r" [:;»!?]|« |usage|argument", shown.err)


@pytest.mark.parametrize(
    ("main", "commands"),
    [
        (loaders, ("", "check", "values", "install", "survey")),
        (exports, ("",)),
        (editions, ("",)),
        (indicators, ("",)),
        (readings, ("",)),
        (hall, ("", "list", "new", "export", "compare", "erase")),
    ],
)
def test_the_help_of_every_command_is_in_french(
    main: Main, commands: Sequence[str], capsys: pytest.CaptureFixture[str]
) -> None:
    for command in commands:
        with pytest.raises(SystemExit) as stopped:
            main([*command.split(), "--help"])
        assert stopped.value.code == 0
        shown = capsys.readouterr().out
        assert shown.startswith("Utilisation\u00a0: python -m ")
        assert "montre cette aide" in shown
        # What argparse says of itself, and the names that it makes of those of the code.
        assert not re.search(
            r"tion : tion|usage|arguments|show|exit|optional|\bcommand\b|(?<!--)\bworkbook\b", shown
        )
        assert not re.search(r"\s(WORKBOOK|OUT|REGION|DATE|SOURCE|FORMAT)\b", shown)


def test_the_documents_of_each_command_are_named_in_its_help(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        exports(["--help"])
    shown = re.sub(r"\s+", " ", capsys.readouterr().out)
    for one in DOCUMENTS:
        assert f"{one.command} : " in shown
        assert uncapital(one.said) in shown
