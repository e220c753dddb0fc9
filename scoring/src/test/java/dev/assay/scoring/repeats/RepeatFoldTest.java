package dev.assay.scoring.repeats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RepeatFoldTest {

    /** Right, wrong, wrong, nothing found, right. */
    private static final List<RepeatFold.Repeat> FIVE =
            List.of(repeat(1, "4"), repeat(0, "5"), repeat(0, "5"), repeat(0, null), repeat(1, "4"));

    @ParameterizedTest
    @CsvSource({
        "mean, 0.4",
        "mean@2, 0.5",
        "pass@1, 0.4",
        // 1 - C(3,2)/C(5,2)
        "pass@2, 0.7",
        "pass@4, 1",
        // C(2,2)/C(5,2)
        "pass^2, 0.1",
        "pass^3, 0",
        "maj@1, 1",
        "maj@3, 0",
        // Two each: the one that came first.
        "maj@5, 1",
        // Of 10 pairs, one of 4s and one of 5s.
        "consistency, 0.2"
    })
    void an_items_repeats_become_one_value(String name, double expected) {
        // When
        OptionalDouble value = RepeatFold.parse(name).orElseThrow().of(FIVE);

        // Then
        assertThat(value).hasValueCloseTo(expected, org.assertj.core.data.Offset.offset(1e-12));
    }

    @Test
    void too_few_repeats_have_no_value() {
        // When
        OptionalDouble value = new RepeatFold.AnyOf(6).of(FIVE);

        // Then
        assertThat(value).isEmpty();
    }

    @Test
    void a_majority_of_nothing_is_wrong() {
        // Given
        List<RepeatFold.Repeat> nothing =
                IntStream.range(0, 3).mapToObj(i -> repeat(0, null)).toList();

        // When
        OptionalDouble value = new RepeatFold.MajorityOf(3).of(nothing);

        // Then
        assertThat(value).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "pass",
                "pass@",
                "pass@0",
                "pass@05",
                "pass@99999",
                "maj^3",
                "mean@-1",
                "consistency@2",
                "best"
            })
    void anything_else_is_no_fold(String name) {
        // When
        var fold = RepeatFold.parse(name);

        // Then
        assertThat(fold).isEmpty();
    }

    private static RepeatFold.Repeat repeat(double score, @Nullable String answer) {
        return new RepeatFold.Repeat(score, answer);
    }
}
