"""Wherever a gap of a region is told: its interval, the date of each side, and that it is computed."""

from __future__ import annotations

from indicators.results import Results
from readings.debate.debate import debate
from readings.territory.report import report
from tests import fictional
from tests.boring import REGIONS
from tests.exports.slides_read import opened, words

# Auvergne-Rhône-Alpes, employment: measured 15th (7th to 16th), felt 1st.
REGION, GAP, LOW, HIGH = "84", "+14", "+6", "+15"
MEASURED, YEARS, FELT = "2019, T1", "de 2012 à 2019", "PHARE 2015"


def test_the_report_and_the_page_say_both_dates_and_the_interval(published: Results) -> None:
    (citizens,) = [actor for actor in report(published, REGION).felt if actor.actor_code == "citoyens"]
    assert FELT in citizens.sentence
    assert citizens.sentence.endswith(f"Écarts calculés avec des indicateurs {YEARS}.")
    row = citizens.table.set_index("Domaine").loc["Emploi"]
    assert row["Écart"].startswith(f"{GAP}\u00a0rangs, entre {LOW} et {HIGH}, ")
    assert (row["Mesuré en"], row["Enquête"]) == ("2019,\u00a0T1", "PHARE\u00a02015")
    told = str(citizens.sheet.set_index("Domaine").loc["Emploi", "Précisions"])
    assert f"15ᵉ, entre 7ᵉ et 16ᵉ, des 16\u00a0domaines ({MEASURED})\u202f; {FELT}" in told


def test_the_slides_say_both_dates_and_the_interval(published: Results) -> None:
    told = "\n".join(words(slide) for slide in opened(published, REGION).slides)
    assert f"{GAP} ({LOW} à {HIGH}), plus fort" in told
    assert f"mesuré (indicateurs {YEARS}), et ressenti par acteur ({FELT})" in told


def test_the_debate_sheet_says_both_dates_and_the_interval(published: Results) -> None:
    told = debate(published, REGION)
    (gap,) = [point for point in told.gaps if "Emploi" in point.text]
    assert "15ᵉ, entre 7ᵉ et 16ᵉ" in gap.text
    assert f"Écart calculé, ressenti {FELT}, mesuré {MEASURED}" in gap.detail
    # The citizens put employment first in every region.
    assert "ici comme ailleurs" in " ".join(point.text for point in told.questions)


def place(actor: str, region: str, domain: str, wave: str) -> int:
    """The place that the invented notes give a domain, counted one by one."""
    own = fictional.mean(actor, wave, region, domain)
    return sum(fictional.mean(actor, wave, region, other) > own for other in fictional.DOMAINS)


def test_elsewhere_is_alike_only_where_the_felt_rank_is_one(invented: Results) -> None:
    """« ici comme ailleurs »: in the invented survey, of one domain of the mayors in two regions or none."""
    asked = [point.text for code in REGIONS for point in debate(invented, code).questions]
    asked = [text for text in asked if "à quoi tient ce ressenti" in text]
    alike = [text for text in asked if "ici comme ailleurs" in text]
    assert len(alike) < len(asked)
    assert all(text.startswith("«\u00a0Pouvoir d’achat\u00a0» est plus haut") for text in alike)
    assert all("des maires" in text for text in alike)
    ranks = {place("maires", region, "pouvoir_achat", wave) for region in REGIONS for wave in fictional.WAVES}
    assert len(ranks) == 1


def test_a_rank_published_for_two_regions_is_not_elsewhere(published: Results) -> None:
    """PACA-Corse gives one rank to two regions: only employment is ranked alike in the thirteen."""
    asked = [point.text for code in REGIONS for point in debate(published, code).questions]
    alike = [text for text in asked if "ici comme ailleurs" in text]
    assert alike
    assert all(text.startswith("«\u00a0Emploi\u00a0»") for text in alike)
