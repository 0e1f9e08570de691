"""What must be written wherever a figure is shown or taken away."""

# Required by the study on any publication, total or partial (see data/README.md).
MENTION = (
    "Etude IMPACT - Territoires – Comis-Le RAMEAU pour l'Observatoire des partenariats\u202f; Octobre 2019"
)
# The programmes whose names stand beside each figure, and who makes them.
PROGRAMMES = (
    "PHARE (2013-2017) et IMPACT (2018-2022)\u202f: programmes d’études de l’Observatoire des partenariats. "
    "COMISIS OW\u202f: Comisis et OpinionWay, qui réalisent le programme IMPACT."
)
# In its place, on what the study is not the source of.
INVENTED = (
    "Classeur inventé pour la formation, où des chiffres publiés peuvent être repris\u202f: n’en citez aucun."
)
BROUGHT = "Classeur apporté par un lecteur\u202f: l’Observatoire n’en a pas vérifié les chiffres."
OUTLINES = "Tracés\u202f: Natural Earth\u202f; codes\u202f: INSEE"
OBSERVATORY = "Observatoire des partenariats"
# The source of what rests on several rows of the workbook, or on one that names none.
WORKBOOK = "classeur des indicateurs régionaux"
# On every page, picture, slide and file made from an invented workbook.
FICTIONAL = "DONNÉES FICTIVES"
NOT_MEASURED = f"{FICTIONAL}, pour la formation et les essais\u202f: ne citez aucun chiffre de ce qui suit."
_PRINT = 12


def mention(*, fictional: bool, private: bool) -> str:
    """Return what is written under the figures: the study's own mention, only where they come from it."""
    return INVENTED if fictional else BROUGHT if private else MENTION


def edition(file_name: str, sha256: str) -> str:
    """Name an edition: « Édition des données : indicateurs.xlsx, empreinte 0123456789ab »."""
    return f"Édition des données\u202f: {file_name}, empreinte\u00a0{sha256[:_PRINT]}"
