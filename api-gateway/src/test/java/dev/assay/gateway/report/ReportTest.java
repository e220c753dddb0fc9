package dev.assay.gateway.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.contracts.event.AttemptOutcome;
import dev.assay.contracts.event.Charge;
import dev.assay.contracts.event.FailureKind;
import dev.assay.contracts.event.MetricAggregate;
import dev.assay.contracts.id.CallId;
import dev.assay.contracts.id.ModelId;
import dev.assay.contracts.id.TaskId;
import dev.assay.contracts.json.EventJson;
import dev.assay.gateway.database.Database;
import dev.assay.gateway.fixtures.Samples;
import dev.assay.gateway.fixtures.StoredRuns;
import dev.assay.gateway.fixtures.TestDatabase;
import dev.assay.gateway.results.ChargeStore;
import dev.assay.gateway.results.OutcomeStore;
import dev.assay.gateway.results.RunKeys;
import dev.assay.gateway.results.ScoreStore;
import dev.assay.gateway.runs.StoredRun;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReportTest {

    private static final String[] MODELS = {"sim-small", "sim-large", "sim-other"};

    /** Ten items: the large model answers all, the small one fails on item 3, the other one was never asked. */
    private static String report(Database database, int seed, boolean disturbed) {
        Samples samples = new Samples(seed, MODELS);
        StoredRun run = StoredRuns.insert(database, samples.definition(10, 1));
        RunKeys keys = new RunKeys();
        List<AttemptOutcome> outcomes = new ArrayList<>();
        List<Charge> charges = new ArrayList<>();
        for (int model = 0; model < 2; model++) {
            for (int item = 0; item < 10; item++) {
                TaskId task = samples.task(model, item, 0);
                CallId call = samples.nextCall();
                boolean fails = model == 0 && item == 3;
                outcomes.add(
                        fails
                                ? samples.failed(task, 1, call, true, FailureKind.DEADLINE)
                                : samples.answered(task, 1, call, "the answer is " + item));
                charges.add(samples.charge(task, 1, call, Charge.Status.CONFIRMED, fails ? "0" : "0.001"));
                if (disturbed && item % 2 == 0) {
                    // By the same attempt, or by the next one, after its worker was given up.
                    int attempt = item % 4 == 0 ? 1 : 2;
                    CallId repeated = samples.nextCall();
                    outcomes.add(samples.answered(task, attempt, repeated, "the answer is " + item));
                    charges.add(samples.charge(task, attempt, repeated, Charge.Status.CONFIRMED, "0.001"));
                }
            }
        }
        if (disturbed) {
            Collections.reverse(charges);
            Collections.shuffle(outcomes.subList(0, 1), new Random(1));
        }
        OutcomeStore store = new OutcomeStore(database, keys);
        for (int from = 0; from < outcomes.size(); from += 7) {
            store.store(outcomes.subList(from, Math.min(outcomes.size(), from + 7)));
        }
        new ChargeStore(database, keys).store(List.of(samples.charged(charges.toArray(Charge[]::new))));
        new ScoreStore(database, keys)
                .store(List.of(samples.aggregated(
                        1,
                        true,
                        20,
                        samples.aggregate("sim-small", null, 10, 9, 0.5),
                        samples.aggregate("sim-small", "odd", 5, 4, 0.25),
                        samples.aggregate("sim-small", "even", 5, 5, 0.7),
                        samples.aggregate("sim-large", null, 10, 10, 0.9),
                        samples.aggregate("sim-large", "odd", 5, 5, 0.8),
                        samples.aggregate("sim-large", "even", 5, 5, 1.0))));
        return new Reports(database, "test").of(run);
    }

    private static JsonNode read(String report) throws Exception {
        return EventJson.mapper().readTree(report);
    }

    private static String experiment(String report) throws Exception {
        ObjectNode node = (ObjectNode) EventJson.mapper().readTree(report);
        node.remove("run");
        node.remove("timing");
        return node.toString();
    }

    @Test
    void models_are_ranked_by_the_first_metric() throws Exception {
        // When
        JsonNode report = read(report(TestDatabase.empty(), 1, false));

        // Then
        assertThat(report.at("/leaderboard").findValuesAsText("model"))
                .containsExactly("sim-large", "sim-small", "sim-other");
        assertThat(report.at("/leaderboard/0/rank").asInt()).isEqualTo(1);
        assertThat(report.at("/leaderboard/1/rank").asInt()).isEqualTo(2);
        assertThat(report.at("/leaderboard/2/rank").isNull()).isTrue();
        assertThat(report.at("/leaderboard/0/metrics/0/value").asDouble()).isEqualTo(0.9);
        assertThat(report.at("/leaderboard/0/metrics/0/interval").asText()).isEqualTo("wilson-95");
        assertThat(report.at("/coverage").asDouble()).isEqualTo(19.0 / 30);
    }

    @Test
    void of_an_error_rate_the_lowest_comes_first_and_nothing_is_counted_as_right() throws Exception {
        // Given
        Database database = TestDatabase.empty();
        Samples samples = new Samples(1, "sim-small", "sim-large");
        StoredRun run = StoredRuns.insert(database, samples.definition(10, 1));
        new ScoreStore(database, new RunKeys())
                .store(List.of(samples.aggregated(1, true, 20, rate("sim-small", 1.4), rate("sim-large", 0.2))));

        // When
        JsonNode report = read(new Reports(database, "test").of(run));

        // Then
        assertThat(report.at("/leaderboard").findValuesAsText("model")).containsExactly("sim-large", "sim-small");
        assertThat(report.at("/leaderboard/0/metrics/0/lowerIsBetter").asBoolean())
                .isTrue();
        assertThat(report.at("/leaderboard/0/metrics/0/boundHigh").isNull()).isTrue();
        assertThat(report.at("/leaderboard/0/cost/perCorrect").isNull()).isTrue();
        assertThat(report.at("/coverage").asDouble()).isEqualTo(0.9);
    }

    /** Ten samples, of which one could not be scored. */
    private static MetricAggregate rate(String model, double value) {
        return new MetricAggregate(
                new ModelId(model),
                null,
                "exact_match",
                10,
                10,
                0,
                0,
                0,
                0.9,
                value,
                value / 2,
                value * 2,
                "bootstrap-95",
                null,
                null,
                1L,
                true);
    }

    @Test
    void categories_come_in_alphabetical_order() throws Exception {
        // When
        JsonNode report = read(report(TestDatabase.empty(), 1, false));

        // Then
        assertThat(report.at("/categories").findValuesAsText("category")).containsExactly("even", "even", "odd", "odd");
        assertThat(report.at("/categories/0/model").asText()).isEqualTo("sim-small");
    }

    @Test
    void costs_are_exact_and_failures_are_counted_by_kind() throws Exception {
        // When
        JsonNode report = read(report(TestDatabase.empty(), 1, false));

        // Then
        JsonNode small = report.at("/leaderboard/1");
        assertThat(small.at("/cost/total/amount").asText()).isEqualTo("0.009");
        assertThat(small.at("/cost/perSample/amount").asText()).isEqualTo("0.0009");
        assertThat(small.at("/cost/perCorrect/amount").asText()).isEqualTo("0.002");
        assertThat(small.at("/cost/inputTokens").asLong()).isEqualTo(1000);
        assertThat(small.at("/failures/DEADLINE").asInt()).isEqualTo(1);
        assertThat(report.at("/leaderboard/0/failures")).isEmpty();
        assertThat(report.at("/leaderboard/2/cost/perSample").isNull()).isTrue();
    }

    @Test
    void timing_is_of_answered_samples_in_milliseconds() throws Exception {
        // When
        JsonNode report = read(report(TestDatabase.empty(), 1, false));

        // Then
        JsonNode large = report.at("/timing/1");
        assertThat(large.at("/model").asText()).isEqualTo("sim-large");
        assertThat(large.at("/totalMs/p50").asDouble()).isEqualTo(11.0);
        assertThat(large.at("/ttftMs/p50").asDouble()).isEqualTo(5.5);
        assertThat(large.at("/totalMs/p99").asDouble()).isEqualTo(19.82);
        assertThat(large.at("/tokensPerSecond").asDouble()).isEqualTo(1818.182);
    }

    @Test
    void two_runs_of_one_manifest_give_the_same_report_also_after_repeated_calls() throws Exception {
        // Given
        Database database = TestDatabase.empty();
        String undisturbed = report(database, 1, false);

        // When
        String disturbed = report(database, 2, true);

        // Then
        assertThat(experiment(disturbed)).isEqualTo(experiment(undisturbed));
        assertThat(read(undisturbed).at("/run/spend/total/amount").asText()).isEqualTo("0.019");
        assertThat(read(disturbed).at("/run/spend/total/amount").asText()).isEqualTo("0.029");
        assertThat(read(disturbed).at("/run/spend/calls").asInt()).isEqualTo(30);
    }

    @Test
    void a_report_of_nothing_yet_says_so() throws Exception {
        // Given
        Database database = TestDatabase.empty();
        StoredRun run = StoredRuns.insert(database, new Samples(1, MODELS).definition(10, 1));

        // When
        JsonNode report = read(new Reports(database, "test").of(run));

        // Then
        assertThat(report.at("/coverage").asDouble()).isZero();
        assertThat(report.at("/leaderboard")).hasSize(3);
        assertThat(report.at("/leaderboard/0/metrics")).isEmpty();
        assertThat(report.at("/leaderboard/0/cost/total/amount").asText()).isEqualTo("0");
        assertThat(report.at("/timing")).isEmpty();
    }

    @Test
    void a_call_without_a_price_makes_the_total_unknown_and_never_less() throws Exception {
        // Given
        Database database = TestDatabase.empty();
        Samples samples = new Samples(1, MODELS);
        StoredRun run = StoredRuns.insert(database, samples.definition(10, 1));
        RunKeys keys = new RunKeys();
        CallId call = samples.nextCall();
        new OutcomeStore(database, keys).store(List.of(samples.answered(samples.task(0, 0, 0), 1, call, "42")));
        new ChargeStore(database, keys)
                .store(List.of(
                        samples.charged(samples.charge(samples.task(0, 0, 0), 1, call, Charge.Status.UNPRICED, null))));

        // When
        JsonNode report = read(new Reports(database, "test").of(run));

        // Then
        assertThat(report.at("/leaderboard/0/cost/total").isNull()).isTrue();
        assertThat(report.at("/leaderboard/0/cost/unpriced").asInt()).isEqualTo(1);
        assertThat(report.at("/run/spend/unpriced").asInt()).isEqualTo(1);
    }
}
