"""What the application costs, measured in one run: `python -m tests.bench [--only NAME]`.

A benchmark is one function, registered under a name, that returns lines of the table: see `registry`.
"""
