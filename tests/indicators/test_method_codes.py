"""Methods named in an address: known codes give a method, anything else one French sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators import method_codes
from indicators.method import Aggregation, Method, MethodError, Weighting
from indicators.normalisation import Normalisation
from loaders.store import Store
from tests import fictional, opened

DOMAINS = ("emploi", "sante", "culture")
HUNDREDTHS = st.integers(0, 9999).map(lambda cents: cents / 100)


@pytest.mark.parametrize(
    ("code", "normalisation", "aggregation"),
    [
        ("", Normalisation.ZSCORE, Aggregation.ARITHMETIC),
        ("minmax", Normalisation.MINMAX, Aggregation.ARITHMETIC),
        ("rang", Normalisation.RANK, Aggregation.ARITHMETIC),
        ("pourcentage", Normalisation.PERCENT, Aggregation.ARITHMETIC),
        ("geometrique", Normalisation.MINMAX, Aggregation.GEOMETRIC),
        ("geometrique_entre", Normalisation.MINMAX, Aggregation.GEOMETRIC_BETWEEN),
        ("geometrique_dans", Normalisation.MINMAX, Aggregation.GEOMETRIC_INSIDE),
    ],
)
def test_each_code_names_one_calculation(
    code: str, normalisation: Normalisation, aggregation: Aggregation
) -> None:
    chosen = method_codes.method({"methode": code}, DOMAINS)
    assert chosen == Method(normalisation, aggregation=aggregation)


def test_every_code_offered_is_read() -> None:
    for code in method_codes.NORMALISATIONS:
        assert isinstance(method_codes.method({"methode": code}, DOMAINS), Method)


def test_nothing_changed_is_the_observatory_s_method() -> None:
    assert method_codes.method({}, DOMAINS) == Method()


def test_weightings_have_their_code() -> None:
    assert method_codes.method({"ponderation": "axes_egaux"}, DOMAINS).weighting is Weighting.EQUAL_AXES
    by_actor = method_codes.method({"methode": "rang", "ponderation": "priorites_entreprises"}, DOMAINS)
    assert (by_actor.weighting, by_actor.actor) == (Weighting.ACTOR, "entreprises")
    own = method_codes.method({"ponderation": "lecteur", "poids": "emploi:2,sante:0.5"}, DOMAINS)
    assert own.domain_weights == (("emploi", 2.0), ("sante", 0.5), ("culture", 1.0))


def test_weights_only_count_with_the_weighting_that_reads_them() -> None:
    assert method_codes.method({"poids": "emploi:9"}, DOMAINS) == Method()


@pytest.mark.parametrize("weighting", ["", "axes_egaux", "priorites_maires", "lecteur"])
@pytest.mark.parametrize("normalisation", list(method_codes.NORMALISATIONS))
def test_a_method_is_named_by_the_codes_it_was_made_of(normalisation: str, weighting: str) -> None:
    asked = {"methode": normalisation, "ponderation": weighting, "poids": "emploi:2", "erreur": "0.2"}
    made = method_codes.method(asked, DOMAINS)
    named = method_codes.codes(made)
    assert (named["methode"], named["ponderation"]) == (normalisation, weighting)
    assert (named["erreur"], made.error) == ("0.2", 0.2)
    assert method_codes.method(named, DOMAINS) == made


@pytest.mark.parametrize("code", ["zscore", "Rang", "rang ", "1", "<script>"])
def test_an_unknown_calculation_is_refused(code: str) -> None:
    with pytest.raises(MethodError, match="inconnue"):
        method_codes.method({"methode": code}, DOMAINS)


@pytest.mark.parametrize("code", ["domaines_egaux", "axes", "reader", "<script>"])
def test_an_unknown_weighting_is_refused(code: str) -> None:
    with pytest.raises(MethodError, match="inconnue"):
        method_codes.method({"ponderation": code}, DOMAINS)


@pytest.mark.parametrize(
    "weights",
    [
        "emploi", "emploi:", ":2", "emploi:-1", "emploi:100", "emploi:1.234", "emploi:2;sante:1",
        "loisirs:2", "emploi:nan", "emploi:1e5", "emploi:2,,loisirs:1", "x" * 3000,
    ],
)  # fmt: skip
def test_weights_that_cannot_be_read_are_refused(weights: str) -> None:
    with pytest.raises(MethodError, match="écrivez-les comme"):
        method_codes.read_weights(weights, DOMAINS)


def test_weights_that_are_all_zero_are_refused() -> None:
    with pytest.raises(MethodError, match="un domaine au moins"):
        method_codes.read_weights("emploi:0,sante:0,culture:0", DOMAINS)


@pytest.mark.parametrize("weights", ["emploi:2,emploi:3", "emploi:2,sante:0.5,emploi:2"])
def test_two_weights_of_one_domain_are_refused_rather_than_one_of_them_taken(weights: str) -> None:
    with pytest.raises(MethodError, match="a deux poids"):
        method_codes.read_weights(weights, DOMAINS)


@given(st.fixed_dictionaries(dict.fromkeys(DOMAINS, HUNDREDTHS)).filter(lambda kept: sum(kept.values()) > 0))
def test_what_is_written_is_read_back(weights: dict[str, float]) -> None:
    text = method_codes.write_weights(weights)
    assert method_codes.read_weights(text, DOMAINS) == weights
    assert all(f"{code}:" not in text for code, weight in weights.items() if weight == 1)


def test_only_the_weightings_that_can_be_computed_are_offered(published: Store) -> None:
    offered = method_codes.weightings(published)
    assert list(offered) == ["", "axes_egaux", "priorites_entreprises", "lecteur"]
    assert offered["priorites_entreprises"] == "Priorités publiées par les entreprises"


def test_a_complete_survey_offers_every_actor_it_asked() -> None:
    offered = method_codes.weightings(opened.invented().store)
    assert [code for code in offered if code.startswith("priorites_")] == [
        f"priorites_{actor}" for actor in fictional.ACTORS
    ]


@pytest.mark.parametrize("error", ["0.15", "0.1", "-1", "nan", "2", "<script>"])
def test_an_error_that_is_not_offered_is_refused(error: str) -> None:
    with pytest.raises(MethodError, match="erreur de mesure"):
        method_codes.method({"erreur": error}, DOMAINS)


@pytest.mark.parametrize("error", [-0.1, 1.01, float("nan"), float("inf")])
def test_an_error_is_a_share(error: float) -> None:
    with pytest.raises(MethodError, match="de 0 à 1"):
        Method(error=error)
