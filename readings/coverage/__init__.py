"""What is published of what is felt: actor × region × domain, and nothing in between.

`cells`: one row a crossing. `words`: the tables and the finding.
"""
