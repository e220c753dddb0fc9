package dev.assay.gateway.results;

import com.fasterxml.jackson.databind.ObjectReader;
import dev.assay.contracts.event.AttemptOutcome;
import dev.assay.contracts.event.Charge;
import dev.assay.contracts.event.ChargeEvent;
import dev.assay.contracts.event.ScoreEvent;
import dev.assay.contracts.id.CallId;
import dev.assay.contracts.json.EventJson;
import dev.assay.gateway.database.Database;
import dev.assay.gateway.fixtures.Samples;
import dev.assay.gateway.fixtures.StoredRuns;
import dev.assay.gateway.fixtures.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
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
        long started = System.nanoTime();
        ObjectReader reader = EventJson.mapper().readerFor(AttemptOutcome.class);
        List<List<AttemptOutcome>> decoded = new ArrayList<>();
        for (List<byte[]> batch : outcomeBatches) {
            List<AttemptOutcome> events = new ArrayList<>();
            for (byte[] event : batch) {
                events.add(reader.readValue(event));
            }
            decoded.add(events);
        }
        long afterDecoding = System.nanoTime();
        for (List<AttemptOutcome> events : decoded) {
            outcomes.store(events);
        }
        long afterOutcomes = System.nanoTime();
        for (byte[] event : scoreBatches) {
            scores.store(List.of(EventJson.mapper().readValue(event, ScoreEvent.class)));
        }
        long afterScores = System.nanoTime();
        for (byte[] event : chargeBatches) {
            charges.store(List.of(EventJson.mapper().readValue(event, ChargeEvent.class)));
        }
        long afterCharges = System.nanoTime();
        System.err.printf(
                "samples %d, us per sample: decoding outcomes %.1f, outcomes %.1f, scores %.1f, charges %.1f%n",
                count,
                (afterDecoding - started) / 1e3 / count,
                (afterOutcomes - afterDecoding) / 1e3 / count,
                (afterScores - afterOutcomes) / 1e3 / count,
                (afterCharges - afterScores) / 1e3 / count);
    }
}
