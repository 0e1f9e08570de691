"""One's own mirror on a telephone without script: a decision a screen, one printed page, a room joined."""

from __future__ import annotations

import re
import time

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from hall.book.book import Book
from hall.book.box import Box
from hall.book.gestures import Gesture
from hall.book.ledger import Ledger
from hall.book.rooms import Room
from hall.book.steps import Kind
from hall.stage.phones.mirror import mirror
from hall.stage.render import answer
from readings.debate import voices
from readings.debate.voices import Survey
from tests.browser.rooms import REGION, opened_at
from tests.browser.telephone import HEIGHT, Telephone
from tests.opened import published

pytestmark = pytest.mark.browser
# Four axes of four domains at most a screen, then three questions on co-building.
SCREENS = 9


def leaves(page: Page) -> int:
    """Return how many sheets of paper a page takes."""
    return len(re.findall(rb"/Type /Page\b", page.pdf(prefer_css_page_size=True)))


def complete() -> list[Survey]:
    """Have four actors rank every domain, each in its own order."""
    domains = list(published().vocabulary().domains)
    return [
        Survey(actor, "IMPACT 2019", "Hauts-de-France", "150 réponses", ranks)
        for turn, actor in enumerate(("citoyens", "entreprises", "associations", "maires"))
        for ranks in [{code: (1 + (place * 7 + turn) % 16,) * 2 for place, code in enumerate(domains)}]
    ]


def answered(phone: Telephone) -> None:
    """Answer one screen after the other: only one is ever shown, and « back » leads to the last."""
    page = phone.page
    for turn in range(SCREENS):
        shown = page.locator("section.screen:visible")
        expect(shown).to_have_count(1)
        expect(shown).to_contain_text(f"étape {turn + 1} sur {SCREENS}")
        for place, scale in enumerate(shown.locator("fieldset").all()):
            scale.locator("input").nth((turn + 3 * place) % 4).check()
        if turn in (0, SCREENS - 1):
            phone.look(f"screen {turn}")
        # What is asked at once holds on two screens of a telephone.
        assert page.evaluate("document.documentElement.scrollHeight") < 2 * HEIGHT
        if turn + 1 < SCREENS:
            page.get_by_role("link", name="Continuer").click()
        if turn == 1:
            page.go_back()
            expect(page.locator("section.screen:visible input:checked")).not_to_have_count(0)
            page.go_forward()


def test_a_mirror_is_answered_printed_and_sent_without_script(
    windows: BrowserContext, server: str, ledger: Ledger, room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    phone = Telephone(windows, script=False)
    page = phone.page
    page.goto(f"{server}/miroir")
    phone.look("regions")
    page.get_by_role("link", name="Hauts-de-France").click()
    answered(phone)
    page.get_by_role("button", name="Voir mon miroir").click()
    expect(page.locator("table.mirror tbody tr")).to_have_count(16)
    phone.look("mirror")
    # Nothing of what was answered is in an address.
    assert page.url.endswith(f"/miroir?region={REGION}")
    assert leaves(page) == 1
    joined(phone, ledger, room)
    assert phone.faults == [], "\n".join(phone.faults)
    # Four surveys of every domain, on paper too.
    monkeypatch.setattr(voices, "surveys", lambda *_: complete())
    given = {f"note-{code}": [str(place % 11)] for place, code in enumerate(published().vocabulary().domains)}
    made = mirror(published(), REGION, given | {"types": ["types-0"], "roles": ["roles-1"]})
    page.goto(f"{server}/miroir")
    page.set_content(bytes(answer(*made).body).decode())
    expect(page.locator("table.mirror thead th")).to_have_count(8)
    assert leaves(page) == 1
    page.close()


def joined(phone: Telephone, ledger: Ledger, room: Room) -> None:
    """Send the notes to a room, on the second button alone; see one's mirror of it once it is revealed."""
    page, book, box = phone.page, Book(ledger), Box(ledger)
    notes = next(step for step in room.progress.steps if step.kind is Kind.NOTES)
    opened_at(book, room, notes)
    page.get_by_label("Le code d’une salle ouverte").fill(str(room.code).lower())
    page.get_by_role("button", name="Rejoindre une salle").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Envoyer mes notes à la salle")
    phone.look("told")
    assert box.ballots(room.id) == []
    page.get_by_label("Maire").check()
    page.get_by_role("button", name="Envoyer ces notes à la salle").click()
    expect(page.get_by_text("Vos notes sont dans la salle")).to_be_visible()
    phone.look("sent")
    assert set(box.ballots(room.id)[0].answer["notes"]) == set(notes.subject["domaines"])
    for gesture in (Gesture.CLOSE, Gesture.REVEAL):
        book.move(room.id, gesture, time.time())
    page.get_by_role("link", name="Suivre la salle").click()
    page.get_by_role("link", name="Mon miroir").click()
    expect(page.locator("table.notes tbody tr")).to_have_count(len(notes.subject["domaines"]))
    phone.look("mirror of the room")
