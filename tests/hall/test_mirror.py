"""The mirror by its addresses: nothing is kept, and hostile hands get a sentence."""

from __future__ import annotations

import logging

import pytest

from hall.stage.hall import Hall
from readings.mirror import practices
from tests.hall.visit import Visit
from tests.opened import published

DOMAINS = list(published().vocabulary().domains)
NOTES = {f"note-{code}": place % 11 for place, code in enumerate(DOMAINS)}


def test_a_person_sees_their_notes_beside_the_measures_and_leaves_nothing(
    hall: Hall, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    visit = Visit(hall).get("/miroir")
    assert all(name in visit.text for name in published().vocabulary().regions.values())
    found = [visit.text.index(f">{name}<") for name in ("Hauts-de-France", "Île-de-France", "Normandie")]
    assert found == sorted(found)
    visit.get("/miroir?region=53", accept_encoding="gzip")
    assert (visit.headers["content-encoding"], visit.headers["cache-control"]) == ("gzip", "no-store")
    assert int(visit.headers["content-length"]) < 20_000
    visit.get("/miroir?region=53")
    assert all(visit.text.count(f'name="note-{code}"') == 12 for code in DOMAINS)
    asked = practices.practices(published(), "53")
    assert all(visit.text.count(f'name="{one.name}"') >= len(one.choices) for one in asked)
    # Four domains a screen at most, then a question a screen.
    assert visit.text.count('class="screen"') == 6 + len(asked)
    visit.post("/miroir?region=53", NOTES | {"maturite": "maturite-2", "roles": ["roles-1", "<b>"]})
    assert visit.status == 200
    assert visit.headers["cache-control"] == "no-store"
    assert "en Bretagne" in visit.text
    assert visit.text.count('<th scope="row">') == len(DOMAINS)
    assert visit.text.count("(votre réponse)") == 2
    assert "<b>" not in visit.text
    assert all(one.sources in visit.text for one in asked)
    assert "set-cookie" not in visit.headers
    again = Visit(hall).post("/miroir?region=53", NOTES | {"maturite": "maturite-2", "modifier": ""})
    assert again.text.count(" checked") == len(NOTES) + 1
    assert "checked" not in visit.get("/miroir?region=53").text
    # Neither the rooms nor the log have anything of it.
    assert hall.book.every() == []
    assert [said for said in caplog.messages if "note-" in said or "maturite" in said] == []


def test_what_is_no_mirror_is_told_so(hall: Hall) -> None:
    visit = Visit(hall)
    assert visit.post("/miroir?region=53", {}).status == 422
    assert "un domaine au moins" in visit.text
    assert visit.post("/miroir?region=53", {"note-sante": 3, "note-emploi": 11}).status == 422
    # What was well answered is not to be answered again.
    assert visit.post("/miroir?region=53", {"maturite": "maturite-1"}).text.count(" checked") == 1
    assert "quel est votre territoire" in visit.post("/miroir?region=<script>", {"note-sante": 3}).text
    assert "<script>" not in visit.text
    assert visit.raw("/miroir?region=53", [b"x" * 9000]).status == 413
