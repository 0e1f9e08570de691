"""The page of the gaps: which figures it may show together, what each cell says, corners and lists in words.

Everything here is made of the frames of `indicators.gap_signs`, `quadrants`, `unnamed` and `intervals`; no
number is computed a second time.
"""
