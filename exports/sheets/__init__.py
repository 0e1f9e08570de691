"""Workbooks to take away: numbers are numbers, a text is never a formula, every sheet says what it is."""
