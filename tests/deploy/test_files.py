"""What the files of `deploy/` name exists, and what an installation needs is named there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.rules import imports, tree

DEPLOY = tree.ROOT / "deploy"
FILES = sorted(path for path in DEPLOY.rglob("*") if path.is_file())
_SETTING = re.compile(r"OBSERVATOIRE_[A-Z]+")
_ASKED = re.compile(r"\$\{([A-Z_]+)")
# What the image is made of, besides the rooms.
BESIDE = {"app.py", "requirements.lock", ".streamlit", "data"}


def settings(text: str) -> set[str]:
    """Return the settings of the application that a text names."""
    return set(_SETTING.findall(text))


def of_the_code() -> set[str]:
    """Return the settings that the application reads."""
    return set().union(*(settings(source) for source in tree.product().values()))


@pytest.mark.parametrize("file", FILES, ids=lambda path: path.name)
def test_every_setting_named_is_read_by_the_application(file: Path) -> None:
    assert settings(file.read_text(encoding="utf-8")) <= of_the_code()


def test_the_administrator_is_told_of_every_setting() -> None:
    told = settings((DEPLOY / "METTRE_EN_LIGNE.md").read_text(encoding="utf-8"))
    assert told == of_the_code()


def test_the_recipe_of_one_machine_makes_what_its_service_reads() -> None:
    read = (DEPLOY / "METTRE_EN_LIGNE.md").read_text(encoding="utf-8")
    recipe = read.partition("## Une machine")[2].partition("```sh")[2].partition("```")[0]
    service = (DEPLOY / "observatoire.service").read_text(encoding="utf-8")
    made = re.findall(r"^install -D -m \d+ \S+ (\S+)", recipe, re.MULTILINE)
    wanted = re.findall(r"^(?:EnvironmentFile|OBSERVATOIRE_CLASSEUR)=(\S+)", service + recipe, re.MULTILINE)
    assert set(made) == set(wanted)
    # Behind nginx no room opens without a passphrase; one that is written here would be known to all.
    assert re.search(r"^OBSERVATOIRE_ANIMATION=\$\(python3 -c .*secrets", recipe, re.MULTILINE)
    assert "<<FIN" in recipe


def test_a_server_is_given_the_same_memory_everywhere() -> None:
    containers = (DEPLOY / "compose.yaml").read_text(encoding="utf-8")
    service = (DEPLOY / "observatoire.service").read_text(encoding="utf-8")
    [told] = re.findall(r"qui passe (\d+) Go", (DEPLOY / "METTRE_EN_LIGNE.md").read_text(encoding="utf-8"))
    assert re.findall(r"memory: (\d+)g", containers) == [told]
    assert re.findall(r"^MemoryMax=(\d+)G$", service, re.MULTILINE) == [told]


def test_every_command_of_the_containers_names_their_file() -> None:
    read = (DEPLOY / "METTRE_EN_LIGNE.md").read_text(encoding="utf-8")
    assert read.count("docker compose ") == read.count("docker compose -f deploy/compose.yaml ")


def test_the_image_holds_every_room_and_nothing_of_the_tests() -> None:
    lines = (tree.ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    held = {line.removeprefix("!") for line in lines if line.startswith("!")}
    assert held == BESIDE | (set(imports.MAY_IMPORT) - {"app"})
    assert "*" in lines


def test_every_secret_of_the_containers_is_in_the_example() -> None:
    asked = set(_ASKED.findall((DEPLOY / "compose.yaml").read_text(encoding="utf-8")))
    example = (DEPLOY / "secrets.example").read_text(encoding="utf-8")
    given = {name for line in example.splitlines() for name, sign, _ in [line.partition("=")] if sign}
    # Those that an installation with TLS in nginx adds.
    assert asked - {"TLS", "PORT_INTERNE"} == {name for name in given if name.isupper()}


def test_no_secret_is_committed() -> None:
    assert ".env" in (tree.ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
