"""« Regards croisés »: what the actors say, side by side, worded and ready to be drawn.

`actors.context`: what is published, then what is asked.
    voices(results) -> Voices, read once an edition; asked(voices, actor, region='', wave='') -> Context
`actors.page`: the whole page.
    crossing(voices, agreements, actor, region='', wave='') -> Crossing(title, sections, sources)
Each section is a heading and a `Part` (see `actors.part`), made once it is open: sentences, rows to draw, the
table of the same numbers, or the reason why there is nothing. Notes, shares and ranks are never on one scale.
"""
