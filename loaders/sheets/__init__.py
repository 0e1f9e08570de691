"""The sheets of the workbook as typed records: where each table is, then what each of its lines says."""
