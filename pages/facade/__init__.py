"""The one gateway between the pages and the data, a module for each subject.

Every cache is keyed by the edition and by what was chosen, holds whole results, and has a limit. The store
itself is never part of a key (its name starts with `_`): its `key` says which edition it is. Results are
shared between visitors and never changed: `cache_resource` hands out the object itself, where `cache_data`
would copy it every time. Those of a workbook that a visitor brought stay in that visitor's memory (`cache`).

`current`: the edition of this run. `own`, `brought`: a visitor's own. `choices`: what can be chosen.
`methods`: the reader's method. `results`: what several pages compute. `shapes`: the outlines. Then one module
a page.
"""
