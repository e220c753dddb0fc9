package dev.assay.messaging.window;

/**
 * What a window commits to the broker.
 *
 * @param offset the lowest offset that is not finished
 * @param metadata which later ones are finished, in the form of {@link CommitMetadata}; empty if none
 */
public record WindowCommit(long offset, String metadata) {

    public WindowCommit {
        if (offset < 0) {
            throw new IllegalArgumentException("an offset is not negative, but is " + offset);
        }
    }
}
