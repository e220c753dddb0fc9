package dev.assay.simulator.model;

/**
 * When and in what pieces an answer is written.
 *
 * @param latency time to the first token
 * @param tokensPerSecond rate after the first token; 0 = all at once
 * @param tokensPerChunk tokens in one piece of a stream, at least 1
 * @param stamps whether the stream tells when the call was received and when each piece was written
 */
public record Pace(Latency latency, double tokensPerSecond, int tokensPerChunk, boolean stamps) {

    public Pace {
        if (!(tokensPerSecond >= 0 && tokensPerSecond <= 1e9)) {
            throw new IllegalArgumentException("tokensPerSecond must be from 0 to 1e9, but is " + tokensPerSecond);
        }
        if (tokensPerChunk < 1) {
            throw new IllegalArgumentException("tokensPerChunk must be at least 1, but is " + tokensPerChunk);
        }
    }
}
