"""Which initiatives are shown, and how many are known in each department."""

from __future__ import annotations

import pandas as pd

from readings.alliances.kinds import kind_of


def selected(initiatives: pd.DataFrame, theme: str, kind: str) -> pd.DataFrame:
    """Keep the initiatives of a domain and of a kind (codes; `""`: all of them); adds `kind`."""
    found = initiatives.assign(kind=[kind_of(text) for text in initiatives["description"]])
    if theme:
        found = holding(found, "domain_codes", theme)
    if kind:
        found = found[found["kind"] == kind]
    return found.reset_index(drop=True)


def of_region(initiatives: pd.DataFrame, region: str) -> pd.DataFrame:
    """Keep the initiatives of a region (`""`: all), those with a department first.

    An initiative without any region stays out: nobody published that it is there.
    """
    found = holding(initiatives, "region_codes", region) if region else initiatives
    return found.sort_values(
        "department_codes", key=lambda codes: codes.str.len() == 0, kind="stable"
    ).reset_index(drop=True)


def holding(frame: pd.DataFrame, column: str, code: str) -> pd.DataFrame:
    """Keep the rows whose tuple of codes in `column` holds a code."""
    return frame[frame[column].map(lambda codes: code in codes).astype(bool)]


def by_department(initiatives: pd.DataFrame) -> pd.DataFrame:
    """Return one row a department that an initiative names: department_code, count, names (tuple).

    An initiative in two departments counts in both; without department it counts in none.
    """
    places = initiatives.explode("department_codes").dropna(subset="department_codes")
    grouped = places.groupby("department_codes", sort=True)["name"]
    return pd.DataFrame(
        {
            "department_code": list(grouped.groups),
            "count": grouped.size().astype("Int64").tolist(),
            "names": [tuple(names) for _, names in grouped],
        }
    )


def most_named(initiatives: pd.DataFrame, column: str) -> list[tuple[str, int]]:
    """Count the codes of a column (one code or a tuple a row), the most frequent first, ties by code."""
    counts = initiatives[column].explode().dropna().value_counts()
    return sorted(
        ((str(code), int(count)) for code, count in counts.items()), key=lambda item: (-item[1], item[0])
    )
