package dev.assay.simulator.chat;

/** One JSON object that trickles out in small pieces. */
record DrippingReply(String body, Timing timing) implements Reply {

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
