package dev.assay.scoring.contamination;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Copies of 5 % of the items are hidden in a corpus, half of them lightly edited, and must be found. */
class PlantedCopiesTest {

    private static final int ITEMS = 2000;
    private static final int DOCUMENTS = 1500;

    /** Items and a corpus whose words follow Zipf's law and share stock phrases, so that some overlap is innocent. */
    private record World(List<Item> items, Set<String> planted, List<Document> corpus) {

        static World of(long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            List<String> phrases = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
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
                    into.add(random.nextInt(into.size()), i % 40 == 0 ? copy : edited(random, copy));
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

        /** One word in twenty-five replaced or left out, everything in capitals. */
        private static String edited(SplittableRandom random, String text) {
            List<String> words = new ArrayList<>();
            for (String word : text.split(" ")) {
                int change = random.nextInt(50);
                if (change > 0) {
                    words.add(change == 1 ? "other" : word);
                }
            }
            return String.join(" ", words).toUpperCase(java.util.Locale.ROOT);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void exact_runs_find_planted_copies_and_hardly_anything_else(long seed) {
        // Given
        World world = World.of(seed);
        OverlapIndex index = new OverlapIndex(world.items(), 6, 5);

        // When
        List<Finding> flagged = OverlapIndex.flagged(index.scan(world.corpus()), 0.5);

        // Then
        assertRecallAndPrecision(world, flagged);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void sketches_find_planted_copies_and_hardly_anything_else(long seed) {
        // Given
        World world = World.of(seed);
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
