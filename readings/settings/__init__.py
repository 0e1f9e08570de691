"""What « Données et méthode » says of the method: its entries, its words, what each choice changes.

`moves`, `moves_drawn`: ranks before and after. `alternatives`: each choice alone. `parts`: what a score is
made of. `importance`, `coherence`: what really decides, and whether it is one thing; their tables are in
`importance_tables`. `removed`: what changes the ranks when it is taken out. `tables`: all of these in words.
`entries`: the dictionary. `conventions`, `explained`: the method in words and formulas.
"""
