package dev.assay.workers.intake;

import dev.assay.messaging.window.CommitWindow;
import dev.assay.messaging.window.WindowCommit;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * The commit windows of the partitions that are assigned now. A partition that is assigned again gets a new window, so
 * nothing that was received before can be committed after. Not thread-safe.
 */
final class PartitionWindows {

    private static final class Assigned {

        private CommitWindow window;
        private @Nullable WindowCommit committed;

        Assigned(CommitWindow window, @Nullable WindowCommit committed) {
            this.window = window;
            this.committed = committed;
        }
    }

    private final Map<TopicPartition, Assigned> assigned = new HashMap<>();
    private final int maxMetadataChars;

    PartitionWindows(int maxMetadataChars) {
        this.maxMetadataChars = maxMetadataChars;
    }

    /** @param committed of those partitions that have a commit */
    void assign(Collection<TopicPartition> partitions, Map<TopicPartition, OffsetAndMetadata> committed) {
        for (TopicPartition partition : partitions) {
            OffsetAndMetadata commit = committed.get(partition);
            if (commit == null) {
                assigned.remove(partition);
            } else {
                WindowCommit known = new WindowCommit(commit.offset(), commit.metadata());
                assigned.put(partition, new Assigned(CommitWindow.resuming(known), known));
            }
        }
    }

    void forget(Collection<TopicPartition> partitions) {
        partitions.forEach(assigned::remove);
    }

    /** The window for the next record of a partition. */
    CommitWindow windowFor(TopicPartition partition, long offset) {
        Assigned current = assigned.get(partition);
        if (current == null) {
            current = new Assigned(CommitWindow.startingAt(offset), null);
            assigned.put(partition, current);
        } else if (offset < current.window.position()) {
            // The committed offset was out of range, and the consumer began anew.
            current.window = CommitWindow.startingAt(offset);
        }
        return current.window;
    }

    /** Those that have gone too far beyond their lowest unfinished record. */
    Set<TopicPartition> full() {
        Set<TopicPartition> full = new HashSet<>();
        assigned.forEach((partition, state) -> {
            if (state.window.span() >= CommitWindow.MAX_SPAN) {
                full.add(partition);
            }
        });
        return full;
    }

    /** How many received records of these partitions are not finished. */
    int unfinished(Collection<TopicPartition> partitions) {
        int unfinished = 0;
        for (TopicPartition partition : partitions) {
            Assigned state = assigned.get(partition);
            unfinished += state == null ? 0 : state.window.unfinishedCount();
        }
        return unfinished;
    }

    /** What has to be committed, of the partitions where that has changed. */
    Map<TopicPartition, OffsetAndMetadata> changes(Collection<TopicPartition> partitions) {
        Map<TopicPartition, OffsetAndMetadata> changes = new HashMap<>();
        for (TopicPartition partition : partitions) {
            Assigned state = assigned.get(partition);
            if (state == null) {
                continue;
            }
            WindowCommit commit = state.window.commit(maxMetadataChars);
            if (!commit.equals(state.committed)) {
                changes.put(partition, new OffsetAndMetadata(commit.offset(), commit.metadata()));
            }
        }
        return changes;
    }

    /** The broker has these commits. */
    void committed(Map<TopicPartition, OffsetAndMetadata> commits) {
        commits.forEach((partition, commit) -> {
            Assigned state = assigned.get(partition);
            if (state != null) {
                state.committed = new WindowCommit(commit.offset(), commit.metadata());
            }
        });
    }

    Set<TopicPartition> partitions() {
        return Set.copyOf(assigned.keySet());
    }
}
