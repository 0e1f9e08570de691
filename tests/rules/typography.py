"""What French typography asks of the words a reader sees, wherever they are written."""

import ast
import re
import unicodedata

from tests.rules.tree import ROOT, nodes

# Inside guillemets a no-break space; before the high signs a narrow one (Lexique des règles typographiques en
# usage à l'Imprimerie nationale). Markdown tables of a command's help included.
_WRONG = {
    "a narrow space inside guillemets": re.compile("«\u202f|\u202f»"),
    "a breaking space inside guillemets": re.compile("« | »"),
    "no space inside guillemets": re.compile("«[^\u00a0]|[^\u00a0]»"),
}
# Labels are found in the workbook by its own spaces; a script is no sentence.
_AS_PUBLISHED = {"indicators/plain_names.py", "pages/clipboard.py"}
_TABLES = "|".join(re.escape(path.name) for path in sorted((ROOT / "data" / "reference").glob("*.csv")))
_FILES = {"a file of the house": re.compile(rf"data/reference|\b(?:{_TABLES})")}
_BREAKS = {
    "a number that breaks": re.compile(r"\d \d{3}\b|\d [%‰€]"),
    "a breaking space before a high sign": re.compile(r"[\w»)}] (?:[:;!](?: |$)|\?$)"),
}


def guillemets(path: str, source: str) -> list[str]:
    """Refuse guillemets without their no-break space in any text but a docstring."""
    return _refused(path, source, _WRONG)


def breaks(path: str, source: str) -> list[str]:
    """Refuse what would be parted at the end of a line: a number and its unit, a word and its sign."""
    return [] if path in _AS_PUBLISHED else _refused(path, source, _BREAKS)


def files(path: str, source: str) -> list[str]:
    """Refuse the name of a file of the house in a sentence: a reader has no files."""
    return _refused(path, source, _FILES)


def _refused(path: str, source: str, patterns: dict[str, re.Pattern[str]]) -> list[str]:
    described = {
        id(node.body[0].value)
        for node in nodes(source)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    return [
        f"{path}:{node.lineno}: {what}"
        for node in nodes(source)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in described
        for what, wrong in patterns.items()
        if wrong.search(node.value)
    ]


def invisible(path: str, source: str) -> list[str]:
    """Refuse a space that looks like another, or like nothing: it is written as its escape."""
    return [
        f"{path}:{place}: U+{ord(sign):04X} is written as it is"
        for place, line in enumerate(source.splitlines(), 1)
        for sign in line
        if not sign.isascii() and unicodedata.category(sign) in {"Zs", "Zl", "Zp", "Cf"}
    ]
