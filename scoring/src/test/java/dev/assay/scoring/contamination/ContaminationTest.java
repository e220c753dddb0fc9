package dev.assay.scoring.contamination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.within;

import dev.assay.scoring.statistics.Estimate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ContaminationTest {

    private static final Item ITEM = new Item("1", "How many apples does Anna have left after she gave three to Tom?");

    @Test
    void a_copy_is_found_whatever_its_case_punctuation_and_layout() {
        // Given
        OverlapIndex index = new OverlapIndex(List.of(ITEM), 8, 4);
        Document copy =
                new Document("d2", "Exercise 4: HOW MANY apples does\n\nAnna have left, after she gave three to Tom");

        // When
        List<Finding> findings = index.scan(List.of(new Document("d1", "nothing of it"), copy));

        // Then
        assertThat(findings).containsExactly(new Finding("1", "d2", 1, 0, 13));
    }

    @Test
    void a_part_is_told_with_its_place_and_share() {
        // Given
        OverlapIndex index = new OverlapIndex(List.of(ITEM), 5, 3);
        Document part = new Document("d", "He asked: does Anna have left after a while");

        // When
        List<Finding> findings = index.scan(List.of(part));

        // Then
        assertThat(findings).containsExactly(new Finding("1", "d", 5 / 13.0, 3, 8));
        assertThat(OverlapIndex.flagged(findings, 0.5)).isEmpty();
        assertThat(OverlapIndex.flagged(findings, 0.3)).hasSize(1);
    }

    @Test
    void parts_in_two_documents_do_not_add_up() {
        // Given
        OverlapIndex index = new OverlapIndex(List.of(ITEM), 5, 3);
        List<Document> corpus = List.of(
                new Document("d1", "does Anna have left after"), new Document("d2", "how many apples does Anna have"));

        // When
        List<Finding> findings = index.scan(corpus);

        // Then
        assertThat(findings).containsExactly(new Finding("1", "d2", 6 / 13.0, 0, 6));
    }

    @Test
    void short_items_are_found_as_a_whole_and_very_short_ones_never() {
        // Given
        List<Item> items = List.of(new Item("short", "What is the capital of Peru?"), new Item("tiny", "Why not?"));

        // When
        List<Finding> findings =
                new OverlapIndex(items, 8, 4).scan(List.of(new Document("d", "Why not? What is the capital of Peru?")));

        // Then
        assertThat(findings).containsExactly(new Finding("short", "d", 1, 0, 6));
        assertThat(new OverlapIndex(List.of(), 8, 4).scan(List.of(new Document("d", "x"))))
                .isEmpty();
        assertThat(catchThrowable(() -> new OverlapIndex(items, 3, 4))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void writing_without_spaces_is_cut_into_characters() {
        // Given
        Item item = new Item("zh", "安娜还剩几个苹果");

        // When
        List<Finding> findings = new OverlapIndex(List.of(item), 8, 4).scan(List.of(new Document("d", "题目:安娜还剩几个苹果?")));

        // Then
        assertThat(findings).containsExactly(new Finding("zh", "d", 1, 0, 8));
    }

    @Property
    void runs_are_the_same_wherever_they_stand(@ForAll long seed) {
        // Given
        String words = "w" + (seed & 7) + " x" + (seed >> 3 & 7) + " y z";

        // When
        long[] runs =
                Words.of("some other words before " + words + " and after").runs(4);

        // Then
        assertThat(runs[4]).isEqualTo(Words.of(words).runs(4)[0]);
        assertThat(Words.of(words).runs(5)).isEmpty();
    }

    @Test
    void sketches_find_what_was_edited_in_every_second_line() {
        // Given
        Item item = new Item(
                "1",
                "A train leaves the station at noon and travels north with a speed of eighty miles an hour while another"
                        + " train leaves two hours later from the same station in the same direction");
        String edited = item.text()
                .replace("noon", "midday")
                .replace("miles", "kilometres")
                .replace("later", "afterwards");
        Document document =
                new Document("d", "lorem ipsum dolor sit amet ".repeat(200) + edited + " amet dolor".repeat(300));

        // When
        List<Finding> findings = new MinHashIndex(List.of(item), 3, 40, 2).scan(List.of(document), 0.5);

        // Then
        assertThat(findings).hasSize(1);
        assertThat(findings.getFirst().share()).isBetween(0.6, 0.8);
        assertThat(new OverlapIndex(List.of(item), 13, 4).scan(List.of(document)))
                .isEmpty();
    }

    @Test
    void a_score_is_told_with_and_without_flagged_items() {
        // Given
        Map<String, Double> scores = Map.of("1", 1.0, "2", 1.0, "3", 0.0, "4", 1.0);

        // When
        CleanScore score =
                CleanScore.of(scores, Set.of("1", "2", "other"), 0.95, 0, 1).orElseThrow();

        // Then
        assertThat(score.all().mean()).isEqualTo(0.75);
        assertThat(score.clean().map(Estimate::mean)).contains(0.5);
        assertThat(score.flagged().map(Estimate::mean)).contains(1.0);
        assertThat(score.change().orElseThrow()).isCloseTo(-0.25, within(1e-12));
        assertThat(score.changeInterval().orElseThrow().contains(-0.25)).isTrue();
        assertThat(CleanScore.of(scores, scores.keySet(), 0.95, 0, 1)
                        .orElseThrow()
                        .changeInterval())
                .isEmpty();
        assertThat(CleanScore.of(Map.of(), Set.of(), 0.95, 0, 1)).isEmpty();
    }

    /** With a seed: one try of 20 in a few thousand lies below by chance alone. */
    @Property(tries = 20, seed = "20261128")
    void the_interval_of_the_change_covers_it(@ForAll long seed) {
        // Given: 400 items of which 40 are flagged, and models that know these with 90 instead of 60 %
        SplittableRandom random = new SplittableRandom(seed);
        Set<String> flagged = new HashSet<>();
        int covered = 0;

        // When
        for (int trial = 0; trial < 200; trial++) {
            Map<String, Double> scores = new HashMap<>();
            for (int item = 0; item < 400; item++) {
                boolean seen = item < 40;
                if (seen) {
                    flagged.add("i" + item);
                }
                scores.put("i" + item, random.nextDouble() < (seen ? 0.9 : 0.6) ? 1.0 : 0.0);
            }
            CleanScore score = CleanScore.of(scores, flagged, 0.95, 0, 1).orElseThrow();
            covered += score.changeInterval().orElseThrow().contains(-0.03) ? 1 : 0;
        }

        // Then: 95 % are due, and 200 trials leave four standard deviations of 1.5 points
        assertThat(covered / 200.0).isBetween(0.89, 1.0);
    }
}
