"""A form of unknown hands is an answer to its question, or is refused in a sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hall.book import ballots
from hall.book.errors import BallotRefusedError
from hall.book.steps import Kind, Step
from tests.hall.conftest import DOMAINS, STEPS

IN_WORDS = Step(4, Kind.NUMBER, {"symbole": "", "unite": "médecins pour 100 000 habitants."})
RANK = Step(6, Kind.RANK, {"parmi": 13})
DOMAIN = Step(7, Kind.DOMAIN, {"domaines": DOMAINS})
SHARE = Step(4, Kind.NUMBER, {"symbole": "%", "unite": "", "part": True})
PARTNERS = Step(8, Kind.NEXT, {"acteurs": {"maires": "Maires", "citoyens": "Citoyens"}})
ASKED = (STEPS[2], STEPS[3], STEPS[4], RANK, DOMAIN, PARTNERS)
_WORDS = st.one_of(
    st.sampled_from([*DOMAINS, "maires", "0", "10", "11", "-1", "1e9", "٣", "sans-avis"]), st.text()
)
_NAMES = st.sampled_from(["domaine", "nombre", "rang", "acteur", "note-sante", "note-emploi", "x"])


@given(st.sampled_from(ASKED), st.dictionaries(_NAMES, st.lists(_WORDS, max_size=6)))
def test_whatever_is_sent_is_an_answer_or_a_sentence(step: Step, form: dict[str, list[str]]) -> None:
    try:
        answer = ballots.read(step, form)
    except BallotRefusedError:
        return
    match answer:
        case {"domaines": codes}:
            assert 1 <= len(codes) <= 3
            assert set(codes) <= set(DOMAINS)
        case {"notes": notes}:
            assert notes or "sans-avis" in {said[-1] for said in form.values() if said}
            assert set(notes) <= set(DOMAINS)
            assert all(note in range(11) for note in notes.values())
        case {"domaine": code}:
            assert code in DOMAINS
        case {"nombre": number}:
            assert abs(number) < 1e9
        case {"rang": rank}:
            assert 1 <= rank <= 13
        case {"acteurs": codes}:
            assert codes
            assert set(codes) <= {"maires", "citoyens"}
        case _:
            pytest.fail(f"unknown answer {answer}")


@pytest.mark.parametrize(
    ("step", "form", "answer"),
    [
        (STEPS[2], {"domaine": ["sante", "emploi", "sante"]}, {"domaines": ["emploi", "sante"]}),
        (STEPS[3], {"note-sante": ["7"], "note-emploi": ["sans-avis"]}, {"notes": {"sante": 7}}),
        (STEPS[4], {"nombre": ["\u22121 208,25"]}, {"nombre": -1208.25}),
        (SHARE, {"nombre": ["0"]}, {"nombre": 0.0}),
        (SHARE, {"nombre": ["100,0"]}, {"nombre": 100.0}),
        (STEPS[3], {f"note-{code}": ["sans-avis"] for code in DOMAINS}, {"notes": {}}),
        (STEPS[4], {"nombre": ["12,5\u202f%"]}, {"nombre": 12.5}),
        (IN_WORDS, {"nombre": ["310 Médecins pour 100 000 habitants"]}, {"nombre": 310.0}),
        (RANK, {"rang": ["13"]}, {"rang": 13}),
        (DOMAIN, {"domaine": ["culture"]}, {"domaine": "culture"}),
        (PARTNERS, {"acteur": ["maires"]}, {"acteurs": ["maires"]}),
    ],
)
def test_an_honest_form_is_read(step: Step, form: dict[str, list[str]], answer: dict[str, object]) -> None:
    assert ballots.read(step, form) == answer


@pytest.mark.parametrize(
    ("step", "form", "said"),
    [
        (STEPS[2], {}, "une à trois"),
        (STEPS[2], {"domaine": list(DOMAINS)}, "vous en avez coché 4"),
        (STEPS[2], {"domaine": ["inconnu"]}, "pas dans la liste"),
        (STEPS[3], {"note-sante": ["11"]}, "0 à 10"),
        (STEPS[3], {"note-sante": [""]}, "un domaine au moins, ou dites «\u00a0Sans avis"),
        (STEPS[4], {"nombre": ["dix"]}, "12,5"),
        (SHARE, {"nombre": ["-5"]}, "de 0 à 100"),
        (SHARE, {"nombre": ["100,1"]}, "de 0 à 100"),
        (STEPS[4], {"nombre": ["%"]}, "12,5"),
        (IN_WORDS, {"nombre": ["12 %"]}, "12,5"),
        (RANK, {"rang": ["14"]}, "Choisissez un rang"),
        (PARTNERS, {}, "au moins un acteur"),
    ],
)
def test_what_is_wrong_is_said(step: Step, form: dict[str, list[str]], said: str) -> None:
    with pytest.raises(BallotRefusedError, match=said):
        ballots.read(step, form)


def test_an_actor_is_one_of_ours() -> None:
    assert ballots.read_actor({"acteur": ["maires"]}, ["maires"]) == "maires"
    assert ballots.read_actor({"acteur": ["autre"]}, ["maires"]) == "autre"
    with pytest.raises(BallotRefusedError, match="en tant que qui"):
        ballots.read_actor({"acteur": ["citoyens"]}, ["maires"])
