"""The commands of the ten steps: every number that the method as a paper says, as rows."""

from __future__ import annotations

import argparse

import pandas as pd

from indicators import coherence
from indicators.method import Method
from indicators.results import Results
from indicators.ten_steps.choices import effects
from indicators.ten_steps.linked import links
from indicators.ten_steps.measures import measures
from loaders.store import Store


def steps(store: Store, _options: argparse.Namespace, _method: Method) -> pd.DataFrame:
    """One row a number of a step, by our starting method alone."""
    return measures(Results(store))


def alternatives(store: Store, _options: argparse.Namespace, _method: Method) -> pd.DataFrame:
    """One row a choice of the address, against our starting method."""
    return effects(Results(store))


def links_of(store: Store, _options: argparse.Namespace, _method: Method) -> pd.DataFrame:
    """One row a figure of the profile, against the score of the whole by our starting method."""
    return links(Results(store))


def alpha(store: Store, _options: argparse.Namespace, method: Method) -> pd.DataFrame:
    """One row a score of two elements or more, by the method that is asked."""
    return coherence.coherence(Results(store).groups(method))


def pairs(store: Store, _options: argparse.Namespace, method: Method) -> pd.DataFrame:
    """One row a pair of domains, or of axes, by the method that is asked."""
    return coherence.pairs(Results(store).groups(method))
