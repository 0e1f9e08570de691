-- What a domain's score rests on in each region: the cells of its scored indicators, in the order of the sheet, and,
-- when it is a single indicator, the published figure itself next to France's.
-- cells: « sheet!cell » ; value, benchmark: in `unit`, NULL with several indicators
-- decimals: the finest precision shown among the regions; benchmark_decimals: what France is written with beside them
WITH used AS (
    SELECT
        figure.*,
        criterion.domain_code,
        indicator.unit,
        indicator.row_number,
        figure.sheet || '!' || figure.cell AS place,
        max(figure.decimals) OVER (PARTITION BY figure.indicator_code) AS finest
    FROM mart.indicator_value AS figure
    JOIN criterion USING (indicator_code)
    JOIN mart.indicator AS indicator USING (indicator_code)
    SEMI JOIN spread ON spread.indicator_code = figure.indicator_code
    SEMI JOIN territory ON territory.territory_code = figure.region_code
    WHERE figure.status = 'value'
),

single AS (
    SELECT domain_code
    FROM used
    GROUP BY domain_code
    HAVING count(DISTINCT indicator_code) = 1
)

SELECT
    used.region_code,
    used.domain_code,
    list(used.place ORDER BY used.row_number) AS cells,
    any_value(used.value) FILTER (single.domain_code IS NOT NULL) AS value,
    any_value(used.unit) AS unit,
    any_value(used.finest)::INTEGER AS decimals,
    any_value(france.value) FILTER (single.domain_code IS NOT NULL) AS benchmark,
    any_value(mart.decimals_beside(france.value, france.decimals, used.finest))::INTEGER AS benchmark_decimals,
    any_value(france.sheet || '!' || france.cell) FILTER (single.domain_code IS NOT NULL) AS benchmark_cell
FROM used
LEFT JOIN single USING (domain_code)
LEFT JOIN mart.indicator_value AS france
    ON france.indicator_code = used.indicator_code
    AND france.region_code = 'FR'
    AND france.status = 'value'
GROUP BY used.region_code, used.domain_code
