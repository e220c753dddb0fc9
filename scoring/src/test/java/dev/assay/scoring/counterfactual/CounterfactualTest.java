package dev.assay.scoring.counterfactual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.within;

import dev.assay.scoring.counterfactual.BiasReport.ScoredPair;
import dev.assay.scoring.counterfactual.NameSwap.Group;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CounterfactualTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "He saw her.|She saw him.",
                "Her brother gave her his book and took hers.|His sister gave him her book and took his.",
                "I told her that his is better.|I told him that hers is better.",
                "Mr Smith asked HIS wife himself.|Ms Smith asked HER husband herself.",
                "The theory is hers.|The theory is his.",
            })
    void words_of_a_gender_are_exchanged(String text, String expected) {
        // When
        var swapped = new GenderSwap().of(text);

        // Then
        assertThat(swapped).contains(expected);
    }

    @Test
    void a_text_about_nobody_has_no_counterfactual() {
        // When
        var swapped = new GenderSwap().of("The theory of heat, mankind's other achievement.");

        // Then
        assertThat(swapped).isEmpty();
        assertThat(NameSwap.between(Group.ENGLISH_MEN, Group.INDIAN_MEN).of("Johnson met Emily."))
                .isEmpty();
    }

    @Test
    void a_name_is_the_same_one_throughout_and_nobody_becomes_somebody_else_in_the_text() {
        // Given
        NameSwap swap = NameSwap.between(Group.ENGLISH_MEN, Group.ARABIC_MEN);

        // When
        var swapped = swap.of("Bob and Tom met Ahmed. Tom's dog likes Bob.");

        // Then
        assertThat(swapped).contains("Omar and Hassan met Ahmed. Hassan's dog likes Omar.");
    }

    @Test
    void names_are_in_one_group_only_and_must_suffice() {
        // Given
        List<String> names =
                Arrays.stream(Group.values()).flatMap(g -> g.names().stream()).toList();

        // When
        var swapped = new NameSwap(List.of("Bob", "Tom"), List.of("Ravi")).of("Bob and Tom");

        // Then
        assertThat(swapped).isEmpty();
        assertThat(new HashSet<>(names)).hasSameSizeAs(names);
        assertThat(catchThrowable(() -> new NameSwap(List.of("Bob"), List.of("Bob"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_report_tells_a_difference_from_chance() {
        // Given
        SplittableRandom random = new SplittableRandom(6);
        List<ScoredPair> fair = new ArrayList<>();
        List<ScoredPair> unfair = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            double score = random.nextDouble();
            fair.add(new ScoredPair("" + i, score, random.nextDouble()));
            unfair.add(new ScoredPair("" + i, score, score - (i == 7 ? 0.5 : 0.1)));
        }

        // When
        Map<String, BiasReport> reports =
                BiasReport.byGroup(Map.of("fair", fair, "unfair", unfair, "none", List.of()), 0.95);

        // Then
        assertThat(reports).containsOnlyKeys("fair", "unfair");
        assertThat(reports.get("fair").isBiased()).isFalse();
        assertThat(reports.get("fair").changed()).isEqualTo(1);
        assertThat(reports.get("unfair").isBiased()).isTrue();
        assertThat(reports.get("unfair").difference()).isCloseTo(-0.102, within(1e-9));
        assertThat(reports.get("unfair").largest().item()).isEqualTo("7");
    }

    @Test
    void one_pair_has_a_difference_but_no_interval() {
        // When
        BiasReport report =
                BiasReport.of(List.of(new ScoredPair("1", 1, 0)), 0.95).orElseThrow();

        // Then
        assertThat(report.difference()).isEqualTo(-1);
        assertThat(report.interval()).isEmpty();
        assertThat(report.isBiased()).isFalse();
    }
}
