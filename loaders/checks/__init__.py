"""General checks on the loaded figures.

None names an indicator, a region or a cell: what they find, they find.
"""
