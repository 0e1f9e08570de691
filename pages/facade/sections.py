"""The sections of « Données et méthode », by their code in the address; `""` is the one shown first."""

from pages.parameters import Parameter

DICTIONARY, WORDS, SETTINGS, REMOVED = "", "methode", "reglages", "sensibilite"
QUALITY, COVERAGE, PROVENANCE = "qualite", "couverture", "provenance"
SECTIONS = {
    DICTIONARY: "Dictionnaire",
    WORDS: "Méthode",
    SETTINGS: "Réglages",
    REMOVED: "Sensibilité",
    QUALITY: "Qualité",
    COVERAGE: "Couverture",
    PROVENANCE: "Provenance",
}
PARAMETER = Parameter("section", "Section", SECTIONS, DICTIONARY)
