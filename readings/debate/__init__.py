"""The fiche-débat of a region: three marked figures, three gaps, three open questions, in words for citizens.

`debate.debate(results, region, method)` is the door. It chooses among what is computed elsewhere and words
it; it computes nothing. The same sentences serve the sheet of paper, the slides' notes and a screen reader.
"""
