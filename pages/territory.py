"""« Mon territoire »: the report of one region in five parts."""

from collections.abc import Iterable

import streamlit as st

from pages import frame, selectors, taken
from pages.facade import choices, territory
from pages.facade.off_screen import changed
from pages.facade.territory import Portrait, Told
from pages.sections import territory_files
from pages.taken import Taken
from wording import reading

FOLDED = "Les nombres de ce graphique"


def main() -> None:
    """Draw the report of the chosen region, or the regions to choose from."""
    region = selectors.chosen("region")
    if not region:
        without_region()
        return
    with st.spinner("Le rapport de la région se prépare…"):
        shown = territory.portrait_of(region, frame.method())
        spine = territory.spine_of(region, frame.method(), frame.look())
        actors = territory.felt_of(region, frame.method(), frame.look())
    made = shown.report
    st.title(made.title, anchor=False)
    frame.sentences([made.overall, "Le rapport tient en cinq parties."])
    territory_files.draw(region)
    st.header(f"1. {made.identity_title}", anchor=False)
    frame.sentences(made.identity_sentences)
    frame.table(
        shown.identity, f"{made.identity_title}.", folded="Tous les repères et leur part de la France"
    )
    st.header(f"2. {made.spine_title}", anchor=False)
    frame.sentences(reading.SPINE)
    frame.figure(spine, spine_taken(region, shown))
    frame.table(shown.spine, f"{made.spine_title}.", folded=FOLDED)
    felt(shown, actors)
    alliances(shown)
    synthesis(shown)
    frame.link("method.py", "D’où viennent ces nombres\u202f?", section="provenance", region=region)
    frame.source(made.sources)


def spine_taken(region: str, shown: Portrait) -> Taken:
    """Return what the spine chart becomes outside the page."""
    made, method, still = shown.report, frame.method(), frame.still()
    return Taken(
        taken.named(made.name, made.spine_title),
        " ".join(reading.SPINE) + changed(method),
        made.sources,
        lambda: territory.spine_numbers(region, method),
        lambda: territory.spine_of(region, method, still).specification,
    )


def felt_taken(shown: Portrait, told: Told) -> Taken:
    """Return what the chart of one actor becomes outside the page."""
    made, actor, method, still = shown.report, told.actor, frame.method(), frame.still()
    return Taken(
        taken.named(made.name, actor.sentence.rstrip(".")),
        " ".join([*reading.GAP_LINES, *reading.GAPS, *told.perimeters]) + changed(method),
        made.sources,
        lambda: territory.felt_numbers(made.region, actor.actor_code, method),
        lambda: territory.felt_still(made.region, actor.actor_code, method, still),
    )


def without_region() -> None:
    """Offer the thirteen regions."""
    st.title("Choisissez votre région pour lire son rapport", anchor=False)
    frame.sentences(["Un clic sur un nom ouvre le rapport en cinq parties de cette région."])
    buttons(territory.region_codes(), "vers")
    frame.source("")


def felt(shown: Portrait, actors: Iterable[Told]) -> None:
    """Draw what each actor feels, and the gap."""
    made = shown.report
    st.header(f"3. {made.felt_title}", anchor=False)
    frame.sentences(reading.GAPS)
    for told in actors:
        actor = told.actor
        frame.sentences([actor.sentence, *(reading.GAP_LINES if told.drawing else ())])
        if told.drawing:
            frame.figure(told.drawing, felt_taken(shown, told))
        frame.table(told.table, actor.sentence, folded=f"{actor.label}\u202f: chaque domaine publié")
    frame.sentences([made.silent] if made.silent else [])


def alliances(shown: Portrait) -> None:
    """Draw what is published of the alliances, in the region then in France."""
    made = shown.report
    st.header(f"4. {made.alliance_title}", anchor=False)
    if shown.alliances is None:
        frame.empty(
            "Aucun chiffre régional n’est publié sur les alliances.",
            "Les chiffres de la France sont ci-dessous.",
        )
    else:
        frame.table(shown.alliances, f"{made.alliance_title}.")
    frame.table(shown.country, "Chiffres publiés pour la France.", folded="Ce qui est publié pour la France")


def synthesis(shown: Portrait) -> None:
    """Draw what stands out, who resembles, what is tried, what is missing."""
    made = shown.report
    st.header("5. Synthèse\u202f: ce qui ressort, ce qui manque", anchor=False)
    frame.sentences([reading.STRENGTHS])
    frame.table(shown.strengths, "Domaines les plus et les moins fragiles de la région.")
    st.subheader("Angles morts et inquiétudes", anchor=False)
    frame.points(made.spots)
    if not made.spots:
        frame.empty(
            "Aucun angle mort ni inquiétude n’est établi avec les chiffres publiés.",
            "La page «\u00a0Écarts\u00a0» dit ce qui existe pour chaque acteur.",
        )
    st.subheader("Régions semblables", anchor=False)
    for position, near in enumerate(made.similar):
        frame.sentences([near.sentence])
        buttons(near.codes, f"semblable_{position}")
        compared = ",".join((made.region, *near.codes))
        frame.link("compare.py", near.offer, regions=compared)
    st.subheader("Initiatives locales", anchor=False)
    if shown.initiatives is None:
        frame.empty(
            "Aucune initiative n’est placée dans cette région.",
            "La page «\u00a0Alliances et initiatives\u00a0» les liste toutes.",
        )
    else:
        frame.table(shown.initiatives, "Initiatives placées dans la région.")
    frame.link("alliances.py", "Voir les alliances et initiatives sur la carte")
    st.subheader("Ce qui n’est pas publié pour cette région", anchor=False)
    frame.points(made.unpublished or ["Tout ce que ce rapport emploie est publié."])


def buttons(codes: tuple[str, ...], prefix: str) -> None:
    """Offer regions in one click."""
    names = choices.parameters()["region"].options
    with st.container(horizontal=True):
        for code in codes:
            selectors.offer(names[code], f"{prefix}_{code}", "region", code)


main()
