package dev.assay.simulator.log;

import dev.assay.simulator.answer.Draw;
import java.util.Optional;

/**
 * State and tokens of the last calls by name, in two generations of a fixed-size table: a full one becomes the old one,
 * and the one before is forgotten. So the last {@value #GENERATION} calls at least are known, in 2 MiB. Names are kept as
 * 64-bit hashes. Not thread-safe.
 */
final class RecentCalls {

    /** Calls that fit into one generation. */
    static final int GENERATION = 32_768;

    private static final int SLOTS = GENERATION * 2;
    private static final int TOKEN_BITS = 31;
    private static final long TOKEN_MASK = (1L << TOKEN_BITS) - 1;
    private static final CallState[] STATES = CallState.values();

    private static final class Generation {
        private final long[] names = new long[SLOTS];
        private final long[] facts = new long[SLOTS];
        private int used;

        int slot(long name) {
            int at = (int) (name >>> 40) & (SLOTS - 1);
            while (names[at] != 0 && names[at] != name) {
                at = (at + 1) & (SLOTS - 1);
            }
            return at;
        }
    }

    private Generation young = new Generation();
    private Generation old = new Generation();
    private boolean forgetful;

    /** Whether any call was forgotten, so that one that is not found may have been there. */
    boolean forgetful() {
        return forgetful;
    }

    void put(CallEntry entry, CallState state) {
        if (entry.call().isEmpty()) {
            return;
        }
        long name = name(entry.call());
        if (young.used == GENERATION) {
            forgetful |= old.used > 0;
            old = young;
            young = new Generation();
        }
        int slot = young.slot(name);
        young.used += young.names[slot] == 0 ? 1 : 0;
        young.names[slot] = name;
        young.facts[slot] = facts(entry, state);
    }

    /** Notes the new state of a call that is still known. */
    void update(CallEntry entry, CallState state) {
        if (entry.call().isEmpty()) {
            return;
        }
        long name = name(entry.call());
        for (Generation generation : new Generation[] {young, old}) {
            int slot = generation.slot(name);
            if (generation.names[slot] == name) {
                generation.facts[slot] = facts(entry, state);
                return;
            }
        }
    }

    Optional<CallStatement> find(String call) {
        long name = name(call);
        for (Generation generation : new Generation[] {young, old}) {
            int slot = generation.slot(name);
            if (generation.names[slot] == name) {
                long facts = generation.facts[slot];
                return Optional.of(new CallStatement(
                        call,
                        STATES[(int) (facts >>> (2 * TOKEN_BITS))],
                        (int) ((facts >>> TOKEN_BITS) & TOKEN_MASK),
                        (int) (facts & TOKEN_MASK)));
            }
        }
        return Optional.empty();
    }

    private static long facts(CallEntry entry, CallState state) {
        return ((long) state.ordinal() << (2 * TOKEN_BITS))
                | ((long) entry.inputTokens() << TOKEN_BITS)
                | entry.outputTokens();
    }

    private static long name(String call) {
        long hash = Draw.start().with(call).bits(0);
        return hash == 0 ? 1 : hash;
    }
}
