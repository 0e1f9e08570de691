"""Workbooks bent at random: each is read right, or refused with a sentence; `make fuzz COUNT=10000`."""
