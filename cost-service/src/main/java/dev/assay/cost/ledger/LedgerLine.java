package dev.assay.cost.ledger;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One line of the ledger: the entry that holds from here on, and the difference that makes it so.
 *
 * @param seq position among the call's lines, from 1
 * @param now what holds after this line
 * @param before what held until here; null: nothing
 */
record LedgerLine(
        int seq, Kind kind, CallEntry now, @Nullable CallEntry before) {

    /** What a line is for. */
    enum Kind {
        /** The first line of a call. */
        CHARGE,
        /** A surer word on the call. */
        ADJUST,
        /** The provider never saw the call: the line takes back what was charged. */
        VOID
    }

    LedgerLine {
        if (seq < 1 || (seq == 1) != (before == null)) {
            throw new IllegalArgumentException("the first line of a call, and only it, has nothing before it");
        }
    }

    static LedgerLine charge(CallEntry entry) {
        return new LedgerLine(1, Kind.CHARGE, entry, null);
    }

    /** The line that a new word on a call makes; empty if what is known already is as sure. */
    static Optional<LedgerLine> correction(int lastSeq, CallEntry known, CallEntry said) {
        if (!said.report().basis().isSurerThan(known.report().basis())) {
            return Optional.empty();
        }
        Kind kind = said.report().basis() == Basis.NEVER_SERVED ? Kind.VOID : Kind.ADJUST;
        return Optional.of(new LedgerLine(lastSeq + 1, kind, said, known));
    }

    /** What this line adds to the sums. */
    Tally difference() {
        Tally after = Tally.of(now);
        return before == null ? after : after.minus(Tally.of(before));
    }

    /** What this line adds to the amount; null if there is no price. */
    @Nullable
    BigDecimal amountDifference() {
        BigDecimal after = now.amount();
        if (after == null || before == null || before.amount() == null) {
            return after;
        }
        return after.subtract(before.amount());
    }
}
