package dev.assay.gateway.arena;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Which answers are compared next: those models that met least, on one of the items on which they met least. So every
 * vote tells about as much as each other one. What is equal is drawn. A pure function of the counts and the generator.
 */
final class PairChoice {

    private PairChoice() {}

    /** Two models by number, the lower one first. */
    record Pair(int first, int second) {

        Pair {
            if (first >= second) {
                throw new IllegalArgumentException("a pair has two models, the lower number first");
            }
        }
    }

    /**
     * An item that both models have answered.
     *
     * @param firstRepeat which of the first model's answers is shown
     * @param met how often the two met on it
     */
    record Item(int item, int firstRepeat, int secondRepeat, int met) {}

    /** All pairs, those that met least first, equal ones in drawn order. */
    static List<Pair> order(List<Integer> models, Map<Pair, Integer> met, RandomGenerator random) {
        List<Pair> pairs = new ArrayList<>();
        List<Integer> sorted = models.stream().sorted().toList();
        for (int i = 0; i < sorted.size(); i++) {
            for (int j = i + 1; j < sorted.size(); j++) {
                pairs.add(new Pair(sorted.get(i), sorted.get(j)));
            }
        }
        for (int i = pairs.size() - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            Pair kept = pairs.get(i);
            pairs.set(i, pairs.get(other));
            pairs.set(other, kept);
        }
        pairs.sort(Comparator.comparingInt(pair -> met.getOrDefault(pair, 0)));
        return pairs;
    }

    /** One of the items on which the two met least; empty if there is none at all. */
    static Optional<Item> item(List<Item> items, RandomGenerator random) {
        int least = items.stream().mapToInt(Item::met).min().orElse(0);
        List<Item> fewest = items.stream().filter(item -> item.met() == least).toList();
        return fewest.isEmpty() ? Optional.empty() : Optional.of(fewest.get(random.nextInt(fewest.size())));
    }

    /** The generator of an arena's n-th battle. */
    static RandomGenerator generator(long seed, long battle) {
        // The odd constant of splitmix64 keeps neighbouring battles apart.
        return new SplittableRandom(seed + battle * 0x9E3779B97F4A7C15L);
    }
}
