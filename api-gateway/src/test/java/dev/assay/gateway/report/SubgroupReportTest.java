package dev.assay.gateway.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.contracts.event.AttemptOutcome;
import dev.assay.contracts.event.SampleScore;
import dev.assay.contracts.id.TaskId;
import dev.assay.contracts.json.EventJson;
import dev.assay.contracts.run.BenchmarkDefinition;
import dev.assay.contracts.run.RunDefinition;
import dev.assay.contracts.run.SubgroupSpec;
import dev.assay.gateway.database.Database;
import dev.assay.gateway.database.Query;
import dev.assay.gateway.fixtures.Samples;
import dev.assay.gateway.fixtures.StoredRuns;
import dev.assay.gateway.fixtures.TestDatabase;
import dev.assay.gateway.results.OutcomeStore;
import dev.assay.gateway.results.RunKeys;
import dev.assay.gateway.results.ScoreStore;
import dev.assay.gateway.runs.StoredRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * 120 items, asked twice, of 60 men, 55 women and 5 others: the model says yes to all men, and to the women who should get
 * yes but for every fifth. Every second item is truly yes.
 */
class SubgroupReportTest {

    private static final int ITEMS = 120;

    private final Samples events = new Samples(1, "sim-large");
    private Database database;
    private StoredRun run;

    private static String group(int item) {
        return item < 60 ? "man" : item < 115 ? "woman" : "other";
    }

    private static boolean truth(int item) {
        return item % 2 == 0;
    }

    private static boolean says(int item) {
        return item < 60 || (truth(item) && item % 5 != 0);
    }

    @BeforeEach
    void a_run_with_results() {
        database = TestDatabase.empty();
        run = StoredRuns.insert(database, with(events.definition(ITEMS, 2)));
        StoredRuns.dataset(
                database,
                run,
                IntStream.range(0, ITEMS)
                        .mapToObj(item -> "{\"question\": \"q%d\", \"answer\": \"%s\", \"gender\": \"%s\", \"row\": %d}"
                                .formatted(item, truth(item) ? "Yes" : "no", group(item), item))
                        .toList());
        List<AttemptOutcome> outcomes = new ArrayList<>();
        List<SampleScore> scores = new ArrayList<>();
        for (int item = 0; item < ITEMS; item++) {
            for (int repeat = 0; repeat < 2; repeat++) {
                TaskId task = events.task(0, item, repeat);
                outcomes.add(events.answered(task, 1, events.nextCall(), "x"));
                scores.add(new SampleScore(
                        task,
                        Map.of("last", says(item) ? "yes " : "no"),
                        Map.of("exact_match", says(item) == truth(item) ? 1.0 : 0.0),
                        Map.of()));
            }
        }
        RunKeys keys = new RunKeys();
        new OutcomeStore(database, keys).store(outcomes);
        new ScoreStore(database, keys).store(List.of(events.scored(1, scores.stream())));
    }

    private static RunDefinition with(RunDefinition run) {
        BenchmarkDefinition b = run.benchmark();
        BenchmarkDefinition benchmark = new BenchmarkDefinition(
                b.name(),
                b.version(),
                b.dataset(),
                b.prompt(),
                b.target(),
                b.choices(),
                b.category(),
                b.pipelines(),
                b.metrics(),
                null,
                new SubgroupSpec(List.of("gender", "row"), List.of("YES")));
        return new RunDefinition(
                run.id(),
                run.group(),
                run.name(),
                benchmark,
                run.models(),
                run.items(),
                run.repeats(),
                run.seed(),
                null,
                run.priceBook(),
                run.attempts(),
                run.tags(),
                null,
                List.of(),
                List.of());
    }

    private JsonNode report() throws Exception {
        return EventJson.mapper()
                .readTree(new Reports(database, "test").of(StoredRuns.read(database, run)))
                .path("subgroups");
    }

    private void end() {
        database.change(connection -> {
            var unused = Query.of("update run set state = 'COMPLETE', finished_at = ?", Samples.NOW)
                    .run(connection);
        });
    }

    @Test
    void an_ended_run_tells_the_score_of_each_group_the_gap_and_parity() throws Exception {
        // Given
        end();

        // When
        JsonNode gender = report().get(0);

        // Then: women and others are right in all but the refused yes
        assertThat(gender.path("field").asText()).isEqualTo("gender");
        assertThat(gender.at("/groups").findValuesAsText("group")).containsExactly("man", "other", "woman");
        assertThat(gender.at("/groups/0/items").asInt()).isEqualTo(60);
        assertThat(gender.at("/groups/0/value").asDouble()).isEqualTo(0.5);
        assertThat(gender.at("/groups/0/interval").asText()).isEqualTo("wilson-95");
        assertThat(gender.at("/groups/1/tooFew").asBoolean()).isTrue();
        assertThat(gender.at("/groups/1/items").asInt()).isEqualTo(5);
        assertThat(gender.at("/groups/1").has("value")).isFalse();
        long refused =
                IntStream.range(60, 115).filter(i -> truth(i) && !says(i)).count();
        assertThat(gender.at("/groups/2/value").asDouble()).isEqualTo((55 - refused) / 55.0);
        assertThat(gender.at("/gap/worse").asText()).isEqualTo("man");
        assertThat(gender.at("/gap/sure").asBoolean()).isTrue();
        assertThat(gender.at("/gap/groups").asInt()).isEqualTo(2);
        long selected =
                IntStream.range(60, 115).filter(SubgroupReportTest::says).count();
        JsonNode parity = gender.path("parity");
        assertThat(parity.at("/groups/0/selectionRate").asDouble()).isEqualTo(1);
        assertThat(parity.at("/demographicParity/difference").asDouble()).isEqualTo(1 - selected / 55.0);
        assertThat(parity.at("/demographicParity/low").asDouble())
                .isGreaterThan(0.3)
                .isLessThan(1 - selected / 55.0);
        assertThat(parity.at("/equalizedOdds/difference").asDouble()).isEqualTo(1);
    }

    @Test
    void a_field_with_too_many_values_says_so_instead_of_naming_groups() throws Exception {
        // Given
        end();

        // When
        JsonNode row = report().get(1);

        // Then
        assertThat(row.path("field").asText()).isEqualTo("row");
        assertThat(row.path("problem").asText()).isEqualTo("has more than 50 values");
        assertThat(row.path("groups")).isEmpty();
    }

    @Test
    void a_run_that_goes_on_has_no_subgroups_yet() throws Exception {
        // When
        JsonNode subgroups = report();

        // Then
        assertThat(subgroups).isEmpty();
    }
}
