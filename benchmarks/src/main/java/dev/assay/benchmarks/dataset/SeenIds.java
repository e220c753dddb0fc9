package dev.assay.benchmarks.dataset;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * Remembers in which line each id was seen, in 12 bytes an id (24 right after growing) however long the ids are.
 *
 * <p>Ids are told apart by 64 bits of their SHA-256. Two different ids among two million share them with a probability
 * of about one in ten million; they would then be reported as duplicates. The table is open addressing with linear
 * steps, at most half full.
 */
final class SeenIds {

    private final MessageDigest sha256 = DatasetDigest.sha256();
    private long[] hashes = new long[1024];
    private int[] lines = new int[1024];
    private int size;

    /** Remembers the id; gives the line where it was seen before, or 0 if it is new. Lines count from 1. */
    int remember(String id, int line) {
        if (size * 2 >= hashes.length) {
            grow();
        }
        long hash = ByteBuffer.wrap(sha256.digest(id.getBytes(StandardCharsets.UTF_8)))
                .getLong();
        int slot = slot(hash);
        if (lines[slot] != 0) {
            return lines[slot];
        }
        hashes[slot] = hash;
        lines[slot] = line;
        size++;
        return 0;
    }

    private int slot(long hash) {
        int slot = (int) hash & (hashes.length - 1);
        while (lines[slot] != 0 && hashes[slot] != hash) {
            slot = (slot + 1) & (hashes.length - 1);
        }
        return slot;
    }

    private void grow() {
        long[] oldHashes = hashes;
        int[] oldLines = lines;
        hashes = new long[oldHashes.length * 2];
        lines = new int[oldHashes.length * 2];
        for (int i = 0; i < oldHashes.length; i++) {
            if (oldLines[i] != 0) {
                int slot = slot(oldHashes[i]);
                hashes[slot] = oldHashes[i];
                lines[slot] = oldLines[i];
            }
        }
    }
}
