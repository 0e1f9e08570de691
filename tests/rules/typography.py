"""What French typography asks of the words a reader sees, wherever they are written."""

import ast
import re
import unicodedata

from tests.rules.tree import nodes

# Inside guillemets a no-break space; before the high signs a narrow one (Lexique des règles typographiques en
# usage à l'Imprimerie nationale). Markdown tables of a command's help included.
_WRONG = {
    "a narrow space inside guillemets": re.compile("«\u202f|\u202f»"),
    "a breaking space inside guillemets": re.compile("« | »"),
    "no space inside guillemets": re.compile("«[^\u00a0]|[^\u00a0]»"),
}


def guillemets(path: str, source: str) -> list[str]:
    """Refuse guillemets without their no-break space in any text but a docstring."""
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
        for what, wrong in _WRONG.items()
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
