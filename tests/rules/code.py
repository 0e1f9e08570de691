"""What no line of the product may do, whichever room it is in."""

import ast
import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from tests.rules.tree import nodes

NOBODY_OWNS = {"utils", "util", "helpers", "helper", "common", "misc", "shared", "tools"}
QUERY_METHODS = {"execute", "executemany", "sql", "query", "frame"}
TOO_WIDE = {"Exception", "BaseException"}
CACHES = {"cache_data", "cache_resource", "lru_cache", "per_edition", "per_process"}
QUERY = re.compile(r"\bSELECT\b.*\bFROM\b", re.DOTALL)


def nobodys_file(path: str, _source: str) -> list[str]:
    """Refuse the drawer where everything ends up."""
    drawers = NOBODY_OWNS.intersection(PurePosixPath(path).with_suffix("").parts)
    return [f"{path}: a module is named after its subject, not {name!r}" for name in sorted(drawers)]


def markup_let_in(path: str, source: str) -> list[str]:
    """Refuse raw HTML or scripts on a page: a label of the workbook would become code."""
    return [
        f"{path}:{node.value.lineno}: {node.arg}"
        for node in nodes(source)
        if isinstance(node, ast.keyword) and (node.arg or "").startswith("unsafe_allow_")
    ]


def text_run_as_code(path: str, source: str) -> list[str]:
    """Refuse eval, exec and their relatives."""
    names = {"eval", "exec", "compile", "__import__"}
    return [
        f"{path}:{call.lineno}: {call.func.id} runs text as code"
        for call in _calls(source)
        if isinstance(call.func, ast.Name) and call.func.id in names
    ]


def sql_made_of_pieces(path: str, source: str) -> list[str]:
    """Refuse a query assembled from pieces, in place or under a name: values are bound, never written in."""
    made = _names_of_made_text(source)
    return [
        f"{path}:{call.lineno}: a query is one constant text; bind the values"
        for call in _calls(source)
        if isinstance(call.func, ast.Attribute)
        and call.func.attr in QUERY_METHODS
        and call.args
        and (
            _made_of_pieces(call.args[0]) or (isinstance(call.args[0], ast.Name) and call.args[0].id in made)
        )
    ]


def sql_on_a_page(path: str, source: str) -> list[str]:
    """Refuse a query in a room that reads frames."""
    if path.startswith(("loaders/", "indicators/", "hall/book/")):
        return []
    return [
        f"{path}:{node.lineno}: a query in a room that reads frames"
        for node in nodes(source)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and QUERY.search(node.value)
    ]


def blind_except(path: str, source: str) -> list[str]:
    """Refuse an except that also catches our own mistakes."""
    return [
        f"{path}:{node.lineno}: name the exceptions"
        for node in nodes(source)
        if isinstance(node, ast.ExceptHandler) and (node.type is None or _names(node.type) & TOO_WIDE)
    ]


def assertion(path: str, source: str) -> list[str]:
    """Refuse assert: python -O removes it, and its message is for nobody."""
    return [
        f"{path}:{node.lineno}: raise an exception that says what is wrong"
        for node in nodes(source)
        if isinstance(node, ast.Assert)
    ]


def endless_cache(path: str, source: str) -> list[str]:
    """Refuse a cache without a bound: every visitor's choice would stay in memory for ever."""
    bounds = {"max_entries", "maxsize"}
    calls = [node for node in nodes(source) if isinstance(node, ast.Call)]
    bounded = {id(call.func) for call in calls if bounds & {keyword.arg for keyword in call.keywords}}
    # `st.cache_data.clear()` uses a cache, it does not make one.
    used = {id(node.value) for node in nodes(source) if isinstance(node, ast.Attribute)}
    return [
        f"{path}:{node.lineno}: {_last_name(node)} needs a bound"
        for node in nodes(source)
        if isinstance(node, ast.Attribute | ast.Name) and _last_name(node) in CACHES
        if id(node) not in bounded | used
    ]


def bare_channel(path: str, source: str) -> list[str]:
    """Refuse a channel written as a string: Altair compares it with all its classes, for ten milliseconds."""
    return [
        f"{path}:{call.lineno}: {channel.arg} is written alt.{(channel.arg or '').title()}(…)"
        for call in _calls(source)
        if isinstance(call.func, ast.Attribute) and call.func.attr == "encode"
        for channel in call.keywords
        if isinstance(channel.value, ast.Constant) and path.startswith("charts/")
    ]


def undocumented(path: str, source: str) -> list[str]:
    """Refuse a public module, class, function or method without a docstring."""
    tree = ast.parse(source)
    bare = [f"{path}: the module"] if not ast.get_docstring(tree) and tree.body else []
    return [f"{name} has no docstring" for name in [*bare, *_bare(path, tree)]]


def _bare(path: str, node: ast.AST) -> Iterator[str]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            if child.name.startswith("_"):
                continue
            if not ast.get_docstring(child):
                yield f"{path}:{child.lineno}: {child.name}"
            if isinstance(child, ast.ClassDef):
                yield from _bare(path, child)


def _calls(source: str) -> Iterator[ast.Call]:
    return (node for node in nodes(source) if isinstance(node, ast.Call))


def _names(node: ast.expr) -> set[str]:
    return {_last_name(part) for part in ast.walk(node) if isinstance(part, ast.Name | ast.Attribute)}


def _last_name(node: ast.Name | ast.Attribute) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr


def _made_of_pieces(node: ast.expr) -> bool:
    if isinstance(node, ast.Call):
        return isinstance(node.func, ast.Attribute) and node.func.attr in {"format", "join", "replace"}
    return isinstance(node, ast.JoinedStr | ast.BinOp)


def _names_of_made_text(source: str) -> set[str]:
    return {
        target.id
        for node in nodes(source)
        if isinstance(node, ast.Assign) and _made_of_pieces(node.value)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
