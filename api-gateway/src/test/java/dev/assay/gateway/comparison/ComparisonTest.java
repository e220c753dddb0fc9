package dev.assay.gateway.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.contracts.id.GroupId;
import dev.assay.gateway.access.Scope;
import dev.assay.gateway.comparison.ComparisonView.CategoryView;
import dev.assay.gateway.comparison.ComparisonView.DifferenceView;
import dev.assay.gateway.comparison.ComparisonView.PairView;
import dev.assay.gateway.comparison.ComparisonView.SelectionView;
import dev.assay.gateway.database.Database;
import dev.assay.gateway.database.Query;
import dev.assay.gateway.fixtures.TestDatabase;
import dev.assay.gateway.problem.Finding;
import dev.assay.gateway.problem.Refusal;
import dev.assay.gateway.runs.Runs;
import dev.assay.gateway.runs.StoredRun;
import dev.assay.gateway.web.Cursor;
import dev.assay.scoring.comparison.McNemar;
import dev.assay.scoring.comparison.MultipleTesting;
import dev.assay.scoring.comparison.PairedInterval;
import dev.assay.scoring.crossvalidation.Folds;
import dev.assay.scoring.crossvalidation.Selection;
import dev.assay.scoring.repeats.PassAtK;
import dev.assay.scoring.statistics.Interval;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs of planted scores: whatever is asserted was computed here from what was planted. */
class ComparisonTest {

    private static final Scope ALL = new Scope.AllGroups();
    private static final ComparisonQuery USUAL =
            new ComparisonQuery(null, MultipleTesting.HOLM, false, true, 0.95, null, null);

    private Database database;
    private Sides sides;
    private Comparisons comparisons;

    @BeforeEach
    void nothing() {
        database = TestDatabase.empty();
        sides = new Sides(new Runs(database, Clock.systemUTC()));
        comparisons = new Comparisons(database);
    }

    private ComparisonView compare(ComparisonQuery query, String baseline, String... written) {
        return comparisons.compare(sides.of(ALL, List.of(written), baseline), query);
    }

    /** Right on two of three items; the candidate differs on every tenth, mostly for the better. */
    private static double base(int item) {
        return item % 3 == 0 ? 0 : 1;
    }

    private static double tuned(int item) {
        return item % 10 == 0 ? (item % 40 == 0 ? 0 : 1) : base(item);
    }

    private static long count(int items, java.util.function.IntPredicate which) {
        return IntStream.range(0, items).filter(which).count();
    }

    @Test
    void two_runs_are_compared_item_by_item_with_the_interval_and_the_test_of_right_and_wrong_answers() {
        // Given
        StoredRun a = new ScoredRun(database, 1, 400, "base").store((m, i, r) -> base(i));
        StoredRun b = new ScoredRun(database, 2, 400, "tuned").store((m, i, r) -> tuned(i));
        long improved = count(400, i -> tuned(i) > base(i));
        long worsened = count(400, i -> tuned(i) < base(i));

        // When
        ComparisonView view = compare(USUAL, null, a.id().value(), b.id().value());

        // Then
        PairView pair = view.pairs().getFirst();
        assertThat(pair.baseline()).isEqualTo(a.id() + ":base");
        assertThat(pair.candidate()).isEqualTo(b.id() + ":tuned");
        assertThat(pair.shared()).isEqualTo(new ComparisonView.SharedView(400, 0, 0, 0, 0));
        DifferenceView found = pair.difference();
        assertThat(found.improved()).isEqualTo(improved).isPositive();
        assertThat(found.worsened()).isEqualTo(worsened).isPositive();
        assertThat(found.difference()).isCloseTo((improved - worsened) / 400.0, within(1e-12));
        Interval interval = PairedInterval.binary(improved, worsened, 400, 0.95);
        assertThat(found.low()).isEqualTo(interval.low());
        assertThat(found.high()).isEqualTo(interval.high());
        assertThat(found.interval()).isEqualTo("bonett-price-95");
        double midP = new McNemar(400 - improved - worsened, improved, worsened, 0).midP();
        assertThat(found.p()).isEqualTo(midP);
        assertThat(found.test()).isEqualTo("mcnemar-mid-p");
        assertThat(found.adjustedP()).isEqualTo(midP);
        assertThat(found.better()).isEqualTo(midP < 0.05 ? "candidate" : null);
        assertThat(view.notes()).isEmpty();
    }

    @Test
    void categories_are_a_family_of_their_own_and_are_corrected_together() {
        // Given
        StoredRun run = new ScoredRun(database, 1, 400, "base", "tuned")
                .store((m, i, r) -> m == 0 ? base(i) : i % 2 == 0 ? 1 : base(i));

        // When
        ComparisonView view = compare(USUAL, null, run.id().value());

        // Then
        List<CategoryView> categories = view.pairs().getFirst().categories();
        assertThat(categories).extracting(CategoryView::category).containsExactly("even", "odd");
        long improved = count(400, i -> i % 2 == 0 && base(i) == 0);
        double even = new McNemar(200 - improved, improved, 0, 0).midP();
        assertThat(categories.get(0).difference().improved()).isEqualTo(improved);
        assertThat(categories.get(0).difference().p()).isEqualTo(even);
        assertThat(categories.get(0).difference().adjustedP())
                .isEqualTo(MultipleTesting.HOLM.adjusted(even, 1)[0]);
        assertThat(categories.get(1).difference().better()).isNull();
        assertThat(categories.get(1).items()).isEqualTo(200);
    }

    @Test
    void several_sides_are_compared_with_the_baseline_or_every_pair_of_them() {
        // Given
        StoredRun run = new ScoredRun(database, 1, 300, "a", "b", "c")
                .store((m, i, r) -> m == 0 ? base(i) : m == 1 ? tuned(i) : i % 4 == 0 ? 1 : base(i));
        ComparisonQuery leaderboard =
                new ComparisonQuery(null, MultipleTesting.BENJAMINI_HOCHBERG, true, false, 0.95, null, null);

        // When
        ComparisonView planned = compare(USUAL, "c", run.id().value());
        ComparisonView all = compare(leaderboard, null, run.id().value());

        // Then
        assertThat(planned.pairs()).extracting(PairView::baseline).containsOnly(run.id() + ":c");
        assertThat(planned.pairs()).extracting(PairView::candidate).containsExactly(run.id() + ":a", run.id() + ":b");
        double[] raw = all.pairs().stream().mapToDouble(p -> p.difference().p()).toArray();
        assertThat(raw).hasSize(3);
        assertThat(all.pairs().stream().mapToDouble(p -> p.difference().adjustedP()))
                .containsExactly(Arrays.stream(MultipleTesting.BENJAMINI_HOCHBERG.adjusted(raw))
                        .boxed()
                        .toArray(Double[]::new));
        assertThat(all.correction()).isEqualTo("bh");
    }

    @Test
    void repeats_are_averaged_per_item_first_and_a_fold_of_repeats_is_folded() {
        // Given: of four repeats one or three are right
        StoredRun a = new ScoredRun(database, 1, 40, "a").repeats(4).store((m, i, r) -> r == 0 ? 1 : 0);
        StoredRun b =
                new ScoredRun(database, 2, 40, "b").repeats(4).store((m, i, r) -> r == 3 && i < 20 ? 0 : r > 0 ? 1 : 0);
        StoredRun c = new ScoredRun(database, 3, 40, "c")
                .repeats(4)
                .metric("exact_match", "pass@2")
                .store((m, i, r) -> r == 0 ? 1 : 0);
        StoredRun d = new ScoredRun(database, 4, 40, "d")
                .repeats(4)
                .metric("exact_match", "pass@2")
                .store((m, i, r) -> r < 2 || i < 10 ? 1 : 0);

        // When
        DifferenceView mean = compare(USUAL, null, a.id().value(), b.id().value())
                .pairs()
                .getFirst()
                .difference();
        DifferenceView pass = compare(USUAL, null, c.id().value(), d.id().value())
                .pairs()
                .getFirst()
                .difference();

        // Then
        assertThat(mean.baseline()).isEqualTo(0.25);
        assertThat(mean.candidate()).isEqualTo((20 * 0.5 + 20 * 0.75) / 40);
        assertThat(mean.improved()).isEqualTo(40);
        double[] differences =
                IntStream.range(0, 40).mapToDouble(i -> i < 20 ? 0.25 : 0.5).toArray();
        assertThat(mean.low())
                .isCloseTo(PairedInterval.student(differences, 0.95).low(), within(1e-12));
        assertThat(mean.interval()).isEqualTo("t-95");
        assertThat(pass.baseline()).isCloseTo(PassAtK.any(4, 1, 2), within(1e-12));
        assertThat(pass.candidate())
                .isCloseTo((10 * PassAtK.any(4, 4, 2) + 30 * PassAtK.any(4, 2, 2)) / 40, within(1e-12));
    }

    @Test
    void other_limits_of_one_dataset_pair_on_what_both_asked() {
        // Given: the first 60 and the first 100 of 200 items in one seeded order
        StoredRun small = new ScoredRun(database, 1, 60, "a").of(200).store((m, i, r) -> base(i));
        StoredRun large =
                new ScoredRun(database, 2, 100, "a").of(200).store((m, i, r) -> i % 5 == 0 ? Double.NaN : tuned(i));
        long failed = Arrays.stream(ScoreReader.planned(small.definition()))
                .filter(i -> i % 5 == 0)
                .count();

        // When
        ComparisonView view =
                compare(USUAL, null, small.id().value(), large.id().value());

        // Then
        assertThat(view.pairs().getFirst().shared())
                .isEqualTo(new ComparisonView.SharedView(60 - (int) failed, 40, 0, (int) failed, 0));
        assertThat(view.notes())
                .singleElement()
                .asString()
                .contains("has scores of")
                .contains("of its 100 samples");
    }

    @Test
    void items_of_different_datasets_pair_by_id_and_content() {
        // Given: the second dataset is in another order, and has changed one item and gained one
        ScoredRun.dataset(
                database,
                "sums",
                List.of("x", "y", "z", "w"),
                List.of("{\"q\":1}", "{\"q\":2}", "{\"q\":3}", "{\"q\":4}"));
        ScoredRun.dataset(
                database,
                "sums 2",
                List.of("w", "z", "y", "x", "v"),
                List.of("{\"q\":4}", "{\"q\":33}", "{\"q\":2}", "{\"q\":1}", "{\"q\":5}"));
        double[] first = {1, 0, 1, 0};
        double[] second = {1, 0, 0, 0, 1};
        StoredRun a = new ScoredRun(database, 1, 4, "a").store((m, i, r) -> first[i]);
        StoredRun b = new ScoredRun(database, 2, 5, "a").dataset("sums 2").store((m, i, r) -> second[i]);

        // When
        ComparisonView view = compare(USUAL, null, a.id().value(), b.id().value());
        FlipView.Page flips = new Flips(database, comparisons)
                .page(
                        sides.one(ALL, "candidate", b.id().value()),
                        sides.one(ALL, "baseline", a.id().value()),
                        new Flips.Filter(null, null, null),
                        Optional.empty(),
                        10);

        // Then: x is worse, y the same, w better; z was changed
        PairView pair = view.pairs().getFirst();
        assertThat(pair.shared()).isEqualTo(new ComparisonView.SharedView(3, 2, 1, 0, 0));
        assertThat(pair.difference().improved()).isEqualTo(1);
        assertThat(pair.difference().worsened()).isEqualTo(1);
        assertThat(view.notes()).anyMatch(note -> note.contains("1 items have an id of both but another content"));
        assertThat(flips.flips())
                .extracting(flip -> flip.candidate().task())
                .containsExactly(b.id() + ".0.3.0", b.id() + ".0.0.0");
        assertThat(flips.flips())
                .extracting(flip -> flip.baseline().task())
                .containsExactly(a.id() + ".0.0.0", a.id() + ".0.3.0");
    }

    @Test
    void runs_that_share_nothing_are_a_conflict_that_says_why() {
        // Given
        StoredRun a = new ScoredRun(database, 1, 10, "a").store((m, i, r) -> 1);
        StoredRun b = new ScoredRun(database, 2, 10, "a").dataset("other").store((m, i, r) -> 0);

        // Then
        assertThatThrownBy(() -> compare(USUAL, null, a.id().value(), b.id().value()))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.problem().status()).isEqualTo(409);
                    assertThat(refusal.problem().detail()).contains("0 items").contains("datasets differ");
                });
    }

    @Test
    void lower_may_be_better() {
        // Given
        StoredRun a = new ScoredRun(database, 1, 50, "a").lowerIsBetter().store((m, i, r) -> 0.5);
        StoredRun b = new ScoredRun(database, 2, 50, "b").lowerIsBetter().store((m, i, r) -> i < 40 ? 0.25 : 0.75);

        // When
        ComparisonView view = compare(USUAL, null, a.id().value(), b.id().value());

        // Then
        DifferenceView found = view.pairs().getFirst().difference();
        assertThat(view.lowerIsBetter()).isTrue();
        assertThat(found.difference()).isCloseTo(-0.15, within(1e-12));
        assertThat(found.improved()).isEqualTo(40);
        assertThat(found.worsened()).isEqualTo(10);
        assertThat(found.better()).isEqualTo("candidate");
    }

    @Test
    void a_score_that_no_metric_of_the_benchmark_gives_is_compared_like_any_other() {
        // Given: grades of a judge, which the aggregates know
        StoredRun run = new ScoredRun(database, 1, 40, "a", "b").store((m, i, r) -> 1);
        database.change(connection -> {
            var unused = Query.of("""
                    update sample_score set scores = scores || jsonb_build_object('judge', 3 + model + item % 2)
                    """).run(connection);
            unused = Query.of("""
                    update aggregate set headline = '[{"model": "a", "metric": "judge", "samples": 40, "answered": 40,
                        "refused": 0, "failed": 0, "unextracted": 0, "coverage": 1}]'
                    """).run(connection);
        });
        ComparisonQuery query = new ComparisonQuery("judge", MultipleTesting.HOLM, false, false, 0.95, null, null);

        // When
        ComparisonView view = compare(query, null, run.id().value());

        // Then
        assertThat(view.metrics()).containsExactly("exact_match", "judge");
        assertThat(view.pairs().getFirst().difference().difference()).isEqualTo(1);
        assertThat(view.pairs().getFirst().difference().improved()).isEqualTo(40);
    }

    @Test
    void flips_come_in_pages_in_both_directions_with_both_answers() {
        // Given
        StoredRun run =
                new ScoredRun(database, 1, 200, "base", "tuned").store((m, i, r) -> m == 0 ? base(i) : tuned(i));
        Flips flips = new Flips(database, comparisons);
        Side base = sides.one(ALL, "baseline", run.id() + ":base");
        Side tuned = sides.one(ALL, "candidate", run.id() + ":tuned");
        List<FlipView> all = new ArrayList<>();
        Optional<Cursor> cursor = Optional.empty();

        // When
        do {
            FlipView.Page page = flips.page(tuned, base, new Flips.Filter(null, null, null), cursor, 3);
            all.addAll(page.flips());
            cursor = Cursor.parse(page.next(), 1);
        } while (cursor.isPresent());
        FlipView.Page worse = flips.page(tuned, base, new Flips.Filter(null, false, "even"), Optional.empty(), 50);

        // Then
        int[] expected =
                IntStream.range(0, 200).filter(i -> base(i) != tuned(i)).toArray();
        assertThat(all.stream().map(FlipView::itemId))
                .containsExactly(
                        Arrays.stream(expected).mapToObj(i -> "item-" + i).toArray(String[]::new));
        FlipView first = all.getFirst();
        assertThat(first.candidate().answer()).isEqualTo("answer 1 to " + expected[0]);
        assertThat(first.baseline().answer()).isEqualTo("answer 0 to " + expected[0]);
        assertThat(first.candidate().link()).isEqualTo("/api/v1/runs/" + run.id() + "/samples/1." + expected[0] + ".0");
        assertThat(worse.flips()).hasSize((int) count(200, i -> i % 2 == 0 && tuned(i) < base(i)));
        assertThat(worse.flips()).extracting(FlipView::direction).containsOnly("worsened");
    }

    @Test
    void a_choice_is_made_on_the_other_folds_and_scored_on_the_one_held_out() {
        // Given
        StoredRun run = new ScoredRun(database, 1, 90, "a", "b", "c").store((m, i, r) -> (i * (m + 3)) % 7 < 3 ? 1 : 0);
        ComparisonQuery query = new ComparisonQuery(
                null, MultipleTesting.HOLM, false, false, 0.95, null, new ComparisonQuery.FoldRule(5, false, null, 1));
        int[] order = Folds.order(90, new SplittableRandom(1));
        List<double[]> scores = Stream.of(3, 4, 5)
                .map(k -> Arrays.stream(order)
                        .mapToDouble(i -> (i * k) % 7 < 3 ? 1 : 0)
                        .toArray())
                .toList();
        Selection.Result expected = Selection.best(scores, Folds.plain(90, 5));

        // When
        SelectionView selection = compare(query, null, run.id().value()).selection();

        // Then
        assertThat(selection.score()).isEqualTo(expected.score());
        assertThat(selection.optimistic()).isEqualTo(expected.optimistic());
        assertThat(selection.chosen())
                .isEqualTo(run.id() + ":" + List.of("a", "b", "c").get(expected.chosen()));
        assertThat(selection.picked().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(5);
        assertThat(selection.optimism()).isCloseTo(expected.optimistic() - expected.score(), within(1e-12));
    }

    @Test
    void items_of_one_cluster_do_not_count_as_independent() {
        // Given: five clusters in which all items behave alike
        List<String> ids = IntStream.range(0, 50).mapToObj(i -> "i" + i).toList();
        ScoredRun.dataset(
                database,
                "sums",
                ids,
                IntStream.range(0, 50)
                        .mapToObj(i -> "{\"passage\":\"p" + i / 10 + "\"}")
                        .toList());
        StoredRun run = new ScoredRun(database, 1, 50, "a", "b").store((m, i, r) -> m == 0 ? 0 : i / 10 < 3 ? 1 : 0);

        // When
        DifferenceView alone =
                compare(USUAL, null, run.id().value()).pairs().getFirst().difference();
        DifferenceView clustered = compare(
                        new ComparisonQuery(null, MultipleTesting.HOLM, false, false, 0.95, "passage", null),
                        null,
                        run.id().value())
                .pairs()
                .getFirst()
                .difference();

        // Then
        assertThat(alone.better()).isEqualTo("candidate");
        assertThat(clustered.clusters()).isEqualTo(5);
        assertThat(clustered.interval()).isEqualTo("clustered-t-95");
        assertThat(clustered.p()).isGreaterThan(0.05);
        assertThat(clustered.better()).isNull();
    }

    @Test
    void what_is_wrong_is_named_by_its_field() {
        // Given
        StoredRun run = new ScoredRun(database, 1, 10, "a", "b").store((m, i, r) -> 1);
        String id = run.id().value();

        // Then
        refused(422, "side", () -> compare(USUAL, null, id + ":a"));
        refused(422, "side", () -> compare(USUAL, null, id + ":c", id + ":a"));
        refused(422, "baseline", () -> compare(USUAL, id + ":c", id));
        refused(
                422,
                "metric",
                () -> compare(
                        new ComparisonQuery("bleu", MultipleTesting.HOLM, false, false, 0.95, null, null), null, id));
        refused(
                422,
                "cluster",
                () -> compare(
                        new ComparisonQuery(null, MultipleTesting.HOLM, false, false, 0.95, "nowhere", null),
                        null,
                        id));
        refused(422, "correction", () -> ComparisonQuery.of(null, "none", null, false, null, null, null));
        refused(422, "confidence", () -> ComparisonQuery.of(null, null, null, false, "95", null, null));
        refused(422, "pairs", () -> ComparisonQuery.of(null, null, "some", false, null, null, null));
        refused(422, "folds", () -> ComparisonQuery.folds("1", null, null, null));
        refused(422, "group", () -> ComparisonQuery.folds("5", "category", "x", null));
        refused(
                422,
                "folds",
                () -> compare(
                        new ComparisonQuery(
                                null,
                                MultipleTesting.HOLM,
                                false,
                                false,
                                0.95,
                                null,
                                new ComparisonQuery.FoldRule(11, false, null, 1)),
                        null,
                        id));
    }

    private static void refused(int status, String field, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.problem().status()).isEqualTo(status);
            assertThat(refusal.problem().problems()).extracting(Finding::path).containsExactly(field);
        });
    }

    @Test
    void a_run_of_another_group_is_not_there() {
        // Given
        StoredRun ours = new ScoredRun(database, 1, 10, "a").group("lab").store((m, i, r) -> 1);
        StoredRun theirs = new ScoredRun(database, 2, 10, "a").group("other").store((m, i, r) -> 1);
        Scope lab = new Scope.OneGroup(new GroupId("lab"));

        // Then
        assertThatThrownBy(() ->
                        sides.of(lab, List.of(ours.id().value(), theirs.id().value()), null))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.problem().status()).isEqualTo(404));
        assertThat(sides.of(ALL, List.of(ours.id().value(), theirs.id().value()), null))
                .hasSize(2);
    }
}
