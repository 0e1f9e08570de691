# ruff: noqa: E501 - one line of the document is one line here
"""The published table, transcribed a second time from the document and parsed by nothing of ours.

Le RAMEAU, « 2020, l'année de l'AMM de l'ODD 17 », December 2020, annex 1, « DONNEES TERRITORIALES ». Columns: France,
then the regions in the order of the document. `-` is an empty cell, `#N/A` an error cell, `a..b` a range.
"""

from decimal import Decimal

REGIONS = "FR 44 75 84 28 27 53 24 11 76 32 52 93 94".split()

# label | figures | is the row in percent (8,5% and 8,5 are both 8.5)
TABLE = """
Nombre d'habitants | 65018096 5548090 5994336 8037059 3342467 2813289 3336643 2582522 12246234 5903190 6023336 3787411 5065723 337796
Poids de la région | 100,0% 8,5% 9,2% 12,4% 5,1% 4,3% 5,1% 4,0% 18,8% 9,1% 9,3% 5,8% 7,8% 0,5%
Nombre de kilomètre carré | 543941 57441 84036 69711 29907 47784 27208 39151 12011 72724 31806 32082 31400 8680
Densité | 119,531523 96,587629 71,3305726 115,291116 111,762029 58,8751256 122,63463 65,9631172 1019,58488 81,1725153 189,37735 118,05408 161,328758 38,9165899
% des terrains agricoles cultivés | 52,3% 53,0% 49,9% 43,8% 69,3% 53,3% 61,8% 60,4% 48,6% 47,6% 68,2% 68,7% 24,8% 34,5%
Nombre de commune | 35548 5152 4404 4095 2884 3831 1233 1783 1276 4477 3810 1280 963 360
Nombre de département par région | 96 10 12 12 5 8 4 6 8 13 5 5 6 2
PIB régional | 2153 152 164 250 92 74 92 70 669 159 157 110 155 9
Nombre d'entreprises 0 sal. & + | 5391223 386548 539249 683039 224632 215069 246114 177830 1169581 584319 345787 267953 510712 40390
Poids du nombre d'entreprises | 100,0% 7,2% 10,0% 12,7% 4,2% 4,0% 4,6% 3,3% 21,7% 10,8% 6,4% 5,0% 9,5% 0,7%
Nombre d'associations | - 90000..105000 120000..130000 160000..175000 54000..60000 55000..60000 65000..70000 48000..52000 200000..220000 130000..140000 100000..105000 70000..75000 110000..116000 8500..9500
Part budget innovation dans PIB | 2,3 1,3 1,3 2,8 1,4 1,6 1,9 1,6 3,0 3,7 1,1 1,3 2,2 #N/A
Finances publiques (en millions d'euros) | 29754,1 2580,0 2923,1 3391,7 1700,1 1446,7 1464,8 1337,8 4595,7 3343,9 3112,5 1644,6 2213,4 1208
Taux de chomage | 8,4 8,2 8 7,5 8,6 7,5 7,2 8,2 7,6 10,3 10,8 7,2 10,1 9,1
Evolution du nombre d'entreprises 1 & + | -2,2% -1,4% -1,6% -1,7% -2,3% -1,2% -1,5% -2,3% -3,6% -2,0% -1,9% -2,2% -2,9% -0,6%
Evolution du revenu médian | 1,05 1,05 1,05 1,06 1,06 1,06 1,05 1,04 1,03 1,05 1,06 1,06 1,06 1,07
Taux de pauvreté | 14,9 14,6 13,7 12,8 13,9 13,2 11,2 13,2 15,9 17,2 18,6 11,2 17,4 19,8
Nbr logements / habitant | 0,54 0,51 0,58 0,55 0,54 0,55 0,57 0,53 0,47 0,60 0,47 0,53 0,61 0,74
Taux d'immigration | 9,5 8,9 6,2 9,4 4,2 6,8 3,5 6,9 19,2 8,7 5,4 3,8 10,6 10,1
Handicap | - - - - - - - - - - - - - -
Taux d'actifs / retraités | 80,3 79,4 77,7 80,0 78,3 77,0 78,6 77,4 84,6 79,5 81,2 78,9 80,7 84,8
Part des ménages dont la famille principale est une famille monoparentale | 9,3 9,1 8,6 8,6 8,7 8,2 7,5 8,2 10,8 9,4 10,5 7,3 10,6 11,8
% des NEET | 16,7 17,4 16,8 14,8 17,7 16,4 13,9 17,1 14,6 18,1 21,2 14,7 18,9 20,5
Professionnels de santé / 100 000 hab | 339,0 320 335 337 289 297 319 265 398 355 300 287 406 304
Couverture 4G par + de 2 opérateurs | 83,4 83 83,9 75,7 95,8 78,3 96,5 92 99,5 71,9 96,9 97,1 70,5 68,6
Coups et blessures volontaires enregistrés /1000 hab | 3,7 3,6 3 3,4 3,3 3,4 2,7 3,2 4,5 3,6 4,6 2,9 4,7 3,2
% domicile-travail en transports en commun | 15,2 8,1 5,4 10,7 6,6 5,7 5,7 7,4 43,8 6,6 8,7 6,9 10,5 2,4
Nbr d'équipements culturels / 10 000 hab | 0,67 0,56 0,72 0,79 0,73 0,79 0,63 0,66 0,67 0,72 0,44 0,61 0,78 1,13
Emissions CO2 (ton / hab) | 7,55 10,58 7,86 7,03 10,87 9,22 7,89 8,07 4,00 6,31 9,22 9,09 7,55 10,75
Taux de collecte des déchets (kg / hab) | 5,15 4,71 5,47 4,87 5,88 4,88 5,85 5,07 4,34 5,48 5,44 4,95 6,29 6,45
"""

# Not what the document prints (« 55 00 à 60 000 »): the declared correction.
CORRECTED = ("Nombre d'associations", "27")

Typed = tuple[Decimal | None, Decimal | None, Decimal | None, str]


def typed(token: str) -> Typed:
    """(value, low, high, status) of one printed figure."""
    if token == "-":
        return None, None, None, "missing"
    if token == "#N/A":
        return None, None, None, "not_available"
    if ".." in token:
        low, high = token.split("..")
        return None, Decimal(low), Decimal(high), "range"
    return Decimal(token.rstrip("%").replace(",", ".")), None, None, "value"


def expected() -> list[tuple[str, dict[str, Typed]]]:
    """Label and figures by region code, row after row."""
    rows = []
    for line in TABLE.strip().splitlines():
        label, figures = line.split(" | ")
        tokens = figures.split()
        rows.append((label, {code: typed(token) for code, token in zip(REGIONS, tokens, strict=True)}))
    return rows
