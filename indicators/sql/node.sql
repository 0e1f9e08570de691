-- The structure of the index as a table: every indicator, domain and axis under its parent, the whole at the top.
-- level: 'ensemble' | 'axe' | 'domaine' | 'indicateur' ; parent: code of the node above, '' for the whole
-- direction: 1 or -1 for an indicator, NULL elsewhere or when the workbook does not say
-- weight: of the node relative to its siblings; published: regions with a value; cell: where the workbook says it
SELECT
    'ensemble' AS code,
    '' AS parent,
    'ensemble' AS level,
    'Ensemble' AS label,
    NULL::INTEGER AS direction,
    1.0::DOUBLE AS weight,
    '' AS unit,
    '' AS source,
    '' AS year,
    0 AS published,
    '' AS sheet,
    NULL::INTEGER AS row_number
UNION ALL
SELECT axis.axis_code, 'ensemble', 'axe', axis.label, NULL, coalesce(weighed.weight, 0), '', '', '', 0, '', NULL
FROM mart.axis AS axis
LEFT JOIN (
    SELECT axis_code, sum(weight) AS weight
    FROM domain_weight
    GROUP BY axis_code
) AS weighed USING (axis_code)
UNION ALL
SELECT
    domain.domain_code,
    domain.axis_code,
    'domaine',
    domain.label,
    NULL,
    coalesce(domain_weight.weight, 0),
    '',
    '',
    '',
    0,
    '',
    NULL
FROM mart.domain AS domain
LEFT JOIN domain_weight USING (domain_code)
UNION ALL
SELECT
    indicator.indicator_code,
    indicator.domain_code,
    'indicateur',
    indicator.label,
    indicator.direction,
    indicator.weight,
    indicator.unit,
    indicator.source,
    indicator.year,
    count(figure.value)::INTEGER,
    indicator.sheet,
    indicator.row_number
FROM mart.indicator AS indicator
LEFT JOIN mart.indicator_value AS figure
    ON figure.indicator_code = indicator.indicator_code
    AND figure.region_code <> 'FR'
    AND figure.status = 'value'
WHERE indicator.domain_code IS NOT NULL
GROUP BY ALL
