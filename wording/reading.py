"""How the figures of a region's report are read: the same notes under them on screen and on paper."""

from wording.lists import join
from wording.measurement import Errors

GAPS = (
    "L’écart compare, dans la région, le rang ressenti d’un domaine à son rang mesuré.",
    "Le mesuré est relatif aux autres régions\u202f: un écart ne dit jamais que quelqu’un se trompe.",
)
GAP_LINES = (
    "Rond\u202f: rang mesuré du domaine dans la région. Losange\u202f: rang ressenti.",
    "Trait plein\u202f: un sens est établi. Trait tireté\u202f: il ne l’est pas.",
)
# On a narrow figure, where a sign stands for the words.
GAP_SIGNS = (
    (
        "Signe à droite\u202f: + ressenti plus fort, \u2212 moins fort, = même rang, ? sens non établi, "
        "– non calculable."
    ),
)
# What the crossing of both readings is called.
CORNERS = (
    ("Fragilité reconnue", "mesurée et ressentie"),
    ("Angle mort", "mesuré, peu ressenti"),
    ("Inquiétude", "ressentie, peu mesurée"),
    ("Point d’appui", "ni mesuré ni ressenti comme fragile"),
)
# The order of the most and of the least fragile domains of a region, and who is never among them.
STRENGTHS = (
    "Dans l’ordre du rang parmi les régions\u202f; à rang égal, le domaine où la région s’écarte le plus des "
    "autres vient d’abord. Un domaine n’est parmi les plus fragiles que si la région y est dans la moitié la "
    "plus fragile, et parmi les moins fragiles que si elle y est dans l’autre."
)


def interval(errors: Errors) -> str:
    """Say what an interval is, what varies in it and by which convention."""
    moved = join(filter(None, ["l’arrondi des chiffres", errors.named, "les poids", "le calcul"]))
    said = f"L’intervalle d’un rang contient au moins 90\u202f% de nos essais, où varient {moved}."
    return " ".join(filter(None, [said, errors.convention]))


def one_indicator(errors: Errors) -> str:
    """Say what the interval of a domain of one indicator leaves out: it looks surer than it is."""
    moved = "Un domaine d’un seul indicateur n’y est déplacé que par l’arrondi"
    if not errors.drawn:
        return f"{moved}\u202f: les erreurs de mesure n’y sont pas."
    when = "" if errors.conventional or errors.published == errors.indicators else ", quand elle est publiée"
    return f"{moved} et par l’erreur de mesure{when}."


def varied(errors: Errors) -> str:
    """Say what the intervals hold of the ranks that a reader’s settings move."""
    ours = "nos conventions de poids et de calcul"
    moved = join(filter(None, ["l’arrondi des chiffres publiés", errors.named, ours]))
    about = errors.convention or ("" if errors.drawn else "Il ne dit rien des erreurs de mesure.")
    said = (
        f"L’intervalle contient au moins 90\u202f% des rangs obtenus quand on laisse jouer ensemble {moved}.",
        about,
        "Le tableau dit dans quelle part des essais le rang revient.",
    )
    return " ".join(filter(None, said))


def spine(errors: Errors, *, france: bool) -> tuple[str, ...]:
    """Say how the lines of the domains are read.

    `france`: whether one of them has its figure.
    """
    country = "Losange\u202f: la France. " * france
    return (
        "Chaque ligne va de la région la moins fragile, à gauche, à la plus fragile, à droite.",
        f"Rond\u202f: la région. {country}Traits fins\u202f: les autres régions.",
        "Bande épaisse\u202f: la moitié centrale des régions.",
        "Le rang est celui de la région parmi les régions, 1ʳᵉ étant la plus fragile.",
        interval(errors),
        one_indicator(errors),
    )
