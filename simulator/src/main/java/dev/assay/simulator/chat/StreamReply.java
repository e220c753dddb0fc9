package dev.assay.simulator.chat;

/**
 * Server-sent events: a chunk with the role and the first words when the first token is due, further words as they come,
 * and with the last ones the finish reason, the usage if asked for, and the end mark.
 *
 * @param includeUsage whether token counts are told at the end
 * @param stamps whether each chunk tells when the call was received and when the chunk was written
 * @param receivedEpochMicros for the stamps
 */
record StreamReply(Completion completion, Timing timing, boolean includeUsage, boolean stamps, long receivedEpochMicros)
        implements Reply {

    @Override
    public boolean streams() {
        return true;
    }

    @Override
    public int pieces() {
        return timing.pieces(text().length());
    }

    @Override
    public double dueMs(int piece) {
        return timing.dueMs(piece);
    }

    @Override
    public void write(int piece, long nowEpochMicros, StringBuilder out) {
        if (piece == 0) {
            begin(out);
            out.append(",\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"\"},"
                    + "\"logprobs\":null,\"finish_reason\":null}]");
            end(out, nowEpochMicros, true);
        }
        begin(out);
        out.append(",\"choices\":[{\"index\":0,\"delta\":{\"content\":");
        Completion.quoted(out, text().subSequence(timing.begin(text(), piece), timing.begin(text(), piece + 1)));
        out.append("},\"logprobs\":null,\"finish_reason\":null}]");
        end(out, nowEpochMicros, true);
        if (piece == pieces() - 1) {
            last(nowEpochMicros, out);
        }
    }

    private void last(long nowEpochMicros, StringBuilder out) {
        begin(out);
        out.append(",\"choices\":[{\"index\":0,\"delta\":{},\"logprobs\":null,\"finish_reason\":\"")
                .append(completion.finishReason())
                .append("\"}]");
        end(out, nowEpochMicros, true);
        if (includeUsage) {
            begin(out);
            out.append(",\"choices\":[],\"usage\":");
            completion.usage(out);
            end(out, nowEpochMicros, false);
        }
        out.append("data: [DONE]\n\n");
    }

    private void begin(StringBuilder out) {
        completion.head(out.append("data: "), "chat.completion.chunk");
    }

    private void end(StringBuilder out, long nowEpochMicros, boolean beforeUsage) {
        if (includeUsage && beforeUsage) {
            out.append(",\"usage\":null");
        }
        if (stamps) {
            out.append(",\"assay\":{\"receivedMicros\":")
                    .append(receivedEpochMicros)
                    .append(",\"writtenMicros\":")
                    .append(nowEpochMicros)
                    .append('}');
        }
        out.append("}\n\n");
    }

    private String text() {
        return completion.answer().text();
    }
}
