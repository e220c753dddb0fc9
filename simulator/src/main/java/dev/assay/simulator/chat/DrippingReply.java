package dev.assay.simulator.chat;

/** One JSON object that trickles out in small pieces, as many as the answer has. */
record DrippingReply(String body, Timing timing) implements Reply {

    static DrippingReply of(String body, int answerUnits, Timing answerTiming) {
        int pieces = answerTiming.pieces(answerUnits);
        int unitsPerPiece = (body.length() + pieces - 1) / pieces;
        return new DrippingReply(body, new Timing(answerTiming.firstMs(), answerTiming.stepMs(), unitsPerPiece));
    }

    @Override
    public boolean streams() {
        return false;
    }

    @Override
    public int pieces() {
        return timing.pieces(body.length());
    }

    @Override
    public double dueMs(int piece) {
        return timing.dueMs(piece);
    }

    @Override
    public void write(int piece, long nowEpochMicros, StringBuilder out) {
        out.append(body, timing.begin(body, piece), timing.begin(body, piece + 1));
    }
}
