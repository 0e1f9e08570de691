-- How the territories differ on each indicator, min-max reading the reader's goalposts where there are some, in place of
-- spread.sql (here `published_spread`). $goalpost_low, $goalpost_high: in the unit of the indicator, in the order of
-- $goalpost_codes ; lowest, highest: oriented ; the other columns: as there
SELECT
    published_spread.indicator_code,
    published_spread.mean,
    published_spread.deviation,
    CASE criterion.direction
        WHEN 1 THEN coalesce(goalpost.low, published_spread.lowest)
        ELSE coalesce(-goalpost.high, published_spread.lowest)
    END AS lowest,
    CASE criterion.direction
        WHEN 1 THEN coalesce(goalpost.high, published_spread.highest)
        ELSE coalesce(-goalpost.low, published_spread.highest)
    END AS highest,
    published_spread.published
FROM published_spread
JOIN criterion USING (indicator_code)
LEFT JOIN (
    SELECT
        unnest($goalpost_codes::VARCHAR[]) AS indicator_code,
        unnest($goalpost_low::DOUBLE[]) AS low,
        unnest($goalpost_high::DOUBLE[]) AS high
) AS goalpost USING (indicator_code)
