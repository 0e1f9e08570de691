"""Two to five regions side by side: which ones, how far apart, in what words.

`chosen`: the regions that are compared. `suggested`: regions worth comparing, one click each. `spreads`: how
far apart their scores are. `lines`: their published values and the differences in units. `ranks`: their ranks
with intervals. `duels`: which of two is the more fragile in the same draws; `duel_words` says it. `words`:
the finding and the sentences. Frames of other modules in, no store here.
"""
