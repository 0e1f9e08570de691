"""Options named in an address: what is written is read back, anything else is one French sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators import method_codes
from indicators import option_codes as options
from indicators.method import Method, MethodError, Outliers
from indicators.normalisation import Normalisation

INDICATORS = {"freco-1": "Freco.1", "fretale-3": "Frétale .3", "fictif-emploi-1": "FICTIF.emploi.1"}
ends = st.tuples(st.integers(-(10**8), 10**8), st.integers(1, 10**8)).map(
    lambda pair: (pair[0] / 10**4, (pair[0] + pair[1]) / 10**4)
)
paired = st.dictionaries(st.sampled_from(list(INDICATORS.values())), ends)
picked = st.sets(st.sampled_from(list(INDICATORS.values())))


@given(
    normalisation=st.sampled_from(["", "minmax", "geometrique", "geometrique_dans", "rang", "pourcentage"]),
    outliers=st.sampled_from(list(options.TREATMENTS)),
    coverage=st.sampled_from(list(options.COVERAGES)),
    goalposts=paired,
    flipped=picked,
)
def test_a_method_is_named_by_the_codes_it_is_read_from(
    normalisation: str,
    outliers: str,
    coverage: str,
    goalposts: dict[str, tuple[float, float]],
    flipped: set[str],
) -> None:
    asked = {
        "methode": normalisation,
        "extremes": outliers,
        "bornes": options.write_goalposts(tuple((code, *pair) for code, pair in goalposts.items())),
        "couverture": coverage,
        "inverses": options.write_flipped(tuple(flipped)),
    }
    made = method_codes.method(asked, ("emploi",), INDICATORS)
    assert made.flipped == tuple(sorted(flipped))
    assert made.minimum_coverage == (float(coverage) if coverage else 0.5)
    bounded = made.normalisation is Normalisation.MINMAX
    assert made.goalposts == (
        tuple(sorted((code, *pair) for code, pair in goalposts.items())) if bounded else ()
    )
    treated = normalisation not in {"rang", "pourcentage"}
    assert made.outliers == (outliers or "gardees" if treated else Outliers.KEPT)
    named = method_codes.codes(made)
    assert set(named) == set(method_codes.NAMES)
    assert method_codes.method(named, ("emploi",), INDICATORS) == made


def test_nothing_named_is_our_starting_method() -> None:
    assert method_codes.method(dict.fromkeys(method_codes.NAMES, ""), (), INDICATORS) == Method()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("extremes", "gardees"),
        ("extremes", "<script>"),
        ("couverture", "0.5"),
        ("couverture", "0.6"),
        ("couverture", "nan"),
        ("inverses", "Freco.1"),
        ("inverses", "freco-1,freco-1"),
        ("inverses", "freco-1,"),
        ("bornes", "freco-1"),
        ("bornes", "freco-1:3"),
        ("bornes", "freco-1:3:20:4"),
        ("bornes", "freco-1:3:1e9"),
        ("bornes", "freco-1:3:inf"),
        ("bornes", "freco-1:3,5:20"),
        ("bornes", "freco-1:20:3"),
        ("bornes", "inconnu:3:20"),
        ("bornes", "freco-1:3:20,freco-1:4:20"),
        ("bornes", "freco-1:3:20,"),
        ("bornes", "a" * 61 + ":3:20"),
        ("bornes", ",".join(f"freco-{place}:0:1" for place in range(options.MOST + 1))),
    ],
)
def test_anything_else_is_refused_in_one_sentence(name: str, text: str) -> None:
    with pytest.raises(MethodError) as refused:
        method_codes.method({"methode": "minmax", name: text}, ("emploi",), INDICATORS)
    sentence = str(refused.value)
    assert sentence.endswith(".")
    assert "\u202f: " in sentence
    assert "<" not in sentence or "«\u00a0<" in sentence
