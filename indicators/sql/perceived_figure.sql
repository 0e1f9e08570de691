-- The usable figures of one actor in the order of the sheet. Units: see perceived.sql
SELECT perceived.* EXCLUDE (row_number)
FROM perceived
ORDER BY perceived.row_number, perceived.region_code
