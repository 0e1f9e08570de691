"""The title of a figure when a region is chosen: what it says of that region."""

from __future__ import annotations

from readings.overview.views import OverviewMeta, View

# What the figure is, where the words of the region do not say it.
_WHAT = {
    View.OBJECTIVE: "",
    View.RANK: "rang parmi ses fragilités mesurées, ",
    View.PERCEIVED: "ressenti ({who}), ",
    View.GAP: "écart avec le ressenti ({who}), ",
}


def here(domain: str, inside: str, figure: str, meta: OverviewMeta) -> str:
    """« Emploi en Corse : 9,1 %, 4ᵉ sur 13 régions », « Emploi en Corse : ressenti (citoyens…), 1ᵉʳ ».

    `figure`: of the region, in words (« 9,1 %, 4ᵉ sur 13 régions »); `inside`: « en Corse ».
    """
    who = ", ".join(word for word in (meta.actor_label, meta.wave) if word)
    return f"{domain} {inside}\u202f: {_WHAT[meta.view].format(who=who)}{figure}"


def level_here(level: str, inside: str, rank: str) -> str:
    """« Les 16 domaines ensemble, en Corse : 7ᵉ, entre 2ᵉ et 8ᵉ, sur 13 régions »."""
    return f"{level}, {inside}\u202f: {rank}"
