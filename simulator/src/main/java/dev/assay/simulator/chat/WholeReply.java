package dev.assay.simulator.chat;

import dev.assay.simulator.answer.TokenEstimate;
import dev.assay.simulator.fault.Treatment;

/**
 * One JSON object, written at once when its last token is there.
 *
 * @param whenMs when it is due, in milliseconds after receipt
 */
record WholeReply(String body, double whenMs) implements Reply {

    /** The reply in one piece, or in drips if it is treated so; half of it, if it must not be whole. */
    static Reply of(Completion completion, Timing timing, Treatment.Accept treatment) {
        int units = completion.answer().text().length();
        StringBuilder json = new StringBuilder(320 + units);
        completion.whole(json);
        return of(json.toString(), units, timing, treatment);
    }

    /**
     * The same for a body that is written already.
     *
     * @param tokens how many the model writes
     */
    static Reply ofTokens(String json, int tokens, Timing timing, Treatment.Accept treatment) {
        return of(json, tokens * TokenEstimate.UNITS_PER_TOKEN, timing, treatment);
    }

    private static Reply of(String json, int units, Timing timing, Treatment.Accept treatment) {
        if (treatment.tokenPauseMs() > 0) {
            return DrippingReply.of(json, units, timing);
        }
        double whenMs = timing.dueMs(timing.pieces(units) - 1);
        return switch (treatment.ending()) {
            case COMPLETE, HANG -> new WholeReply(json, whenMs);
            case MALFORMED, CUT -> new WholeReply(json.substring(0, json.length() / 2), whenMs);
        };
    }

    @Override
    public boolean streams() {
        return false;
    }

    @Override
    public int pieces() {
        return 1;
    }

    @Override
    public double dueMs(int piece) {
        return whenMs;
    }

    @Override
    public void write(int piece, long nowEpochMicros, StringBuilder out) {
        out.append(body);
    }
}
