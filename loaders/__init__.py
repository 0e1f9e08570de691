"""From the analysts' workbook to typed, checked records, then to the DuckDB store."""
