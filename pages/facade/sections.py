"""The sections of « Données et méthode », by their code in the address; `""` is the one shown first."""

from pages.parameters import Parameter

DICTIONARY, WORDS, SETTINGS, DECIDING = "", "methode", "reglages", "sensibilite"
STEPS = "etapes"
QUALITY, COVERAGE, PROVENANCE = "qualite", "couverture", "provenance"
OWN, EDITIONS, TAKEAWAY = "mon-classeur", "editions", "emporter"
SECTIONS = {
    DICTIONARY: "Dictionnaire",
    WORDS: "Méthode",
    STEPS: "Dix étapes",
    SETTINGS: "Réglages",
    DECIDING: "Ce qui décide",
    QUALITY: "Qualité",
    COVERAGE: "Couverture",
    PROVENANCE: "Provenance",
    OWN: "Mon classeur",
    EDITIONS: "Comparer deux éditions",
    TAKEAWAY: "Emporter",
}
PARAMETER = Parameter("section", "Section", SECTIONS, DICTIONARY)
