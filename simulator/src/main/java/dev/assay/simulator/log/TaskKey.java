package dev.assay.simulator.log;

import dev.assay.simulator.answer.Draw;

/**
 * A task's name as 64 bits. Names of the form {@code run.model.item.repeat} are packed and can be unpacked; of any other
 * a hash is taken, which is negative.
 */
final class TaskKey {

    private static final int MODEL_BITS = 12;
    private static final int REPEAT_BITS = 20;
    private static final int ITEM_BITS = 31;

    private TaskKey() {}

    static long of(String run, String task) {
        int at = run.length();
        if (!task.startsWith(run) || at >= task.length() || task.charAt(at) != '.') {
            return hash(task);
        }
        int second = task.indexOf('.', at + 1);
        int third = second < 0 ? -1 : task.indexOf('.', second + 1);
        if (third < 0) {
            return hash(task);
        }
        long model = number(task, at + 1, second, MODEL_BITS);
        long item = number(task, second + 1, third, ITEM_BITS);
        long repeat = number(task, third + 1, task.length(), REPEAT_BITS);
        return (model | item | repeat) < 0
                ? hash(task)
                : (model << (ITEM_BITS + REPEAT_BITS)) | (item << REPEAT_BITS) | repeat;
    }

    static boolean isPacked(long key) {
        return key >= 0;
    }

    /** The name that a packed key stands for. */
    static String name(String run, long key) {
        long model = key >>> (ITEM_BITS + REPEAT_BITS);
        long item = (key >>> REPEAT_BITS) & ((1L << ITEM_BITS) - 1);
        long repeat = key & ((1L << REPEAT_BITS) - 1);
        return run + '.' + model + '.' + item + '.' + repeat;
    }

    /** The decimal number in that range of the text, or -1 if it is none, too large, or not in its shortest form. */
    private static long number(String text, int from, int to, int bits) {
        int length = to - from;
        if (length < 1 || length > 10 || (length > 1 && text.charAt(from) == '0')) {
            return -1;
        }
        long value = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value < 1L << bits ? value : -1;
    }

    private static long hash(String task) {
        return Draw.start().with(task).bits(0) | Long.MIN_VALUE;
    }
}
