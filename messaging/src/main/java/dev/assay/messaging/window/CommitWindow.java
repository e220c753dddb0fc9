package dev.assay.messaging.window;

import java.util.BitSet;
import java.util.LinkedHashSet;

/**
 * One partition during one assignment: what was received, what of it is finished, what may be committed.
 *
 * <ul>
 *   <li>The committed offset is never above an unfinished one.
 *   <li>Offsets that the broker leaves out (compacted away, transaction markers) count as finished.
 *   <li>What the previous owner finished is not handed out again.
 *   <li>Memory grows with the unfinished records, not with the finished ones.
 * </ul>
 *
 * A window belongs to one assignment: after a rebalance make a new one from what was committed, and forget this one;
 * what is finished late in it then has no effect. Not thread-safe.
 */
public final class CommitWindow {

    /** How far beyond the lowest unfinished offset a consumer should go; see {@link #span()}. */
    public static final int MAX_SPAN = 16_384;

    /** Received and unfinished. Records arrive in ascending order, so insertion order is offset order. */
    private final LinkedHashSet<Long> unfinished = new LinkedHashSet<>();

    /** What the previous owner finished, relative to {@link #origin}. */
    private final BitSet inherited;

    private final long origin;
    private long position;

    private CommitWindow(long origin, BitSet inherited) {
        this.origin = origin;
        this.inherited = inherited;
        this.position = origin;
    }

    /** A window of which nothing is known to be finished at or above {@code offset}. */
    public static CommitWindow startingAt(long offset) {
        return resuming(new WindowCommit(offset, ""));
    }

    /** Goes on where the commit stands. Metadata that this class did not write is taken as empty. */
    public static CommitWindow resuming(WindowCommit commit) {
        return new CommitWindow(commit.offset(), CommitMetadata.read(commit.metadata()));
    }

    /**
     * Notes a received record.
     *
     * @return whether it has to be worked on; if not, it was finished before this assignment
     * @throws IllegalArgumentException if the offset is below {@link #position()}: the consumer was set back, and the
     *     caller has to start a new window
     */
    public boolean receive(long offset) {
        if (offset < position) {
            throw new IllegalArgumentException("offset " + offset + " was received before, position is " + position);
        }
        position = offset + 1;
        if (wasInherited(offset)) {
            return false;
        }
        unfinished.add(offset);
        return true;
    }

    /** Notes that a received record is finished. A second time has no effect. */
    public void finish(long offset) {
        unfinished.remove(offset);
    }

    /** The offset after the last received one. */
    public long position() {
        return position;
    }

    /** The lowest offset that may still have to be worked on. */
    public long lowestUnfinished() {
        return unfinished.isEmpty() ? position : unfinished.getFirst();
    }

    /** How many offsets lie between the lowest unfinished one and the position. */
    public long span() {
        return position - lowestUnfinished();
    }

    /** How many received records are not finished. */
    public int unfinishedCount() {
        return unfinished.size();
    }

    /**
     * What to commit now.
     *
     * @param maxMetadataChars the broker's {@code offset.metadata.max.bytes}; what does not fit is forgotten, highest
     *     offsets first, and would be done again after a crash
     */
    public WindowCommit commit(int maxMetadataChars) {
        long base = lowestUnfinished();
        BitSet finished = new BitSet();
        // One character of Base64 holds six offsets: beyond that nothing would fit, however far the position is.
        int reach = (int) Math.min(position - base, 8L * Math.max(maxMetadataChars, MAX_SPAN));
        finished.set(0, reach);
        for (long offset : unfinished) {
            if (offset - base >= reach) {
                break;
            }
            finished.clear((int) (offset - base));
        }
        for (int bit = inherited.nextSetBit((int) Math.max(0, Math.min(position - origin, Integer.MAX_VALUE)));
                bit >= 0;
                bit = inherited.nextSetBit(bit + 1)) {
            finished.set((int) (origin + bit - base));
        }
        return new WindowCommit(base, CommitMetadata.write(finished, maxMetadataChars));
    }

    private boolean wasInherited(long offset) {
        long bit = offset - origin;
        return bit < inherited.size() && inherited.get((int) bit);
    }
}
