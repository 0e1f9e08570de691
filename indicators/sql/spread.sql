-- How the territories differ on each indicator. A constant column is left out: it says nothing about who is more
-- fragile, so it gives no score, and nobody divides by its zero deviation.
-- mean, deviation (population: the territories are all there are, not a sample), lowest, highest: unit of the indicator
SELECT
    indicator_code,
    avg(oriented) AS mean,
    stddev_pop(oriented) AS deviation,
    min(oriented) AS lowest,
    max(oriented) AS highest,
    count(*) AS published
FROM observation
GROUP BY indicator_code
HAVING min(oriented) < max(oriented) AND stddev_pop(oriented) > 0
