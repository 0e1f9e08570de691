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
    edition(store) -> Edition(sha256, file_name, fictional, private)
    findings(store): level, kind, sheet, cell, message, action
    corrections(store): sheet, cell, indicator_code, region_code, published, corrected, reason, date, state
    missing_indicators(store): indicators of a domain that give no score to anyone: indicator_code, label,
        domain_code, weight, reason ('no_value' | 'no_direction' | 'constant')

`indicators.values`: the published figures.
    region_values(store, domain): one row an indicator x region: indicator_code, label, region_code, name,
        value, low, high, status ('value' | 'range' | 'missing' | 'not_available'), rank (among the
        regions), ranked (how many), benchmark (France), benchmark_cell, direction, unit, decimals, year,
        source, raw, sheet, cell, corrected, published_raw, correction_reason, note (« provisoire », or why
        there is no value), benchmark_note, position

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

`indicators.overview`: the first page.
    overview(results, domain, view, actor='citoyens', wave=None, indicator=None) -> Overview
        view: a `View`, 'objectif' | 'rang' | 'percu' | 'ecart'
        .frame, 13 rows in the order of the bars: region_code, name, short_name, value, low, high, status
            ('value' | 'range' | 'undetermined' | 'missing' | 'not_available' | 'not_published'), rank (place
            in the bars), label_value, objective_rank, perceived_rank_low, perceived_rank_high, perimeter,
            sheet, cell, corrected, raw, note, and of a gap its words: mark, said, details
        .meta: an `OverviewMeta`; .finding: the fact; .title and .sentences: the same in French, worded in
            `indicators.phrases` and nowhere else

`indicators.method`: the reader's choices, checked when made, hashable (a cache key).
    Method(normalisation, weighting, actor, domain_weights, aggregation, minimum_coverage); Weighting;
        Aggregation; MethodError (one French sentence with the way out). Texts are accepted for the choices.
`indicators.weights`: what each domain weighs.
    domain_weights(store, method=None): domain_code, axis_code, weight (share of the index; they sum to 1)
    actor_priorities(store, actor, minimum_coverage=0.5): domain_code, value, measure, survey, wave,
        survey_date, origin ('france' | 'regions'), domains
`indicators.index`: levels 'domaine', 'axe', 'ensemble' (code 'ensemble').
    index_scores(store, method=None): region_code, level, code, score, coverage, rank (among the regions),
        ranked
    contributions(store, method, region): region_code, level, code, indicator_code, domain_code, normalised,
        share, part, score (as shown). The parts sum to the score; geometric: score = 11 - 10 exp(-sum)
`indicators.tree`: the structure of the index as a table, checked; StructureError names the row.
    nodes(store, method=None): code, parent, level, label, direction, weight, unit, source, year, published,
        sheet, row_number ; check(nodes): orphan, cycle, level, double, direction, weights
`indicators.leave_one_out`:
    leave_one_out(store, method=None): level ('indicateur' | 'domaine' | 'axe'), code, mean_change (of rank),
        largest_change, moved, compared, unranked; most decisive first
`indicators.similarity`:
    similar_regions(store, region, basis='profil' | 'domaines', k=3): region_code, basis, distance, common,
        dimensions
    strengths(store, region, count=5, method=None): region_code, side ('fragilite' | 'force'), place,
        domain_code, score, coverage, objective_rank, objective_ranked, rank, ranked
`indicators.arrays`: the same index in numpy, for what recomputes it many times: IndexArrays, index_arrays.

`indicators.noise`: what may move a result; `Noise` is cumulative: NONE < ROUNDING < SAMPLING < WEIGHTS <
    NORMALISATION. SEED, DRAWS_PAGE = 1000, DRAWS_REPORT = 10000, TAIL = 0.05, CONCENTRATION = 16.

`indicators.intervals`: an interval on every rank.
    rank_intervals(store, method=None, draws=1000, noise=Noise.NORMALISATION): among ('regions' | 'domaines':
        the domains inside one region), region_code, level ('domaine' | 'axe' | 'ensemble'), code, rank,
        ranked, low, high (low <= rank <= high), holds (share of the draws that give this very rank),
        widened_by_rounding, widened_by_weights, widened_by_normalisation (ranks each adds; they sum to
        high - low), draws

`indicators.missing_bounds`: the ranks reachable when what is missing takes the lowest or highest value.
    missing_bounds(store, method=None): among, region_code, level, code, rank, ranked, low, high, missing
        (count), exact (every combination tried)

`indicators.felt`: perceived scores and ranks, kinds never mixed.
    perceived_scores(store, actor, wave=None): columns of `perception.perceived`, then row_number, kind
        ('note' | 'part' | 'rang'), precision, value_rank, value_ranked, region_rank, region_ranked,
        region_figures, standard_error, sampling_known
    everyone(store, wave=None): the same, of every actor with a published figure

`indicators.gap_signs`: the gap in its three readings, with the sign that may be stated.
    gaps(store, actor, wave=None, method=None, draws=1000, noise=...): one row a figure x region; columns and
        units in the function; stated_sign ('positive' | 'negative' | 'nul' | 'indetermine'), reason ('' |
        'objectif_absent' | 'perception_insuffisante' | 'note_seule' | 'lectures_divergentes' |
        'intervalle_contient_zero')
`indicators.gap_intervals`:
    gap_intervals(same arguments): long form: figure_id, region_code, domain_code, actor_code, wave, survey,
        measure, kind, reading ('rank' | 'standardised' | 'native'), gap, low, high, share_positive,
        share_negative, widened_by_rounding, widened_by_sampling, widened_by_weights,
        widened_by_normalisation, sampling_known, draws

`indicators.quadrants`: acknowledged fragilities, blind spots, worries, strong points.
    quadrants(same arguments): among ('regions': per domain, medians of the regions | 'domaines': per region,
        middle rank), region_code, domain_code, actor_code, wave, survey, measure, kind, objective_side,
        perceived_side ('haut' | 'bas' | missing), quadrant ('reconnue' | 'angle_mort' | 'inquietude' |
        'point_d_appui' | missing), reason ('' | 'objectif_absent' | 'perception_insuffisante' |
        'a_la_mediane'), displacement, holds, strength (0..1), stated_sign, verdict (the quadrant that may be
        named, else missing), sampling_known, perimeter, figure_id, sheet, cell, rank_cell, draws
    spots(same arguments): the blind spots and worries that may be named, strongest first
`indicators.unnamed`: bounds on what a published top list does not name.
    unnamed_gaps(same arguments): region_code, domain_code, actor_code, wave, survey, measure, objective_rank
        (_low, _high), objective_ranked, perceived_rank_low, perceived_rank_high, gap_low, gap_high,
        stated_sign ('negative' | 'indetermine'), reason, named, perimeter, cells, draws

`indicators.agreement`: do the actors rank the domains alike?
    agreement(store, wave=None, region=None): every pair and the widest set of actors: wave, region_code ('FR'
        included), actors, measures, domains (tuples), actor_count, domain_count, w (Kendall's), by_chance
        (1/m), chance (share of the shuffles that agree as much), widest, cells
`indicators.evolution`: the same measure in two waves.
    evolution(store, from_wave, to_wave): actor_code, region_code (FR included), perimeter, domain_code,
        measure, measure_label, unit, from_wave, to_wave, from_value, to_value, change, change_low,
        change_high, stated_sign, reason, sampling_known, sampling ('publiee' | 'bornee' | 'inconnue'), sample
        sizes, ranks and cells of both waves, rank_change

`indicators.facts_all`: what the figures say, with the cells they rest on; worded in `phrases_facts` only.
    facts(store, method=None, draws=1000): tuple of `indicators.facts.Fact`, by kind, strongest first: kind,
        region_code, domain_code, actor_code, wave, since, among, codes, measures, numbers (by name,
        unrounded), unit, reason, text, strength (0..1), cells
    facts_table(store, facts): one row a fact, with its French `sentence`
`indicators.provenance`: the workbook cells behind a result, and the value at each step.
    provenance(store, region, level='ensemble', code='ensemble', method=None): level 'indicateur' | 'domaine'
        | 'axe' | 'ensemble'. One row a step: position, step, level, code, region_code, sheet, cell, text,
        factor, number, unit, note
`indicators.provenance_felt`: the same for what is felt and for the gap.
    perceived_provenance(store, region, domain, actor, wave='')
    gap_provenance(store, region, domain, actor, wave='', method=None)

`indicators.results`: every result of one edition, computed once, for whoever needs several of them.
    Results(store): regions(), domains(), actors(), catalogue(), edition(), index_scores(method),
    rank_intervals(method), region_values(domain), crossed(actor, wave, method) -> Crossed(gaps, quadrants,
    spots, unnamed), everyone(wave), agreements(wave, region), similar(region, basis), strengths(region,
    method). Frames are shared: never changed. `indicators.memory`: how they are kept.
`indicators.editions`: effects.effects(before, after, changes) -> Effects(scores, ranks, gaps): what a change
    of edition changes, largest first, with the changed cells behind; listing.write_csv / write_json
`indicators.whole`: content.content(results) -> frames by table, 22 of them: published (territories, measures,
    all_values, felt, sources…) and computed (scores, domain_ranks, standardised, gaps, unnamed, quadrants,
    evolutions, neighbours)
`indicators.debate`: debate.debate(results, region, method) -> Debate(region, name, title, overall, facts,
    gaps, questions, and a note for each that is shorter than three); Point(text, detail, cells)

The packages below each serve one page: rows chosen and joined, findings and tables in French. What is
computed is above, and nowhere else.

`indicators.both_sides`: one actor's survey against the measures, drawn once for all that compares them.
    both_sides(store, actor, wave=None, method=None, draws=1000, noise=...) -> BothSides; then, with the same
    columns as the functions they share with: gap_signs.gaps_of(sides), gap_intervals.intervals_of(sides),
    quadrants.quadrants_of(sides, gaps), quadrants.spots_of(placed), unnamed.unnamed_of(sides, intervals)
`indicators.method_codes`: the methods an address can name: NORMALISATIONS, weightings(store), read_weights,
    write_weights, method(normalisation, weighting, weights, domains) -> Method
`indicators.panorama`: ranks.ranks(scores, intervals, regions, level, code): 13 rows, most fragile first:
    region_code, name, short_name, score, coverage, rank, ranked, low, high, missing, words;
    ranks.every_domain
`indicators.portrait`: the report of one region. report.report(results, region, method) -> Report: its five
    parts in words and frames, for the page, the paper and the slides. identity.identity(store, region): one
    row an axis-1 indicator: value, low, high, status, benchmark, total (sum of the regions), share (% of
    France; NaN where the regions do not add up to France)…; lines.lines(values, ranks, domains, region): one
    row a scored indicator: least, most, at, quarter, three_quarters, at_france, others (0 = least fragile
    region, 1 = most), rank, low, high…; felt_lines.felt_lines(gaps, labels): measured and felt rank by domain
`indicators.domain_sheet`: one domain seen by everyone. ranking.ranking, told.told, told.silent,
    gap_rows.gap_rows(regions, gaps, unnamed, intervals, domain): 13 rows, one survey, with verdict
    ('positive' | 'negative' | 'nul' | 'indetermine' | 'non_calculable')
`indicators.crossing`: the four actors. context.voices(store), context.asked(voices, actor, region, wave),
    page.crossing(voices, agreements, actor, region, wave) -> Crossing(title, parts, sources)
`indicators.gap_matrix`: picture.pictured / of_picture (one wave, one measure), cells.cells (one `Cell` a
    region x domain), corners.among_domains / among_regions (`Point`)
`indicators.comparison`: two to five regions. chosen.compared, spreads.spreads, lines.lines, points.points,
    ranks.ranks, suggested.neighbours / pairs
`indicators.alliances`: figures.alliance_figures(store): one row a usable figure on alliances: actor_code,
    region_codes (("FR",): the country; empty: no region of today), perimeter, domain_code, measure, detail,
    value, rank_low, rank_high, unit, base, subpopulation, source, reliability, sheet, cell…;
    initiatives.initiatives(store): initiative_id, name, description, domain_codes, department_codes,
    region_codes (tuples), partners, dated, source…; topics, selection
`indicators.published`: cells.cells(everyone, actors, regions, domains): actor_code, domain_code, region_code,
    published ('region' | 'france' | 'rien'), waves, perimeters
`indicators.trail`: subject.trail(store, Subject(region, kind, code, actor, wave), method): the steps of
    `provenance`; steps.trail_table / parts_table / outcome: in French
`indicators.settings`: the method and its choices. moves.rank_moves(before, after, regions, code): rank,
    interval and move of each region; alternatives, parts, removed, entries, conventions, explained
"""
