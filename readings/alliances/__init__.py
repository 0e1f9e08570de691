"""Alliances between actors, as published: figures by topic, and the local initiatives that documents name.

`figures`: alliance_figures(store), one row a usable figure. `initiatives`: initiatives(store), one row a
local initiative, and set_aside(store). `kinds`: what an initiative is.
`selection`: which are shown, and where.
`topics`: the figures by topic, ready to draw. `words`, `phrases`: tables and sentences, in French.
"""
