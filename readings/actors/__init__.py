"""« Regards croisés »: what the actors say, side by side, worded and ready to be drawn.

`crossing.context`: what is published, then what is asked.
    voices(results) -> Voices, read once an edition; asked(voices, actor, region='', wave='') -> Context
`crossing.page`: the whole page.
    crossing(voices, agreements, actor, region='', wave='') -> Crossing(title, parts, sources)
Each `Part` (see `crossing.part`) is one section: a heading, sentences, rows to draw, the table of the same
numbers, or the reason why there is nothing. Notes, shares and ranks are never on one scale.
"""
