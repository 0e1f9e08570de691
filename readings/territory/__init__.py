"""The report of one region, in five parts: who it is, measured, felt, allied, in short."""
