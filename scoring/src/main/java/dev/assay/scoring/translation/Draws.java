package dev.assay.scoring.translation;

import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** Rounds of numbers that a resampling test draws, one round at a time, so that not all need be in memory. */
public final class Draws {

    private Draws() {}

    /** Rounds that were drawn before. */
    public static Iterator<int[]> given(int[][] rounds) {
        return Arrays.asList(rounds).iterator();
    }

    /** Rounds of indices below {@code size}, as many as {@code size}, drawn with replacement. The array is reused. */
    public static Iterator<int[]> indices(RandomGenerator generator, int rounds, int size) {
        return random(rounds, size, round -> {
            for (int i = 0; i < size; i++) {
                round[i] = generator.nextInt(size);
            }
        });
    }

    /** Rounds of coin flips, 0 or 1. The array is reused. */
    public static Iterator<int[]> flips(RandomGenerator generator, int rounds, int size) {
        return random(rounds, size, round -> {
            for (int i = 0; i < size; i++) {
                round[i] = generator.nextBoolean() ? 1 : 0;
            }
        });
    }

    private static Iterator<int[]> random(int rounds, int size, Consumer<int[]> draw) {
        int[] round = new int[size];
        return new Iterator<>() {
            private int left = rounds;

            @Override
            public boolean hasNext() {
                return left > 0;
            }

            @Override
            public int[] next() {
                if (left == 0) {
                    throw new NoSuchElementException();
                }
                left--;
                draw.accept(round);
                return round;
            }
        };
    }
}
