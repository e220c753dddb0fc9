package dev.assay.gateway.arena;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.gateway.arena.PairChoice.Item;
import dev.assay.gateway.arena.PairChoice.Pair;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PairChoiceTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void battles_spread_evenly_over_pairs_whatever_is_drawn(long seed) {
        // Given
        List<Integer> models = List.of(0, 1, 2, 3, 4);
        Map<Pair, Integer> met = new HashMap<>();

        // When
        for (int battle = 0; battle < 47; battle++) {
            Pair pair = PairChoice.order(models, met, PairChoice.generator(seed, battle))
                    .getFirst();
            met.merge(pair, 1, Integer::sum);
        }

        // Then: 47 battles over 10 pairs
        assertThat(met).hasSize(10);
        assertThat(met.values()).allSatisfy(count -> assertThat(count).isBetween(4, 5));
    }

    @Test
    void every_pair_comes_once_and_those_that_met_least_come_first() {
        // Given
        Map<Pair, Integer> met = Map.of(new Pair(0, 1), 3, new Pair(1, 2), 1);

        // When
        List<Pair> order = PairChoice.order(List.of(2, 0, 1), met, new SplittableRandom(1));

        // Then
        assertThat(order).containsExactly(new Pair(0, 2), new Pair(1, 2), new Pair(0, 1));
    }

    @Test
    void the_same_generator_gives_the_same_choice_and_equal_pairs_all_have_their_turn() {
        // Given
        List<Integer> models = IntStream.range(0, 4).boxed().toList();
        List<Pair> firsts = new ArrayList<>();

        // When
        for (int battle = 0; battle < 200; battle++) {
            firsts.add(PairChoice.order(models, Map.of(), PairChoice.generator(7, battle))
                    .getFirst());
        }

        // Then
        assertThat(PairChoice.order(models, Map.of(), PairChoice.generator(7, 11))
                        .getFirst())
                .isEqualTo(firsts.get(11));
        assertThat(firsts.stream().distinct()).hasSize(6);
        assertThat(firsts.stream().distinct())
                .allSatisfy(
                        pair -> assertThat(Collections.frequency(firsts, pair)).isBetween(15, 60));
    }

    @Test
    void an_item_is_one_of_those_with_the_fewest_battles() {
        // Given
        List<Item> items = List.of(new Item(0, 0, 0, 2), new Item(1, 0, 0, 1), new Item(2, 0, 0, 1));

        // When
        List<Integer> chosen = IntStream.range(0, 50)
                .mapToObj(i -> PairChoice.item(items, PairChoice.generator(3, i))
                        .orElseThrow()
                        .item())
                .distinct()
                .sorted()
                .toList();

        // Then
        assertThat(chosen).containsExactly(1, 2);
        assertThat(PairChoice.item(List.of(), new SplittableRandom(1))).isEqualTo(Optional.empty());
    }
}
