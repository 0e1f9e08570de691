"""What a newcomer relies on: the README's two commands, the requirements, the origin of every data file."""

import os
import re
import subprocess
from collections.abc import Iterable
from fnmatch import fnmatch
from pathlib import Path

import pytest

from tests.rules import imports, tree

ROOT = tree.ROOT
TOP_LEVEL = {
    *(
        "app.py",
        "pages",
        "data",
        "indicators",
        "loaders",
        "readings",
        "charts",
        "exports",
        "hall",
        "wording",
        "tests",
        "deploy",
    ),
    *("requirements.txt", "requirements.lock", "pyproject.toml", "Makefile"),
    *("README.md", "DECISIONS.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md", "LICENSE"),
}
PIN = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)(\[[a-z,]+\])?==(?P<version>\S+)\s+# (?P<purpose>.{15,})$")
# The name that is imported, where it is not the name that is installed.
IMPORTED_AS = {
    "axe-playwright-python": "axe_playwright_python",
    "fonttools": "fontTools",
    "jsonschema-rs": "jsonschema_rs",
    "pillow": "PIL",
    "python-pptx": "pptx",
    "vl-convert-python": "vl_convert",
    "XlsxWriter": "xlsxwriter",
}
# Named by no import: a tool that is run, or types that only mypy reads.
RUN_BY_THE_MAKEFILE = {"mypy", "pip-audit", "uv", "ruff", "slipcover", "pytest-xdist", "pytest-timeout"}
# openpyxl looks for it by itself; the workbook loader refuses to work without it.
DEFUSES_OPENPYXL = "defusedxml"

not_on_windows = pytest.mark.skipif(os.name == "nt", reason="Windows runs the plain commands, not make")


def requirements(path: str) -> dict[str, str]:
    """Return version by package; a line that is neither a comment, an include nor a commented pin fails."""
    pins = {}
    for line in (ROOT / path).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith(("#", "-r ")):
            pin = PIN.match(line)
            assert pin, f"{path}: not `name==version  # what it is for`: {line!r}"
            pins[pin["name"]] = pin["version"]
    return pins


def imported(pins: Iterable[str]) -> set[str]:
    """Return the names under which packages are imported."""
    return {IMPORTED_AS.get(name, name) for name in pins}


def targets() -> set[str]:
    """Return the targets a person may call."""
    return set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))


def readme() -> str:
    return (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_top_level_is_the_house_we_drew() -> None:
    made = {"__pycache__", "htmlcov", "reports", "screenshots"}
    entries = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}
    assert entries - made == TOP_LEVEL


def test_every_third_party_import_is_a_pinned_requirement() -> None:
    used = set().union(*map(imports.third_party, tree.product().values()))
    assert used - imported(requirements("requirements.txt") | requirements("hall/requirements.txt")) == set()


def test_every_import_of_the_tests_is_a_pinned_requirement() -> None:
    used = set().union(*map(imports.third_party, tree.tests().values()))
    files = ("requirements.txt", "hall/requirements.txt", "tests/requirements.txt")
    pinned = set().union(*map(requirements, files))
    assert used - imported(pinned) - {"google"} == set()


def test_every_requirement_is_used() -> None:
    used = set().union(*map(imports.third_party, tree.product().values()))
    assert imported(requirements("requirements.txt")) - used <= {DEFUSES_OPENPYXL}


def test_every_test_requirement_is_used() -> None:
    used = set().union(*map(imports.third_party, tree.tests().values())) | RUN_BY_THE_MAKEFILE
    idle = {
        name
        for name in requirements("tests/requirements.txt")
        if IMPORTED_AS.get(name, name) not in used and not _types_of_another(name)
    }
    assert idle == set()


def _types_of_another(name: str) -> bool:
    typed = name.removeprefix("types-").removesuffix("-stubs")
    return typed != name and (typed == "protobuf" or typed in requirements("requirements.txt"))


LOCKED = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^ ;]+)( ; .+)? \\$")


@pytest.mark.parametrize("path", ["requirements", "tests/requirements"])
def test_the_lock_holds_every_requirement_with_its_hashes(path: str) -> None:
    """What `make` installs is the lock: a requirement that was changed without `make lock` is seen here."""
    lines = (ROOT / f"{path}.lock").read_text(encoding="utf-8").splitlines()
    heads = [LOCKED.match(line) for line in lines if not line.startswith("    --hash=sha256:")]
    assert all(heads), "a line of the lock is neither a package nor a hash"
    locked = {(head["name"], head["version"]) for head in heads if head}
    wanted = requirements("requirements.txt") | requirements(f"{path}.txt")
    assert {(_normalised(name), version) for name, version in wanted.items()} <= locked


def _normalised(name: str) -> str:
    """The name as the index writes it (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


@pytest.mark.parametrize("line", ["pandas", "pandas>=3  # tables and frames of figures", "pandas==3.1.1"])
def test_a_line_without_a_pin_or_a_purpose_is_refused(line: str) -> None:
    assert not PIN.match(line)


def test_the_readme_opens_with_the_two_commands() -> None:
    opening = readme().split("\n## ", maxsplit=1)[0]
    assert "make run" in opening
    assert "make test" in opening
    assert opening.index("make run") < opening.index("make test")


def test_the_readme_is_short_and_its_links_lead_somewhere() -> None:
    assert len(readme().split()) < 900
    linked = re.findall(r"\]\(([^)]+)\)", readme())
    assert len(linked) == 6
    assert [path for path in linked if not (ROOT / path).is_file()] == []


def test_the_readme_says_what_each_room_may_import() -> None:
    said = re.findall(r"^\| `(\w+)/` \|.*\| ([^|]*) \|$", readme(), re.MULTILINE)
    rooms = {room: set(re.findall(r"`([\w.]+)`", may)) for room, may in said if room in imports.MAY_IMPORT}
    whole = {
        room: {name for name in may if "." not in name or name == "loaders.store"}
        for room, may in imports.MAY_IMPORT.items()
        if room != "app"
    }
    assert rooms == whole


def test_the_readme_says_the_same_for_windows() -> None:
    text = readme()
    for command in ("py -m venv .venv", "streamlit run app.py", "-m pytest"):
        assert command in text


def test_every_target_named_in_the_readme_exists() -> None:
    quoted = " ".join(re.findall(r"```.*?```|`[^`]+`", readme(), re.DOTALL))
    named = set(re.findall(r"\bmake ([a-z]+)\b", quoted))
    assert named >= {"run", "test"}
    assert named - targets() == set()


@not_on_windows
def test_every_target_is_explained_by_make_help() -> None:
    shown = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert targets() == set(re.findall(r"^  make ([a-z]+) +\S", shown, re.MULTILINE))


def unlisted(files: list[str], table: str) -> list[str]:
    """Return the files that no complete line `| file | what | origin | licence |` names or matches."""
    rows = [[cell.strip() for cell in line.strip("| ").split("|")] for line in table.splitlines()]
    names = [row[0].strip("`") for row in rows if len(row) == 4 and all(row) and row[0].startswith("`")]
    return [file for file in files if not any(fnmatch(file, name) for name in names)]


def test_every_data_file_is_listed_with_its_origin_and_licence() -> None:
    data = ROOT / "data"
    files = [path.relative_to(data).as_posix() for path in data.rglob("*") if path.is_file()]
    files = [file for file in files if not file.rsplit("/", maxsplit=1)[-1].startswith((".", "~", "README"))]
    assert len(files) > 5
    assert unlisted(files, (data / "README.md").read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "row", ["", "| `b.csv` | x | y | z |", "| `a.csv` | x | | z |", "| `a.csv` | x | y |"]
)
def test_a_data_file_without_its_line_is_seen(row: str) -> None:
    assert unlisted(["a.csv"], row) == ["a.csv"]


@not_on_windows
def test_the_ci_runs_what_a_developer_runs() -> None:
    script = ROOT / ".ci" / "run"
    assert script.stat().st_mode & 0o111
    assert "make lint" in script.read_text(encoding="utf-8")
    assert "REQUIRE_BROWSER=1 REQUIRE_POSTGRES=1 REQUIRE_NGINX=1 make test" in script.read_text(
        encoding="utf-8"
    )


def unmarked(sources: dict[str, str]) -> set[str]:
    """Return the test modules that drive a browser and do not carry the mark."""
    return {
        path
        for path, source in sources.items()
        if Path(path).name.startswith("test_") and "pytest.mark.browser" not in source
        if "playwright" in imports.third_party(source)
        or re.search(r"def test_\w+\([^)]*\bchromium\b", source)
    }


def test_every_module_that_drives_a_browser_is_marked() -> None:
    """An unmarked one would be skipped in silence, or fail, on a machine without a browser."""
    assert unmarked(tree.tests()) == set()


@pytest.mark.parametrize("source", ["import playwright", "def test_map(chromium: str) -> None: ..."])
def test_an_unmarked_browser_test_is_seen(source: str) -> None:
    assert unmarked({"tests/test_map.py": source}) == {"tests/test_map.py"}
