package dev.assay.gateway.stop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.id.ModelId;
import dev.assay.contracts.run.RunDefinition;
import dev.assay.contracts.run.StopRule;
import dev.assay.contracts.run.StopRule.Goal;
import dev.assay.gateway.fixtures.Samples;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StopOutlookTest {

    private static final List<ModelId> PAIR = List.of(new ModelId("sim-small"), new ModelId("sim-large"));

    @Test
    void a_narrow_interval_takes_most_where_half_of_the_answers_are_right() {
        // When
        StopOutlook outlook = outlook(2_000, Goal.NARROWER, 0.1, List.of());

        // Then
        assertThat(outlook.expected())
                .extracting(StopOutlook.Expected::given)
                .containsExactly("a true score of 0.5", "a true score of 0.8", "a true score of 0.95");
        assertThat(outlook.expected().getFirst().items()).isBetween(800, 1_400);
        assertThat(outlook.expected().getLast().items()).isBetween(100, 400);
    }

    @Test
    void a_narrow_interval_of_a_difference_has_a_forecast() {
        // When
        StopOutlook outlook = outlook(4_000, Goal.NARROWER, 0.1, PAIR);

        // Then
        assertThat(outlook.expected())
                .singleElement()
                .satisfies(expected -> assertThat(expected.items()).isBetween(600, 1_300))
                .extracting(StopOutlook.Expected::given)
                .isEqualTo("a difference of 0, 20 % of the items differing");
    }

    @Test
    void a_difference_has_a_forecast_on_both_sides_of_its_threshold() {
        // When
        StopOutlook outlook = outlook(2_000, Goal.ABOVE, 0.15, PAIR);

        // Then: no difference is larger than the share of items on which the models differ
        assertThat(outlook.expected())
                .extracting(StopOutlook.Expected::given)
                .containsExactly(
                        "a difference of 0.05, 20 % of the items differing",
                        "a difference of 0.1, 20 % of the items differing",
                        "a difference of 0.2, 20 % of the items differing",
                        "a difference of 0.25, 25 % of the items differing");
        assertThat(outlook.expected())
                .allSatisfy(expected -> assertThat(expected.items()).isBetween(50, 1_500));
        assertThat(outlook.expected().get(0).items())
                .isLessThan(outlook.expected().get(1).items());
    }

    @Test
    void what_most_runs_do_not_find_is_not_expected_before_the_end() {
        assertThat(outlook(12_000, Goal.NARROWER, 0.01, List.of()).expected())
                .first()
                .extracting(StopOutlook.Expected::items)
                .isEqualTo(12_000);
    }

    private static StopOutlook outlook(int items, Goal goal, @Nullable Double value, List<ModelId> models) {
        RunDefinition run = new Samples(7, "sim-small", "sim-large").definition(items, 1);
        StopRule rule = new StopRule("exact_match", goal, value, models, 0.95, 50, null, StopRule.About.QUESTIONS);
        StopOutlook outlook = StopOutlook.of(new RunDefinition(
                run.id(),
                run.group(),
                run.name(),
                run.benchmark(),
                run.models(),
                run.items(),
                run.repeats(),
                run.seed(),
                run.budget(),
                run.priceBook(),
                run.attempts(),
                run.tags(),
                rule,
                List.of(),
                List.of()));
        assertThat(outlook).isNotNull();
        return outlook;
    }
}
