"""Everything shown, to take away whole: one workbook, or CSV files any program can read.

content.tables(results): the tables under their French names; book.book(...): the workbook;
bundle.bundle(...): the CSV files, their `datapackage.json` (Frictionless), the method in words.
`tables.csv` and `fields.csv` say what each table and each column is: one name for one quantity, everywhere.
"""
