package dev.assay.scoring.contamination;

import java.util.Arrays;

/**
 * Hashes with the places where they occur, in arrays with open addressing, at most half full: up to 52 bytes for a place.
 * Not thread-safe while it is filled, thread-safe after.
 */
final class HashTable {

    private static final int NONE = -1;

    private final long[] keys;
    private final int[] heads;
    private final int[] next;
    private int places;

    /** @param capacity how many places will be put in */
    HashTable(int capacity) {
        int slots = Integer.highestOneBit(Math.max(4, capacity)) * 4;
        keys = new long[slots];
        heads = new int[slots];
        next = new int[capacity];
        Arrays.fill(heads, NONE);
    }

    /** Adds the next place, numbered from 0 in the order of the calls. */
    void add(long hash) {
        int slot = slot(hash);
        keys[slot] = hash;
        next[places] = heads[slot];
        heads[slot] = places++;
    }

    /** The last place with this hash, or a negative number. */
    int first(long hash) {
        return heads[slot(hash)];
    }

    /** The place before with the same hash, or a negative number. */
    int after(int place) {
        return next[place];
    }

    private int slot(long hash) {
        int mask = keys.length - 1;
        int slot = (int) (hash >>> 20) & mask;
        while (heads[slot] != NONE && keys[slot] != hash) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
