"""What regions are compared on to be told alike: how each dimension counts."""

from pages import frame, selectors
from pages.facade import likeness


def draw() -> None:
    """Say what the chosen basis compares, each dimension a line."""
    said, table = likeness.compared(selectors.chosen(likeness.NAME))
    frame.sentences([said], lead="Les dimensions comparées.")
    if table:
        frame.table(table, "Dimensions du profil, une par ligne, et comment chacune compte.")
