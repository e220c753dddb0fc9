package dev.assay.scoring.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.scoring.agreement.Agreement.Reason;
import dev.assay.scoring.agreement.TwoRaters.Weights;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RatersTest {

    private static final double TINY = 1e-12;

    @Test
    void kappa_takes_away_what_chance_gives() {
        // Given: agreement on 4 of 5, chance gives (3 · 2 + 2 · 3) / 25
        TwoRaters<Integer> raters = new TwoRaters<>(List.of(1, 1, 1, 2, 2), List.of(1, 2, 1, 2, 2));

        // When
        double kappa = raters.cohen(Weights.NONE).asValue().orElseThrow();

        // Then
        assertThat(raters.percent().asValue()).hasValue(0.8);
        assertThat(kappa).isCloseTo((0.8 - 0.48) / (1 - 0.48), within(TINY));
    }

    @Test
    void weights_go_by_the_ranks_of_used_categories_and_not_by_their_values() {
        // Given
        TwoRaters<Integer> near = new TwoRaters<>(List.of(1, 2, 3, 3), List.of(1, 2, 3, 1));
        TwoRaters<Integer> far = new TwoRaters<>(List.of(1, 50, 900, 900), List.of(1, 50, 900, 1));

        // When
        Agreement kappa = far.cohen(Weights.QUADRATIC);

        // Then
        assertThat(kappa).isEqualTo(near.cohen(Weights.QUADRATIC));
        assertThat(kappa).isNotEqualTo(near.cohen(Weights.LINEAR));
    }

    @Test
    void a_single_category_leaves_nothing_to_agree_on() {
        // Given
        TwoRaters<String> raters = new TwoRaters<>(List.of("yes", "yes"), List.of("yes", "yes"));
        ManyRaters<String> many = new ManyRaters<>(List.of(List.of("yes", "yes"), List.of("yes", "yes")));

        // When
        Agreement kappa = raters.cohen(Weights.NONE);

        // Then
        assertThat(kappa).isEqualTo(new Agreement.Undefined(Reason.ONE_CATEGORY));
        assertThat(many.fleiss()).isEqualTo(kappa);
        assertThat(many.randolph()).isEqualTo(kappa);
    }

    @Test
    void nobody_agrees_on_nothing() {
        // Given
        TwoRaters<Integer> none = new TwoRaters<Integer>(List.of(), List.of());

        // When
        Agreement percent = none.percent();

        // Then
        assertThat(percent).isEqualTo(new Agreement.Undefined(Reason.NOTHING_TO_COMPARE));
        assertThat(none.cohen(Weights.LINEAR)).isEqualTo(percent);
        assertThat(new ManyRaters<Integer>(List.of()).fleiss()).isEqualTo(percent);
        assertThatThrownBy(() -> new TwoRaters<Integer>(List.of(1), List.of())).hasMessage("1 ratings against 0");
    }

    @Test
    void fleiss_asks_for_pairs_that_agree_within_units() {
        // Given: units with 3, 1 and 1 agreeing pairs of 3; categories 1 and 2 are used 5 and 4 times
        ManyRaters<Integer> raters = new ManyRaters<>(List.of(List.of(1, 1, 1), List.of(1, 2, 2), List.of(2, 1, 2)));
        double observed = (1 + 1 / 3.0 + 1 / 3.0) / 3;
        double chance = (25 + 16) / 81.0;

        // When
        double kappa = raters.fleiss().asValue().orElseThrow();

        // Then
        assertThat(kappa).isCloseTo((observed - chance) / (1 - chance), within(TINY));
        assertThat(raters.randolph().asValue().orElseThrow()).isCloseTo((observed - 0.5) / 0.5, within(TINY));
    }

    @Test
    void units_with_different_numbers_of_raters_are_refused() {
        // When
        var making = org.assertj.core.api.Assertions.catchThrowable(
                () -> new ManyRaters<>(List.of(List.of(1, 2), List.of(1))));

        // Then
        assertThat(making).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void kappa_is_at_most_one_and_the_same_for_exchanged_raters(
            @ForAll @Size(min = 2, max = 12) List<@IntRange(min = 1, max = 4) Integer> first,
            @ForAll @Size(12) List<@IntRange(min = 1, max = 4) Integer> longer) {
        // Given
        List<Integer> second = longer.subList(0, first.size());

        // When
        Agreement kappa = new TwoRaters<>(first, second).cohen(Weights.QUADRATIC);

        // Then
        Agreement exchanged = new TwoRaters<>(second, first).cohen(Weights.QUADRATIC);
        assertThat(exchanged.asValue().isPresent()).isEqualTo(kappa.asValue().isPresent());
        kappa.asValue()
                .ifPresent(value -> assertThat(value)
                        .isLessThanOrEqualTo(1)
                        .isCloseTo(exchanged.asValue().orElseThrow(), within(TINY)));
    }
}
