-- The usable figures of one actor, each ranked among the figures of its own kind and among no others.
-- kind: note (0 to 10), part (percent of the people asked), rang (a rank is published without a value)
-- precision: decimals of the survey's figures of that measure: a spreadsheet writes 6 for 6,0
-- value: in `unit` ; rank_low, rank_high, rank_origin: place of the domain in its territory, see perceived.sql
-- value_rank, value_ranked: place of the value among those published for the same territory, survey and measure
--   (1 = highest, ties share the better rank); unlike rank_low, only as good as the list of domains published
-- region_rank, region_ranked, region_figures: place of the region among those with a value for the same domain,
--   survey and measure; one figure published for two of today's regions counts for both, and is one figure
WITH valued AS (
    SELECT
        figure_id,
        region_code,
        rank() OVER within AS value_rank,
        count(*) OVER within_all AS value_ranked
    FROM perceived
    WHERE value IS NOT NULL
    WINDOW
        within AS (PARTITION BY survey, wave, region_code, perimeter, measure ORDER BY value DESC),
        within_all AS (PARTITION BY survey, wave, region_code, perimeter, measure)
),

across AS (
    SELECT
        perceived.figure_id,
        perceived.region_code,
        rank() OVER (PARTITION BY survey, wave, measure, domain_code ORDER BY value DESC) AS region_rank,
        count(*) OVER (PARTITION BY survey, wave, measure, domain_code) AS region_ranked,
        count(DISTINCT perceived.figure_id) OVER (
            PARTITION BY survey, wave, measure, domain_code
        ) AS region_figures
    FROM perceived
    JOIN territory ON territory.territory_code = perceived.region_code
    WHERE value IS NOT NULL
)

SELECT
    perceived.*,
    CASE
        WHEN perceived.value IS NULL THEN 'rang'
        WHEN perceived.measure = 'note_fragilite_sur_10' THEN 'note'
        ELSE 'part'
    END AS kind,
    max(CASE WHEN perceived.value IS NOT NULL THEN perceived.decimals END) OVER (
        PARTITION BY perceived.survey, perceived.wave, perceived.measure
    )::INTEGER AS precision,
    valued.value_rank::INTEGER AS value_rank,
    valued.value_ranked::INTEGER AS value_ranked,
    across.region_rank::INTEGER AS region_rank,
    across.region_ranked::INTEGER AS region_ranked,
    across.region_figures::INTEGER AS region_figures
FROM perceived
LEFT JOIN valued USING (figure_id, region_code)
LEFT JOIN across USING (figure_id, region_code)
ORDER BY perceived.row_number, perceived.region_code
