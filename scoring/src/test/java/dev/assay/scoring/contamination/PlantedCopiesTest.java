package dev.assay.scoring.contamination;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Copies of 5 % of the items are hidden in a corpus, most of them edited, and must be found. */
class PlantedCopiesTest {

    private static final int ITEMS = 2000;
    private static final int DOCUMENTS = 1500;

    /** Items and a corpus whose words follow Zipf's law and share stock phrases, so that some overlap is innocent. */
    private record World(List<Item> items, Set<String> planted, List<Document> corpus) {

        /** @param common how many phrases there are: of few, each stands in very many items and documents */
        static World of(long seed, int common, Edit edit) {
            SplittableRandom random = new SplittableRandom(seed);
            List<String> phrases = new ArrayList<>();
            for (int i = 0; i < common; i++) {
                phrases.add(String.join(" ", words(random, 5)));
            }
            List<Item> items = new ArrayList<>();
            Set<String> planted = new HashSet<>();
            List<List<String>> texts = new ArrayList<>();
            for (int i = 0; i < DOCUMENTS; i++) {
                texts.add(new ArrayList<>(sentences(random, phrases, 20)));
            }
            for (int i = 0; i < ITEMS; i++) {
                List<String> text = sentences(random, phrases, 3 + random.nextInt(3));
                items.add(new Item("item" + i, String.join(". ", text)));
                if (i % 20 == 0) {
                    planted.add("item" + i);
                    String copy = String.join(". ", text);
                    List<String> into = texts.get(random.nextInt(DOCUMENTS));
                    into.add(random.nextInt(into.size()), i % 40 == 0 ? copy : edit.of(random, copy));
                }
            }
            List<Document> corpus = new ArrayList<>();
            for (List<String> text : texts) {
                corpus.add(new Document("doc" + corpus.size(), String.join(". ", text)));
            }
            return new World(items, planted, corpus);
        }

        private static List<String> sentences(SplittableRandom random, List<String> phrases, int number) {
            List<String> sentences = new ArrayList<>();
            for (int i = 0; i < number; i++) {
                List<String> parts = new ArrayList<>(words(random, 4 + random.nextInt(8)));
                if (random.nextInt(2) == 0) {
                    parts.add(random.nextInt(parts.size()), phrases.get(random.nextInt(phrases.size())));
                }
                sentences.add(String.join(" ", parts));
            }
            return sentences;
        }

        private static List<String> words(SplittableRandom random, int number) {
            List<String> words = new ArrayList<>();
            for (int i = 0; i < number; i++) {
                words.add("w" + (int) Math.exp(random.nextDouble() * Math.log(20_000)));
            }
            return words;
        }
    }

    /** What was done to half of the copies; the others are verbatim. */
    private enum Edit {
        /** Letters in other cases, punctuation in other places, line breaks and spaces instead of spaces. */
        TYPOGRAPHY {
            @Override
            String of(SplittableRandom random, String text) {
                StringBuilder edited = new StringBuilder();
                for (String word : text.split("[ .]+")) {
                    edited.append(random.nextInt(3) == 0 ? word.toUpperCase(Locale.ROOT) : word)
                            .append(random.nextInt(6) == 0 ? " -" : random.nextInt(6) == 0 ? "," : "")
                            .append(random.nextInt(5) == 0 ? "\n" : random.nextInt(5) == 0 ? "   " : " ");
                }
                return edited.toString();
            }
        },
        /** One word in twenty-five replaced or left out, everything in capitals. */
        WORDS {
            @Override
            String of(SplittableRandom random, String text) {
                List<String> words = new ArrayList<>();
                for (String word : text.split(" ")) {
                    int change = random.nextInt(50);
                    if (change > 0) {
                        words.add(change == 1 ? "other" : word);
                    }
                }
                return String.join(" ", words).toUpperCase(Locale.ROOT);
            }
        };

        abstract String of(SplittableRandom random, String text);
    }

    @ParameterizedTest
    @CsvSource({"1, 200", "2, 200", "3, 200", "4, 20", "5, 20", "6, 2000"})
    void runs_of_eight_words_find_verbatim_copies_and_those_of_another_typography(long seed, int common) {
        // Given
        World world = World.of(seed, common, Edit.TYPOGRAPHY);
        OverlapIndex index = new OverlapIndex(world.items(), 8, 6);

        // When
        List<Finding> flagged = OverlapIndex.flagged(index.scan(world.corpus()), 0.5);

        // Then
        assertRecallAndPrecision(world, flagged);
    }

    @ParameterizedTest
    @CsvSource({"1, 200", "2, 200", "3, 200", "4, 20", "5, 20", "6, 2000"})
    void runs_of_six_words_find_copies_of_which_words_were_changed(long seed, int common) {
        // Given
        World world = World.of(seed, common, Edit.WORDS);
        OverlapIndex index = new OverlapIndex(world.items(), 6, 5);

        // When
        List<Finding> flagged = OverlapIndex.flagged(index.scan(world.corpus()), 0.5);

        // Then
        assertRecallAndPrecision(world, flagged);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 200, TYPOGRAPHY",
        "2, 20, TYPOGRAPHY",
        "3, 2000, TYPOGRAPHY",
        "1, 200, WORDS",
        "2, 200, WORDS",
        "3, 20, WORDS"
    })
    void sketches_find_planted_copies_and_hardly_anything_else(long seed, int common, Edit edit) {
        // Given
        World world = World.of(seed, common, edit);
        MinHashIndex index = new MinHashIndex(world.items(), 3, 40, 2);

        // When
        List<Finding> flagged = index.scan(world.corpus(), 0.5);

        // Then
        assertRecallAndPrecision(world, flagged);
    }

    private static void assertRecallAndPrecision(World world, List<Finding> flagged) {
        double found = flagged.stream()
                .filter(finding -> world.planted().contains(finding.item()))
                .count();
        assertThat(found / world.planted().size()).as("recall").isGreaterThanOrEqualTo(0.99);
        assertThat(found / flagged.size()).as("precision").isGreaterThanOrEqualTo(0.95);
    }
}
