package dev.assay.gateway.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.contracts.event.AttemptOutcome;
import dev.assay.contracts.event.Charge;
import dev.assay.contracts.event.FailureKind;
import dev.assay.contracts.event.ScoreEvent;
import dev.assay.contracts.event.StopDecision;
import dev.assay.contracts.event.StoppedModel;
import dev.assay.contracts.id.CallId;
import dev.assay.contracts.id.ModelId;
import dev.assay.contracts.id.TaskId;
import dev.assay.contracts.json.EventJson;
import dev.assay.contracts.run.RunDefinition;
import dev.assay.contracts.run.SeededOrder;
import dev.assay.contracts.run.StopRule;
import dev.assay.gateway.database.Database;
import dev.assay.gateway.fixtures.Samples;
import dev.assay.gateway.fixtures.StoredRuns;
import dev.assay.gateway.fixtures.TestDatabase;
import dev.assay.gateway.results.ChargeStore;
import dev.assay.gateway.results.OutcomeStore;
import dev.assay.gateway.results.RunKeys;
import dev.assay.gateway.results.ScoreStore;
import dev.assay.gateway.runs.StoredRun;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StopReportTest {

    private static final ModelId SMALL = new ModelId("sim-small");
    private static final ModelId LARGE = new ModelId("sim-large");
    private static final StopRule RULE = new StopRule(
            "exact_match", StopRule.Goal.BETTER, null, List.of(SMALL, LARGE), 0.95, 2, null, StopRule.About.QUESTIONS);

    private static RunDefinition asking(RunDefinition run) {
        return new RunDefinition(
                run.id(),
                run.group(),
                run.name(),
                run.benchmark(),
                run.models(),
                run.items(),
                run.repeats(),
                run.seed(),
                run.budget(),
                run.priceBook(),
                run.attempts(),
                run.tags(),
                RULE,
                List.of(),
                List.of());
    }

    /** Twenty items, decided after four; some more were under way, of which the last one failed. */
    private static String report(Database database, int seed, int underWay) {
        Samples samples = new Samples(seed, "sim-small", "sim-large");
        RunDefinition definition = asking(samples.definition(20, 1));
        StoredRun run = StoredRuns.insert(database, definition);
        SeededOrder order = new SeededOrder(definition.seed(), 20);
        RunKeys keys = new RunKeys();
        List<AttemptOutcome> outcomes = new ArrayList<>();
        List<Charge> charges = new ArrayList<>();
        for (int model = 0; model < 2; model++) {
            for (int place = 0; place < 4 + underWay; place++) {
                TaskId task = samples.task(model, order.itemAt(place), 0);
                CallId call = samples.nextCall();
                boolean fails = place > 4 && place == 3 + underWay;
                outcomes.add(
                        fails
                                ? samples.failed(task, 1, call, true, FailureKind.DEADLINE)
                                : samples.answered(task, 1, call, "42"));
                charges.add(samples.charge(task, 1, call, Charge.Status.CONFIRMED, place < 4 ? "0.001" : "0.003"));
            }
        }
        new OutcomeStore(database, keys).store(outcomes);
        new ChargeStore(database, keys).store(List.of(samples.charged(charges.toArray(Charge[]::new))));
        StopDecision decision =
                new StopDecision(List.of(SMALL, LARGE), StopDecision.Verdict.BELOW, 4, 0, -0.5, -0.9, -0.1);
        new ScoreStore(database, keys)
                .store(List.of(
                        new ScoreEvent.Decided(
                                samples.nextEvent(),
                                Samples.NOW,
                                definition.group(),
                                definition.id(),
                                RULE,
                                List.of(decision),
                                List.of(new StoppedModel(SMALL, 4, 0), new StoppedModel(LARGE, 4, 0))),
                        samples.aggregated(
                                1,
                                true,
                                8,
                                samples.aggregate("sim-small", null, 4, 4, 0.25),
                                samples.aggregate("sim-large", null, 4, 4, 0.75))));
        return new Reports(database, "test").of(run);
    }

    private static JsonNode read(String report) throws Exception {
        return EventJson.mapper().readTree(report);
    }

    private static String experiment(String report) throws Exception {
        ObjectNode node = (ObjectNode) read(report);
        node.remove("run");
        node.remove("timing");
        return node.toString();
    }

    @Test
    void the_answer_is_said_with_its_interval_and_the_items_that_it_took() throws Exception {
        // When
        JsonNode report = read(report(TestDatabase.empty(), 1, 0));

        // Then
        assertThat(report.at("/stop/question").asText())
                .isEqualTo("Which is better by exact_match, sim-small or sim-large?");
        JsonNode answer = report.at("/stop/answers/0");
        assertThat(answer.get("answer").asText()).isEqualTo("sim-large is better than sim-small");
        assertThat(answer.get("items").asInt()).isEqualTo(4);
        assertThat(answer.get("of").asInt()).isEqualTo(20);
        assertThat(answer.get("interval").asText()).isEqualTo("anytime-95");
        assertThat(report.at("/coverage").asDouble()).isEqualTo(1);
    }

    @Test
    void what_was_saved_is_estimated_from_what_was_asked() throws Exception {
        // When: two more of each model were under way
        JsonNode saved = read(report(TestDatabase.empty(), 1, 2)).at("/run/saved");

        // Then: 28 samples at the mean of the four of each model that count
        assertThat(saved.get("planned").asInt()).isEqualTo(40);
        assertThat(saved.get("asked").asInt()).isEqualTo(12);
        assertThat(saved.get("samples").asInt()).isEqualTo(28);
        assertThat(saved.get("calls").asInt()).isEqualTo(28);
        assertThat(new BigDecimal(saved.at("/money/amount").asText())).isEqualByComparingTo("0.028");
        assertThat(saved.get("method").asText()).contains("on average");
    }

    @Test
    void what_was_under_way_is_paid_for_and_changes_nothing_else() throws Exception {
        // Given
        Database database = TestDatabase.empty();

        // When
        String one = report(database, 1, 0);
        String other = report(database, 2, 3);

        // Then
        assertThat(experiment(other)).isEqualTo(experiment(one));
        assertThat(read(one).at("/run/spend/calls").asInt()).isEqualTo(8);
        assertThat(read(other).at("/run/spend/calls").asInt()).isEqualTo(14);
        assertThat(read(other).at("/leaderboard/0/failures")).isEmpty();
        assertThat(new BigDecimal(
                        read(other).at("/leaderboard/0/cost/perSample/amount").asText()))
                .isEqualByComparingTo("0.001");
    }
}
