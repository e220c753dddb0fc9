package dev.assay.workers;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.contracts.event.AttemptOutcome;
import dev.assay.contracts.event.PromptTask;
import dev.assay.contracts.event.TaskEvent;
import dev.assay.contracts.id.AttemptId;
import dev.assay.contracts.id.TaskId;
import dev.assay.contracts.json.EventJson;
import dev.assay.contracts.registry.Connection;
import dev.assay.contracts.registry.ControlRecord;
import dev.assay.contracts.topic.Topic;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Measures what a task costs a worker: the packaged worker runs as a process of its own against a broker and a provider
 * in this one. Arguments: the worker's quarkus-run.jar, tasks per round, rounds, the provider's delay in milliseconds, the file
 * that gets the results.
 */
public final class WorkerCost {

    private static final String PROMPT = "A farmer has 17 sheep and buys 4 more. ".repeat(12);

    private WorkerCost() {}

    public static void main(String[] arguments) throws Exception {
        int tasks = Integer.parseInt(arguments[1]);
        int rounds = Integer.parseInt(arguments[2]);
        long delay = Long.parseLong(arguments[3]);
        ObjectMapper json = EventJson.mapper();
        Vertx vertx = Vertx.vertx();
        Path folder = Files.createTempDirectory("worker-cost");
        String answer = FakeProvider.completion("The answer is 21. ".repeat(10));
        try (TestBroker broker = TestBroker.start(folder);
                FakeProvider provider = new FakeProvider(vertx, (request, body) -> {
                    Runnable reply = () -> request.response()
                            .putHeader("content-type", "application/json")
                            .end(answer);
                    if (delay == 0) {
                        reply.run();
                    } else {
                        vertx.setTimer(delay, timer -> reply.run());
                    }
                });
                KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", broker.bootstrapServers(), "compression.type", "zstd"),
                        new StringSerializer(),
                        new ByteArraySerializer());
                TopicLog<TaskEvent> events = new TopicLog<>(broker, Topic.TASK_EVENTS, TaskEvent.class);
                TopicLog<AttemptOutcome> outcomes = new TopicLog<>(broker, Topic.OUTCOMES, AttemptOutcome.class)) {
            ControlRecord connection = provider.connection(Connection.Kind.SIMULATOR, null);
            producer.send(new ProducerRecord<>(
                            Topic.CONTROL.topicName(), connection.key(), json.writeValueAsBytes(connection)))
                    .get();
            List<String> command = new ArrayList<>(List.of(
                    ProcessHandle.current().info().command().orElseThrow(),
                    "-Xmx512m",
                    "-XX:+UseSerialGC",
                    "-Dkafka.bootstrap.servers=" + broker.bootstrapServers(),
                    "-Dquarkus.http.port=0",
                    "-Dquarkus.log.level=WARN",
                    "-jar",
                    arguments[0]));
            Process worker = new ProcessBuilder(command).inheritIO().start();
            try {
                for (int round = 0; round < rounds; round++) {
                    long settledBefore = settled(events);
                    Duration cpuBefore = cpu(worker);
                    long from = System.nanoTime();
                    for (int i = 0; i < tasks; i++) {
                        PromptTask task = task(round * tasks + i);
                        var unused = producer.send(new ProducerRecord<>(
                                Topic.PROMPT_TASKS.topicName(),
                                task.attemptId().task().toString(),
                                json.writeValueAsBytes(task)));
                    }
                    long goal = settledBefore + tasks;
                    while (worker.isAlive() && settled(events) < goal) {
                        // Counting waits for records.
                    }
                    double seconds = (System.nanoTime() - from) / 1e9;
                    long micros = cpu(worker).minus(cpuBefore).toNanos() / 1000 / tasks;
                    report(
                            arguments[4],
                            "round=%d tasks=%d seconds=%.2f perSecond=%.0f workerCpuMicrosPerTask=%d"
                                    .formatted(round, tasks, seconds, tasks / seconds, micros));
                }
                while (outcomes.count(outcome -> true) < (long) tasks * rounds && worker.isAlive()) {
                    // Counting waits for records.
                }
            } finally {
                worker.destroy();
                worker.waitFor();
            }
        }
        vertx.close();
    }

    private static void report(String file, String line) throws IOException {
        Files.writeString(Path.of(file), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static Duration cpu(Process process) {
        return process.info().totalCpuDuration().orElseThrow();
    }

    private static long settled(TopicLog<TaskEvent> events) {
        return events.count(TaskEvent.Settled.class::isInstance);
    }

    private static PromptTask task(int item) {
        PromptTask task = Samples.asking(Samples.task(item), PROMPT + item);
        return Samples.of(task, new AttemptId(new TaskId(Samples.RUN, 0, item, 0), 1));
    }
}
