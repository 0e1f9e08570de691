"""A survey as a CSV file, one answer or one mean a line: `door` reads it, `merge` adds it to an edition."""
