"""One raw cell as a figure: exact, a range, a mark, or the reason why it cannot be read."""
