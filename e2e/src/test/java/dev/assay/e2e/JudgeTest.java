package dev.assay.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Judges on real processes. The settings of the biased judge were fixed before the first result was seen: abilities 0.85,
 * 0.7, 0.55 and 0.4, of which the worse write the longer answers; weights of 3 for the right answer, 0.6 for the first
 * place and 2 for length, 10 % ties and 2 % unreadable replies; 250 items; the seeds 1, 2 and 3.
 */
class JudgeTest {

    private static final int ITEMS = 250;
    private static final List<String> MODELS = List.of("sim-large", "sim-medium", "sim-small", "sim-instant");
    private static final double[] ABILITIES = {0.85, 0.7, 0.55, 0.4};
    private static final int[] TOKENS = {30, 60, 90, 120};

    @TempDir
    private Path folder;

    @Test
    void the_report_finds_the_planted_biases_and_the_true_ranking_and_the_ledger_every_call() {
        try (ServerProcess server = ServerProcess.start(folder)) {
            // Given
            for (int i = 0; i < MODELS.size(); i++) {
                server.put(
                        "/simulator/models/" + MODELS.get(i),
                        "{\"abilities\": {\"default\": " + ABILITIES[i] + "}, \"answerTokens\": " + TOKENS[i] + "}");
            }
            server.put(
                    "/simulator/models/sim-judge",
                    "{\"judge\": {\"quality\": 3, \"position\": 0.6, \"length\": 2, \"ties\": 0.1,"
                            + " \"unreadable\": 0.02}}");

            // When
            List<JsonNode> judges = new ArrayList<>();
            List<String> runs = new ArrayList<>();
            for (int seed = 1; seed <= 3; seed++) {
                String run = server.submit("benchmark: assay-core\nlimit: " + ITEMS + "\nseed: " + seed + "\nmodels: "
                        + MODELS + "\njudge: {model: sim-judge, mode: pairwise}\n");
                assertThat(server.awaitEnd(run).get("state").asText()).isEqualTo("COMPLETE");
                judges.add(server.report(run).at("/judges/0"));
                runs.add(run);
            }

            // Then
            int covered = 0;
            int weights = 0;
            for (JsonNode judge : judges) {
                JsonNode pairs = judge.get("pairs");
                assertThat(texts(pairs.at("/rankings/lengthControlled"))).isEqualTo(MODELS);
                assertThat(texts(pairs.at("/rankings/bothOrders"))).containsExactlyInAnyOrderElementsOf(MODELS);
                assertThat(pairs.at("/correction/basis").asText()).isEqualTo("scores");
                weights += covers(pairs.at("/correction/length"), 2) ? 1 : 0;
                weights += covers(pairs.at("/correction/place"), 0.6) ? 1 : 0;
                weights += covers(pairs.at("/correction/score"), 3) ? 1 : 0;
                for (JsonNode rated : pairs.get("ratings")) {
                    assertThat(covers(
                                    rated.get("controlledInterval"),
                                    rated.get("controlled").asDouble()))
                            .isTrue();
                }
                assertThat(pairs.get("judged").asInt()).isEqualTo(6 * ITEMS);
                covered += covers(pairs.at("/order/logOdds"), 0.6) ? 1 : 0;
                covered += covers(pairs.at("/length/logOdds"), 2) ? 1 : 0;
                assertThat(pairs.at("/order/logOdds/low").asDouble()).isPositive();
                assertThat(pairs.at("/length/logOdds/low").asDouble()).isPositive();
            }
            // Six intervals of 95 %: more than one miss has a chance of 3 %.
            assertThat(covered).isGreaterThanOrEqualTo(5);
            // Nine here: more than two have one of 1 %.
            assertThat(weights).isGreaterThanOrEqualTo(7);
            for (String run : runs) {
                Verdict.ledgerEqualsTheProvidersLog(server, run);
                assertThat(server.chargeTotals(run).get("calls").asInt()).isEqualTo(ITEMS * (4 + 12));
                assertThat(server.get("/simulator/calls?run=" + run)
                                .at("/byModel/sim-judge/calls")
                                .asInt())
                        .isEqualTo(12 * ITEMS);
            }
        }
    }

    @Test
    void a_grade_is_a_score_of_its_sample_and_survives_scoring_again_without_a_call() {
        try (ServerProcess server = ServerProcess.start(folder)) {
            // Given
            String run = server.submit("""
                    benchmark: assay-core
                    limit: 60
                    models: [sim-instant, sim-terse]
                    judge: {model: sim-judge, name: helpful, reference: true}
                    """);
            assertThat(server.awaitEnd(run).get("state").asText()).isEqualTo("COMPLETE");
            JsonNode before = grade(server.report(run));
            int calls = server.simulatorCalls(run).get("calls").asInt();

            // When
            int status = server.post(
                            "/api/v1/runs/" + run + "/rescore", "application/json", "{\"metrics\": [\"contains\"]}")
                    .statusCode();
            assertThat(status).isEqualTo(202);
            await().atMost(ServerProcess.LONG)
                    .untilAsserted(() -> assertThat(server.report(run)
                                    .at("/leaderboard/0/metrics/0/metric")
                                    .asText())
                            .isEqualTo("contains"));

            // Then
            assertThat(before.get("value").asDouble()).isBetween(1.0, 10.0);
            assertThat(before.get("samples").asInt()).isEqualTo(60);
            assertThat(before.get("coverage").asDouble()).isGreaterThan(0.9);
            assertThat(grade(server.report(run))).isEqualTo(before);
            assertThat(server.simulatorCalls(run).get("calls").asInt()).isEqualTo(calls);
        }
    }

    @Test
    void a_run_that_is_killed_while_it_is_judged_has_the_report_of_an_undisturbed_one() {
        // Given
        String spec = """
                benchmark: assay-core
                limit: 80
                models: [sim-instant, sim-terse]
                judge: {model: sim-judge, mode: pairwise}
                """;
        String undisturbed;
        String run;
        try (ServerProcess server = ServerProcess.start(folder, "--slots", "4")) {
            String first = server.submit(spec);
            server.awaitEnd(first);
            undisturbed = Verdict.lasting(server.report(first));
            run = server.submit(spec);
            server.awaitJudged(run, 20);

            // When
            server.kill();
        }
        try (ServerProcess again = ServerProcess.start(folder, "--slots", "4")) {
            again.awaitEnd(run);

            // Then
            Verdict.nothingIsLostOrDoubled(again, run, 160);
            assertThat(again.run(run).at("/judging/answered").asInt()).isEqualTo(160);
            assertThat(Verdict.lasting(again.report(run))).isEqualTo(undisturbed);
        }
    }

    private static JsonNode grade(JsonNode report) {
        for (JsonNode metric : report.at("/leaderboard/0/metrics")) {
            if (metric.get("metric").asText().equals("helpful")) {
                return metric;
            }
        }
        throw new AssertionError("the report has no grades: " + report);
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static boolean covers(JsonNode figure, double planted) {
        return figure.get("low").asDouble() <= planted && figure.get("high").asDouble() >= planted;
    }
}
