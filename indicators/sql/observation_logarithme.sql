-- The values that can be compared, stretched ones by their logarithm (see outliers.py), in place of observation.sql.
-- $treated_side: 1 where high values are far, -1 where low ones are ; $treated_origin: where the logarithm starts, in
-- the order of $treated_codes ; value: as published ; oriented: no unit where it is a logarithm
SELECT
    published.territory_code,
    published.indicator_code,
    published.value,
    coalesce(turned.side * ln(turned.side * published.oriented - turned.origin), published.oriented) AS oriented
FROM published
LEFT JOIN (
    SELECT
        unnest($treated_codes::VARCHAR[]) AS indicator_code,
        unnest($treated_side::DOUBLE[]) AS side,
        unnest($treated_origin::DOUBLE[]) AS origin
) AS turned USING (indicator_code)
