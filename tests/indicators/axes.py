"""Editions made by hand with several axes, which `tests.made` does not need elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from loaders.edition import LoadedEdition
from loaders.records import Axis


def on_axes(edition: LoadedEdition, axes: Mapping[str, str]) -> LoadedEdition:
    """The same edition with each domain on the axis that `axes` gives it."""
    codes = list(dict.fromkeys(axes.values()))
    return replace(
        edition,
        axes=tuple(Axis(code, code.title(), place) for place, code in enumerate(codes, 1)),
        domains=tuple(replace(domain, axis_code=axes[domain.domain_code]) for domain in edition.domains),
    )
