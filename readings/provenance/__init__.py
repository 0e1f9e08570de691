"""A trail in words: from a workbook cell to a number on screen, for who wants to check it by hand.

`subject`: which result is followed. `steps`: the rows of `indicators.provenance`, in French. Nothing is
computed here.
"""
