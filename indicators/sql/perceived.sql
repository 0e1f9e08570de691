-- What one actor is published to say of fragility: one row a figure x region (France included).
-- Only measures that speak of fragility, only figures without a doubt on them, only the whole population: a
-- sub-population never stands in for it. Figures that name no region of today are left out.
-- measure_label: what `value` is, with a doubt where the question itself is not published; nothing but a rank where
--   there is no value
-- decimals: of the survey's figures of that measure (a spreadsheet writes 6 for 6,0)
-- value: in `unit` ; rank_low, rank_high: 1 = felt most fragile, as published, or derived (see rank_origin)
WITH usable AS (
    SELECT
        figure.*,
        CASE
            WHEN figure.value IS NULL THEN 'Rang publié, sans part ni note'
            WHEN starts_with(figure.remark, 'Intitulé exact de la question inconnu')
                THEN measure.label || ' (intitulé exact de la question inconnu)'
            ELSE measure.label
        END AS measure_label
    FROM mart.perception AS figure
    JOIN mart.measure AS measure USING (measure)
    WHERE
        figure.actor_code = $actor
        AND measure.kind = 'fragility'
        AND figure.domain_code IS NOT NULL
        AND figure.region_code IS NOT NULL
        AND figure.subpopulation = ''
        AND figure.reliability IN ('confirme', 'publie')
),

-- A rank can be read from the values only when every domain has one, of the same kind, on the same territory.
vector AS (
    SELECT survey, wave, region_code, perimeter, measure
    FROM usable
    GROUP BY ALL
    HAVING
        count(value) = (SELECT count(*) FROM mart.domain)
        AND count(DISTINCT domain_code) FILTER (value IS NOT NULL) = (SELECT count(*) FROM mart.domain)
),

derived AS (
    SELECT
        usable.figure_id,
        usable.region_code,
        rank() OVER (
            PARTITION BY survey, wave, region_code, perimeter, measure
            ORDER BY usable.value DESC
        ) AS rank
    FROM usable
    JOIN vector USING (survey, wave, region_code, perimeter, measure)
)

SELECT
    usable.figure_id,
    usable.programme,
    usable.survey,
    usable.wave,
    usable.survey_date,
    usable.actor_code,
    usable.region_code,
    usable.region_codes,
    usable.perimeter,
    usable.domain_code,
    usable.measure,
    usable.measure_label,
    usable.unit,
    usable.value,
    coalesce(usable.rank_low, derived.rank)::INTEGER AS rank_low,
    coalesce(usable.rank_high, derived.rank)::INTEGER AS rank_high,
    CASE
        WHEN usable.rank_low IS NOT NULL THEN 'published'
        WHEN derived.rank IS NOT NULL THEN 'derived'
    END AS rank_origin,
    coalesce(
        max(CASE WHEN usable.value IS NOT NULL THEN usable.decimals END) OVER (
            PARTITION BY usable.survey, usable.wave, usable.measure
        ),
        usable.decimals
    )::INTEGER AS decimals,
    usable.sample_size,
    usable.sample_at_least,
    usable.standard_deviation,
    usable.base,
    usable.source,
    usable.reliability,
    usable.remark,
    usable.raw_value,
    usable.raw_rank,
    usable.sheet,
    usable.cell,
    usable.rank_cell,
    usable.row_number
FROM usable
LEFT JOIN derived USING (figure_id, region_code)
