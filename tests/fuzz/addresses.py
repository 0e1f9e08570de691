"""Bent addresses: what is chosen is known; what is not is neither shown nor written; pages stay whole."""

from __future__ import annotations

import random
import re
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache, partial
from pathlib import Path
from urllib.parse import parse_qs, quote, quote_plus, urlencode

from starlette.datastructures import Headers
from starlette.responses import Response
from streamlit.testing.v1 import AppTest

from pages.facade import choices, edition
from pages.facade.edition import Edition
from pages.menu import ENTRIES
from pages.parameters import Parameter, Several, Written, read, write
from pages.shell import FrenchShell
from pages.wrong_address import MARK
from tests import runs
from tests.asgi import answer
from tests.fuzz.hostile import TEXTS, bent_text
from tests.fuzz.verdict import Verdict, is_sentence, verdict
from tests.opened import published
from tests.pages.conftest import visited
from tests.sentences.elements import words
from tests.sentences.said import Place
from tests.sentences.visit import served

Query = list[tuple[str, str]]
# What may be shown of a code that is none (`pages.parameters`): too short and too plain to do anything.
_SHOWABLE = re.compile(r"[\w.,:-]{1,30}", re.ASCII)
# The grammars of an address, read plainly: codes of ours and short numbers.
_WEIGHT = re.compile(r"([a-z_]+):\d{1,2}(?:\.\d{1,2})?")
_GOALPOST = re.compile(r"([a-z0-9-]{1,60}):(-?\d{1,9}(?:\.\d{1,6})?):(-?\d{1,9}(?:\.\d{1,6})?)")
# Kept in the address by Streamlit, whose they are.
_STREAMLITS = ("embed", "embed_options")
_OTHERS = ("inconnu", MARK, *_STREAMLITS, "REGION", "region[]", "__proto__", "", "a" * 900)
_LARGEST = 400_000
_OF_SHELL = 0.1
_PATHS = (
    "/",
    "/{page}",
    "/{page}",
    "/{page}",
    "/{page}/",
    "/{page}/{text}",
    "/{text}",
    "/../{page}",
    "//{page}",
    "/{page}.php",
)


def judged(number: int) -> Verdict:
    """Bend an address by its number; ask the gateway of its choices, and the shell around the pages."""
    with _of_public():
        seed = random.Random(number)
        query = bent(seed)
        path = seed.choice(_PATHS).format(page=seed.choice(ENTRIES).address, text=seed.choice(TEXTS))
        # The shell makes a page for each region and title, which takes longer than all the rest.
        judge = partial(_of_shell, path, query) if seed.random() < _OF_SHELL else partial(_of_gateway, query)
        return verdict(number, f"{path[:80]} {_shown(query)}", judge)


def page_judged(number: int) -> Verdict:
    """Bend an address by its number; run its page whole, then change a choice, which writes the address."""
    with _of_public():
        seed = random.Random(number)
        entry, query = seed.choice(ENTRIES), bent(seed)
        return verdict(number, f"{entry.address} {_shown(query)}", partial(_page, entry.script, query))


def bent(seed: random.Random) -> Query:
    """Return names and values of an address: known ones, hostile ones, the same name again."""
    known = choices.parameters()
    names = [seed.choice([*known, *known, *_OTHERS]) for _ in range(seed.choice((1, 2, 3, 6)))]
    query = [(name, bent_text(seed, _codes(known, name))) for name in names]
    if seed.random() < 0.2:
        query += [(seed.choice(names), bent_text(seed, [])) for _ in range(seed.choice((1, 30)))]
    return query


def _codes(known: Mapping[str, Parameter], name: str) -> list[str]:
    """Return known codes of a name, or of another when it has none of its own."""
    item = known.get(name, known["region"])
    example = ["emploi:2,sante:0.5"] if name == "poids" else ["freco-1:3:20"] if name == "bornes" else []
    return [*item.options, *example]


def _of_gateway(query: Query) -> tuple[str, str]:
    """Have the choices of an address read, as Streamlit hands them on: the last value of each name."""
    known = choices.parameters()
    asked = {name: values[-1] for name, values in parse_qs(urlencode(query), keep_blank_values=True).items()}
    chosen, problems = read(known.values(), asked)
    for name, item in known.items():
        given = asked.get(name, item.default)
        wanted = given if _is_known(item, given) else item.default
        if chosen[name] != wanted:
            return "silent", f"{name}: {chosen[name][:80]!r} for {given[:80]!r}"
    wrong = [name for name, item in known.items() if name in asked and not _is_known(item, asked[name])]
    if len(wrong) != len(problems) or not all(map(is_sentence, problems)):
        return "mute", repr(problems)[:300]
    if shown := _repeated(problems, query):
        return "written", shown
    if unknown := [name for name, code in write(chosen).items() if not _is_known(known[name], code)]:
        return "written", repr(unknown)
    return "told" if wrong else "right", ""


def _is_known(item: Parameter, text: str) -> bool:
    """Say, without the code of the product, whether a text names what is known."""
    if isinstance(item, Several):
        codes = text.split(",") if text else []
        return len(codes) <= item.most and len({*codes}) == len(codes) and {*codes} <= {*item.options}
    if isinstance(item, Written):
        return not text or (_weighs(text) if item.name == "poids" else _bounds(text))
    return text in item.options


def _weighs(text: str) -> bool:
    found = [_WEIGHT.fullmatch(part) for part in text.split(",") if part]
    domains = choices.parameters()["domaine"].options
    weights = {one[1]: float(one[0].partition(":")[2]) for one in found if one}
    return (
        all(one and one[1] in domains for one in found)
        and len(weights) == len(found)
        and (any(weights.values()) or len(weights) < len(domains))
    )


def _bounds(text: str) -> bool:
    found = [_GOALPOST.fullmatch(part) for part in text.split(",")]
    if not all(found):
        return False
    told = [one.groups() for one in found if one]
    scored = choices.parameters()["inverses"].options
    named = [name for name, _, _ in told]
    return (
        len({*named}) == len(named) <= 40
        and {*named} <= {*scored}
        and all(float(low) < float(high) for _, low, high in told)
    )


def _of_shell(path: str, query: Query) -> tuple[str, str]:
    """Ask for the page that is there before any script, or where a wrong address leads."""
    streamlits = Response("<html lang='en'>", media_type="text/html")
    sent = answer(FrenchShell(streamlits), path, query=urlencode(query).encode(), host="observatoire.test")
    status, headers = sent[0]["status"], Headers(raw=sent[0]["headers"])
    body = b"".join(message.get("body", b"") for message in sent).decode(errors="replace")
    if status not in {200, 302, 404} or len(body) > _LARGEST:
        return "unknown", f"{status}, {len(body)} bytes"
    place = headers.get("location", "")
    if not place.isascii() or len(place) > _LARGEST // 10 or "set-cookie" in headers:
        return "written", place[:200]
    if place and place.partition("?")[0].strip("./") not in {entry.address for entry in ENTRIES} | {""}:
        return "written", place[:200]
    if shown := _repeated([body], [*query, ("", path.rpartition("/")[2])]):
        return "written", shown
    return "right", ""


def _page(script: str, query: Query) -> tuple[str, str]:
    asked: dict[str, str | list[str]] = {}
    for name, _ in query:
        values = [value for other, value in query if other == name]
        asked[name] = values if len(values) > 1 else values[0]
    asked.pop("", None)
    with runs.light():
        app = visited(script.removesuffix(".py"), **asked)  # type: ignore[arg-type]
        told = _whole(app, query)
        boxes = [
            box for box in app.selectbox if box.key and box.key.startswith("choix_") and not box.disabled
        ]
        if told or not boxes:
            return told or ("right", "")
        # Another choice than what is shown: the same one would write nothing.
        box = boxes[0]
        last = len(box.options) - 1
        box.select_index(last if box.index != last else 0).run()
        # A list that is no choice of the address leaves it as it was asked for: nothing is written.
        now, before = _listed(app.query_params), _listed(asked)
        written = {
            name: texts[-1] for name, texts in now.items() if name not in _STREAMLITS and now != before
        }
        known = choices.parameters()
        return (
            _whole(app, query)
            or next(
                (
                    ("written", f"{name}={text[:80]!r}")
                    for name, text in written.items()
                    if name not in known or not _is_known(known[name], text)
                ),
                None,
            )
            or ("right", "")
        )


def _listed(query: Mapping[str, str | list[str]]) -> dict[str, list[str]]:
    return {name: [text] if isinstance(text, str) else text for name, text in query.items()}


def _whole(app: AppTest, query: Query) -> tuple[str, str] | None:
    """Say what is wrong with a page that was drawn; nothing when it is whole."""
    if app.exception:
        return "crash", app.exception[0].message[:300]
    if not app.title:
        return "unknown", "no title"
    texts = [said.text for said in words(app._tree, Place("publie", "/", ()))]
    if shown := _repeated(texts, query):
        return "written", shown
    # What a link hands on, as its page will read it.
    for link in app.get("page_link"):
        for name, values in parse_qs(link.proto.query_string, keep_blank_values=True).items():
            item = choices.parameters().get(name)
            if item is None or not all(_is_known(item, value) for value in values):
                return "written", link.proto.query_string[:300]
    return None


def _repeated(texts: list[str], query: Query) -> str:
    """Return a value of the address that is shown, and is neither known nor too plain to do anything."""
    known = choices.parameters()
    for name, value in query:
        if (
            len(value) < 4
            or (name in known and _is_known(known[name], value))
            or _SHOWABLE.fullmatch(value)
            or any(value.strip() in text for text in _known_texts())
        ):
            continue
        if any(form in text for form in {value, quote(value, safe=""), quote_plus(value)} for text in texts):
            return repr(value[:200])
    return ""


@cache
def _known_texts() -> set[str]:
    """Return every code and every label: they are shown wherever they come from."""
    return {text for item in choices.parameters().values() for pair in item.options.items() for text in pair}


def _shown(query: Query) -> str:
    return "&".join(f"{name[:20]}={value[:30]!r}" for name, value in query[:6])


@contextmanager
def _of_public() -> Iterator[None]:
    """Serve the published workbook in this process."""
    with served("publie", _stores()):
        edition.use(_edition())
        yield


@cache
def _edition() -> Edition:
    return Edition(published().store)


@cache
def _folder() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="adresses-")


def _stores() -> Path:
    return Path(_folder().name)
