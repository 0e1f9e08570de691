"""What the participants of a room are called, and what they are promised."""

from __future__ import annotations

from hall.book.ballots import OTHER
from hall.book.rooms import Room
from wording.numbers import counted

ACTORS = {
    "citoyens": "Citoyenne, citoyen",
    "entreprises": "Entreprise",
    "associations": "Association",
    "maires": "Maire",
    "elus_locaux": "Autre élue, élu local",
    OTHER: "Autre, ou je préfère ne pas dire",
}
GROUPS = {
    "citoyens": "citoyens",
    "entreprises": "entreprises",
    "associations": "associations",
    "maires": "maires",
    "elus_locaux": "autres élus locaux",
}

ALOUD = "Les réponses se disent à voix haute\u202f: rien n’en est compté ni gardé."
UNHEARD = (
    f"Une réponse sans acteur («\u00a0{ACTORS[OTHER]}\u00a0») est enregistrée, mais elle n’entre dans aucun "
    "résultat."
)
NO_INTERNET = (
    "Votre téléphone dit «\u00a0pas d’Internet\u00a0»\u202f? Restez sur ce Wi-Fi\u202f; sur Android, coupez "
    "les données mobiles."
)


def answering_as(room: Room) -> dict[str, str]:
    """Return whom a participant of a room may answer as; who is none of them always may."""
    return {code: label for code, label in ACTORS.items() if code in (*room.actors, OTHER)}


def promise(room: Room, *, ends: bool = False) -> str:
    """Say what is kept of a participant, and for how long; of a screen alone, that nobody was one.

    `ends`: the debate is about to end, as it may never otherwise.
    """
    if room.progress.alone:
        return ALOUD
    kept = (
        "dès la fin du débat"
        if room.kept_days == 0
        else f"{counted(room.kept_days, 'jour', 'jours')} après la fin du débat"
    )
    if room.ended is None and not ends:
        left = counted(room.left_days, "jour", "jours")
        kept += f"\u202f; si personne ne le termine, {left} après sa dernière étape"
    return (
        "Aucun nom, aucune adresse, aucune heure n’est gardé. Un groupe de moins de cinq réponses n’est "
        f"jamais montré. Les réponses sont effacées {kept}."
    )
