-- Which profile indicators tell the territories apart alike: correlated, either way, at $same or more over the
-- territories that have both, half of them at least. Two always lie on a line: three are asked for.
-- One row a pair, each with itself too, in the order of the workbook, of the first then of the other.
SELECT
    mine.indicator_code,
    other.indicator_code AS compared_code,
    corr(mine.score, other.score) AS correlation
FROM normalised AS mine
JOIN normalised AS other USING (territory_code)
JOIN mart.indicator AS own ON own.indicator_code = mine.indicator_code
JOIN mart.indicator AS earlier ON earlier.indicator_code = other.indicator_code
GROUP BY mine.indicator_code, other.indicator_code, own.sheet, own.row_number, earlier.sheet, earlier.row_number
HAVING
    mine.indicator_code = other.indicator_code
    OR (
        count(*) > 2
        AND 2 * count(*) >= (SELECT count(*) FROM territory)
        AND min(mine.score) < max(mine.score)
        AND min(other.score) < max(other.score)
        AND round(abs(corr(mine.score, other.score)), 9) >= $same
    )
ORDER BY own.sheet, own.row_number, earlier.sheet, earlier.row_number
