"""Two editions of the workbook, cell by cell: what was changed, added, taken away, or only written otherwise.

`changes.compare(old, new)` is the door; `table.table` gives its changes as a frame, `words` in French. A row
is known by what it is about (the code of an indicator, the question of a survey), never by its number alone:
a row inserted above it does not change it.
"""
