package dev.assay.simulator.chat;

import dev.assay.simulator.answer.Draw;
import dev.assay.simulator.answer.TokenEstimate;
import dev.assay.simulator.fault.Treatment;
import dev.assay.simulator.model.Pace;

/**
 * When the pieces of an answer are due, in milliseconds after the receipt of the call.
 *
 * @param firstMs when the first piece is due
 * @param stepMs from one piece to the next
 * @param unitsPerPiece UTF-16 units in a piece, at least 1
 */
record Timing(double firstMs, double stepMs, int unitsPerPiece) {

    private static final long SALT_FIRST = 0x6c61746531L;
    private static final long SALT_SECOND = 0x6c61746532L;

    /** The model's timing of a call, with what its error script adds. */
    static Timing of(Pace pace, Treatment.Accept treatment, Draw draw) {
        double first = pace.latency().sampleMs(draw.uniform(SALT_FIRST), draw.uniform(SALT_SECOND));
        double perToken = pace.tokensPerSecond() == 0 ? 0 : 1_000 / pace.tokensPerSecond();
        int tokensPerPiece = treatment.tokenPauseMs() > 0 ? 1 : pace.tokensPerChunk();
        return new Timing(
                first + treatment.firstDelayMs(),
                (perToken + treatment.tokenPauseMs()) * tokensPerPiece,
                tokensPerPiece * TokenEstimate.UNITS_PER_TOKEN);
    }

    /** Pieces that a text of that many UTF-16 units is cut into, at least 1. */
    int pieces(int units) {
        return Math.max(1, (units + unitsPerPiece - 1) / unitsPerPiece);
    }

    double dueMs(int piece) {
        return firstMs + piece * stepMs;
    }

    /** Where a piece begins in a text, or the text's end; never between the halves of one character. */
    int begin(String text, int piece) {
        long at = (long) piece * unitsPerPiece;
        if (at >= text.length()) {
            return text.length();
        }
        int index = (int) at;
        boolean halves = index > 0
                && Character.isLowSurrogate(text.charAt(index))
                && Character.isHighSurrogate(text.charAt(index - 1));
        return halves ? index + 1 : index;
    }
}
