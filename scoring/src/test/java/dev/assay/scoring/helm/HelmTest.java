package dev.assay.scoring.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class HelmTest {

    @ParameterizedTest
    @CsvSource({
        "EXACT_MATCH,' Boston',Boston,1",
        "QUASI_LEAVE_ARTICLES_EXACT_MATCH,The tower!,tower,0",
        "PREFIX_EXACT_MATCH,'Yes, it is',Yes,1",
        "QUASI_PREFIX_EXACT_MATCH,The yes,YES,1",
        "F1,the cat cat dog,cat,0.6666666666666666",
        "F1,the,a,0",
        "EXACT_MATCH_INDICATOR,so it is 42,42,1",
        "FINAL_NUMBER_EXACT_MATCH,'1,500 eggs',is 1500.,1",
        "FINAL_NUMBER_EXACT_MATCH,none,none,0",
        "EXACT_SET_MATCH,It is a and b.,There is b and a,1",
        "IOU_SET_MATCH,It is a and b,It is a and c,0.3333333333333333",
        "F1_SET_MATCH,It is a and b,It is a and c,0.5",
        "F1_SET_MATCH,Nothing.,Nothing.,1",
        "CLEVA_MATH_RESULT_MATCH,so )3/4 then,3/4,1",
        "ABSOLUTE_VALUE_DIFFERENCE,'1,000',998,2",
        "ABSOLUTE_VALUE_DIFFERENCE,many,5,5"
    })
    void each_match_compares_in_its_own_way(HelmMatch match, String prediction, String reference, double expected) {
        // When
        double value = match.of(prediction, reference);

        // Then
        assertThat(value).isCloseTo(expected, within(1e-15));
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"EXACT_SET_MATCH", "IOU_SET_MATCH", "F1_SET_MATCH"})
    void an_empty_prediction_is_wrong_even_if_nothing_is_expected(HelmMatch match) {
        // When
        double value = match.of("", "");

        // Then
        assertThat(value).isZero();
    }

    @Test
    void statistics_are_of_the_population_and_can_be_merged() {
        // When
        HelmStat merged = HelmStat.of(1, 0).plus(HelmStat.of(0.5)).plus(HelmStat.empty());

        // Then
        assertThat(merged.count()).isEqualTo(3);
        assertThat(merged.mean()).hasValue(0.5);
        assertThat(merged.variance().orElseThrow()).isCloseTo(1.0 / 6, within(1e-15));
        assertThat(merged).hasToString("min=0, mean=0.5, max=1, sum=1.5 (3)");
    }

    @Test
    void no_values_have_no_mean() {
        // When
        HelmStat empty = HelmStat.empty();

        // Then
        assertThat(empty.mean()).isEmpty();
        assertThat(empty.deviation()).isEmpty();
        assertThat(empty).hasToString("(0)");
        assertThat(HelmStat.of(Double.NaN)).hasToString("(nan)");
    }
}
