-- The values that can be compared, the extreme ones brought back to a neighbour (see outliers.py), in place of observation.sql.
-- $treated_low, $treated_high: the ends that are left, oriented, in the order of $treated_codes ; value: as published
SELECT
    published.territory_code,
    published.indicator_code,
    published.value,
    coalesce(least(greatest(published.oriented, ends.low), ends.high), published.oriented) AS oriented
FROM published
LEFT JOIN (
    SELECT
        unnest($treated_codes::VARCHAR[]) AS indicator_code,
        unnest($treated_low::DOUBLE[]) AS low,
        unnest($treated_high::DOUBLE[]) AS high
) AS ends USING (indicator_code)
