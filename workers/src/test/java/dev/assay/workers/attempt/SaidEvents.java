package dev.assay.workers.attempt;

import dev.assay.contracts.topic.Topic;
import dev.assay.messaging.publish.PackedPublisher;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.apache.kafka.common.errors.TimeoutException;

/** A broker with four partitions that remembers what it was sent, and may refuse it. Keys that end alike are of one partition. */
final class SaidEvents implements PackedPublisher {

    /** A record. */
    record Said(Topic topic, int partition, String key, List<Object> events) {

        Object event() {
            return events.getFirst();
        }
    }

    private final Map<String, Object> written = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();
    final List<Said> sent = new CopyOnWriteArrayList<>();
    volatile Function<Said, CompletionStage<Void>> answer = record -> CompletableFuture.completedFuture(null);
    volatile boolean partitionsKnown = true;

    @Override
    public byte[] written(Object event) {
        if (event.equals("not an event")) {
            throw new IllegalArgumentException("not an event");
        }
        String name = "event-" + count.incrementAndGet();
        written.put(name, event);
        return name.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public int partition(Topic topic, String key) {
        if (!partitionsKnown) {
            throw new TimeoutException("no metadata");
        }
        return key.charAt(key.length() - 1) % 4;
    }

    @Override
    public CompletionStage<Void> publishTogether(Topic topic, int partition, String key, List<byte[]> events) {
        List<Object> said = events.stream()
                .map(event -> written.get(new String(event, StandardCharsets.UTF_8)))
                .toList();
        Said record = new Said(topic, partition, key, said);
        sent.add(record);
        return answer.apply(record);
    }
}
