package dev.assay.gateway.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.assay.contracts.id.ConnectionId;
import dev.assay.contracts.id.ModelId;
import dev.assay.contracts.id.PoolId;
import dev.assay.contracts.run.GenerationParameters;
import dev.assay.contracts.run.JudgePromptUse;
import dev.assay.contracts.run.JudgeUse;
import dev.assay.contracts.run.ModelUse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JudgeReportsTest {

    private static final List<ModelId> MODELS = List.of(new ModelId("good"), new ModelId("poor"));

    @Test
    void a_report_counts_votes_contradictions_and_what_is_missing() {
        // Given
        List<JudgedRow> rows = new ArrayList<>();
        add(rows, 6, 1, 1, 1);
        add(rows, 2, 2, 2, 2);
        add(rows, 3, 1, 2, 3);
        add(rows, 1, 2, 1, 3);
        add(rows, 1, 4, 1, null);

        // When
        JudgeReport.Pairs pairs = report(rows, true).pairs();

        // Then
        assertThat(pairs.judged()).isEqualTo(13);
        assertThat(pairs.votes()).isEqualTo(12);
        assertThat(pairs.order().consistent()).isEqualTo(8);
        assertThat(pairs.order().forFirst()).isEqualTo(3);
        assertThat(pairs.order().forSecond()).isEqualTo(1);
        assertThat(pairs.order().missing()).isEqualTo(1);
        assertThat(pairs.order().lean()).isCloseTo(2.0 / 12, within(1e-12));
        assertThat(pairs.order().logOdds().value()).isCloseTo(Math.log(3) / 2, within(1e-12));
        assertThat(pairs.wins())
                .extracting(JudgeReport.Cell::votes, JudgeReport.Cell::wins, JudgeReport.Cell::ties)
                .containsExactly(tuple(12, 6, 4), tuple(12, 2, 4));
        assertThat(pairs.wins().getFirst().rate()).isCloseTo(8.0 / 12, within(1e-12));
        assertThat(pairs.rankings().bothOrders()).isEqualTo(MODELS);
        assertThat(pairs.ratings().getFirst().interval().low())
                .isLessThan(pairs.ratings().getFirst().rating());
    }

    @Test
    void equal_inputs_give_equal_reports() {
        // Given
        List<JudgedRow> rows = new ArrayList<>();
        add(rows, 5, 1, 1, 1);
        add(rows, 4, 2, 2, 2);

        // Then
        assertThat(report(rows, true)).isEqualTo(report(rows, true));
    }

    @Test
    void a_model_that_only_wins_has_no_rating_and_the_report_says_so() {
        // Given
        List<JudgedRow> rows = new ArrayList<>();
        add(rows, 5, 1, 1, 1);

        // When
        JudgeReport.Pairs pairs = report(rows, true).pairs();

        // Then
        assertThat(pairs.unrated()).contains("the votes all go one way");
        assertThat(pairs.ratings())
                .allSatisfy(rated -> assertThat(rated.rating()).isNull());
        assertThat(pairs.rankings().bothOrders()).isEmpty();
        assertThat(pairs.rankings().lengthControlled()).isEmpty();
        assertThat(pairs.correction()).isNull();
    }

    @Test
    void without_swap_nothing_is_said_about_places() {
        // Given
        List<JudgedRow> rows = new ArrayList<>();
        add(rows, 3, 1, null, 1);
        add(rows, 2, 2, null, 2);

        // When
        JudgeReport.Pairs pairs = report(rows, false).pairs();

        // Then
        assertThat(pairs.order()).isNull();
        assertThat(pairs.length().logOdds()).isNull();
        assertThat(pairs.votes()).isEqualTo(5);
    }

    @Test
    void a_run_without_votes_has_a_report() {
        // When
        JudgeReport.Pairs pairs = report(List.of(), true).pairs();

        // Then
        assertThat(pairs.judged()).isZero();
        assertThat(pairs.ratings()).isEmpty();
        assertThat(pairs.unrated()).isEqualTo("there are no votes");
    }

    @Test
    void corrected_ratings_say_that_they_rest_on_scores() {
        // Given
        List<JudgedRow> rows = new ArrayList<>();
        add(rows, 12, 1, 1, 1, 1.0, 0.0);
        add(rows, 4, 2, 2, 2, 0.0, 1.0);
        add(rows, 3, 1, 2, 3, 1.0, 1.0);
        add(rows, 1, 2, 1, 3, 1.0, 0.0);

        // When
        JudgeReport.Pairs pairs = report(rows, true).pairs();

        // Then
        assertThat(pairs.correction().basis()).isEqualTo("scores");
        assertThat(pairs.correction().metric()).isEqualTo("exact_match");
        assertThat(pairs.correction().verdicts()).isEqualTo(40);
        assertThat(pairs.correction().score().value()).isPositive();
        assertThat(pairs.correction().score().low())
                .isLessThan(pairs.correction().score().high());
        assertThat(pairs.correction().place().value()).isPositive();
        assertThat(pairs.rankings().lengthControlled()).isEqualTo(MODELS);
        assertThat(pairs.ratings().getFirst().controlledInterval()).isNotNull();
    }

    @Test
    void corrected_ratings_without_scores_say_so() {
        // Given
        List<JudgedRow> rows = new ArrayList<>();
        add(rows, 6, 1, 1, 1, null, null);
        add(rows, 4, 2, 2, 2, null, 1.0);

        // When
        JudgeReport.Correction correction = report(rows, true).pairs().correction();

        // Then
        assertThat(correction.basis()).isEqualTo("verdicts");
        assertThat(correction.metric()).isNull();
        assertThat(correction.score()).isNull();
        assertThat(correction.verdicts()).isEqualTo(20);
    }

    private static void add(List<JudgedRow> rows, int times, int asGiven, Integer swapped, Integer outcome) {
        add(rows, times, asGiven, swapped, outcome, 1.0, 1.0);
    }

    private static void add(
            List<JudgedRow> rows,
            int times,
            int asGiven,
            Integer swapped,
            Integer outcome,
            Double scoreA,
            Double scoreB) {
        for (int i = 0; i < times; i++) {
            rows.add(new JudgedRow(
                    "judge", rows.size(), 0, 0, 1, asGiven, swapped, outcome, 100 + i, 120 - i, scoreA, scoreB));
        }
    }

    private static JudgeReport report(List<JudgedRow> rows, boolean swap) {
        ModelUse model = new ModelUse(
                new ModelId("j"), new ConnectionId("sim"), new PoolId("p"), "j", GenerationParameters.DEFAULT);
        JudgeUse judge = new JudgeUse(
                "judge",
                model,
                JudgeUse.Mode.PAIRWISE,
                new JudgePromptUse("pairwise", 1, "{{ answer_a }}{{ answer_b }}", "letter"),
                List.of(),
                1,
                10,
                swap,
                null,
                null);
        JudgeInputs.Calls calls = new JudgeInputs.Calls(1, 0, 0, null, 1, 1);
        return JudgeReports.of(new JudgeInputs(judge, MODELS, calls, rows, "exact_match", 7, null));
    }
}
