"""What is computed: a store in, frames out; each function says its columns, its units and its errors.

Every function returns a new frame (the caller may change it), except those of `indicators.results.Results`,
which are shared. Codes are those of the URLs. Missing is NaN / <NA> / None, never 0. Integers are `Int64`,
numbers `float64`, flags `boolean`, texts `str`. Rank 1 is the most fragile (or the most felt); ties share the
better rank. The heavy part is in the `*.sql` files beside, chained by `indicators.steps`.
"""
