"""A telephone without script, and hostile hands: what is asked, kept, refused; nothing told too early."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest

from exports.qr import qr_svg
from hall.book.gestures import Gesture
from hall.book.rooms import Room
from hall.stage import addresses, limits
from hall.stage.hall import Hall
from hall.stage.participants import UNHEARD
from tests.hall.conftest import DOMAINS, NEW, NOW, TODAY
from tests.hall.visit import Visit, entered, led

TRUTH = "La vérité est 10,8\u00a0%."


def test_a_code_is_typed_in_any_way(hall: Hall, debate: Room) -> None:
    assert debate.code
    typed = f"{debate.code[:3].lower()}-{debate.code[3:].lower()}"
    visit = Visit(hall).get(f"/salle?code={typed}")
    assert visit.status == 200
    assert "Je réponds en tant que" in visit.text
    assert Visit(hall).get(f"/salle/{typed}").status == 200
    assert "Six signes" in Visit(hall).get("/salle").text
    assert Visit(hall).get("/salle?code=O0").status == 422
    wrong = Visit(hall).get("/salle/AAAAAA")
    assert wrong.status == 404
    assert "Vérifiez le code" in wrong.text
    assert "Le débat est terminé" not in wrong.text
    hall.book.move(debate.id, Gesture.END, NOW)
    assert "Le débat est terminé" in visit.get(f"/salle/{debate.code}").text


def test_a_room_asks_the_actors_that_its_presenter_chose(hall: Hall) -> None:
    room = hall.book.create(replace(NEW, actors=("maires",)), TODAY)
    visit = Visit(hall).get(f"/salle/{room.code}")
    assert re.findall(r'name="acteur" value="(\w+)"', visit.text) == ["maires", "autre"]
    assert visit.send(f"/salle/{room.code}/acteur", acteur="citoyens").status == 422
    assert entered(hall, room, "autre").status == 200
    led(hall, room, 1)
    screen = Visit(hall).get(f"/ecran/{room.code}").text
    assert "Moins de cinq, ou personne\u202f: maires." in screen


def test_the_code_of_a_room_leads_telephones_where_they_reach_the_server(hall: Hall) -> None:
    said = hall.book.create(replace(NEW, address="http://192.168.43.1:8501"), TODAY)
    screen = Visit(hall).get(f"/ecran/{said.code}").text
    assert qr_svg(f"http://192.168.43.1:8501/salle/{said.code}") in screen
    assert "coupez les données mobiles" in screen
    public = Visit(hall).get(f"/ecran/{hall.book.create(NEW, TODAY).code}").text
    assert "salle.test/salle" in public
    assert "données mobiles" not in public
    networks = addresses.reachable()
    for own in ("http://localhost:8501/", "http://127.0.0.1:8501/"):
        found = addresses.of_telephones("", own)
        assert found == (f"http://{networks[0]}:8501" if networks else own.rstrip("/"))


def test_a_participant_answers_changes_and_is_counted_once(hall: Hall, debate: Room) -> None:
    visit = entered(hall, debate)
    assert "Regardez l’écran" in visit.text
    led(hall, debate, 2, Gesture.OPEN)
    here = f"/salle/{debate.code}"
    visit.get(here)
    assert "Lesquelles" in visit.text
    visit.send(f"{here}/2", domaine=["sante", "emploi"], tour=1)
    assert "<h1>Votre réponse est enregistrée</h1>" in visit.text
    assert "<li>Santé</li><li>Emploi</li>" in visit.text
    # Nothing to fill any more: without a script the page goes on by itself.
    assert '<noscript><meta http-equiv="refresh"' in visit.text
    visit.get(f"{here}?reponse=changer")
    assert visit.text.count(" checked") == 2
    assert "refresh" not in visit.text
    visit.send(f"{here}/2", domaine=["culture"], tour=1, reponse="changee")
    assert "<h1>Votre nouvelle réponse est enregistrée</h1>" in visit.text
    assert hall.box.counts(debate.id, 2, 1) == {"maires": 1}
    assert hall.box.ballots(debate.id)[0].answer == {"domaines": ["culture"]}
    visit.get(f"{here}?reponse=changer").send(f"{here}/2", domaine=list(DOMAINS), tour=1)
    assert visit.status == 422
    assert "vous en avez coché 4" in visit.text
    assert visit.text.count(" checked") == 4  # a mistake is corrected, not begun again


def test_what_was_answered_is_told_and_a_refused_form_is_kept(hall: Hall, debate: Room) -> None:
    visit, here = entered(hall, debate), f"/salle/{debate.code}"
    led(hall, debate, 3, Gesture.OPEN)
    visit.get(here).send(f"{here}/3", **{"note-sante": 7, "note-emploi": "sans-avis"}, tour=1)
    assert "<li>Santé\u202f: 7 sur 10</li><li>Emploi\u202f: sans avis</li>" in visit.text
    led(hall, debate, 3, Gesture.CLOSE)
    assert "Votre réponse est enregistrée\u202f:" in visit.get(here).text
    led(hall, debate, 4, Gesture.OPEN)
    assert 'aria-describedby="unite"' in visit.get(here).text
    assert '<p class="quiet" id="unite">Unité&#8239;: %.</p>' in visit.text
    visit.send(f"{here}/4", nombre="dix <b>", tour=1)
    assert visit.status == 422
    assert 'value="dix &lt;b&gt;"' in visit.text
    visit.send(f"{here}/4", nombre="1 234 567,5", tour=1)
    assert "<li>1\u202f234\u202f567,5\u202f%</li>" in visit.text
    assert 'value="1\u202f234\u202f567,5"' in visit.get(f"{here}?reponse=changer").text


def test_who_gives_no_actor_is_told_before_and_not_that_it_counts(hall: Hall, debate: Room) -> None:
    visit, here = Visit(hall).get(f"/salle/{debate.code}"), f"/salle/{debate.code}"
    assert UNHEARD in visit.text
    visit.send(f"{here}/acteur", acteur="autre")
    led(hall, debate, 3, Gesture.OPEN)
    silent = dict.fromkeys((f"note-{code}" for code in DOMAINS), "sans-avis")
    visit.get(here).send(f"{here}/3", **silent, tour=1)
    pages = [visit.text]
    assert visit.text.count("\u202f: sans avis</li>") == len(DOMAINS)
    for gesture in (Gesture.CLOSE, Gesture.REVEAL):
        led(hall, debate, 3, gesture)
        pages.append(visit.get(here).text)
    assert not [page for page in pages if "compte" in page]
    # Nobody noted: the screen says so.
    assert "rien n’est montré" in Visit(hall).get(f"/ecran/{debate.code}").text


def test_who_comes_after_a_question_is_told_so(hall: Hall, debate: Room) -> None:
    early = entered(hall, debate)
    led(hall, debate, 2, Gesture.OPEN, Gesture.CLOSE)
    assert "Vous êtes arrivé après cette question." in entered(hall, debate).text
    assert "vous n’y avez pas répondu" in early.get(f"/salle/{debate.code}").text


def test_a_closed_door_is_told_before_anything_is_asked(hall: Hall, debate: Room) -> None:
    inside = entered(hall, debate)
    hall.book.move(debate.id, Gesture.LOCK, NOW)
    late = Visit(hall).get(f"/salle/{debate.code}")
    assert late.status == 409
    assert "La porte est fermée" in late.text
    assert inside.get(f"/salle/{debate.code}").status == 200


def test_a_late_answer_is_told_so(hall: Hall, debate: Room) -> None:
    visit = entered(hall, debate)
    led(hall, debate, 2, Gesture.OPEN)
    visit.get(f"/salle/{debate.code}")
    led(hall, debate, 2, Gesture.CLOSE, Gesture.REVEAL)
    visit.send(f"/salle/{debate.code}/2", domaine=["sante"], tour=1)
    assert visit.status == 409
    assert "après la clôture" in visit.text
    assert "reste enregistrée" not in visit.text
    assert hall.box.counts(debate.id, 2, 1) == {}


def test_forms_that_are_not_ours_are_refused(hall: Hall, debate: Room) -> None:
    led(hall, debate, 2, Gesture.OPEN)
    vote = f"/salle/{debate.code}/2"
    honest = entered(hall, debate)
    honest.get(f"/salle/{debate.code}")
    other = entered(hall, debate)
    stolen = other.get(f"/salle/{debate.code}").text
    no_cookie = Visit(hall)
    no_cookie.text = stolen
    assert no_cookie.send(vote, domaine=["sante"], tour=1).status == 403
    assert "cookie" in no_cookie.text
    honest.text = stolen
    assert honest.send(vote, domaine=["sante"], tour=1).status == 403
    assert honest.post(vote, {"jeton": "0" * 32, "domaine": "sante"}).status == 403
    honest.get(f"/salle/{debate.code}")
    assert honest.post(vote, {"domaine": "sante"}, origin="https://ailleurs.test").status == 403
    assert honest.raw(vote, [b"jeton=%C3%A9&\xff"]).status == 422
    assert honest.raw(vote, [b"a=b&" * 200]).status == 422
    assert honest.post(f"/salle/{debate.code}/0", {}).status == 404
    assert honest.post(f"/salle/{debate.code}/99", {}).status == 404
    assert hall.box.counts(debate.id, 2, 1) == {}


def test_a_form_serves_one_device_one_question_and_one_room(hall: Hall, debate: Room) -> None:
    led(hall, debate, 2, Gesture.OPEN)
    here = f"/salle/{debate.code}"
    visit = entered(hall, debate).get(here)
    assert visit.send(f"{here}/3", **{"note-sante": 3}, tour=1).status == 403  # another question
    visit.get(here)
    other = hall.book.move(hall.book.create(NEW, TODAY).id, Gesture.OPEN, NOW)
    led(hall, other, 2, Gesture.OPEN)
    assert visit.send(f"/salle/{other.code}/2", domaine=["sante"], tour=1).status == 403  # another room
    visit.get(here)
    visit.cookies["salle"] = "forge"
    assert visit.send(f"{here}/2", domaine=["sante"], tour=1).status == 403
    visit.get(here)
    assert visit.send(f"{here}/acteur", acteur="roi").status == 422
    assert "en tant que qui" in visit.text
    assert hall.box.present(debate.id) == {"maires": 1}
    assert hall.box.counts(debate.id, 2, 1) == {}


def test_two_devices_get_the_same_page_but_for_what_their_forms_carry(hall: Hall, debate: Room) -> None:
    one, other = (Visit(hall).get(f"/salle/{debate.code}") for _ in range(2))
    (mine,), (theirs,) = (re.findall(r'name="jeton" value="(\w+)"', page.text) for page in (one, other))
    assert mine != theirs
    assert one.text.replace(mine, theirs) == other.text
    renamed = other.get(f"/salle/{debate.code}", host="10.1.2.3")
    assert "pas d’Internet" in renamed.text
    assert "pas d’Internet" not in one.get(f"/salle/{debate.code}").text
    one.send(f"/salle/{debate.code}/acteur", acteur="maires")
    assert "Maire" in one.text
    assert "Actualiser" in one.text


def test_a_long_or_slow_form_is_read_no_further_than_its_limit(
    hall: Hall, debate: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    vote, visit = f"/salle/{debate.code}/2", entered(hall, debate)
    # After the limit nothing is read: the rest never comes, and the answer is there.
    assert visit.raw(vote, [*[b"x" * 1024] * 9, None]).status == 413
    assert visit.headers["connection"] == "close"
    monkeypatch.setattr(limits, "_PATIENCE", 0.01)
    assert visit.raw(vote, [b"j", b"e", None]).status == 408
    assert visit.headers["connection"] == "close"
    assert "recommencez" in visit.text


def test_who_guesses_codes_waits_and_who_has_one_does_not(hall: Hall, debate: Room) -> None:
    rested: list[float] = []

    async def rest(seconds: float) -> None:
        rested.append(seconds)

    hall.rest = rest
    hall.wrong_codes = limits.Buckets(at_once=3, each_second=0.0)
    addresses = ("/salle/{}", "/salle/{}/etat", "/ecran/{}", "/ecran/{}/vue", "/regie/{}")
    for wrong in addresses[:3]:
        Visit(hall).get(wrong.format("AAAAAA"))
    assert rested == []
    for wrong in addresses:
        Visit(hall).get(wrong.format("AAAAAA"))
    assert len(rested) == len(addresses)
    for right in addresses:
        Visit(hall).get(right.format(debate.code))
    assert len(rested) == len(addresses)


def test_a_whole_amphitheatre_comes_in_at_once_and_a_script_does_not_fill_the_disk(
    hall: Hall, debate: Room
) -> None:
    assert all(hall.arrivals.allows(debate.id) for _ in range(1_000))
    hall.arrivals = limits.Buckets(at_once=1, each_second=0.0)
    first = entered(hall, debate)
    # Who is in may say something else; who is not waits, whatever the cookie it made itself.
    first.get(f"/salle/{debate.code}?acteur=changer")
    assert first.send(f"/salle/{debate.code}/acteur", acteur="citoyens").status == 200
    late = Visit(hall)
    late.cookies["salle"] = "fabrique"
    late.get(f"/salle/{debate.code}").send(f"/salle/{debate.code}/acteur", acteur="maires")
    assert late.status == 429
    assert "attendez une seconde" in late.text
    assert hall.box.present(debate.id) == {"citoyens": 1}


def test_a_device_that_sends_too_much_waits(hall: Hall, debate: Room) -> None:
    led(hall, debate, 2, Gesture.OPEN)
    visit = entered(hall, debate)
    here, statuses = f"/salle/{debate.code}", []
    for _ in range(16):
        visit.get(f"{here}?reponse=changer")
        statuses.append(visit.send(f"{here}/2", domaine=["sante"], tour=1).status)
    assert 429 in statuses
    assert hall.box.counts(debate.id, 2, 1) == {"maires": 1}


def test_buckets_fill_and_empty() -> None:
    now = 0.0
    buckets = limits.Buckets(at_once=2, each_second=1.0, clock=lambda: now)
    assert [buckets.allows("a") for _ in range(3)] == [True, True, False]
    assert buckets.allows("b")
    now = 1.0
    assert [buckets.allows("a") for _ in range(2)] == [True, False]


def test_a_tablet_is_handed_on_only_where_the_room_allows_it(hall: Hall, debate: Room) -> None:
    visit = entered(hall, debate)
    assert "Personne suivante" not in visit.text
    shared = hall.book.move(hall.book.create(replace(NEW, shared=True), TODAY).id, Gesture.OPEN, NOW)
    visit = entered(hall, shared)
    assert "Personne suivante" in visit.text
    visit.send(f"/salle/{shared.code}/suivante")
    assert "Je réponds en tant que" in visit.text
    assert " checked" not in visit.text  # nobody is suggested
    # Who has not said who they are yet is nobody: not counted, asked again, unable to answer.
    assert hall.box.present(shared.id) == {"maires": 1}
    led(hall, shared, 2, Gesture.OPEN)
    assert "Je réponds en tant que" in visit.get(f"/salle/{shared.code}").text
    visit.send(f"/salle/{shared.code}/2", domaine=["sante"], tour=1)
    assert hall.box.counts(shared.id, 2, 1) == {}
    visit.get(f"/salle/{shared.code}")
    visit.send(f"/salle/{shared.code}/acteur", acteur="citoyens")
    assert hall.box.present(shared.id) == {"maires": 1, "citoyens": 1}


def test_the_truth_leaves_the_server_only_when_it_is_revealed(hall: Hall, debate: Room) -> None:
    """Every address, in every state of the question before the last."""
    devices = [entered(hall, debate) for _ in range(6)]
    for gesture in (None, Gesture.OPEN, Gesture.CLOSE):
        led(hall, debate, 4, *((gesture,) if gesture else ()))
        if gesture is Gesture.OPEN:
            for visit in devices:
                visit.get(f"/salle/{debate.code}").send(f"/salle/{debate.code}/4", nombre="12", tour=1)
        for address in ("/salle/{}", "/salle/{}/etat", "/ecran/{}", "/ecran/{}/vue"):
            told = devices[0].get(address.format(debate.code)).text
            assert "vérité" not in told
            assert "médiane" not in told
    hall.book.move(debate.id, Gesture.REVEAL, NOW)
    screen = Visit(hall).get(f"/ecran/{debate.code}/vue").text
    assert "La vérité est 10,8" in screen
    assert "12\u202f%" in screen


def test_a_telephone_learns_that_the_presenter_moved(hall: Hall, debate: Room) -> None:
    visit = entered(hall, debate)
    state = f"/salle/{debate.code}/etat"
    before = json.loads(visit.get(state).text)
    assert visit.get(state, if_none_match=visit.headers["etag"]).status == 304
    hall.book.move(debate.id, Gesture.DARK, NOW)
    assert json.loads(visit.get(state).text)["q"] == before["q"]  # who answers is left to it
    hall.book.move(debate.id, Gesture.NEXT, NOW)
    after = json.loads(visit.get(state).text)
    assert after["v"] > before["v"]
    assert after["q"] != before["q"]
    assert visit.get("/salle/AAAAAA/etat").status == 404


def test_a_page_weighs_little_and_needs_no_script(hall: Hall, debate: Room) -> None:
    visit = entered(hall, debate)
    assert '<noscript><meta http-equiv="refresh"' in visit.text
    led(hall, debate, 3, Gesture.OPEN)
    visit.get(f"/salle/{debate.code}")
    assert "refresh" not in visit.text  # a form that somebody fills is never taken from them
    assert len(visit.text) < 20_000
    assert visit.headers["cache-control"] == "no-store"


def test_what_is_no_address_of_a_room_is_not_found_in_french(hall: Hall, debate: Room) -> None:
    visit = entered(hall, debate)
    for path in (
        f"/salle/{debate.code}/" + "9" * 5_000,
        f"/salle/{debate.code}/a/b",
        "/regie/a/b/c",
        "/ecran",
    ):
        for asked in (visit.get(path), visit.post(path, {})):
            assert asked.status == 404
            assert "Cette adresse n’existe pas." in asked.text
    visit.get(f"/salle/{debate.code}/?reponse=a")
    assert visit.headers["location"] == f"/salle/{debate.code}?reponse=a"
