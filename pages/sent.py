"""A finished deck.gl drawing, in the shape that `st.pydeck_chart` asks for."""


class SentDeck:
    """Hand over JSON written beforehand: building a `pydeck.Deck` at every rerun costs more than the page."""

    def __init__(self, drawing: str, *, tooltip: str) -> None:
        self._drawing = drawing
        self._tooltip = {"text": tooltip}

    def to_json(self) -> str:
        """Return the drawing, as `pydeck.Deck.to_json` does."""
        return self._drawing
