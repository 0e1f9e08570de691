"""What changed cells change: scores, ranks and gaps of two editions, the largest effects first.

`words` and `tables` say in French what `indicators.editions` finds, `listing` for programs.
"""
