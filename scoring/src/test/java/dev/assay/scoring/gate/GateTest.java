package dev.assay.scoring.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.scoring.gate.GateRule.Requirement;
import dev.assay.scoring.gate.GateRule.Tier;
import dev.assay.scoring.gate.GateScores.Baseline;
import dev.assay.scoring.gate.GateVerdict.Decision;
import dev.assay.scoring.gate.GateVerdict.Outcome;
import dev.assay.scoring.gate.GateVerdict.RuleVerdict;
import dev.assay.scoring.metric.MetricType.Direction;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GateTest {

    private static final Requirement TWO_POINTS = Requirement.MaximumDrop.absolute(0.02);

    @Test
    void a_planted_drop_of_two_points_is_a_breach() {
        // When: 40 items gained and 80 lost of 2000
        GateVerdict verdict = decide(rule(TWO_POINTS), scores(2000, 40, 80));

        // Then
        assertThat(verdict.decision()).isEqualTo(Decision.NO_GO);
        assertThat(verdict.decision().exitStatus()).isEqualTo(1);
        RuleVerdict rule = verdict.rules().getFirst();
        assertThat(rule.outcome()).isEqualTo(Outcome.BREACH);
        assertThat(rule.change()).isEqualTo(-0.02);
        assertThat(rule.worseP()).isLessThan(0.001);
    }

    @Test
    void no_change_passes_where_the_items_suffice_and_asks_for_more_where_not() {
        // When
        GateVerdict many = decide(rule(TWO_POINTS), scores(2000, 60, 60));
        GateVerdict few = decide(rule(TWO_POINTS), scores(100, 3, 3));

        // Then
        assertThat(many.decision()).isEqualTo(Decision.GO);
        assertThat(few.decision()).isEqualTo(Decision.INCONCLUSIVE);
        assertThat(few.decision().exitStatus()).isEqualTo(2);
        assertThat(few.rules().getFirst().itemsNeeded().orElseThrow()).isBetween(800L, 1100L);
    }

    @Test
    void lower_is_better_turns_everything_around() {
        // Given
        GateRule errors = new GateRule("match", Direction.LOWER_IS_BETTER, TWO_POINTS, Tier.BLOCKING, 0.95);

        // When: what are gains of a score are losses of an error rate
        GateVerdict verdict = decide(errors, scores(2000, 80, 40));

        // Then
        assertThat(verdict.decision()).isEqualTo(Decision.NO_GO);
    }

    @Test
    void a_relative_drop_is_a_share_of_the_baseline() {
        // Given: a baseline of 0.5, so 10 % are five points
        GateRule relative = rule(Requirement.MaximumDrop.relative(0.1));

        // Then
        assertThat(decide(relative, scores(2000, 0, 40)).decision()).isEqualTo(Decision.GO);
        assertThat(decide(relative, scores(2000, 0, 200)).decision()).isEqualTo(Decision.NO_GO);
    }

    @Test
    void a_limit_needs_no_baseline() {
        // Given: 1000 of 2000 are right
        GateScores scores = scores(2000, 0, 0);

        // Then
        assertThat(decide(rule(new Requirement.Limit(0.45)), scores).decision()).isEqualTo(Decision.GO);
        assertThat(decide(rule(new Requirement.Limit(0.55)), scores).decision()).isEqualTo(Decision.NO_GO);
        assertThat(decide(rule(new Requirement.Limit(0.5)), scores).decision()).isEqualTo(Decision.INCONCLUSIVE);
    }

    @Test
    void a_published_score_serves_as_baseline() {
        // Given
        GateScores known =
                new GateScores(scores(2000, 0, 0).candidate(), Optional.of(new Baseline.Number(0.6)), Map.of());

        // Then
        assertThat(decide(rule(TWO_POINTS), known).decision()).isEqualTo(Decision.NO_GO);
        assertThat(decide(rule(Requirement.MaximumDrop.absolute(0.15)), known).decision())
                .isEqualTo(Decision.GO);
    }

    @Test
    void missing_scores_are_never_a_pass() {
        // Given: half of the items have no score
        GateScores all = scores(2000, 0, 0);
        Map<String, double[]> half = new HashMap<>(all.candidate());
        half.keySet().removeIf(item -> item.hashCode() % 2 == 0);
        GateScores partial = new GateScores(half, all.baseline(), Map.of());

        // When
        GateVerdict verdict = decide(rule(TWO_POINTS), partial);
        GateVerdict nothing = Gate.decide(GatePolicy.of(List.of(rule(TWO_POINTS))), Map.of());

        // Then
        assertThat(verdict.decision()).isEqualTo(Decision.INCONCLUSIVE);
        assertThat(verdict.rules().getFirst().reason()).contains("of the baseline's 2000 items");
        assertThat(nothing.decision()).isEqualTo(Decision.INCONCLUSIVE);
    }

    @Test
    void what_is_missing_must_not_be_able_to_turn_a_pass_or_a_breach() {
        // Given: nothing has changed, or much has; ten scores are missing, or a hundred
        GateScores same = scores(2000, 0, 0);
        GateScores worse = scores(2000, 0, 60);

        // Then
        assertThat(decide(rule(TWO_POINTS), without(same, 10)).decision()).isEqualTo(Decision.GO);
        assertThat(decide(rule(TWO_POINTS), without(same, 100)).decision()).isEqualTo(Decision.INCONCLUSIVE);
        assertThat(decide(rule(TWO_POINTS), without(same, 100))
                        .rules()
                        .getFirst()
                        .reason())
                .isEqualTo("not worse than tolerated, but 100 missing scores could change that");
        assertThat(decide(rule(TWO_POINTS), without(worse, 10)).decision()).isEqualTo(Decision.NO_GO);
        assertThat(decide(rule(TWO_POINTS), without(worse, 100)).decision()).isEqualTo(Decision.INCONCLUSIVE);
    }

    @Test
    void a_metric_without_a_worst_score_cannot_pass_while_something_is_missing() {
        // Given
        GateScores known = scores(2000, 0, 0);
        GateScores gaps = new GateScores(
                known.candidate(),
                known.baseline(),
                Map.of(),
                Optional.of(new GateScores.Gaps(1, Optional.empty(), Optional.empty())));

        // Then
        assertThat(decide(rule(TWO_POINTS), gaps).decision()).isEqualTo(Decision.INCONCLUSIVE);
    }

    /** The last items, on which nothing differs, have no score of the candidate's. */
    private static GateScores without(GateScores whole, int missing) {
        Map<String, double[]> rest = new HashMap<>(whole.candidate());
        Map<String, double[]> worst = new HashMap<>(whole.candidate());
        Map<String, double[]> best = new HashMap<>(whole.candidate());
        for (int i = 2000 - missing; i < 2000; i++) {
            rest.remove("i" + i);
            worst.put("i" + i, new double[] {0});
            best.put("i" + i, new double[] {1});
        }
        return new GateScores(
                rest,
                whole.baseline(),
                Map.of(),
                Optional.of(new GateScores.Gaps(
                        missing,
                        Optional.of(new GateScores(worst, whole.baseline(), Map.of())),
                        Optional.of(new GateScores(best, whole.baseline(), Map.of())))));
    }

    @Test
    void advice_does_not_block() {
        // Given
        GateRule advice = new GateRule("match", Direction.HIGHER_IS_BETTER, TWO_POINTS, Tier.ADVISORY, 0.95);

        // When
        GateVerdict verdict = decide(advice, scores(2000, 0, 100));

        // Then
        assertThat(verdict.rules().getFirst().outcome()).isEqualTo(Outcome.BREACH);
        assertThat(verdict.decision()).isEqualTo(Decision.GO);
    }

    private static GateRule rule(Requirement requirement) {
        return new GateRule("match", Direction.HIGHER_IS_BETTER, requirement, Tier.BLOCKING, 0.95);
    }

    private static GateVerdict decide(GateRule rule, GateScores scores) {
        return Gate.decide(GatePolicy.of(List.of(rule)), Map.of("match", scores));
    }

    /** The baseline is right on every second item; the candidate differs on so many of each kind. */
    private static GateScores scores(int items, int gained, int lost) {
        Map<String, double[]> candidate = new HashMap<>();
        Map<String, double[]> baseline = new HashMap<>();
        for (int i = 0; i < items; i++) {
            boolean right = i % 2 == 0;
            boolean flips = right ? i / 2 < lost : i / 2 < gained;
            baseline.put("i" + i, new double[] {right ? 1 : 0});
            candidate.put("i" + i, new double[] {right != flips ? 1 : 0});
        }
        return new GateScores(candidate, Optional.of(new Baseline.Items(baseline)), Map.of());
    }
}
