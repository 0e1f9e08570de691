"""A telephone in a whole debate: without script, by the keyboard, in large letters; axe on every page."""

from __future__ import annotations

import time

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from hall.book.book import Book
from hall.book.box import Box
from hall.book.gestures import Gesture
from hall.book.ledger import Ledger
from hall.book.rooms import Room
from hall.book.steps import Kind
from hall.stage.plan.new_room import Choice, new_room
from tests.browser.accessibility import violations
from tests.browser.conftest import Open, settled
from tests.browser.rooms import REGION, opened_at
from tests.browser.telephone import Telephone, fill, keys
from tests.opened import published

pytestmark = pytest.mark.browser
# To answer a whole debate with a keyboard.
MOST_KEYS = 100
# The welcome, the priorities, the notes of an axis, a figure to guess.
SHORT = Choice(steps=(0, 2, 3, 8))


def test_a_telephone_without_script_goes_through_a_debate(
    windows: BrowserContext, server: str, ledger: Ledger
) -> None:
    book = Book(ledger)
    room = new_room(book, published(), REGION, choice=Choice(shared=True))
    phone = Telephone(windows, script=False)
    page, address = phone.page, f"{server}/salle/{room.code}"
    heading = expect(page.get_by_role("heading", level=1))
    for typed in ("", "?code=O0", "?code=AAAAAA"):
        page.goto(f"{server}/salle{typed}")
        phone.look(f"door {typed}")
    page.goto(f"{server}/salle?code={room.code.lower() if room.code else ''}")
    phone.look("who")
    enter(page, "Maire")
    heading.to_have_text("Le débat va commencer")
    phone.look("prepared")
    asked = [step for step in room.progress.steps if step.asked]
    notes = next(step for step in asked if step.kind is Kind.NOTES)
    for step in asked:
        opened_at(book, room, step)
        page.goto(address)
        heading.to_have_text(str(step.subject["titre"]))
        if step.kind is not Kind.NOTES or step is notes:
            phone.look(step.kind.value)
        fill(page, step)
        page.get_by_role("button", name="Envoyer").click()
        heading.to_have_text("Votre réponse est enregistrée")
        if step.kind is Kind.PRIORITIES:
            changed(phone)
            handed_on(phone, book, room)
    closed_before(phone, book, room)
    assert phone.faults == [], "\n".join(phone.faults)
    assert {one.rank for one in Box(ledger).ballots(room.id)} == {step.rank for step in asked}
    page.close()


def test_a_telephone_that_missed_something_is_told_what(
    windows: BrowserContext, server: str, ledger: Ledger
) -> None:
    book, phone = Book(ledger), Telephone(windows, script=False)
    room = new_room(book, published(), REGION, choice=SHORT)
    page, address = phone.page, f"{server}/salle/{room.code}"
    heading = expect(page.get_by_role("heading", level=1))
    book.move(room.id, Gesture.LOCK, time.time())
    page.goto(address)
    heading.to_have_text("La porte est fermée")
    phone.look("door is closed")
    book.move(room.id, Gesture.LOCK, time.time())
    page.goto(address)
    enter(page, "Maire")
    opened_at(book, room, room.progress.steps[1])
    book.move(room.id, Gesture.CLOSE, time.time())
    page.goto(address)
    expect(page.get_by_text("vous n’y avez pas répondu")).to_be_visible()
    phone.look("missed")
    for gesture in (Gesture.REVEAL, Gesture.NEXT):
        book.move(room.id, gesture, time.time())
    page.goto(address)
    expect(page.get_by_text("La prochaine question viendra ici.")).to_be_visible()
    phone.look("looks at the screen")
    page.get_by_role("link", name="Changer d’acteur").click()
    heading.to_have_text("Qui répond\u202f?")
    phone.look("another actor")
    screen = new_room(book, published(), REGION, choice=Choice(steps=(0,), alone=True))
    page.goto(f"{server}/salle/{screen.code}")
    heading.to_have_text("Cette salle n’a pas de téléphones")
    phone.look("a screen alone")
    assert phone.faults == [], "\n".join(phone.faults)
    page.close()


def test_a_form_that_is_not_taken_says_why(windows: BrowserContext, server: str, ledger: Ledger) -> None:
    book, phone = Book(ledger), Telephone(windows, script=False)
    room = new_room(book, published(), REGION, choice=SHORT)
    page, address = phone.page, f"{server}/salle/{room.code}"
    page.goto(address)
    page.get_by_role("button", name="Continuer").click()
    expect(page.get_by_role("alert")).to_contain_text("Choisissez en tant que qui")
    phone.look("nobody was chosen")
    enter(page, "Maire")
    expect(page.get_by_role("heading", level=1)).to_have_text("Le débat va commencer")
    _, _, notes, number = room.progress.steps
    for step, words in ((notes, "Donnez une note"), (number, "Écrivez un nombre")):
        opened_at(book, room, step)
        page.goto(address)
        page.get_by_role("button", name="Envoyer").click()
        expect(page.get_by_role("alert")).to_contain_text(words)
        phone.look(f"nothing given: {step.kind.value}")
    windows.clear_cookies(name="salle")
    page.get_by_role("button", name="Envoyer").click()
    expect(page.get_by_text("n’a pas gardé le témoin")).to_be_visible()
    phone.look("the cookie is lost")
    assert phone.faults == [], "\n".join(phone.faults)
    page.close()


def closed_before(phone: Telephone, book: Book, room: Room) -> None:
    """Send an answer after its question has closed, then see it revealed and the debate end."""
    page, address = phone.page, phone.page.url.partition("?")[0]
    heading = expect(page.get_by_role("heading", level=1))
    page.goto(f"{address}?reponse=changer")
    book.move(room.id, Gesture.CLOSE, time.time() - 60)
    page.get_by_role("button", name="Changer ma réponse").click()
    heading.to_have_text("Cette question est close")
    expect(page.get_by_text("avant reste enregistrée")).to_be_visible()
    phone.look("too late")
    book.move(room.id, Gesture.REVEAL, time.time())
    page.goto(address)
    expect(page.get_by_text("Vous aviez répondu")).to_be_visible()
    phone.look("revealed")
    book.move(room.id, Gesture.END, time.time())
    page.goto(address)
    heading.to_have_text("Le débat est terminé")
    phone.look("ended")


def enter(page: Page, actor: str) -> None:
    """Say who answers."""
    expect(page.get_by_role("heading", level=1)).to_have_text("Qui répond\u202f?")
    page.get_by_label(actor).check()
    page.get_by_role("button", name="Continuer").click()


def changed(phone: Telephone) -> None:
    """Change one's mind, first with too many priorities: nothing of it is lost."""
    page = phone.page
    phone.look("kept")
    page.get_by_role("link", name="Changer ma réponse").click()
    expect(page.get_by_role("button", name="Changer ma réponse")).to_be_visible()
    boxes = page.locator("fieldset input")
    for box in boxes.all()[:4]:
        box.check()
    page.get_by_role("button", name="Changer ma réponse").click()
    expect(page.get_by_role("alert")).to_contain_text("Trois priorités au plus")
    expect(page.locator("fieldset input:checked")).to_have_count(4)
    phone.look("too many")
    boxes.first.uncheck()
    page.get_by_role("button", name="Changer ma réponse").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Votre nouvelle réponse est enregistrée")
    expect(page.locator("ul.kept li")).to_have_count(3)


def handed_on(phone: Telephone, book: Book, room: Room) -> None:
    """Hand a tablet on after a question has closed: who takes it is told that they missed it."""
    page = phone.page
    book.move(room.id, Gesture.CLOSE, time.time())
    page.reload()
    expect(page.get_by_text("Votre réponse est enregistrée")).to_be_visible()
    phone.look("closed")
    page.get_by_role("button", name="Personne suivante").click()
    enter(page, "Citoyenne")
    expect(page.get_by_text("Vous êtes arrivé après cette question.")).to_be_visible()
    phone.look("late")


def test_a_telephone_with_script_is_led_by_the_keyboard_and_loses_nothing(
    windows: BrowserContext, server: str, ledger: Ledger, room: Room
) -> None:
    book = Book(ledger)
    phone = Telephone(windows, script=True)
    page = phone.page
    page.clock.install()
    heading = expect(page.get_by_role("heading", level=1))
    page.goto(f"{server}/salle/{room.code}")
    phone.press("Tab", "ArrowDown", "Tab", "Enter")
    heading.to_have_text("Le débat va commencer")
    asked = [step for step in room.progress.steps if step.asked]
    for step in asked:
        opened_at(book, room, step)
        # The page goes on by itself.
        page.clock.fast_forward(6000)
        heading.to_have_text(str(step.subject["titre"]))
        phone.press(*keys(step))
        if step is asked[0]:
            expect(page.get_by_text("décochez-en un")).to_be_visible()
            away(phone)
        else:
            phone.press("Tab", "Enter")
        heading.to_have_text("Votre réponse est enregistrée")
    ballots = Box(ledger).ballots(room.id)
    assert {one.rank for one in ballots} == {step.rank for step in asked}
    assert len(next(one.answer for one in ballots if one.rank == asked[0].rank)["domaines"]) == 3
    assert phone.faults == [], "\n".join(phone.faults)
    # A whole debate: who one is, three priorities, sixteen notes, three guesses, with whom.
    assert phone.keys <= MOST_KEYS
    page.close()


def away(phone: Telephone) -> None:
    """Take the server away in the middle of an answer: it says whose fault it is, and goes later."""
    page = phone.page
    page.route("**/salle/**", lambda route: route.abort())
    page.clock.fast_forward(6000)
    expect(page.locator("#lost")).to_contain_text("ce n’est pas vous")
    assert page.locator("fieldset input:checked").count() == 3
    phone.press("Tab", "Enter")
    expect(page.locator("#unsent")).to_be_visible()
    phone.look("away")
    page.unroute_all()
    page.clock.fast_forward(6000)


def prepared(plan: Page) -> str:
    """Make a room on its page; returns the address of its desk."""
    plan.get_by_label("Nom de la salle").fill("Préfecture")
    plan.get_by_role("button", name="Préparer la salle").click()
    link = plan.get_by_role("link", name="Ouvrir la régie")
    expect(link).to_be_visible()
    plan.get_by_text("Salles de cet ordinateur").click()
    expect(plan.get_by_role("link", name="Régie", exact=True).first).to_be_visible()
    settled(plan)
    assert violations(plan) == []
    return str(link.get_attribute("href"))


def test_a_presenter_makes_a_room_and_leads_it_from_a_telephone_without_script(
    windows: BrowserContext, server: str, open_page: Open
) -> None:
    link = prepared(open_page(f"/debat?region={REGION}"))
    desk = Telephone(windows, script=False)
    page = desk.page
    page.goto(f"{server}{link}")
    desk.look("prepared")
    for name in ("Ouvrir", "Suivant", "Suivant", "Ouvrir", "Clore", "Révéler", "Second tour", "Précédent"):
        # Without a script each is a form, whose answer is another page.
        with page.expect_navigation():
            page.get_by_role("button", name=name, exact=True).click()
        if name in ("Clore", "Révéler"):
            desk.look(name)
    page.get_by_role("button", name="Écran noir").click()
    expect(page.get_by_role("button", name="Rallumer l’écran")).to_be_visible()
    page.locator("summary").click()
    desk.look("all")
    page.get_by_role("button", name="Régie sur un autre appareil").click()
    desk.look("lent")
    page.goto(f"{server}/regie")
    desk.look("held")
    page.get_by_role("link", name="Préfecture").click()
    desk_of_room = page.url
    for name in ("fiche", "semblable"):
        page.goto(f"{desk_of_room}/{name}")
        desk.look(name)
    page.goto(desk_of_room)
    page.locator("summary").click()
    page.get_by_role("link", name="Terminer").click()
    desk.look("asked twice")
    page.get_by_role("button", name="Terminer le débat").click()
    expect(page.get_by_role("link", name="Exporter")).to_be_visible()
    desk.look("ended")
    assert desk.faults == [], "\n".join(desk.faults)
    page.close()
