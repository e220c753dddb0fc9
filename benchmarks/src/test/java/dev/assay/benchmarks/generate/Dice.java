package dev.assay.benchmarks.generate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Draws with {@link Random}, whose numbers the Java platform promises for ever. */
final class Dice {

    private final Random random;

    Dice(long seed) {
        this.random = new Random(seed);
    }

    /** A number from {@code least} to {@code most}, both possible. */
    int number(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    @SafeVarargs
    final <T> T one(T... values) {
        return values[random.nextInt(values.length)];
    }

    <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** Different values in the order in which they were drawn. */
    <T> List<T> some(int count, List<T> values) {
        return shuffled(values).subList(0, count);
    }

    <T> List<T> shuffled(List<T> values) {
        List<T> copy = new ArrayList<>(values);
        Collections.shuffle(copy, random);
        return copy;
    }

    /** Different numbers in the order in which they were drawn. */
    List<Integer> numbers(int count, int least, int most) {
        Set<Integer> numbers = new LinkedHashSet<>();
        while (numbers.size() < count) {
            numbers.add(number(least, most));
        }
        return List.copyOf(new ArrayList<>(numbers));
    }
}
