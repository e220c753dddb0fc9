package dev.assay.simulator.log;

import java.util.Arrays;

/**
 * What is remembered of each task of a run, in parallel arrays with an open-addressing index: about 40 bytes for a task.
 * Rows are numbered in the order of first calls and never move. Not thread-safe.
 */
final class TaskTable {

    private static final int FIRST_ROWS = 64;
    private static final int RIGHT = 1;

    private int rows;
    private long[] keys = new long[FIRST_ROWS];
    private int[] calls = new int[FIRST_ROWS];
    private int[] answered = new int[FIRST_ROWS];
    private int[] inputTokens = new int[FIRST_ROWS];
    private int[] outputTokens = new int[FIRST_ROWS];
    private int[] counted = new int[FIRST_ROWS];
    private int[] slots = emptySlots(FIRST_ROWS * 2);

    int rows() {
        return rows;
    }

    /** The row of a task, a new one if the task is new. */
    int row(long key) {
        int slot = slot(key);
        if (slots[slot] >= 0) {
            return slots[slot];
        }
        if (rows == keys.length) {
            grow();
            slot = slot(key);
        }
        keys[rows] = key;
        slots[slot] = rows;
        return rows++;
    }

    long key(int row) {
        return keys[row];
    }

    int calls(int row) {
        return calls[row];
    }

    int answered(int row) {
        return answered[row];
    }

    int inputTokens(int row) {
        return inputTokens[row];
    }

    int outputTokens(int row) {
        return outputTokens[row];
    }

    void addCall(int row, int input, int output) {
        calls[row]++;
        inputTokens[row] += input;
        outputTokens[row] += output;
    }

    /** Counts an answer; true if it is the task's first. */
    boolean addAnswer(int row) {
        answered[row]++;
        return answered[row] == 1;
    }

    /** Takes an answer back; true if the task has none left. */
    boolean removeAnswer(int row) {
        answered[row]--;
        return answered[row] == 0;
    }

    /** Remembers where the task's first answer was counted, so that it can be taken back there. */
    void countedIn(int row, int cell, boolean right) {
        counted[row] = (cell << 1) | (right ? RIGHT : 0);
    }

    int cell(int row) {
        return counted[row] >> 1;
    }

    boolean right(int row) {
        return (counted[row] & RIGHT) != 0;
    }

    private int slot(long key) {
        int mask = slots.length - 1;
        int at = (int) ((key * 0x9e3779b97f4a7c15L) >>> 32) & mask;
        while (slots[at] >= 0 && keys[slots[at]] != key) {
            at = (at + 1) & mask;
        }
        return at;
    }

    private void grow() {
        int more = keys.length + (keys.length >> 1);
        keys = Arrays.copyOf(keys, more);
        calls = Arrays.copyOf(calls, more);
        answered = Arrays.copyOf(answered, more);
        inputTokens = Arrays.copyOf(inputTokens, more);
        outputTokens = Arrays.copyOf(outputTokens, more);
        counted = Arrays.copyOf(counted, more);
        if (more * 3L > slots.length * 2L) {
            slots = emptySlots(slots.length * 2);
            for (int row = 0; row < rows; row++) {
                slots[slot(keys[row])] = row;
            }
        }
    }

    private static int[] emptySlots(int length) {
        int[] slots = new int[length];
        Arrays.fill(slots, -1);
        return slots;
    }
}
