"""What changed cells change: scores, ranks and gaps of two editions, the largest effects first.

`effects.effects(before, after, changes)` is the door; `words` and `tables` say it in French, `listing` for
programs. Nothing is computed here: both editions are computed as everywhere, by our starting method.
"""
