"""What is computed: a store in, frames out. The public functions, one name for one quantity.

Every function takes a `loaders.store.Store` and returns a new frame (the caller may change it). Codes are
those of the URLs. Missing is NaN / <NA> / None, never 0. Integers are `Int64`, numbers `float64`, flags
`boolean`, texts `str`. Rank 1 is the most fragile (or the most felt); ties share the better rank. The heavy
part is in the `*.sql` files beside, chained by `indicators.steps`.

`indicators.structure`: what there is to choose from.
    catalogue(store): one row an indicator, in the order of the workbook: indicator_code, published_code,
        label, criterion, axis_label, dimension, domain_code, direction (1, -1, <NA>), unit, weight, year,
        source, status_phare, sheet, row_number, decimals, values_published (regions with a value)
    regions(store): region_code, name, name_in, name_of, name_the, short_name, number, gender, position
    domains(store): domain_code, label, short_label, axis_code, axis_label, position
    actors(store): actor_code, label, label_the, position, perceived_figures (usable ones, all waves)
    edition(store) -> Edition(sha256, file_name, fictional)
    findings(store): level, kind, sheet, cell, message, action
    corrections(store): sheet, cell, indicator_code, region_code, published, corrected, reason, date, state
    missing_indicators(store): indicators of a domain that give no score to anyone: indicator_code, label,
        domain_code, weight, reason ('no_value' | 'no_direction' | 'constant')

`indicators.values`: the published figures.
    region_values(store, domain): one row an indicator x region: indicator_code, label, region_code, name,
        value, low, high, status ('value' | 'range' | 'missing' | 'not_available'), rank (among the
        regions), ranked (how many), benchmark (France), benchmark_cell, direction, unit, decimals, year,
        source, raw, sheet, cell, corrected, published_raw, correction_reason, position

`indicators.scores`: objective fragility; a `Normalisation` is 'zscore' | 'minmax' | 'rank' | 'percent'.
    indicator_scores(store, normalisation): region_code, indicator_code, domain_code, weight, value, score
    domain_scores(store, normalisation, minimum_coverage): every region x domain: region_code, domain_code,
        score (NaN when too little is covered), coverage (0..1), indicator_count, indicator_total
    domain_ranks(store, normalisation, minimum_coverage): region_code, domain_code, score, coverage,
        objective_rank (of the domain inside the region), objective_ranked (domains ranked there)

`indicators.perception`: what people are published to say; reliability `confirme` or `publie`, and the
whole population only.
    perceived(store, actor): one row a figure x region: figure_id, programme, survey, wave, survey_date,
        actor_code, region_code (FR included), region_codes (tuple), perimeter, domain_code, measure,
        measure_label, unit, value, rank_low, rank_high, rank_origin ('published' | 'derived' from a
        complete vector of the domains | missing), decimals, sample_size, standard_deviation, base, source,
        reliability, remark, raw_value, raw_rank, sheet, cell, rank_cell
    waves(store, actor): wave, survey, survey_date, regions, domains, figures (counts); latest first

`indicators.gaps`: rank reading of the gap, inside a region, across domains.
    rank_gaps(store, actor): region_code, domain_code, actor_code, wave, survey, survey_date, measure,
        measure_label, objective_rank, objective_ranked, objective_score, coverage, perceived_rank (missing
        for « 2 ou 3 »), perceived_rank_low, perceived_rank_high, perceived_ranked (domains with a rank in
        that region), rank_origin, perceived_value, unit, gap (missing for a range), gap_low, gap_high,
        perimeter, reliability, source, remark, sheet, cell, raw (of the perceived side), objective_cells
        gap = objective_rank - perceived_rank. Positive: felt more than the relative position.

`indicators.overview`: the first page.
    overview(store, domain, view, actor='citoyens', wave=None, indicator=None) -> Overview
        view: a `View`, 'objectif' | 'rang' | 'percu' | 'ecart'
        .frame, 13 rows in the order of the bars: region_code, name, short_name, value, low, high, status
            ('value' | 'range' | 'missing' | 'not_available' | 'not_published'), rank (place in the bars),
            label_value, objective_rank, perceived_rank_low, perceived_rank_high, perimeter, sheet, cell,
            corrected, raw
        .meta: an `OverviewMeta`; .finding: the fact; .title and .sentences: the same in French, worded in
            `indicators.phrases` and nowhere else
"""
