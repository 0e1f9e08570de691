"""How an indicator has moved since its earlier years: only what compares is set beside the current figure.

`words`: the title and the sentences. `rows`: the years as they are drawn and as a table. Nothing is computed
here: the differences are those of `indicators.past`.
"""
