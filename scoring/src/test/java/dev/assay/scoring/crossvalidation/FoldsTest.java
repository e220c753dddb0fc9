package dev.assay.scoring.crossvalidation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FoldsTest {

    @Test
    void folds_are_those_of_scikit_learn() {
        // Then
        assertThat(Folds.plain(11, 3).held())
                .containsExactly(List.of(0, 1, 2, 3), List.of(4, 5, 6, 7), List.of(8, 9, 10));
        assertThat(Folds.stratified(List.of("a", "a", "b", "b"), 2).held())
                .containsExactly(List.of(0, 2), List.of(1, 3));
        assertThat(Folds.grouped(List.of(1, 0, 1, 1), 2).held()).containsExactly(List.of(0, 2, 3), List.of(1));
    }

    @Property(tries = 100)
    void every_item_is_held_out_once(
            @ForAll @IntRange(min = 10, max = 200) int items, @ForAll @IntRange(min = 2, max = 10) int folds) {
        // When
        Folds plain = Folds.plain(items, folds);

        // Then
        List<Integer> all = new ArrayList<>();
        plain.held().forEach(all::addAll);
        assertThat(all)
                .containsExactlyElementsOf(IntStream.range(0, items).boxed().toList());
        assertThat(plain.training(0)).doesNotContainAnyElementsOf(plain.held().getFirst());
    }

    @Test
    void too_many_folds_are_refused() {
        assertThatThrownBy(() -> Folds.plain(3, 4)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Folds.grouped(List.of(1, 1, 2), 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Folds.stratified(List.of("a", "b", "c"), 2))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_luck_of_the_winner_is_not_in_the_held_out_score() {
        // Given: twenty prompts that are all right by chance alone
        SplittableRandom random = new SplittableRandom(4);
        List<double[]> scores = IntStream.range(0, 20)
                .mapToObj(candidate -> IntStream.range(0, 100)
                        .mapToDouble(item -> random.nextInt(2))
                        .toArray())
                .toList();

        // When
        Selection.Result result = Selection.best(scores, Folds.plain(100, 5));

        // Then
        assertThat(result.optimistic()).isGreaterThan(0.55);
        assertThat(result.score()).isLessThan(result.optimistic());
        assertThat(result.interval(0.95).contains(result.score())).isTrue();
    }

    @Test
    void a_threshold_is_picked_without_the_items_that_judge_it() {
        // Given
        double[] confidence = {0.1, 0.2, 0.8, 0.9, 0.15, 0.85};
        boolean[] positive = {false, false, true, true, false, true};

        // When
        Selection.Result result =
                Selection.threshold(confidence, positive, new double[] {0.05, 0.5, 0.95}, Folds.plain(6, 3));

        // Then
        assertThat(result.chosen()).isEqualTo(1);
        assertThat(result.perFold()).containsExactly(1, 1, 1);
        assertThat(result.score()).isEqualTo(1);
    }
}
