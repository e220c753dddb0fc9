package dev.assay.scoring.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ExactSumTest {

    @Property
    void the_sum_is_that_of_exact_decimals_in_any_order_and_grouping(
            @ForAll @Size(max = 40) List<Double> terms, @ForAll Random random) {
        // Given
        BigDecimal expected = terms.stream().map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
        List<Double> shuffled = new ArrayList<>(terms);
        Collections.shuffle(shuffled, random);
        int cut = shuffled.size() / 2;

        // When
        ExactSum sum = sum(shuffled.subList(0, cut));
        sum.add(sum(shuffled.subList(cut, shuffled.size())));

        // Then
        assertThat(sum.exact()).isEqualByComparingTo(expected);
    }

    @Property
    void a_square_is_added_without_rounding_it(@ForAll("roots") double root) {
        // Given
        ExactSum sum = new ExactSum();

        // When
        sum.addSquare(root);

        // Then
        assertThat(sum.exact()).isEqualByComparingTo(new BigDecimal(root).pow(2));
    }

    @Test
    void what_cancels_leaves_what_was_small() {
        // When
        ExactSum sum = sum(List.of(1e300, 1.0, Double.MIN_VALUE, -1e300));

        // Then
        assertThat(sum.exact()).isEqualByComparingTo(BigDecimal.ONE.add(new BigDecimal(Double.MIN_VALUE)));
        assertThat(sum.dividedBy(3)).isEqualTo(1.0 / 3);
    }

    @Test
    void a_cleared_sum_is_0() {
        // Given
        ExactSum sum = sum(List.of(0.1, 1.0));

        // When
        sum.clear();

        // Then
        assertThat(sum.exact()).isZero();
    }

    @Test
    void what_is_not_finite_is_refused() {
        // When
        var refused = assertThatThrownBy(() -> new ExactSum().add(Double.NaN));

        // Then
        refused.isInstanceOf(IllegalArgumentException.class);
    }

    @Provide
    Arbitrary<Double> roots() {
        return Arbitraries.doubles().between(-1e100, 1e100).ofScale(15);
    }

    private static ExactSum sum(List<Double> terms) {
        ExactSum sum = new ExactSum();
        terms.forEach(sum::add);
        return sum;
    }
}
