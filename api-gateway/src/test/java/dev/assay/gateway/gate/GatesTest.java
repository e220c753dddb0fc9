package dev.assay.gateway.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.contracts.id.GroupId;
import dev.assay.contracts.spec.GatePolicyReader;
import dev.assay.contracts.spec.GateSpec;
import dev.assay.contracts.spec.Parsed;
import dev.assay.gateway.access.Scope;
import dev.assay.gateway.comparison.GateReader;
import dev.assay.gateway.comparison.ScoredRun;
import dev.assay.gateway.comparison.Sides;
import dev.assay.gateway.database.Database;
import dev.assay.gateway.database.Query;
import dev.assay.gateway.fixtures.TestDatabase;
import dev.assay.gateway.gate.GateView.RuleView;
import dev.assay.gateway.problem.Finding;
import dev.assay.gateway.problem.Refusal;
import dev.assay.gateway.runs.Runs;
import dev.assay.gateway.runs.StoredRun;
import dev.assay.scoring.gate.Gate;
import dev.assay.scoring.gate.GatePolicy;
import dev.assay.scoring.gate.GateRule;
import dev.assay.scoring.gate.GateScores;
import dev.assay.scoring.gate.GateVerdict;
import dev.assay.scoring.gate.GateVerdict.Decision;
import dev.assay.scoring.gate.GateVerdict.Outcome;
import dev.assay.scoring.metric.MetricType.Direction;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two thousand items, of which the baseline has every second one right. */
class GatesTest {

    private static final Scope ALL = new Scope.AllGroups();
    private static final int ITEMS = 2000;
    private static final String TWO_POINTS = "rules: [{metric: exact_match, maxDrop: 0.02}]";

    private Database database;
    private Gates gates;
    private StoredRun baseline;

    @BeforeEach
    void a_baseline() {
        database = TestDatabase.empty();
        gates = new Gates(new Sides(new Runs(database, Clock.systemUTC())), new GateReader(database));
        baseline = new ScoredRun(database, 1, ITEMS, "base").store((m, i, r) -> i % 2);
    }

    private static PolicyText policy(String text) {
        var valid = (Parsed.Valid<GateSpec>) new GatePolicyReader().read(text, "gate.yaml");
        return new PolicyText(valid.value(), valid.document());
    }

    private GateView decide(StoredRun run, String text) {
        return gates.decide(ALL, run.id().value(), null, baseline.id().value(), policy(text));
    }

    /** Loses so many right answers and gains so many wrong ones; the last ones fail. */
    private StoredRun candidate(int seed, int lost, int gained, int failed) {
        return new ScoredRun(database, seed, ITEMS, "tuned").store((m, i, r) -> {
            boolean flips = i % 2 == 1 ? i / 2 < lost : i / 2 < gained;
            return i >= ITEMS - failed ? Double.NaN : flips ? 1 - i % 2 : i % 2;
        });
    }

    @Test
    void a_planted_drop_of_two_points_is_a_breach_and_no_change_passes_with_the_figures_of_the_simulated_function() {
        // Given
        StoredRun dropped = candidate(2, 80, 40, 0);
        StoredRun same = candidate(3, 60, 60, 0);

        // When
        GateView no = decide(dropped, TWO_POINTS);
        GateView yes = decide(same, TWO_POINTS);

        // Then
        GateVerdict expected = expected(80, 40);
        assertThat(no.decision()).isEqualTo(Decision.NO_GO).isEqualTo(expected.decision());
        assertThat(no.exitStatus()).isEqualTo(1);
        RuleView rule = no.rules().getFirst();
        assertThat(rule.outcome()).isEqualTo(Outcome.BREACH);
        assertThat(rule.change())
                .isEqualTo(-0.02)
                .isEqualTo(expected.rules().getFirst().change());
        assertThat(rule.worseP()).isEqualTo(expected.rules().getFirst().worseP());
        assertThat(rule.low())
                .isEqualTo(expected.rules().getFirst().range().orElseThrow().low());
        assertThat(rule.asked()).isEqualTo("at most 0.02 below the baseline");
        assertThat(yes.decision()).isEqualTo(Decision.GO);
        assertThat(yes.baseline()).isEqualTo(baseline.id() + ":base");
    }

    private static GateVerdict expected(int lost, int gained) {
        Map<String, double[]> before = new HashMap<>();
        Map<String, double[]> after = new HashMap<>();
        for (int i = 0; i < ITEMS; i++) {
            boolean flips = i % 2 == 1 ? i / 2 < lost : i / 2 < gained;
            before.put("" + i, new double[] {i % 2});
            after.put("" + i, new double[] {flips ? 1 - i % 2 : i % 2});
        }
        GateRule rule = new GateRule(
                "m",
                Direction.HIGHER_IS_BETTER,
                GateRule.Requirement.MaximumDrop.absolute(0.02),
                GateRule.Tier.BLOCKING,
                0.95);
        return Gate.decide(
                GatePolicy.of(List.of(rule)),
                Map.of("m", new GateScores(after, Optional.of(new GateScores.Baseline.Items(before)), Map.of())));
    }

    @Test
    void a_partial_run_never_passes_silently() {
        // Given: nothing has changed, but a few answers are missing, or more, or far too many
        StoredRun few = candidate(2, 0, 0, 10);
        StoredRun more = candidate(3, 0, 0, 99);
        StoredRun many = candidate(4, 0, 0, 300);

        // When
        GateView bounded = decide(few, TWO_POINTS);
        GateView undecided = decide(more, TWO_POINTS);
        GateView missing = decide(many, TWO_POINTS);

        // Then
        assertThat(bounded.decision()).isEqualTo(Decision.GO);
        assertThat(bounded.rules().getFirst().missing()).isEqualTo(10);
        assertThat(undecided.decision()).isEqualTo(Decision.INCONCLUSIVE);
        assertThat(undecided.exitStatus()).isEqualTo(2);
        assertThat(undecided.rules().getFirst().reason()).contains("99 missing scores could change that");
        assertThat(missing.decision()).isEqualTo(Decision.INCONCLUSIVE);
        assertThat(missing.rules().getFirst().reason()).contains("1700 of the baseline's 2000 items");
    }

    @Test
    void samples_that_were_never_asked_count_as_missing() {
        // Given
        StoredRun run = candidate(2, 0, 0, 0);
        database.change(connection -> {
            var unused = Query.of("delete from sample where run_key = ? and item >= 1901", run.key())
                    .run(connection);
        });

        // When
        GateView view = decide(run, TWO_POINTS);

        // Then
        assertThat(view.decision()).isEqualTo(Decision.INCONCLUSIVE);
        assertThat(view.rules().getFirst().missing()).isEqualTo(99);
    }

    @Test
    void thresholds_and_published_scores_need_no_baseline() {
        // Given: half of the items are right
        String text = """
                rules:
                  - {metric: exact_match, threshold: 0.45}
                  - {metric: exact_match, threshold: 0.6, tier: advisory}
                  - {metric: exact_match, maxDrop: 0.1, baseline: 0.52}
                """;

        // When
        GateView view = gates.decide(ALL, baseline.id().value(), null, null, policy(text));

        // Then
        assertThat(view.decision()).isEqualTo(Decision.GO);
        assertThat(view.baseline()).isNull();
        assertThat(view.rules())
                .extracting(RuleView::outcome)
                .containsExactly(Outcome.PASS, Outcome.BREACH, Outcome.PASS);
        assertThat(view.rules())
                .extracting(RuleView::asked)
                .containsExactly("at least 0.45", "at least 0.6", "at most 0.1 below 0.52");
    }

    @Test
    void a_rule_by_category_finds_what_the_mean_hides() {
        // Given: all odd items are "odd" and right; 100 are lost there and 100 gained elsewhere
        StoredRun shifted = candidate(2, 100, 100, 0);

        // When
        GateView whole = decide(shifted, "rules: [{metric: exact_match, maxDrop: 0.03}]");
        GateView parts = decide(shifted, "rules: [{metric: exact_match, maxDrop: 0.03, byCategory: true}]");

        // Then
        assertThat(whole.decision()).isEqualTo(Decision.GO);
        assertThat(parts.decision()).isEqualTo(Decision.NO_GO);
        assertThat(parts.rules()).extracting(RuleView::category).containsExactly("even", "odd");
        assertThat(parts.rules()).extracting(RuleView::outcome).containsExactly(Outcome.PASS, Outcome.BREACH);
    }

    @Test
    void of_a_baseline_run_with_several_models_the_candidates_own_is_meant() {
        // Given
        StoredRun before = new ScoredRun(database, 2, ITEMS, "other", "tuned").store((m, i, r) -> m == 0 ? 0 : i % 2);
        StoredRun after = candidate(3, 0, 0, 0);

        // When
        GateView view = gates.decide(ALL, after.id().value(), null, before.id().value(), policy(TWO_POINTS));

        // Then
        assertThat(view.baseline()).isEqualTo(before.id() + ":tuned");
        assertThat(view.decision()).isEqualTo(Decision.GO);
    }

    @Test
    void what_is_wrong_is_named_with_its_place() {
        // Given
        StoredRun run = candidate(2, 0, 0, 0);

        // Then
        refused(422, "rules[0].metric", () -> decide(run, "rules: [{metric: exact_mach, maxDrop: 0.02}]"));
        refused(
                422,
                "rules[0].direction",
                () -> decide(run, "rules: [{metric: exact_match, maxDrop: 0.02, direction: lower}]"));
        refused(422, "baseline", () -> gates.decide(ALL, run.id().value(), null, null, policy(TWO_POINTS)));
        refused(
                422,
                "baseline",
                () -> gates.decide(ALL, run.id().value(), null, run.id().value(), policy(TWO_POINTS)));
        refused(422, "model", () -> gates.decide(ALL, run.id().value(), "nobody", null, policy(TWO_POINTS)));
    }

    private static void refused(int status, String field, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.problem().status()).isEqualTo(status);
            assertThat(refusal.problem().problems()).extracting(Finding::path).containsExactly(field);
        });
    }

    @Test
    void a_run_that_goes_on_and_a_run_of_another_group_are_not_decided_on() {
        // Given
        StoredRun run = candidate(2, 0, 0, 0);
        Scope lab = new Scope.OneGroup(new GroupId("lab"));
        database.change(connection -> {
            var unused = Query.of("update run set state = 'RUNNING' where run_key = ?", run.key())
                    .run(connection);
        });

        // Then
        assertThatThrownBy(() -> decide(run, TWO_POINTS))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.problem().status()).isEqualTo(409));
        assertThatThrownBy(() -> gates.decide(lab, baseline.id().value(), null, null, policy(TWO_POINTS)))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.problem().status()).isEqualTo(404));
    }
}
