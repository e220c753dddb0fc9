package dev.assay.scoring.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.scoring.metric.MetricType.Direction;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RobustnessTest {

    private static final Map<String, Double> BASE = Map.of("1", 1.0, "2", 1.0, "3", 0.0, "4", 1.0);
    private static final Map<String, Map<String, Double>> PERTURBED =
            Map.of("typos", Map.of("1", 0.0, "2", 1.0, "3", 1.0), "case", Map.of("1", 1.0, "2", 0.0, "3", 0.0));

    @Test
    void the_worst_of_each_item_is_taken_where_higher_is_better() {
        // When
        Robustness robustness =
                Robustness.of(BASE, PERTURBED, Direction.HIGHER_IS_BETTER, 0.95).orElseThrow();

        // Then
        assertThat(robustness.items()).isEqualTo(3);
        assertThat(robustness.leftOut()).isEqualTo(1);
        assertThat(robustness.base()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(robustness.mean()).isCloseTo(0.5, within(1e-12));
        assertThat(robustness.worst()).isZero();
        assertThat(robustness.gap()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(robustness.effects().get("typos").loss()).isCloseTo(0, within(1e-12));
        assertThat(robustness.effects().get("case").loss()).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(robustness.effects().get("case").interval().orElseThrow().contains(1 / 3.0))
                .isTrue();
    }

    @Test
    void the_worst_is_the_highest_where_lower_is_better() {
        // When
        Robustness robustness =
                Robustness.of(BASE, PERTURBED, Direction.LOWER_IS_BETTER, 0.95).orElseThrow();

        // Then
        assertThat(robustness.worst()).isEqualTo(1);
        assertThat(robustness.gap()).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(robustness.effects().get("case").loss()).isCloseTo(-1 / 3.0, within(1e-12));
    }

    @Test
    void without_common_items_there_is_no_report() {
        // When
        var robustness = Robustness.of(BASE, Map.of("typos", Map.of("9", 1.0)), Direction.HIGHER_IS_BETTER, 0.95);

        // Then
        assertThat(robustness).isEmpty();
    }

    @Property
    void the_gap_is_never_negative_and_directions_mirror_each_other(
            @ForAll @Size(5) List<@DoubleRange(min = 0, max = 1) Double> before,
            @ForAll @Size(5) List<@DoubleRange(min = 0, max = 1) Double> after) {
        // Given
        Map<String, Double> base = new HashMap<>();
        Map<String, Double> perturbed = new HashMap<>();
        Map<String, Double> errors = new HashMap<>();
        Map<String, Double> perturbedErrors = new HashMap<>();
        for (int i = 0; i < before.size(); i++) {
            base.put("" + i, before.get(i));
            perturbed.put("" + i, after.get(i));
            errors.put("" + i, 1 - before.get(i));
            perturbedErrors.put("" + i, 1 - after.get(i));
        }

        // When
        Robustness up = Robustness.of(base, Map.of("p", perturbed), Direction.HIGHER_IS_BETTER, 0.95)
                .orElseThrow();

        // Then
        Robustness down = Robustness.of(errors, Map.of("p", perturbedErrors), Direction.LOWER_IS_BETTER, 0.95)
                .orElseThrow();
        assertThat(up.gap()).isGreaterThanOrEqualTo(0).isCloseTo(down.gap(), within(1e-12));
        assertThat(up.effects().get("p").loss())
                .isCloseTo(down.effects().get("p").loss(), within(1e-12));
    }
}
