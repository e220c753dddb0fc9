package dev.assay.contracts.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SeededOrderTest {

    @Property(tries = 200)
    void every_item_has_exactly_one_position(@ForAll long seed, @ForAll @IntRange(min = 1, max = 3_000) int size) {
        SeededOrder order = new SeededOrder(seed, size);

        int[] items = IntStream.range(0, size).map(order::itemAt).sorted().toArray();

        assertThat(items).isEqualTo(IntStream.range(0, size).toArray());
    }

    @Property(tries = 200)
    void the_position_of_an_item_is_where_it_stands(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 3_000) int size) {
        SeededOrder order = new SeededOrder(seed, size);

        int[] positions = IntStream.range(0, size)
                .map(order::itemAt)
                .map(order::positionOf)
                .toArray();

        assertThat(positions).isEqualTo(IntStream.range(0, size).toArray());
    }

    @Test
    void the_order_of_a_seed_never_changes() {
        // Given
        SeededOrder order = new SeededOrder(7, 1_000);

        // When
        int[] first = IntStream.range(0, 6).map(order::itemAt).toArray();

        // Then
        assertThat(first).containsExactly(314, 726, 42, 993, 516, 859);
    }

    @Test
    void another_seed_gives_another_order() {
        // Given
        SeededOrder one = new SeededOrder(1, 1_000);
        SeededOrder two = new SeededOrder(2, 1_000);

        // When
        long same = IntStream.range(0, 1_000)
                .filter(position -> one.itemAt(position) == two.itemAt(position))
                .count();

        // Then
        assertThat(same).isLessThan(20);
    }

    @Test
    void the_first_items_are_spread_over_the_whole_dataset() {
        // Given
        SeededOrder order = new SeededOrder(7, 100_000);

        // When
        double mean = IntStream.range(0, 1_000).map(order::itemAt).average().orElseThrow();

        // Then: the mean of 1,000 uniform draws has a standard error of 913
        assertThat(mean).isBetween(46_000.0, 54_000.0);
    }

    @Test
    void a_position_outside_is_refused() {
        SeededOrder order = new SeededOrder(7, 3);

        assertThatThrownBy(() -> order.itemAt(3)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
