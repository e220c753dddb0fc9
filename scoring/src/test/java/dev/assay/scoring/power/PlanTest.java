package dev.assay.scoring.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class PlanTest {

    @Test
    void sizes_of_two_groups_equal_statsmodels() {
        // Given
        double effect = Power.proportionEffect(0.707, 0.653);

        // Then
        assertThat(effect).isCloseTo(0.1158553237111768, within(1e-14));
        assertThat(Power.sizeNormal(effect, 0.05, 0.9)).isCloseTo(1565.6478049575755, within(1e-4));
        assertThat(Power.sizeStudent(effect, 0.05, 0.9)).isCloseTo(1566.6087917238683, within(1e-3));
        assertThat(Power.normal(effect, 50, 0.05)).isCloseTo(0.08924222343826922, within(1e-10));
    }

    @Property(tries = 50)
    void the_detectable_difference_is_the_one_that_so_many_items_are_needed_for(
            @ForAll @DoubleRange(min = 0.02, max = 0.3) double difference,
            @ForAll @DoubleRange(min = 0.3, max = 1) double discordance) {
        // Given
        Plan plan = Plan.usual();

        // When
        long items = plan.pairedBinary(difference, discordance);

        // Then
        assertThat(plan.detectablePairedBinary(items, discordance)).isLessThanOrEqualTo(difference + 1e-9);
        assertThat(plan.detectablePairedBinary(items - 1, discordance)).isGreaterThanOrEqualTo(difference - 1e-9);
    }

    @Test
    void pairing_saves_items_when_few_differ() {
        // Given
        Plan plan = Plan.usual();

        // Then
        assertThat(plan.pairedBinary(0.05, 0.2)).isBetween(600L, 680L);
        assertThat(plan.unpairedBinary(0.6, 0.65)).isBetween(1400L, 1500L);
        assertThat(plan.detectablePairedGraded(plan.pairedGraded(0.05, 0.3), 0.3))
                .isCloseTo(0.05, within(0.001));
    }

    @Test
    void what_cannot_be_planned_is_refused() {
        assertThatThrownBy(() -> Plan.usual().pairedBinary(0.3, 0.2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Power.sizeNormal(0, 0.05, 0.8)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Plan(0.9, 0.8)).isInstanceOf(IllegalArgumentException.class);
    }
}
