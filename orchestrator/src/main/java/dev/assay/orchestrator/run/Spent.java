package dev.assay.orchestrator.run;

import dev.assay.contracts.event.ChargeEvent;
import java.math.BigDecimal;

/**
 * What a run has cost so far.
 *
 * @param calls those that have a charge
 * @param total their sum, in the currency of the run's budget
 * @param dearest the most that one of them cost
 */
public record Spent(long calls, BigDecimal total, BigDecimal dearest) {

    public static final Spent NOTHING = new Spent(0, BigDecimal.ZERO, BigDecimal.ZERO);

    /** So many calls are made before anybody knows what one costs. */
    static final int FIRST_CALLS = 16;

    static Spent of(ChargeEvent.RunSpent event) {
        return new Spent(event.calls(), event.total().amount(), event.dearest().amount());
    }

    /** The newer of two words on one run. */
    Spent or(Spent later) {
        return later.calls >= calls ? later : this;
    }

    /** With a call that may not be in it yet. */
    Spent withDearest(BigDecimal call) {
        return call.compareTo(dearest) > 0 ? new Spent(calls, total, call) : this;
    }

    /**
     * How many more calls may begin: each of them, and each that has begun and has no charge yet, is taken to cost as
     * much as the dearest one so far.
     *
     * @param begun calls that were made or are on their way
     */
    long affordable(BigDecimal budget, long begun) {
        long open = Math.max(0, begun - calls);
        long untried = calls < FIRST_CALLS ? FIRST_CALLS : Long.MAX_VALUE;
        return Math.max(0, Math.min(untried, payable(budget)) - open);
    }

    /** Whether no other call may begin, whatever those that have begun will cost. */
    boolean exhausts(BigDecimal budget, long begun) {
        return begun <= calls && affordable(budget, begun) == 0;
    }

    private long payable(BigDecimal budget) {
        BigDecimal left = budget.subtract(total);
        if (left.signum() < 0) {
            return 0;
        }
        return dearest.signum() == 0
                ? Long.MAX_VALUE
                : left.divideToIntegralValue(dearest)
                        .min(BigDecimal.valueOf(Long.MAX_VALUE))
                        .longValue();
    }
}
