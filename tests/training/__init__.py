"""The training edition, `data/formation_FICTIF.xlsx`: real proportions, invented figures, all from a seed.

`indicators.csv` names what is invented (level, spread of the regions, and how far Île-de-France stands apart,
in spreads), `felt.csv` what each actor feels; `python -m tests.training` writes the workbook again.
"""
