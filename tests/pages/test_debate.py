"""« Débat »: the sequence of a region, and the room that is made of what was kept of it."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pandas as pd
import pytest
from streamlit.runtime.context import StreamlitHeaders
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Button

from exports.address import is_own
from exports.stamp import Stamp
from hall.book import codes, place
from hall.book.drawings import LIGHT, WIDE
from hall.book.gestures import Gesture
from hall.book.rooms import Room
from hall.book.steps import Kind
from hall.stage.addresses import reachable
from hall.stage.edition_memory import EditionMemory
from hall.stage.hall import shared
from hall.stage.plan import own_figures
from hall.stage.plan.alike import alike
from pages import basket, landing
from pages.facade import current, debate, taken
from pages.tables import plain
from tests.hall.conftest import NEW, TODAY, led_to
from tests.opened import published
from tests.pages.conftest import headings, visited
from tests.rules import tree


@pytest.fixture(autouse=True)
def _rooms(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(place.VARIABLE, str(tmp_path))
    monkeypatch.setenv("OBSERVATOIRE_ANIMATION", "ouvre-toi")
    shared.cache_clear()
    # What is drawn is looked at in a browser.
    monkeypatch.setattr(own_figures, "_KEPT", EditionMemory(64))
    monkeypatch.setattr(own_figures, "screens", lambda *_, first: ["<svg/>"] * first)


def test_without_a_region_the_page_asks_for_one() -> None:
    app = visited("debate")
    assert app.title[0].value.startswith("Débat")
    assert not app.button


def titles(app: AppTest) -> list[str]:
    """Return the titles of the numbered list of the steps."""
    listed = next(block.value for block in app.markdown if block.value.startswith("1. **"))
    return [line.partition(". **")[2].partition("**")[0] for line in listed.splitlines()]


def numbered_as_the_desk(app: AppTest, room: Room) -> None:
    """Hold the list and the title of the page to the steps of the room."""
    steps = room.progress.steps
    for title, step in zip(titles(app), steps, strict=True):
        figure = step.kind is Kind.FIGURE
        assert title.startswith("Figure") if figure else title == plain(str(step.subject["titre"]))
    assert f"{len(steps)} étapes" in app.title[0].value


def ready(app: AppTest) -> Button:
    """Return what makes the room."""
    return next(one for one in app.button if one.label == "Préparer la salle")


def test_a_room_is_made_of_the_steps_that_were_kept() -> None:
    app = visited("debate", region="53")
    count = len([one for one in app.button if one.label == "Retirer"])
    figures = len([title for title in titles(app) if title.startswith("Figure")])
    assert figures >= 2
    assert f"{count + figures} étapes" in app.title[0].value
    app.button(key="debat_53_2_retirer").click().run()
    app.button(key="debat_53_4_Reculer").click().run()
    assert not app.exception
    app.text_input(key="debat_phrase").set_value("faux").run()
    assert app.error[0].value.startswith("Ce n’est pas la phrase")
    app.text_input(key="debat_phrase").set_value("ouvre-toi").run()
    app.button_group[0].set_value([])
    ready(app).click().run()
    assert app.error[0].value.startswith("Choisissez au moins un acteur")
    app.button_group[0].set_value(["maires", "citoyens"])
    app.selectbox(key="debat_adresse").set_value(debate.addresses()[-1])
    ready(app).click().run()
    assert not app.exception
    (room,) = shared().book.every()
    numbered_as_the_desk(app, room)
    assert room.actors == ("citoyens", "maires")
    assert room.address == debate.addresses()[-1]
    assert room.code
    assert any(f"{room.code[:3]}\u00a0{room.code[3:]}" in heading for heading in headings(app))
    assert [step.kind.value for step in room.progress.steps][:4] == ["accueil", "presents", "notes", "notes"]
    asked = [step for step in room.progress.steps if step.kind is not Kind.FIGURE]
    assert len(asked) == count - 1
    shared().close()


def test_a_screen_alone_is_made_without_telephones(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(debate, "may_open", lambda _passphrase: True)
    monkeypatch.delenv("OBSERVATOIRE_ANIMATION")
    gone_up: list[bool] = []
    monkeypatch.setattr(landing, "at_the_top", lambda: gone_up.append(True))
    app = visited("debate", region="53")
    app.toggle(key="debat_seul").set_value(True).run()
    assert not app.exception
    said = " ".join(block.value for block in app.markdown)
    assert "voix haute" in said
    assert "téléphones répondent" not in said
    assert not app.button_group
    next(one for one in app.button if one.label == "Préparer l’écran").click().run()
    assert not app.exception
    (room,) = shared().book.every()
    assert room.progress.alone
    # What was made is shown at the top of the page, far above the button.
    assert gone_up
    assert any("prête à projeter" in heading for heading in headings(app))
    assert "sans téléphones" in debate.kept_here()[0].told
    # Its sequence is had again for another region where the screen is alone, and there only.
    app.query_params["region"] = "32"
    app.run()
    app.button(key="debat_32_comme").click().run()
    assert not app.exception
    ranks, _ = alike(room.progress.steps, published(), "32")
    assert app.session_state["debat_32_seul"] == list(ranks)
    assert len([one for one in app.button if one.label == "Retirer"]) == len(ranks)
    app.toggle(key="debat_seul").set_value(False).run()
    assert not any(one.key == "debat_32_comme" for one in app.button)
    shared().close()


def test_a_figure_of_any_page_is_a_step_of_the_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(debate, "may_open", lambda _passphrase: True)
    monkeypatch.setattr(taken, "on_screen", lambda about, *_: [f"<svg>{about.title}</svg>"])

    def kept(title: str, edition: object) -> basket.Kept:
        return basket.Kept(Stamp(title), pd.DataFrame, lambda _look: {}, "53", edition)

    now = current.public().token
    app = visited("debate", region="53")
    order = app.session_state["debat_53"]
    app.session_state["debat_figures"] = {
        "un": kept("Première figure", now),
        "deux": kept("Seconde figure", now),
        "trois": kept("Figure ancienne", object()),
    }
    app.run()
    # Before the last step; what rests on another edition is not drawn, and it is said.
    assert order[-3:-1] == ["un", "deux"]
    assert any("Seconde figure" in said.value for said in app.markdown)
    assert any("Figure ancienne" in said.value and "autre édition" in said.value for said in app.caption)
    app.button(key="debat_53_un_retirer").click().run()
    app.button(key="debat_53_deux_Avancer").click().run()
    assert order[-3] == "deux"
    assert list(app.session_state["debat_figures"]) == ["deux", "trois"]
    ready(app).click().run()
    assert not app.exception
    (room,) = shared().book.every()
    rank = next(one.rank for one in room.progress.steps if one.subject["titre"] == "Seconde figure")
    room = led_to(shared().book, room, rank, Gesture.BACK, Gesture.NEXT)
    assert shared().book.drawing(room, WIDE, LIGHT) == "<svg>Seconde figure</svg>"
    shared().close()


def test_the_rooms_of_this_machine_are_found_again_where_no_passphrase_opens_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    room = shared().book.create(NEW, TODAY)
    assert debate.kept_here() == []
    monkeypatch.delenv("OBSERVATOIRE_ANIMATION")
    # No machine asks in these tests.
    monkeypatch.setattr(debate, "may_open", lambda _passphrase: True)
    app = visited("debate", region="53")
    assert "Salles de cet ordinateur\u202f: 1" in headings(app)
    (link,) = (one for one in app.get("link_button") if one.proto.label == "Régie")
    key = parse_qs(urlsplit(link.proto.url).query)["jeton"][0]
    app.run()
    (again,) = (one for one in app.get("link_button") if one.proto.label == "Régie")
    assert again.proto.url == link.proto.url  # kept, not made at each run
    assert shared().book.take(key, time.time())
    assert (
        debate.kept_here()[0].told
        == f"code {codes.written(room.code)}, préparée le 15/01/2027, pas encore ouverte"
    )
    shared().close()


@dataclass
class Visit:
    """What Streamlit tells of who comes: the address (none: this machine), and the headers that were sent."""

    ip_address: str | None
    headers: StreamlitHeaders


def may_open(monkeypatch: pytest.MonkeyPatch, address: str | None, **sent: str) -> bool:
    """Say whether who comes from an address with some headers may open a room without a passphrase."""
    browser = {"Host": "localhost:8501", "Sec-WebSocket-Version": "13", "Origin": "http://localhost:8501"}
    visit = Visit(address, StreamlitHeaders((browser | sent).items()))
    monkeypatch.setattr("pages.facade.debate.st.context", visit)
    return debate.may_open("")


def test_a_room_is_opened_from_this_machine_alone_without_a_passphrase(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("OBSERVATOIRE_ANIMATION")
    assert debate.asks() is False
    for address, own in (
        (None, True),
        ("127.0.0.1", True),
        ("::1", True),
        ("::ffff:127.0.0.1", True),
        ("192.168.1.2", False),
        ("salle", False),
    ):
        assert may_open(monkeypatch, address) is own
    assert not any(is_own(address) for address in reachable())
    for host, own in (
        ("localhost", True),
        ("127.0.0.1:8501", True),
        ("[::1]:8501", True),
        ("192.168.1.2:8501", False),
        ("localhost.example.org", False),
        ("localhost@example.org", False),
        ("[::1", False),
        ("", False),
    ):
        assert may_open(monkeypatch, None, Host=host) is own


def test_nobody_opens_a_room_through_a_proxy_without_a_passphrase(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OBSERVATOIRE_ANIMATION")
    ours = (tree.ROOT / "deploy/nginx/observatoire.conf").read_text(encoding="utf-8")
    # What it erases is not sent. A reader may ask for any name, that of the machine too: `Host` passes.
    sent = {
        name: "https" if value.startswith("$lu_en") else "sent"
        for name, value in re.findall(r"^ *proxy_set_header (\S+) (.+);$", ours, re.MULTILINE)
        if value != '""' and name != "Host"
    }
    assert sent["X-Forwarded-Proto"] == "https"
    assert "X-Forwarded-For" not in sent
    assert not may_open(monkeypatch, None, **sent)
    for name in ("X-Forwarded-For", "X-Forwarded-Proto", "X-Real-IP", "x-request-id", "Forwarded", "Via"):
        assert not may_open(monkeypatch, None, **{name: "sent"})
        assert not may_open(monkeypatch, "127.0.0.1", **{name: ""})
    monkeypatch.setenv("OBSERVATOIRE_ANIMATION", "ouvre-toi")
    assert not may_open(monkeypatch, None)
    assert debate.may_open("ouvre-toi")


def test_the_steps_of_a_room_are_taken_up_for_another_region() -> None:
    app = visited("debate", region="53")
    app.button(key="debat_53_2_retirer").click().run()
    app.text_input(key="debat_phrase").set_value("ouvre-toi").run()
    next(one for one in app.button if one.label == "Préparer la salle").click().run()
    app.query_params["region"] = "94"
    app.run()
    asked = next(one for one in app.button if one.label.startswith("Même séquence que"))
    count = len([one for one in app.button if one.label == "Retirer"])
    asked.click().run()
    assert not app.exception
    assert len([one for one in app.button if one.label == "Retirer"]) == count - 1
    app.file_uploader(key="salles_zips").set_value([("a.zip", b"PK", ""), ("b.zip", b"PK", "")]).run()
    assert "n’est pas le zip d’une salle" in app.error[0].value
    shared().close()
