"""One domain, seen by everyone: its ranks, what each actor says of it, its gaps, its initiatives.

Nothing is computed here: rows of the public functions are chosen, joined and put in order.

`ranking`: the regions, most fragile first. `told`: what is published of what is felt, one row a figure.
`gap_rows`: one gap a region, in one survey. `initiatives`: those of the domain. `phrases`: the sentences.
"""
