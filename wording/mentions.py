"""What must be written wherever a figure is shown or taken away."""

from wording.numbers import NO_BREAK_SPACE, THIN_SPACE

# Required by the study on any publication, total or partial (see data/README.md).
MENTION = (
    "Etude IMPACT - Territoires – Comis-Le RAMEAU pour l'Observatoire des partenariats\u202f; Octobre 2019"
)
OUTLINES = "Tracés\u202f: Natural Earth\u202f; codes\u202f: INSEE"
OBSERVATORY = "Observatoire des partenariats"
# On every page, picture, slide and file made from an invented workbook.
FICTIONAL = "DONNÉES FICTIVES"
NOT_MEASURED = (
    f"{FICTIONAL}, pour la formation et les essais{THIN_SPACE}: rien de ce qui suit n’a été mesuré."
)
_PRINT = 12


def edition(file_name: str, sha256: str) -> str:
    """Name an edition: « Édition des données : indicateurs.xlsx, empreinte 0123456789ab »."""
    return f"Édition des données{THIN_SPACE}: {file_name}, empreinte{NO_BREAK_SPACE}{sha256[:_PRINT]}"
