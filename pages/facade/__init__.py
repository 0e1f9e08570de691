"""The one gateway between the pages and the data, a module for each subject.

What is computed is kept whole with its edition (`edition`), by what was chosen, up to a limit. Results are
shared between visitors and never changed; those of a workbook that a visitor brought go with the visit.

`current`: the edition of this run. `choices`: what can be chosen. `methods`: the reader's method. `shapes`:
the outlines. `own_workbook`, `own_survey`: what a visitor brings. Then one module a page or a section of it.
"""
