"""The mirror of one person, against plain loops."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from indicators.results import REFERENCE
from readings.debate import voices
from readings.debate.voices import Rank, Survey
from readings.mirror import practices, words
from tests.opened import invented, published

DOMAINS = {f"d{place}": f"Domaine {place}" for place in range(16)}
ACTORS = {"citoyens": "les citoyens", "maires": "les maires"}
_NOTES = st.dictionaries(st.sampled_from(list(DOMAINS)), st.integers(0, 10))
_ORDERS = st.permutations(list(DOMAINS))
_WIDTHS = st.lists(st.integers(0, 3), min_size=16, max_size=16)


def _named(said: list[str], start: str, what: str) -> set[str]:
    """Return the domains that are named between two words of the sentences that start so."""
    found = set()
    for sentence in said:
        if sentence.startswith(start) and what in sentence:
            part = sentence[len(start) :].partition(what)[0].rpartition(";")[2]
            found |= {code for code, name in DOMAINS.items() if f"«\u00a0{name}\u00a0»" in part}
    return found


@given(_NOTES, _ORDERS, _WIDTHS, _ORDERS)
def test_what_is_said_is_what_a_loop_finds(
    notes: dict[str, int], order: list[str], widths: list[int], felt: list[str]
) -> None:
    measured = {
        code: Rank(place, max(1, place - wide), min(16, place + wide))
        for place, (code, wide) in enumerate(zip(order, widths, strict=True), start=1)
    }
    ranks = {code: (place, place) for place, code in enumerate(felt, start=1)}
    survey = Survey("citoyens", "PHARE 2015", "Bretagne", "90 réponses", ranks)
    said = words.sentences(notes, measured, [survey], DOMAINS, ACTORS)
    if len(notes) < 5:
        assert said == [f"Notez au moins cinq domaines\u202f: avec {len(notes)}, rien ne se compare."]
        return
    assert said[-1] == "Rien n’est publié, dans la région, sur ce que ressentent les maires."
    wanted: dict[tuple[str, str], set[str]] = {}
    people = "Les citoyens (PHARE 2015) mettent "
    for code in DOMAINS:
        higher = lower = 0
        for note in notes.values():
            if code in notes:
                higher += note > notes[code]
                lower += note >= notes[code]
        mine = code in notes and lower <= len(notes) // 3
        not_mine = code in notes and higher + 1 > len(notes) / 2
        theirs, not_theirs = measured[code].high <= 5, measured[code].low > 8
        place = ranks[code][0]
        for title, what, true in (
            ("En commun", ", parmi", mine and theirs),
            ("Vous, plus que les mesures", ", parmi", mine and not_theirs),
            ("Les mesures, plus que vous", ", parmi", theirs and not_mine),
            ("Sans avis de votre part", ", parmi", theirs and code not in notes),
            (people, " parmi les plus fragiles, comme vous", mine and place <= 5),
            (people, " parmi les plus fragiles, vous dans votre moitié", not_mine and place <= 5),
            (people, " dans leur moitié la moins fragile", mine and place > 8),
        ):
            wanted.setdefault((title, what), set()).update({code} if true else set())
    for (title, what), codes in wanted.items():
        assert _named(said, title, what) == codes, (title, what, said)


def test_equal_notes_share_their_ranks_and_detach_nothing() -> None:
    notes = dict.fromkeys(DOMAINS, 7)
    assert set(words.places(notes).values()) == {(1, 16)}
    measured = {code: Rank(place, place, place) for place, code in enumerate(DOMAINS, start=1)}
    said = words.sentences(notes, measured, [], DOMAINS, {})
    assert said == ["Vos notes les plus hautes sont à égalité\u202f: aucun domaine ne s’en détache."]


def test_each_domain_has_its_line_noted_ones_first() -> None:
    notes = {"d3": 9, "d1": 9, "d2": 2}
    measured = {"d1": Rank(2, 1, 4)}
    surveys = [Survey("citoyens", "PHARE 2015", "", "", {"d1": (2, 3), "d3": (4, 6)})]
    lines = words.lines(notes, measured, surveys, DOMAINS)
    assert [line.name for line in lines[:3]] == ["Domaine 1", "Domaine 3", "Domaine 2"]
    first = words.Line("d1", "Domaine 1", "9/10", "1ᵉʳ\u20132ᵉ", "2ᵉ (1\u20134)", ("2ᵉ\u20133ᵉ",))
    assert lines[0] == first
    assert (lines[1].measured, lines[1].felt) == ("non mesuré", ("4ᵉ\u20136ᵉ",))
    assert (lines[2].own, lines[2].felt) == ("3ᵉ", ("non publié",))
    assert (lines[3].note, lines[3].own) == ("sans avis", "")
    assert len(lines) == len(DOMAINS)


def test_practices_are_asked_in_the_words_of_the_surveys_and_no_doubtful_figure_is_shown() -> None:
    asked = {one.name: one for one in practices.practices(published(), "44")}
    assert {name: len(one.choices) for name, one in asked.items()} == {"types": 4, "maturite": 4, "roles": 6}
    told = " ".join(text for one in asked.values() for text in one.published.values())
    rows = published().store.query(
        "SELECT DISTINCT measure, detail, value::INT AS value, reliability FROM mart.alliance "
        "WHERE region_code = 'FR' AND measure IN ('maturite_coconstruction_pct', 'role_attendu_pct')"
    )
    sure = {row.value for row in rows.itertuples() if row.reliability != "a_verifier"}
    for row in rows.itertuples():
        if row.value not in sure:
            assert f"{row.value}\u202f%" not in told
    maturity = asked["maturite"]
    assert next(iter(maturity.choices.values())).startswith("Oui, tout à fait")
    assert list(maturity.published.values()) == [
        practices.DOUBTFUL,
        practices.DOUBTFUL,
        "maires, 46\u202f% (France, PHARE 2016)",
        "maires, 24\u202f% (France, PHARE 2016)",
    ]
    assert "«\u00a0déjà bien ancrée\u00a0», maires, 16\u202f% (Grand Est, PHARE 2016)" in maturity.nearby
    assert all(one.sources and one.about for one in asked.values())
    code = next(iter(maturity.choices))
    assert [one.own for one in words.answered(maturity, {code})] == [True, False, False, False]


def test_a_survey_says_where_it_asked_and_how_many() -> None:
    no_size = "taille non publiée"
    asked = "Provence-Alpes-Côte d’Azur et PACA-Corse (périmètre de l’enquête)"
    of = {
        region: {
            one.actor: f"{one.where}, {one.size}" for one in voices.surveys(published(), region, REFERENCE)
        }
        for region in ("93", "75")
    }
    assert of["93"] == {"citoyens": f"{asked}, {no_size}"}
    assert of["75"] == dict.fromkeys(["citoyens", "entreprises"], f"Nouvelle-Aquitaine, {no_size}")


def test_a_wave_that_asked_twice_speaks_by_one_question() -> None:
    """Shares and notes of the same people are two lists: each rank of one is a rank of that one."""
    found = {one.actor: one for one in voices.surveys(invented(), "32", REFERENCE)}
    gaps = invented().crossed("entreprises").gaps
    own = gaps[(gaps["region_code"] == "32") & (gaps["wave"] == found["entreprises"].wave)]
    lists = []
    for _, rows in own.groupby("measure"):
        lists.append(dict(zip(rows["domain_code"], rows["perceived_rank_low"], strict=True)))
    assert len(lists) == 2
    assert {code: low for code, (low, _) in found["entreprises"].ranks.items()} in lists
    assert found["entreprises"].size == "190\u00a0réponses"
