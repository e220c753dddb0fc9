package dev.assay.scoring.pattern;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** Writes a tree out as instructions; repetitions with a count are written out that many times. */
final class Compiler {

    static final int MAXIMUM_INSTRUCTIONS = 5_000;

    private final Supplier<PatternException> tooLarge;
    /** One number, shared with the compilers of look-arounds: the next slot that is free. */
    private final int[] slots;

    private final List<CharSet> sets = new ArrayList<>();
    private final List<Program.Look> looks = new ArrayList<>();
    private int[] operations = new int[32];
    private int[] first = new int[32];
    private int[] second = new int[32];
    private int size;

    private Compiler(int[] slots, Supplier<PatternException> tooLarge) {
        this.slots = slots;
        this.tooLarge = tooLarge;
    }

    /** @param tooLarge what to throw if there are more instructions than a program may have */
    static Program compile(Node node, int groups, Supplier<PatternException> tooLarge) {
        return compile(node, new int[] {2 * (groups + 1)}, tooLarge);
    }

    private static Program compile(Node node, int[] slots, Supplier<PatternException> tooLarge) {
        Compiler compiler = new Compiler(slots, tooLarge);
        compiler.write(node);
        compiler.emit(Program.MATCH, 0);
        return compiler.program();
    }

    private Program program() {
        int[] ordinals = new int[size];
        int splits = 0;
        for (int i = 0; i < size; i++) {
            ordinals[i] = operations[i] == Program.SPLIT ? splits++ : -1;
        }
        return new Program(
                Arrays.copyOf(operations, size),
                Arrays.copyOf(first, size),
                Arrays.copyOf(second, size),
                ordinals,
                splits,
                slots[0],
                List.copyOf(sets),
                List.copyOf(looks));
    }

    private void write(Node node) {
        switch (node) {
            case Node.One one -> {
                sets.add(one.set());
                emit(Program.ONE, sets.size() - 1);
            }
            case Node.Sequence sequence -> sequence.parts().forEach(this::write);
            case Node.Choice choice -> choice(choice.branches());
            case Node.Repeat repeat -> repeat(repeat);
            case Node.Capture capture -> {
                emit(Program.SAVE, 2 * capture.number());
                write(capture.body());
                emit(Program.SAVE, 2 * capture.number() + 1);
            }
            case Node.Anchor anchor -> emit(Program.PLACE, anchor.place().ordinal());
            case Node.Look look -> {
                Program body = compile(look.body(), slots, tooLarge);
                looks.add(new Program.Look(body, look.negative(), look.behind(), look.width()));
                emit(Program.LOOK, looks.size() - 1);
            }
        }
    }

    private void choice(List<Node> branches) {
        List<Integer> ends = new ArrayList<>();
        for (Node branch : branches.subList(0, branches.size() - 1)) {
            int split = emit(Program.SPLIT, size + 1);
            write(branch);
            ends.add(emit(Program.JUMP, 0));
            second[split] = size;
        }
        write(branches.getLast());
        ends.forEach(end -> first[end] = size);
    }

    private void repeat(Node.Repeat repeat) {
        for (int i = 0; i < repeat.minimum(); i++) {
            write(repeat.body());
        }
        if (repeat.maximum() == Node.UNBOUNDED) {
            loop(repeat);
            return;
        }
        List<Integer> exits = new ArrayList<>();
        for (int i = repeat.minimum(); i < repeat.maximum(); i++) {
            exits.add(split(repeat.greedy()));
            write(repeat.body());
        }
        exits.forEach(exit -> leave(exit, repeat.greedy()));
    }

    private void loop(Node.Repeat repeat) {
        int split = split(repeat.greedy());
        if (Width.of(repeat.body()).least() > 0) {
            write(repeat.body());
            emit(Program.JUMP, split);
        } else {
            // As in Python, a turn that takes nothing is the loop's last.
            int turn = slots[0]++;
            emit(Program.SAVE, turn);
            write(repeat.body());
            int check = emit(Program.IF_EMPTY, turn);
            emit(Program.JUMP, split);
            second[check] = size;
        }
        leave(split, repeat.greedy());
    }

    /** A split whose way into the body leads to the next instruction. */
    private int split(boolean greedy) {
        int split = emit(Program.SPLIT, 0);
        if (greedy) {
            first[split] = size;
        } else {
            second[split] = size;
        }
        return split;
    }

    /** Lets the other way of the split lead to here. */
    private void leave(int split, boolean greedy) {
        if (greedy) {
            second[split] = size;
        } else {
            first[split] = size;
        }
    }

    private int emit(int operation, int operand) {
        if (size >= MAXIMUM_INSTRUCTIONS) {
            throw tooLarge.get();
        }
        if (size == operations.length) {
            operations = Arrays.copyOf(operations, size * 2);
            first = Arrays.copyOf(first, size * 2);
            second = Arrays.copyOf(second, size * 2);
        }
        operations[size] = operation;
        first[size] = operand;
        return size++;
    }
}
