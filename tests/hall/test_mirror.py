"""The mirror by its addresses: nothing is kept, and hostile hands get a sentence."""

from __future__ import annotations

from hall.stage.hall import Hall
from tests.hall.visit import Visit
from tests.opened import published


def test_a_person_sees_their_notes_beside_the_measures_and_leaves_nothing(hall: Hall) -> None:
    visit = Visit(hall).get("/miroir")
    assert all(name in visit.text for name in published().vocabulary().regions.values())
    visit.get("/miroir?region=53")
    domains = list(published().vocabulary().domains)
    assert all(f'name="note-{code}"' in visit.text for code in domains)
    notes = {f"note-{code}": place % 11 for place, code in enumerate(domains)}
    visit.post("/miroir?region=53", notes | {"maturite": "maturite-0"})
    assert visit.status == 200
    assert visit.headers["cache-control"] == "no-store"
    assert "en Bretagne" in visit.text
    assert visit.text.count('<th scope="row">') == len(domains)
    assert "vous le dites" in visit.text
    assert "set-cookie" not in visit.headers
    assert "9 sur 10" not in visit.get("/miroir?region=53").text
    assert hall.book.every() == []


def test_what_is_no_mirror_is_told_so(hall: Hall) -> None:
    visit = Visit(hall)
    assert visit.post("/miroir?region=53", {}).status == 422
    assert "un domaine au moins" in visit.text
    assert "quel est votre territoire" in visit.post("/miroir?region=<script>", {"note-sante": 3}).text
    assert "<script>" not in visit.text
    assert visit.raw("/miroir?region=53", [b"x" * 9000]).status == 413
