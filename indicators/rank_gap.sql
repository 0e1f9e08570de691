-- The rank reading of the gap: inside a region, across domains.
-- gap = objective_rank - perceived_rank, in ranks. Positive: felt more than the region's position among the others
-- would suggest; negative: less. sheet, cell, raw: the perceived side. A perceived rank « 2 ou 3 » gives an interval and no single gap.
WITH region_cells AS (
    SELECT
        figure.region_code,
        criterion.domain_code,
        list(figure.sheet || '!' || figure.cell ORDER BY indicator.row_number) AS objective_cells
    FROM mart.indicator_value AS figure
    JOIN criterion USING (indicator_code)
    JOIN mart.indicator AS indicator USING (indicator_code)
    SEMI JOIN spread ON spread.indicator_code = figure.indicator_code
    WHERE figure.status = 'value'
    GROUP BY figure.region_code, criterion.domain_code
)

SELECT
    felt.region_code,
    felt.domain_code,
    felt.actor_code,
    felt.wave,
    felt.survey,
    felt.survey_date,
    felt.measure,
    felt.measure_label,
    objective.objective_rank::INTEGER AS objective_rank,
    objective.objective_ranked::INTEGER AS objective_ranked,
    objective.score AS objective_score,
    objective.coverage,
    CASE WHEN felt.rank_low = felt.rank_high THEN felt.rank_low END AS perceived_rank,
    felt.rank_low AS perceived_rank_low,
    felt.rank_high AS perceived_rank_high,
    (count(*) OVER (PARTITION BY felt.survey, felt.wave, felt.region_code))::INTEGER AS perceived_ranked,
    felt.rank_origin,
    felt.value AS perceived_value,
    felt.unit,
    CASE WHEN felt.rank_low = felt.rank_high THEN objective.objective_rank - felt.rank_low END::INTEGER AS gap,
    (objective.objective_rank - felt.rank_high)::INTEGER AS gap_low,
    (objective.objective_rank - felt.rank_low)::INTEGER AS gap_high,
    felt.perimeter,
    felt.reliability,
    felt.source,
    felt.remark,
    felt.sheet,
    CASE WHEN felt.rank_origin = 'published' THEN felt.rank_cell ELSE felt.cell END AS cell,
    CASE WHEN felt.rank_origin = 'published' THEN felt.raw_rank ELSE felt.raw_value END AS raw,
    region_cells.objective_cells
FROM perceived AS felt
JOIN territory ON territory.territory_code = felt.region_code
LEFT JOIN domain_rank AS objective
    ON objective.territory_code = felt.region_code
    AND objective.domain_code = felt.domain_code
LEFT JOIN region_cells
    ON region_cells.region_code = felt.region_code
    AND region_cells.domain_code = felt.domain_code
WHERE felt.rank_origin IS NOT NULL
ORDER BY felt.row_number, felt.region_code
