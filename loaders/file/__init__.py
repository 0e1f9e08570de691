"""The bytes of an .xlsx, checked and opened: what each sheet holds, cell by cell, and how it is written."""
