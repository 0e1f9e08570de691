-- The cells behind some indicators: one row an indicator x territory (France included), with what each step made of it.
-- shown: what Excel shows in the cell; published_raw: the text before a declared correction, '' without one
-- value: unit of the indicator; oriented: value x direction; treated: the same, or what is made of an outlier; normalised:
-- unit of the normalisation, NULL without a score
-- stated: the direction of the workbook; direction: as the reader takes it
-- direction_cell, weight_cell: where the workbook states them, NULL when no header says so
WITH header AS (
    SELECT sheet, column_number, max(row_number) AS row_number, lower(trim(any_value(text))) AS title
    FROM raw.cell
    WHERE lower(trim(text)) IN ('sens', 'poids', 'pondération')
    GROUP BY sheet, column_number
),

stated AS (
    SELECT cell.sheet, cell.row_number, cell.cell, header.title
    FROM raw.cell AS cell
    JOIN header
        ON header.sheet = cell.sheet
        AND header.column_number = cell.column_number
        AND header.row_number < cell.row_number
)

SELECT
    indicator.indicator_code,
    figure.region_code,
    figure.sheet,
    figure.cell,
    coalesce(shown.text, figure.raw) AS shown,
    figure.raw,
    figure.value,
    figure.decimals,
    figure.status,
    figure.corrected,
    figure.published_raw,
    figure.correction_reason,
    figure.note,
    indicator.unit,
    indicator.direction AS stated,
    criterion.direction,
    (
        SELECT any_value(stated.cell)
        FROM stated
        WHERE
            stated.sheet = indicator.sheet
            AND stated.row_number = indicator.row_number
            AND stated.title = 'sens'
    ) AS direction_cell,
    indicator.weight,
    (
        SELECT any_value(stated.cell)
        FROM stated
        WHERE
            stated.sheet = indicator.sheet
            AND stated.row_number = indicator.row_number
            AND stated.title IN ('poids', 'pondération')
    ) AS weight_cell,
    figure.value * criterion.direction AS oriented,
    observation.oriented AS treated,
    normalised.score AS normalised
FROM mart.indicator AS indicator
JOIN mart.indicator_value AS figure USING (indicator_code)
LEFT JOIN raw.cell AS shown ON shown.sheet = figure.sheet AND shown.cell = figure.cell
LEFT JOIN criterion ON criterion.indicator_code = figure.indicator_code
LEFT JOIN observation
    ON observation.indicator_code = figure.indicator_code
    AND observation.territory_code = figure.region_code
LEFT JOIN normalised
    ON normalised.indicator_code = figure.indicator_code
    AND normalised.territory_code = figure.region_code
LEFT JOIN mart.region AS region ON region.region_code = figure.region_code
WHERE indicator.indicator_code IN (SELECT unnest($indicators))
ORDER BY indicator.row_number, region.position NULLS FIRST
