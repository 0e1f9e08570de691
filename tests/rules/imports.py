"""Who may import whom: the folders are a pipeline, and imports go one way.

data → loaders → indicators → readings → charts → exports → pages, with wording (words and numbers) under all.
"""

import ast
import sys
from collections.abc import Iterator

from tests.rules.tree import nodes

# Errors are named where a reader or a probe is told about them.
ERRORS = {"loaders.store.StoreError", "loaders.served.keeper.NoEdition"}
# Rooms that a room may import besides itself. A dotted name opens that one part of the room only.
MAY_IMPORT = {
    "wording": set[str](),
    "loaders": {"wording"},
    "indicators": {"wording", "loaders.store"},
    "readings": {"wording", "indicators", "loaders.store"},
    "charts": {"wording"},
    "exports": {"wording", "charts", "readings", "indicators", "loaders.store"},
    # The rooms keep what people say; only their stage knows figures.
    "hall": {"wording"},
    # `views` and `method` hold what the facade hands over and is handed, and ask nothing of the store.
    "pages": {"wording", "charts", "exports.stamp", "indicators.method", "readings.overview.views"} | ERRORS,
    "app": {"pages", "hall.stage", "indicators.results"} | ERRORS,
}
# The one cached gateway between the pages and the data.
FACADE = "pages/facade/"
FACADE_MAY_IMPORT = MAY_IMPORT["pages"] | {"loaders", "indicators", "readings", "exports", "hall"}
# What a room sees: as free as what is taken away, over the rooms.
STAGE, STAGE_MAY_IMPORT = "hall/stage/", MAY_IMPORT["exports"] | {"exports", "hall"}
# What a room takes home is read back: written by who knows how surveys are read.
KEPT = "hall/stage/kept/"
# A command is a whole program: it opens the workbook itself, and asks no running application.
COMMANDS = {
    "indicators/__main__.py": "indicators",
    "indicators/command_options.py": "indicators",
    "indicators/command.py": "indicators",
    "indicators/command_answers.py": "indicators",
    "indicators/command_steps.py": "indicators",
    "readings/__main__.py": "readings",
    "exports/__main__.py": "exports",
    "exports/editions/__main__.py": "exports",
}
TO_OPEN = {"loaders.command_line", "loaders.edition", "loaders.findings", "loaders.place", "loaders.progress"}
MORE = {FACADE: FACADE_MAY_IMPORT} | {path: MAY_IMPORT[room] | TO_OPEN for path, room in COMMANDS.items()}
MORE["exports/editions/__main__.py"] |= {"loaders.editions"}
MORE |= {
    KEPT: STAGE_MAY_IMPORT | {"loaders.survey"},
    STAGE: STAGE_MAY_IMPORT,
    "hall/__main__.py": STAGE_MAY_IMPORT | TO_OPEN,
}


def allowed(path: str, room: str) -> set[str]:
    """Return what a file may import besides its own room."""
    return next((more for place, more in MORE.items() if path.startswith(place)), MAY_IMPORT[room])


# Libraries that one part of the house keeps for itself.
OWNERS = {
    "duckdb": ("loaders/store/database.py",),
    "openpyxl": ("loaders/file/workbook.py", "loaders/file/addresses.py"),
    "streamlit": ("pages/", "app.py"),
    # Computing has its room; exports ask whether a cell is a number.
    "numpy": ("indicators/", "exports/cells.py", "exports/csv_text.py"),
    # What is taken away has one module a format.
    "vl_convert": ("exports/drawn.py",),
    "typst": ("exports/paper.py",),
    "fontTools": ("wording/letters.py",),
    "pptx": ("exports/slides/",),
    "xlsxwriter": ("exports/sheets/",),
    "segno": ("exports/qr.py",),
    "jinja2": ("exports/web.py", "hall/stage/render.py"),
    "sqlite3": ("hall/book/sqlite_store.py",),
    "psycopg": ("hall/book/postgres_store.py",),
}
UNSAFE = {"pickle", "cPickle", "dill", "cloudpickle", "joblib", "marshal", "shelve"}


def imported(source: str) -> Iterator[tuple[str, int]]:
    """Yield each imported module with its line; `from a import b` gives `a.b` (b may be a module of a)."""
    for node in nodes(source):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            module = "." * node.level + (node.module or "")
            yield from ((f"{module}.{alias.name}", node.lineno) for alias in node.names)


def third_party(source: str) -> set[str]:
    """Return the packages a source imports that are neither Python's nor ours (`_typeshed` is mypy's)."""
    ours = {*MAY_IMPORT, "tests", "_typeshed"}
    roots = {module.split(".")[0] for module, _ in imported(source)}
    return roots - ours - set(sys.stdlib_module_names) - {"", "__future__"}


def against_the_flow(path: str, source: str) -> list[str]:
    """Refuse an import of one of our rooms that the pipeline does not allow."""
    room = path.split("/", maxsplit=1)[0].removesuffix(".py")
    doors = {room} | allowed(path, room)
    ours = set(MAY_IMPORT) | {"tests"}
    return [
        f"{path}:{line}: {room} may not import {module}"
        for module, line in imported(source)
        if module.startswith(".")
        or (module.split(".")[0] in ours and not any(_inside(module, name) for name in doors))
    ]


def taken_library(path: str, source: str) -> list[str]:
    """Refuse a library outside the part of the house that keeps it for itself."""
    return [
        f"{path}:{line}: only {' and '.join(owners)} may import {library}"
        for module, line in imported(source)
        for library, owners in OWNERS.items()
        if _inside(module, library) and not path.startswith(owners)
    ]


def unsafe_library(path: str, source: str) -> list[str]:
    """Refuse libraries that run what they read."""
    return [
        f"{path}:{line}: {module} runs what it reads"
        for module, line in imported(source)
        if module.split(".")[0] in UNSAFE
    ]


def _inside(module: str, name: str) -> bool:
    return module == name or module.startswith(f"{name}.")
