package dev.assay.gateway.web;

import dev.assay.gateway.problem.Refusal;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that counts, and fails when more comes than is allowed. Not thread-safe. */
public final class LimitedStream extends FilterInputStream {

    private final long limit;
    private long count;
    private boolean exhausted;

    public LimitedStream(InputStream in, long limit) {
        super(in);
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        if (value >= 0) {
            count(1);
        }
        return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        if (read > 0) {
            count(read);
        }
        return read;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** How many bytes were read. */
    public long count() {
        return count;
    }

    /** Whether it failed because more came than is allowed. */
    public boolean isExhausted() {
        return exhausted;
    }

    /** What to answer then. */
    public Refusal refusal() {
        return Refusal.tooLarge("the body is longer than " + limit + " bytes");
    }

    private void count(int read) throws IOException {
        count += read;
        if (count > limit) {
            exhausted = true;
            throw new IOException("the body is longer than " + limit + " bytes");
        }
    }
}
