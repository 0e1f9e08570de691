"""Which files are the product, and which are everything else that we wrote."""

import ast
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("wording", "loaders", "indicators", "readings", "charts", "exports", "hall", "pages")
WRITTEN = {".py", ".sql", ".csv", ".md", ".txt", ".toml", ".ini", ".json", ".yml", ".css", ".js", ".html", ""}


@cache
def product() -> dict[str, str]:
    """Return the source of each Python file of the product by its path from the root."""
    files = [ROOT / "app.py", *(path for room in ROOMS for path in sorted((ROOT / room).rglob("*.py")))]
    return {_name(path): path.read_text(encoding="utf-8") for path in files if path.exists()}


@cache
def tests() -> dict[str, str]:
    """Return the source of each Python file under tests/ by its path from the root."""
    return {_name(path): path.read_text(encoding="utf-8") for path in sorted((ROOT / "tests").rglob("*.py"))}


@cache
def written() -> dict[str, str]:
    """Return every text file that somebody wrote (not made by a tool), by its path from the root."""
    return {
        _name(path): path.read_text(encoding="utf-8")
        for path in sorted(ROOT.rglob("*"))
        if path.is_file() and path.suffix in WRITTEN and not _made(path)
    }


@cache
def nodes(source: str) -> tuple[ast.AST, ...]:
    """Return every node of a source, the module first: a dozen rules read the same files."""
    return tuple(ast.walk(ast.parse(source)))


def _made(path: Path) -> bool:
    parts = path.relative_to(ROOT).parts
    in_hidden_room = len(parts) > 1 and parts[0].startswith(".") and parts[0] not in {".ci", ".streamlit"}
    # In a linked worktree, `.git` is a file of git's own.
    made = {".git", "htmlcov", "reports", "screenshots", ".coverage"}
    results = parts[0] in made or parts[0].startswith(".coverage.")
    return in_hidden_room or results or "__pycache__" in parts


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()
