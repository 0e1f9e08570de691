"""Every page obeys the chosen region: its title, its first words, its row in every table."""

from collections.abc import Iterator
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from indicators.initiatives import initiatives
from indicators.method import Method, Weighting
from tests.opened import published
from tests.pages.conftest import Visit, read
from wording.numbers import number, ordinal
from wording.ranks import placed_of_regions
from wording.signs import WHOLE

NAME, SHORT = "Provence-Alpes-Côte d’Azur", "PACA"
PAGES = [
    ("overview", {}),
    ("overview", {"afficher": "ecart"}),
    ("overview", {"afficher": "rang"}),
    ("overview", {"afficher": "percu"}),
    ("overview", {"niveau": "ensemble"}),
    ("territory", {}),
    ("domain", {}),
    ("domain", {"domaine": "sante"}),
    ("actors", {}),
    ("gaps", {}),
    ("alliances", {}),
    ("compare", {}),
    ("compare", {"regions": "32,53,93"}),
    *(("method", {"section": name}) for name in ("", "reglages", "sensibilite", "couverture", "provenance")),
]


def unmarked(app: AppTest) -> Iterator[str]:
    for table in app.table:
        columns = list(table.value.columns)
        if {NAME, SHORT} & set(columns):
            yield f"{columns}"
        for row in table.value.to_numpy():
            named = {NAME, SHORT} & {str(cell).replace("\\", "") for cell in row}
            if named and "**" not in "".join(map(str, row)):
                yield f"{columns}: {row}"


@pytest.mark.parametrize(("page", "query"), PAGES)
def test_the_title_speaks_of_the_chosen_region_and_its_row_is_marked_in_every_table(
    browse: Visit, page: str, query: dict[str, str]
) -> None:
    app = browse(page, region="93", **query)
    assert not app.exception
    assert NAME in app.title[0].value.replace("\\", "")
    assert list(unmarked(app)) == []


@pytest.mark.parametrize("region", ["94", "11", "32"])
def test_the_numbers_of_a_title_are_those_of_the_chosen_region(browse: Visit, region: str) -> None:
    known = published()
    where = known.vocabulary().names[region].name_in
    emploi = known.region_values("emploi").set_index("region_code")["value"]
    rank = ordinal(int((emploi > emploi[region]).sum()) + 1, feminine=True)
    measured = f"Emploi {where}\u202f: {number(emploi[region], 1)}\u202f%, {rank} sur 13\u00a0régions"
    assert titled(browse, "overview", region) == measured
    assert titled(browse, "domain", region) == measured
    found = sum(region in codes for codes in initiatives(known.store)["region_codes"])
    told = number(found, 0) if found else "aucune"
    assert titled(browse, "alliances", region).startswith(f"Agir ensemble {where}\u202f: {told}")
    signs = known.crossed("citoyens").gaps.query("region_code == @region")["stated_sign"].value_counts()
    gaps = titled(browse, "gaps", region)
    for sign, words in WHOLE.items():
        # One or two are named.
        if signs.get(sign, 0) > 2:
            assert f"{words.split(' que ')[0].removeprefix('ressenti ')} pour {signs[sign]}" in gaps


@pytest.mark.parametrize("region", ["94", "11", "32"])
def test_regions_are_compared_from_the_chosen_one(browse: Visit, region: str) -> None:
    app = browse("compare", region=region, regions="53,11,32,94")
    known = published()
    domains = known.index_scores().query("level == 'domaine'")
    scores = domains.pivot(index="code", columns="region_code", values="score")[["53", "11", "32", "94"]]
    apart: Any = scores.drop(columns=region).sub(scores[region], axis=0).abs().stack()
    domain, other = apart.idxmax()
    names, title = known.vocabulary().names, app.title[0].value
    assert title.startswith(known.vocabulary().domains[domain])
    assert f"{names[region].name_in}\u202f: l’écart le plus marqué avec les autres régions" in title
    assert title.endswith(names[other].name_in)
    values = known.region_values(domain).set_index("region_code")
    mine, theirs = (number(values["value"][code], int(values["decimals"][code])) for code in (region, other))
    assert f"{mine} contre {theirs}" in title.replace("\u202f%", "")


@pytest.mark.parametrize("region", ["94", "32"])
def test_the_sections_of_the_method_count_for_the_chosen_region(browse: Visit, region: str) -> None:
    known = published()
    ranks = known.rank_intervals().query("among == 'regions' and code == 'ensemble'").set_index("region_code")
    rank, low, high = (int(ranks[end][region]) for end in ("rank", "low", "high"))
    place = placed_of_regions(rank, low, high, 13)
    name = known.vocabulary().names[region]
    scores = known.index_scores().query("level == 'domaine' and region_code == @region").set_index("code")
    half = scores.index[scores["rank"] < (scores["ranked"] + 1) / 2]
    assert titled(browse, "method", region, section="reglages") == (
        f"{name.name}\u202f: dans la moitié la plus fragile pour {len(half)} des 16\u00a0domaines\u202f; "
        f"dans l’ensemble, {place}, avec notre réglage de départ"
    )
    removed = browse("method", region=region, section="sensibilite")
    deciding = {"emploi", "education", "pauvrete", "securite", "lien_social"} & set(half)
    assert removed.title[0].value == (
        f"{name.name}\u202f: 5\u00a0domaines sur 16, 31\u202f% du poids, font 83\u202f% des différences "
        f"d’ensemble\u202f; dans la moitié la plus fragile pour {len(deciding) or 'aucun'} de ces "
        f"5\u00a0domaines, {place.split(' ')[0].rstrip(',')} de l’ensemble"
    )
    (domains,) = (read(table) for table in removed.table if len(table.value) == 16 and "Sans" in table.value)
    culture = domains.set_index("Sans").loc["Culture", f"**{name.short_name}**"]
    others = tuple((code, 1.0) for code in known.vocabulary().domains if code != "culture")
    without = Method(weighting=Weighting.READER, domain_weights=others)
    scores = known.index_scores(without).query("level == 'ensemble'").set_index("region_code")
    assert culture == ordinal(int(scores["rank"][region]), feminine=True)
    felt = known.everyone().query("region_code == @region")["domain_code"].nunique()
    assert f"{name.name_in}\u202f: {felt}\u00a0domaine" in titled(
        browse, "method", region, section="couverture"
    )
    assert "16 des 17" in titled(browse, "method", region)


def titled(browse: Visit, page: str, region: str, **query: str) -> str:
    title: str = browse(page, region=region, **query).title[0].value
    return title
