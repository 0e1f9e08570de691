"""« Qualité des données »: what was read, what is doubtful, what is corrected, what is published for whom."""

import pandas as pd
import streamlit as st

from pages import frame
from pages.facade.quality import Quality, quality
from wording.lists import join
from wording.numbers import counted

HEADINGS = {
    "erreur": ("Erreurs", "Le classeur est refusé tant qu’elles restent."),
    "alerte": ("Alertes", "Ces cellules demandent une vérification. Rien n’y est corrigé sans être déclaré."),
    "info": ("Informations", "Ce qui a été vérifié, et ce qui est tenu à l’écart des calculs."),
}


def main() -> None:
    """Draw the page."""
    report = quality()
    st.title(title(report), anchor=False)
    frame.sentences([content(report.counts)])
    for level, (heading, what) in HEADINGS.items():
        if len(report.findings[level]):
            section(f"{heading} ({len(report.findings[level])})", report.findings[level], what)
    section("Corrections déclarées", report.corrections, "Appliquées après la lecture, signalées partout.")
    section(
        "Chiffres à vérifier",
        report.to_verify,
        "Contradictoires, illisibles ou d’acteur incertain\u202f: hors de tout calcul, montrés ici seuls.",
    )
    section(
        "Ce qui est publié, domaine par domaine",
        report.coverage,
        "Nombre de régions qui ont un chiffre utilisable. Rien n’est estimé pour les autres.",
    )
    frame.edition()


def title(report: Quality) -> str:
    """Write what matters first: is anything refused, how much is doubtful."""
    errors, alerts = len(report.findings["erreur"]), len(report.findings["alerte"])
    read = f"{counted(errors, 'erreur', 'erreurs')} dans le classeur" if errors else "Classeur accepté"
    return f"{read}\u202f: {counted(alerts, 'cellule ou ligne à vérifier', 'cellules ou lignes à vérifier')}"


def content(counts: dict[str, int]) -> str:
    """Count what the edition holds."""
    words = {
        "indicators": ("indicateur", "indicateurs"),
        "values": ("valeur publiée", "valeurs publiées"),
        "perceptions": ("chiffre de perception", "chiffres de perception"),
        "alliances": ("chiffre sur les alliances", "chiffres sur les alliances"),
        "initiatives": ("initiative", "initiatives"),
    }
    return f"Cette édition contient {join(counted(counts[name], *forms) for name, forms in words.items())}."


def section(heading: str, table: pd.DataFrame, what: str) -> None:
    """Draw a table under its heading, or say that it is empty."""
    st.header(heading, anchor=False)
    frame.sentences([what])
    if table.empty:
        st.markdown("Aucun cas dans cette édition.")
    else:
        st.table(table, hide_index=True, border="horizontal", alt=f"{heading}\u202f: {len(table)} lignes.")


main()
