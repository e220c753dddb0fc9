package dev.assay.scoring.translation;

import java.util.Arrays;

/** Gives the numbers 0, 1, 2 ... to keys in the order in which they are first seen. For one thread. */
final class Numbering {

    private long[] keys = new long[64];
    private int[] numbers = new int[64];
    private int size;

    Numbering() {
        Arrays.fill(numbers, -1);
    }

    int size() {
        return size;
    }

    int of(long key) {
        int mask = keys.length - 1;
        int slot = slot(key, mask);
        while (numbers[slot] >= 0 && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        if (numbers[slot] < 0) {
            if (2 * size >= keys.length) {
                grow();
                return of(key);
            }
            keys[slot] = key;
            numbers[slot] = size++;
        }
        return numbers[slot];
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldNumbers = numbers;
        keys = new long[2 * oldKeys.length];
        numbers = new int[keys.length];
        Arrays.fill(numbers, -1);
        int mask = keys.length - 1;
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldNumbers[i] >= 0) {
                int slot = slot(oldKeys[i], mask);
                while (numbers[slot] >= 0) {
                    slot = (slot + 1) & mask;
                }
                keys[slot] = oldKeys[i];
                numbers[slot] = oldNumbers[i];
            }
        }
    }

    private static int slot(long key, int mask) {
        // Fibonacci hashing: neighbouring keys, which are the rule here, fall far apart.
        return (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & mask;
    }
}
