package dev.assay.workers.intake;

import dev.assay.contracts.event.PromptTask;
import dev.assay.contracts.topic.Topic;
import dev.assay.messaging.batch.Received;
import dev.assay.messaging.window.CommitWindow;
import dev.assay.workers.Ticker;
import dev.assay.workers.WorkersConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Polls one consumer for as long as it lives, and commits for it. Everything happens on the thread that calls
 * {@link #run}, but for {@link #stopTaking} and {@link #stop}.
 */
final class PollLoop implements ConsumerRebalanceListener {

    private static final Logger LOG = Logger.getLogger(PollLoop.class);
    /** The broker's default of {@code offset.metadata.max.bytes}. */
    private static final int MAX_METADATA_CHARS = 4096;

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration PAUSED_POLL = Duration.ofMillis(20);
    private static final Duration COMMIT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    private record Place(TopicPartition partition, long offset) {}

    private record Taken(CommitWindow window, int size) {}

    private final PartitionWindows windows = new PartitionWindows(MAX_METADATA_CHARS);
    private final Consumer<String, byte[]> consumer;
    private final TaskDecoder decoder;
    private final TasksInHand hand;
    private final WorkersConfig config;
    private final Ticker ticker;
    private long committedAt;
    private boolean committing;
    private boolean closing;
    private volatile boolean taking = true;
    private volatile boolean stopped;
    private volatile boolean member;

    PollLoop(
            Consumer<String, byte[]> consumer,
            TaskDecoder decoder,
            TasksInHand hand,
            WorkersConfig config,
            Ticker ticker) {
        this.consumer = consumer;
        this.decoder = decoder;
        this.hand = hand;
        this.config = config;
        this.ticker = ticker;
        this.committedAt = ticker.nanos();
    }

    /**
     * Polls until {@link #stop}, then commits what is finished and leaves the group.
     *
     * @throws KafkaException if the consumer cannot go on; nothing more is committed then
     */
    void run() {
        consumer.subscribe(List.of(Topic.PROMPT_TASKS.topicName()), this);
        try {
            while (!stopped) {
                turn();
            }
            commitNow(windows.partitions());
        } finally {
            // Closing revokes; what had to be committed is committed.
            closing = true;
            member = false;
            hand.dropQueued(held -> true);
            consumer.close(CloseOptions.timeout(CLOSE_TIMEOUT));
        }
    }

    /** Nothing more is taken; polling and committing go on. */
    void stopTaking() {
        taking = false;
    }

    /** Ends {@link #run}. */
    void stop() {
        stopped = true;
    }

    /** Whether it belongs to the group, with or without partitions. */
    boolean isMember() {
        return member;
    }

    private void turn() {
        hand.collectFinished();
        commitIfDue();
        // Room is reserved before records are asked for: a poll never brings more than it was checked for.
        boolean room = taking && hand.room().hasRoomFor(hand.batch());
        boolean somePaused = pauseAsNeeded(room);
        // A consumer with paused partitions may spin within poll while it holds records of theirs: it is only looked
        // at, and the waiting is done here, where it ends as soon as something is released.
        ConsumerRecords<String, byte[]> records = consumer.poll(somePaused ? Duration.ZERO : POLL);
        member = consumer.groupMetadata().generationId() > 0;
        if (!records.isEmpty()) {
            take(records);
        } else if (taking && !room) {
            hand.room().awaitRoomFor(hand.batch(), PAUSED_POLL);
        } else if (somePaused) {
            LockSupport.parkNanos(this, PAUSED_POLL.toNanos());
        }
    }

    /** Returns whether any partition is paused now. */
    private boolean pauseAsNeeded(boolean room) {
        Set<TopicPartition> wanted = room ? windows.full() : consumer.assignment();
        Set<TopicPartition> paused = consumer.paused();
        if (!paused.equals(wanted)) {
            Set<TopicPartition> resume = new HashSet<>(paused);
            resume.removeAll(wanted);
            consumer.resume(resume);
            consumer.pause(wanted);
        }
        return !wanted.isEmpty() || !room;
    }

    private void take(ConsumerRecords<String, byte[]> records) {
        Map<TopicPartition, List<ConsumerRecord<String, byte[]>>> open = new HashMap<>();
        Map<Place, Taken> taken = new HashMap<>();
        for (TopicPartition partition : records.partitions()) {
            for (ConsumerRecord<String, byte[]> record : records.records(partition)) {
                CommitWindow window = windows.windowFor(partition, record.offset());
                if (window.receive(record.offset())) {
                    open.computeIfAbsent(partition, p -> new ArrayList<>()).add(record);
                    int size = Math.max(0, record.serializedValueSize());
                    taken.put(new Place(partition, record.offset()), new Taken(window, size));
                }
            }
        }
        if (open.isEmpty()) {
            return;
        }
        List<TasksInHand.Taken> tasks = new ArrayList<>();
        for (Received<PromptTask> task : decoder.decode(new ConsumerRecords<>(open, Map.of()))) {
            Taken record = taken.remove(new Place(task.partition(), task.offset()));
            if (record != null) {
                tasks.add(new TasksInHand.Taken(task, record.size(), record.window()));
            }
        }
        hand.take(tasks);
        // What was not decoded is a dead letter, durably: there is nothing more to do for it.
        taken.forEach((place, record) -> record.window().finish(place.offset()));
    }

    private void commitIfDue() {
        long now = ticker.nanos();
        if (committing || now - committedAt < config.commitInterval().toNanos()) {
            return;
        }
        committedAt = now;
        Map<TopicPartition, OffsetAndMetadata> changes = windows.changes(windows.partitions());
        if (changes.isEmpty()) {
            return;
        }
        committing = true;
        consumer.commitAsync(changes, (commits, failure) -> {
            committing = false;
            if (failure == null) {
                windows.committed(commits);
            } else {
                // The next one says all that this one would have said.
                LOG.debugf(failure, "A commit failed.");
            }
        });
    }

    private void commitNow(Collection<TopicPartition> partitions) {
        hand.collectFinished();
        Map<TopicPartition, OffsetAndMetadata> changes = windows.changes(partitions);
        if (changes.isEmpty()) {
            return;
        }
        try {
            consumer.commitSync(changes, COMMIT_TIMEOUT);
            windows.committed(changes);
        } catch (KafkaException e) {
            LOG.warn("The last commit failed: what it would have said will be done again.", e);
        }
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        Map<TopicPartition, OffsetAndMetadata> committed = new HashMap<>();
        consumer.committed(Set.copyOf(partitions), COMMIT_TIMEOUT).forEach((partition, commit) -> {
            if (commit != null) {
                committed.put(partition, commit);
            }
        });
        windows.assign(partitions, committed);
        if (!taking || !hand.room().hasRoomFor(hand.batch())) {
            consumer.pause(partitions);
        }
        LOG.debugf("Partitions came. partitions=%s", partitions);
    }

    /** Another worker gets these: queued tasks go back, and calls under way may end before they would be repeated. */
    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        if (closing) {
            return;
        }
        hand.giveBackQueued(held -> partitions.contains(held.partition()));
        long from = ticker.nanos();
        hand.collectFinished();
        while (windows.unfinished(partitions) > 0
                && ticker.nanos() - from < config.revokeTime().toNanos()) {
            LockSupport.parkNanos(this, PAUSED_POLL.toNanos());
            hand.collectFinished();
        }
        commitNow(partitions);
        windows.forget(partitions);
        LOG.debugf("Partitions went. partitions=%s", partitions);
    }

    /** Another worker has these already, with all that was not committed. */
    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        hand.dropQueued(held -> partitions.contains(held.partition()));
        windows.forget(partitions);
    }
}
