"""What is said of outliers, to the letter, on the published workbook and on made ones."""

from __future__ import annotations

import pandas as pd
import pytest

from indicators.method import Method, Outliers
from indicators.treatment import flagged
from loaders.store import Store
from readings.settings import outliers
from tests import made, opened

RULE = "(asymétrie au-delà de 2 et aplatissement au-delà de 3,5)"
FOUND = (
    f"1\u00a0indicateur est hors de la règle usuelle {RULE}\u202f: «\u00a0Part des transports en commun "
    "entre le domicile et le travail\u00a0» (asymétrie 3,3, aplatissement 11,6)."
)
SAID = {
    Outliers.KEPT: (
        "Ses valeurs sont gardées telles que publiées\u202f: la plus éloignée resserre toutes les autres."
    ),
    Outliers.WINSORISED: (
        "La valeur la plus éloignée est ramenée à la suivante, une à une, jusqu’à ce que la règle soit "
        "respectée\u202f: 5 au plus par indicateur. Seuls les scores changent\u202f: les chiffres montrés "
        "restent ceux qui sont publiés."
    ),
    Outliers.LOGARITHM: (
        "Ses valeurs sont comparées par leur logarithme\u202f: l’ordre des régions ne change pas, leurs "
        "distances si. Les chiffres montrés restent ceux qui sont publiés."
    ),
}


def told(store: Store, kind: Outliers, names: dict[str, str]) -> tuple[str, ...]:
    return outliers.told(flagged(store, Method(outliers=kind)), kind, names)


@pytest.mark.parametrize("kind", list(Outliers))
def test_the_published_workbook_has_one(kind: Outliers) -> None:
    known = opened.published().vocabulary()
    assert told(opened.published().store, kind, dict(known.indicators)) == (FOUND, SAID[kind])
    moved = outliers.moved_table(
        flagged(opened.published().store, Method(outliers=kind)), known.indicators, known.regions
    )
    lines = moved.to_numpy().tolist()
    assert lines == (
        [["Part des transports en commun entre le domicile et le travail", "Île-de-France", "43,8", "10,7"]]
        if kind is Outliers.WINSORISED
        else []
    )


def wild(count: int) -> Store:
    """Indicators of which one value stands far: the treatment of a lone value among equal ones is refused."""
    far = [0, 1, 2, 1, 0, 2, 1, 0, 2, 1, 0, 1, 90]
    rows = [made.indicator(f"i{place}", "emploi", place + 5) for place in range(count)]
    regions = opened.published().regions()["region_code"].tolist()
    return Store.in_memory(
        made.edition({f"i{place}": dict(zip(regions, far, strict=True)) for place in range(count)}, rows)
    )


def test_none_and_several() -> None:
    names = {f"i{place}": f"I{place}" for place in range(5)}
    even = Store.in_memory(made.edition({"a": {"11": 1, "24": 2}}, [made.indicator("a", "emploi", 5)]))
    assert told(even, Outliers.WINSORISED, names) == (
        f"Aucun indicateur n’est hors de la règle usuelle {RULE}.",
    )
    first = told(wild(5), Outliers.KEPT, names)[0]
    assert first.startswith(
        f"5\u00a0indicateurs sont hors de la règle usuelle {RULE}\u202f: «\u00a0I0\u00a0» ("
    )
    assert first.endswith("et 2\u00a0autres.")
    assert told(wild(4), Outliers.KEPT, names)[0].endswith("et 1\u00a0autre.")


def test_what_the_treatment_leaves_is_said() -> None:
    rows = pd.DataFrame(
        {"indicator_code": ["a", "b"], "skewness": 3.0, "kurtosis": 9.0, "left": [True, True]}
    )
    names = {"a": "A", "b": "B"}
    assert outliers.told(rows, Outliers.LOGARITHM, names)[-1] == "2\u00a0indicateurs y restent malgré cela."
    assert outliers.told(rows[:1], Outliers.WINSORISED, names)[-1] == "1\u00a0indicateur y reste malgré cela."
    assert "malgré" not in " ".join(outliers.told(rows, Outliers.KEPT, names))
