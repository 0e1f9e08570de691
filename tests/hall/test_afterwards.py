"""What comes after a debate: only what is published of the region, and two codes that lead on."""

from __future__ import annotations

from hall.book.rooms import Room
from hall.book.steps import Kind
from hall.stage.hall import Hall
from hall.stage.plan.afterwards import NOTHING, already
from hall.stage.plan.new_room import new_room
from hall.stage.plan.sequence import sequence
from indicators.initiatives import initiatives
from indicators.rows import each
from readings.debate.debate import debate
from tests.hall.visit import Visit, led
from tests.opened import published


def test_what_is_done_already_is_what_is_published_of_the_region() -> None:
    results = published()
    named = list(each(initiatives(results.store)))
    figures = results.store.query(
        "SELECT DISTINCT region_code FROM mart.alliance WHERE reliability IN ('confirme', 'publie')"
    )
    for region in results.vocabulary().regions:
        here = [str(row.name) for row in named if region in row.region_codes]
        made = already(results, region)
        assert (made is not None) == bool(here or region in set(figures["region_code"]))
        points = made["points"] if made else []
        assert len(points) <= 3
        assert all("Source\u202f: " in detail for _, detail in points)
        told = [text for text, _ in points][: min(2, len(here))]
        assert all(any(text.startswith(name.split(" ")[0]) for name in here) for text in told)
    assert NOTHING in sequence(results, "94")[1]


def test_the_last_screen_leads_to_ones_mirror_and_to_the_sheet(hall: Hall) -> None:
    room: Room = new_room(hall.book, published(), "53")
    steps = room.progress.steps
    assert [step.kind for step in steps[-2:]] == [Kind.NEXT, Kind.VIEW]
    links = dict(steps[-1].subject["liens"])
    visit = Visit(hall)
    for address in links.values():
        assert visit.get(address).status == 200
    # The sheet has what it has on paper.
    for point in debate(published(), "53").facts:
        assert point.text in visit.text
    assert len(visit.text.encode()) < 20_000
    assert visit.get("/fiche-debat?region=<b>").status == 404
    assert "<b>" not in visit.text
    led(hall, room, len(steps) - 1)
    screen = Visit(hall).get(f"/ecran/{room.code}").text
    assert screen.count("<svg") >= 2
    assert all(f"salle.test{address}".replace("&", "&amp;") in screen for address in links.values())
