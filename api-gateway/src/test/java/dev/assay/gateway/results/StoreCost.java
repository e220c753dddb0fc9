package dev.assay.gateway.results;

import com.fasterxml.jackson.databind.ObjectReader;
import dev.assay.contracts.event.AttemptOutcome;
import dev.assay.contracts.event.Charge;
import dev.assay.contracts.event.ChargeEvent;
import dev.assay.contracts.event.ScoreEvent;
import dev.assay.contracts.id.CallId;
import dev.assay.contracts.json.EventJson;
import dev.assay.gateway.database.Database;
import dev.assay.gateway.database.Query;
import dev.assay.gateway.fixtures.Samples;
import dev.assay.gateway.fixtures.StoredRuns;
import dev.assay.gateway.fixtures.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Measures what storing a sample costs, decoding included; not run with the tests. Ask for it by name:
 * {@code -Dtest=StoreCost -Dstore.samples=100000}.
 */
class StoreCost {

    private static final int BATCH = 500;

    @Test
    void microseconds_per_sample() throws Exception {
        int count = Integer.getInteger("store.samples", 20_000);
        for (int round = 0; round < 3; round++) {
            measure(count, round);
        }
    }

    private static void measure(int count, int seed) throws Exception {
        Samples samples = new Samples(seed, "sim-large");
        Database database = TestDatabase.empty();
        StoredRuns.insert(database, samples.definition(count, 1));
        RunKeys keys = new RunKeys();
        OutcomeStore outcomes = new OutcomeStore(database, keys);
        ScoreStore scores = new ScoreStore(database, keys);
        ChargeStore charges = new ChargeStore(database, keys);
        List<List<byte[]>> outcomeBatches = new ArrayList<>();
        List<byte[]> scoreBatches = new ArrayList<>();
        List<byte[]> chargeBatches = new ArrayList<>();
        for (int first = 0; first < count; first += BATCH) {
            List<byte[]> batch = new ArrayList<>();
            List<Charge> charged = new ArrayList<>();
            for (int i = first; i < first + BATCH; i++) {
                int item = (int) ((long) i * 7_919 % count);
                CallId call = samples.nextCall();
                batch.add(EventJson.mapper()
                        .writeValueAsBytes(samples.answered(
                                samples.task(0, item, 0),
                                1,
                                call,
                                "Let us think about it step by step. ".repeat(5) + "The answer is " + i + ".")));
                charged.add(samples.charge(samples.task(0, item, 0), 1, call, Charge.Status.CONFIRMED, "0.00012345"));
            }
            outcomeBatches.add(batch);
            int from = first;
            scoreBatches.add(EventJson.mapper()
                    .writeValueAsBytes(samples.scored(
                            1,
                            IntStream.range(from, from + BATCH)
                                    .mapToObj(i -> samples.score(
                                            samples.task(0, (int) ((long) i * 7_919 % count), 0), i % 2)))));
            chargeBatches.add(EventJson.mapper().writeValueAsBytes(samples.charged(charged.toArray(Charge[]::new))));
        }
        long[] started = cpu(database);
        ObjectReader reader = EventJson.mapper().readerFor(AttemptOutcome.class);
        List<List<AttemptOutcome>> decoded = new ArrayList<>();
        for (List<byte[]> batch : outcomeBatches) {
            List<AttemptOutcome> events = new ArrayList<>();
            for (byte[] event : batch) {
                events.add(reader.readValue(event));
            }
            decoded.add(events);
        }
        long[] afterDecoding = cpu(database);
        for (List<AttemptOutcome> events : decoded) {
            outcomes.store(events);
        }
        long[] afterOutcomes = cpu(database);
        for (byte[] event : scoreBatches) {
            scores.store(List.of(EventJson.mapper().readValue(event, ScoreEvent.class)));
        }
        long[] afterScores = cpu(database);
        for (byte[] event : chargeBatches) {
            charges.store(List.of(EventJson.mapper().readValue(event, ChargeEvent.class)));
        }
        long[] afterCharges = cpu(database);
        System.err.printf(
                "samples %d, us of CPU per sample, here + in Postgres:"
                        + " decoding outcomes %s, outcomes %s, scores %s, charges %s; all %s%n",
                count,
                each(started, afterDecoding, count),
                each(afterDecoding, afterOutcomes, count),
                each(afterOutcomes, afterScores, count),
                each(afterScores, afterCharges, count),
                each(started, afterCharges, count));
    }

    /** CPU of this process and of the database's, in nanoseconds: does not depend on who else uses the machine. */
    private static long[] cpu(Database database) {
        long postmaster = database.read(
                connection -> Query.of("select split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::bigint")
                        .first(connection, row -> row.getLong(1))
                        .orElseThrow());
        Stream<ProcessHandle> server = ProcessHandle.of(postmaster).stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()));
        return new long[] {nanos(Stream.of(ProcessHandle.current())), nanos(server)};
    }

    private static long nanos(Stream<ProcessHandle> processes) {
        return processes
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus)
                .toNanos();
    }

    private static String each(long[] before, long[] after, int count) {
        return "%.1f + %.1f".formatted((after[0] - before[0]) / 1e3 / count, (after[1] - before[1]) / 1e3 / count);
    }
}
