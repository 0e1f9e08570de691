-- The published figures of some $domains, indicator by indicator, region by region, as they are.
-- rank: among the regions, 1 = most fragile, ties share the better rank; NULL without a value or a direction
-- decimals: the finest precision shown among the regions; benchmark_decimals: what France is written with beside them
-- benchmark: the published value for metropolitan France, in the unit of the indicator
-- note, benchmark_note: what the source says of the number (« provisoire »), or why there is none
WITH ranked AS (
    SELECT
        territory_code AS region_code,
        indicator_code,
        rank() OVER (PARTITION BY indicator_code ORDER BY oriented DESC) AS rank,
        count(*) OVER (PARTITION BY indicator_code) AS ranked
    FROM observation
)

SELECT
    indicator.indicator_code,
    indicator.label,
    region.region_code,
    region.name,
    figure.value,
    figure.low,
    figure.high,
    coalesce(figure.status, 'missing') AS status,
    ranked.rank::INTEGER AS rank,
    ranked.ranked::INTEGER AS ranked,
    france.value AS benchmark,
    CASE WHEN france.value IS NOT NULL THEN france.sheet || '!' || france.cell END AS benchmark_cell,
    coalesce(criterion.direction, indicator.direction) AS direction,
    indicator.unit,
    coalesce(max(figure.decimals) OVER (PARTITION BY indicator.indicator_code), indicator.decimals)::INTEGER
        AS decimals,
    mart.decimals_beside(
        france.value,
        france.decimals,
        max(figure.decimals) OVER (PARTITION BY indicator.indicator_code)
    )::INTEGER AS benchmark_decimals,
    indicator.year,
    indicator.source,
    coalesce(figure.raw, '') AS raw,
    coalesce(figure.sheet, indicator.sheet) AS sheet,
    coalesce(figure.cell, '') AS cell,
    coalesce(figure.corrected, false) AS corrected,
    coalesce(figure.published_raw, '') AS published_raw,
    coalesce(figure.correction_reason, '') AS correction_reason,
    coalesce(figure.note, '') AS note,
    coalesce(france.note, '') AS benchmark_note,
    region.position,
    indicator.domain_code
FROM mart.indicator AS indicator
CROSS JOIN mart.region AS region
LEFT JOIN mart.indicator_value AS figure USING (indicator_code, region_code)
LEFT JOIN ranked USING (indicator_code, region_code)
LEFT JOIN criterion ON criterion.indicator_code = indicator.indicator_code
LEFT JOIN mart.indicator_value AS france
    ON france.indicator_code = indicator.indicator_code AND france.region_code = 'FR'
WHERE list_contains($domains, indicator.domain_code)
ORDER BY list_position($domains, indicator.domain_code), indicator.row_number, region.position
