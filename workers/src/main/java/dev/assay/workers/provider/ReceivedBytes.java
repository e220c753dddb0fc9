package dev.assay.workers.provider;

import java.util.Arrays;

/** The bytes of a body so far; most bodies come in one piece, which is then not copied. Not thread-safe. */
final class ReceivedBytes {

    private byte[] bytes = {};

    void add(byte[] chunk) {
        if (bytes.length == 0) {
            bytes = chunk;
            return;
        }
        int length = bytes.length;
        bytes = Arrays.copyOf(bytes, length + chunk.length);
        System.arraycopy(chunk, 0, bytes, length, chunk.length);
    }

    int length() {
        return bytes.length;
    }

    byte[] all() {
        return bytes;
    }
}
