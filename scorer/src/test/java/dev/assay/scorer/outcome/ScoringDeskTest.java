package dev.assay.scorer.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.assay.contracts.event.AttemptOutcome;
import dev.assay.contracts.event.FailureKind;
import dev.assay.contracts.event.MetricAggregate;
import dev.assay.contracts.event.Outcome;
import dev.assay.contracts.event.RunEvent;
import dev.assay.contracts.event.ScoreEvent;
import dev.assay.contracts.event.StopDecision;
import dev.assay.contracts.event.StoppedModel;
import dev.assay.contracts.event.VariantAggregate;
import dev.assay.contracts.id.AttemptId;
import dev.assay.contracts.id.ConnectionId;
import dev.assay.contracts.id.ContentHash;
import dev.assay.contracts.id.GroupId;
import dev.assay.contracts.id.IdSource;
import dev.assay.contracts.id.ModelId;
import dev.assay.contracts.id.PoolId;
import dev.assay.contracts.id.PriceBookVersion;
import dev.assay.contracts.id.RunId;
import dev.assay.contracts.id.TaskId;
import dev.assay.contracts.id.UlidSource;
import dev.assay.contracts.id.WorkerId;
import dev.assay.contracts.money.Usage;
import dev.assay.contracts.run.AttemptPolicy;
import dev.assay.contracts.run.BenchmarkDefinition;
import dev.assay.contracts.run.DatasetRef;
import dev.assay.contracts.run.GenerationParameters;
import dev.assay.contracts.run.Message;
import dev.assay.contracts.run.MetricSpec;
import dev.assay.contracts.run.ModelUse;
import dev.assay.contracts.run.PipelineSpec;
import dev.assay.contracts.run.RunDefinition;
import dev.assay.contracts.run.SampleContext;
import dev.assay.contracts.run.StepSpec;
import dev.assay.contracts.run.StopRule;
import dev.assay.contracts.run.VariantUse;
import dev.assay.messaging.publish.Outgoing;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ScoringDeskTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final IdSource IDS = new UlidSource(CLOCK, new Random(1));
    private static final GroupId GROUP = new GroupId("default");

    /** So many right answers in a row show that a model is above 0.8; the usual least number of items is more. */
    private static final int NEEDED = 50;

    private static EmbeddedPostgres postgres;

    private final RunId run = IDS.nextRun();
    private final List<ScoreEvent> told = new ArrayList<>();
    private final ScoringDesk desk = newDesk();

    /** With nothing in memory. */
    private ScoringDesk newDesk() {
        return new ScoringDesk(
                new OutcomeStore(postgres.getPostgresDatabase(Map.of("currentSchema", "scorer"))),
                new JudgeStore(postgres.getPostgresDatabase(Map.of("currentSchema", "scorer"))),
                events -> events.stream()
                        .map(Outgoing::event)
                        .map(ScoreEvent.class::cast)
                        .forEach(told::add),
                IDS,
                CLOCK);
    }

    @BeforeAll
    static void startPostgres() throws IOException {
        postgres = EmbeddedPostgres.start();
        Flyway.configure()
                .dataSource(postgres.getPostgresDatabase())
                .schemas("scorer")
                .createSchemas(true)
                .locations("db/scorer")
                .load()
                .migrate();
    }

    @AfterAll
    static void stopPostgres() throws IOException {
        postgres.close();
    }

    @Test
    void a_settled_run_gets_its_final_aggregates_once_all_outcomes_are_there() throws SQLException {
        // Given
        desk.planned(planned(4, 1));
        desk.settled(settled(4));
        desk.take(List.of(answered(0, "The answer is 1."), answered(1, "It is 2")));

        // When
        desk.take(List.of(answered(2, "wrong: 7"), failed(3)));

        // Then: 2 of 3 answered are right, one of 4 is missing
        MetricAggregate whole = finalAggregates().getFirst();
        assertThat(whole.samples()).isEqualTo(4);
        assertThat(whole.answered()).isEqualTo(3);
        assertThat(whole.failed()).isEqualTo(1);
        assertThat(whole.coverage()).isEqualTo(0.75);
        assertThat(whole.value()).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(whole.interval()).isEqualTo("wilson-95");
        assertThat(whole.boundLow()).isEqualTo(0.5);
        assertThat(whole.boundHigh()).isEqualTo(0.75);
    }

    @Test
    void a_batch_that_comes_again_is_told_again_and_counted_once() throws SQLException {
        // Given
        desk.planned(planned(2, 1));
        List<AttemptOutcome> batch = List.of(answered(0, "1"), answered(1, "0"));
        desk.take(batch);

        // When
        desk.take(batch);
        desk.settled(settled(2));

        // Then
        assertThat(told.stream().filter(ScoreEvent.SamplesScored.class::isInstance))
                .hasSize(2);
        assertThat(finalAggregates().getFirst().samples()).isEqualTo(2);
    }

    @Test
    void the_first_final_outcome_of_a_sample_stays() throws SQLException {
        // Given
        desk.planned(planned(1, 1));
        desk.take(List.of(answered(0, "1")));

        // When
        desk.take(List.of(answered(0, "99")));
        desk.settled(settled(1));

        // Then
        assertThat(finalAggregates().getFirst().value()).isEqualTo(1.0);
    }

    @Test
    void outcomes_that_come_before_the_plan_are_scored_when_it_comes() throws SQLException {
        // Given
        desk.take(List.of(answered(0, "1"), answered(1, "2")));

        // When
        desk.planned(planned(2, 1));
        desk.settled(settled(2));

        // Then
        assertThat(finalAggregates().getFirst().value()).isEqualTo(1.0);
    }

    @Test
    void samples_that_were_never_tried_lower_the_coverage() throws SQLException {
        // Given
        desk.planned(planned(4, 1));
        desk.take(List.of(answered(0, "1")));

        // When
        desk.settled(settled(1));

        // Then
        assertThat(finalAggregates().getFirst())
                .extracting(MetricAggregate::samples, MetricAggregate::coverage, MetricAggregate::boundLow)
                .containsExactly(4L, 0.25, 0.25);
    }

    @Test
    void repeats_of_an_item_are_averaged_before_the_interval() throws SQLException {
        // Given: two items, asked twice; one right once, the other right twice
        desk.planned(planned(2, 2));
        desk.take(List.of(answer(0, 0, "1"), answer(0, 1, "8"), answer(1, 0, "2"), answer(1, 1, "2")));

        // When
        desk.settled(settled(4));

        // Then
        MetricAggregate whole = finalAggregates().getFirst();
        assertThat(whole.value()).isEqualTo(0.75);
        assertThat(whole.interval()).isEqualTo("wilson-t-95");
    }

    @Test
    void a_finished_run_is_scored_anew_from_what_is_stored() throws SQLException {
        // Given
        desk.planned(planned(2, 1));
        desk.take(List.of(answered(0, "about 1.04"), answered(1, "2")));
        desk.settled(settled(2));
        double before = finalAggregates().getFirst().value();

        // When
        desk.rescore(new RunEvent.RescoreRequested(
                IDS.nextEvent(),
                NOW,
                GROUP,
                run,
                2,
                List.of(),
                List.of(new MetricSpec("near", "numeric", "default", Map.of("absolute_tolerance", 0.1)))));

        // Then
        assertThat(before).isEqualTo(0.5);
        assertThat(finalAggregates())
                .filteredOn(aggregate -> aggregate.category() == null)
                .singleElement()
                .extracting(MetricAggregate::metric, MetricAggregate::value)
                .containsExactly("near", 1.0);
    }

    @Test
    void a_metric_of_a_set_is_aggregated_over_the_set_and_what_it_cannot_score_lowers_the_coverage()
            throws SQLException {
        // Given: two wrong words of three, counted over all references
        desk.planned(planned(4, 1, List.of(new MetricSpec("wer", "wer", "whole", Map.of("transform", "standardize")))));
        desk.take(List.of(said(0, "one two three", List.of("One two four")), said(1, "five six", List.of("five"))));
        desk.take(List.of(said(2, "seven", List.of()), failed(3)));

        // When
        desk.settled(settled(4));

        // Then
        MetricAggregate whole = finalAggregates().getFirst();
        assertThat(whole.value()).isEqualTo(0.5);
        assertThat(whole.interval()).isEqualTo("bootstrap-95");
        assertThat(whole.boundHigh()).isNull();
        assertThat(whole.lowerIsBetter()).isTrue();
        assertThat(whole.answered()).isEqualTo(3);
        assertThat(whole.unscored()).isEqualTo(1);
        assertThat(whole.coverage()).isEqualTo(0.5);
        assertThat(told.stream()
                        .filter(ScoreEvent.SamplesScored.class::isInstance)
                        .map(ScoreEvent.SamplesScored.class::cast)
                        .flatMap(scored -> scored.samples().stream())
                        .filter(sample -> sample.taskId().item() == 2))
                .singleElement()
                .satisfies(sample -> assertThat(sample.scores()).isEmpty())
                .extracting(sample -> sample.unscored().get("wer"))
                .isEqualTo("the item has no reference");
    }

    /** 200 items, all answered right, in the order of their ids, which is not that of the plan. */
    private void answerAll(ScoringDesk to) throws SQLException {
        for (int from = 0; from < 200; from += 20) {
            List<AttemptOutcome> batch = new ArrayList<>();
            for (int item = from; item < from + 20; item++) {
                batch.add(answered(item, String.valueOf(item + 1)));
            }
            to.take(batch);
        }
    }

    private List<ScoreEvent.Decided> decided() {
        return told.stream()
                .filter(ScoreEvent.Decided.class::isInstance)
                .map(ScoreEvent.Decided.class::cast)
                .toList();
    }

    @Test
    void a_question_is_answered_while_the_run_goes_on_and_results_are_those_of_the_items_it_took() throws SQLException {
        // Given
        desk.planned(asking(200, 0.8));

        // When
        answerAll(desk);
        List<ScoreEvent.Decided> live = List.copyOf(decided());
        desk.settled(settled(200));

        // Then
        StopDecision decision = live.getLast().decisions().getFirst();
        assertThat(decision.verdict()).isEqualTo(StopDecision.Verdict.ABOVE);
        assertThat(decision.items()).isBetween(50, 100);
        assertThat(decision.low()).isGreaterThanOrEqualTo(0.8);
        assertThat(live.getLast().stopped()).containsExactly(new StoppedModel(new ModelId("m"), decision.items(), 0));
        assertThat(finalAggregates().getFirst().samples()).isEqualTo(decision.items());
        assertThat(finalAggregates().getFirst().coverage()).isEqualTo(1);
    }

    @Test
    void the_answer_is_the_same_after_a_restart_in_the_middle() throws SQLException {
        // Given
        desk.planned(asking(200, 0.8));
        List<AttemptOutcome> firstHalf = new ArrayList<>();
        for (int item = 0; item < 100; item++) {
            firstHalf.add(answered(item, String.valueOf(item + 1)));
        }
        desk.take(firstHalf);

        // When: what was in memory is gone
        ScoringDesk restarted = newDesk();
        answerAll(restarted);
        restarted.settled(settled(200));
        StopDecision decision = decided().getLast().decisions().getFirst();

        // Then
        assertThat(decision.verdict()).isEqualTo(StopDecision.Verdict.ABOVE);
        assertThat(decision.items()).isEqualTo(NEEDED);
    }

    @Test
    void a_decision_that_was_stored_and_not_told_is_told_when_the_batch_comes_again() throws SQLException {
        // Given
        desk.planned(asking(200, 0.8));
        List<AttemptOutcome> all = new ArrayList<>();
        for (int item = 0; item < 200; item++) {
            all.add(answered(item, String.valueOf(item + 1)));
        }
        desk.take(all);
        told.clear();

        // When
        newDesk().take(all);

        // Then
        assertThat(decided())
                .singleElement()
                .satisfies(event -> assertThat(event.decisions())
                        .singleElement()
                        .extracting(StopDecision::items)
                        .isEqualTo(NEEDED));
    }

    @Test
    void an_open_question_is_told_in_the_end_with_all_items() throws SQLException {
        // Given: as good as asked for
        desk.planned(asking(4, 0.5));
        desk.take(List.of(answered(0, "1"), answered(1, "0"), answered(2, "3"), failed(3)));

        // When
        desk.settled(settled(4));

        // Then
        assertThat(decided()).singleElement().satisfies(event -> {
            assertThat(event.stopped()).isEmpty();
            assertThat(event.decisions())
                    .singleElement()
                    .extracting(StopDecision::verdict, StopDecision::items, StopDecision::missing)
                    .containsExactly(StopDecision.Verdict.OPEN, 4, 1L);
        });
        assertThat(finalAggregates().getFirst().samples()).isEqualTo(4);
    }

    @Test
    void another_scoring_decides_nothing_anew_and_is_of_the_same_items() throws SQLException {
        // Given
        desk.planned(asking(200, 0.8));
        answerAll(desk);
        desk.settled(settled(200));
        told.clear();

        // When
        desk.rescore(new RunEvent.RescoreRequested(
                IDS.nextEvent(),
                NOW,
                GROUP,
                run,
                2,
                List.of(),
                List.of(new MetricSpec("exact", "exact_match", "default", Map.of()))));

        // Then
        assertThat(decided()).isEmpty();
        assertThat(finalAggregates().getFirst())
                .extracting(MetricAggregate::metric, MetricAggregate::samples)
                .containsExactly("exact", (long) NEEDED);
    }

    private RunEvent.Planned asking(int items, double threshold) {
        RunDefinition plain = planned(items, 1).definition();
        RunDefinition asking = new RunDefinition(
                plain.id(),
                plain.group(),
                plain.name(),
                plain.benchmark(),
                plain.models(),
                plain.items(),
                plain.repeats(),
                plain.seed(),
                plain.budget(),
                plain.priceBook(),
                plain.attempts(),
                plain.tags(),
                new StopRule(
                        "numeric",
                        StopRule.Goal.ABOVE,
                        threshold,
                        List.of(),
                        0.95,
                        50,
                        null,
                        StopRule.About.QUESTIONS));
        return new RunEvent.Planned(IDS.nextEvent(), NOW, GROUP, run, asking, ContentHash.of("manifest"));
    }

    private List<MetricAggregate> finalAggregates() {
        return told.stream()
                .filter(ScoreEvent.Aggregated.class::isInstance)
                .map(ScoreEvent.Aggregated.class::cast)
                .filter(ScoreEvent.Aggregated::isFinal)
                .reduce((first, second) -> second)
                .orElseThrow()
                .aggregates();
    }

    private RunEvent.Planned planned(int items, int repeats) {
        return planned(items, repeats, List.of(new MetricSpec("numeric", "numeric", "default", Map.of())));
    }

    @Test
    void other_forms_of_the_items_are_compared_with_them_and_count_for_nothing_else() throws SQLException {
        // Given: items 1, 2 and 3; the form of the third was not asked
        VariantUse typos = new VariantUse("typos", VariantUse.Kind.PERTURBATION, "typos", Map.of());
        VariantUse loud = new VariantUse("loud", VariantUse.Kind.PERTURBATION, "letter_case", Map.of());
        desk.planned(planned(
                3, 1, List.of(new MetricSpec("numeric", "numeric", "default", Map.of())), List.of(typos, loud)));
        desk.settled(settled(8));

        // When
        desk.take(List.of(
                answered(0, "1"),
                answered(1, "2"),
                answered(2, "7"),
                answer(0, 1, "1"),
                answer(1, 1, "9"),
                answer(0, 2, "8"),
                answer(1, 2, "2"),
                answer(2, 2, "3")));

        // Then
        MetricAggregate whole = finalAggregates().getFirst();
        assertThat(whole.samples()).isEqualTo(3);
        assertThat(whole.value()).isCloseTo(2.0 / 3, within(1e-12));
        List<VariantAggregate> variants = ((ScoreEvent.Aggregated) told.getLast()).variants();
        assertThat(variants)
                .extracting(
                        VariantAggregate::variant,
                        VariantAggregate::items,
                        VariantAggregate::asked,
                        VariantAggregate::original,
                        VariantAggregate::value,
                        VariantAggregate::changed,
                        VariantAggregate::better,
                        VariantAggregate::worse)
                .containsExactly(
                        tuple(null, 3L, 3L, 2.0 / 3, 0.0, 1.0, 0L, 2L),
                        tuple("typos", 2L, 2L, 1.0, 0.5, 0.5, 0L, 1L),
                        tuple("loud", 3L, 3L, 2.0 / 3, 2.0 / 3, 2.0 / 3, 1L, 1L));
        assertThat(variants.get(1).difference()).isEqualTo(-0.5);
        assertThat(variants.get(1).low()).isNegative();
    }

    private RunEvent.Planned planned(int items, int repeats, List<MetricSpec> metrics) {
        return planned(items, repeats, metrics, List.of());
    }

    private RunEvent.Planned planned(int items, int repeats, List<MetricSpec> metrics, List<VariantUse> variants) {
        BenchmarkDefinition benchmark = new BenchmarkDefinition(
                "b",
                "1",
                new DatasetRef(ContentHash.of("data"), items),
                List.of(Message.user("{{ q }}")),
                "a",
                null,
                "category",
                List.of(
                        new PipelineSpec("default", List.of(new StepSpec("last_number", Map.of()))),
                        new PipelineSpec("whole", List.of(new StepSpec("strip", Map.of())))),
                metrics);
        RunDefinition definition = new RunDefinition(
                run,
                GROUP,
                "a run",
                benchmark,
                List.of(new ModelUse(
                        new ModelId("m"), new ConnectionId("c"), new PoolId("p"), "m", GenerationParameters.DEFAULT)),
                items,
                repeats,
                1,
                null,
                new PriceBookVersion("pb-1"),
                new AttemptPolicy(5, 60_000),
                Map.of(),
                null,
                List.of(),
                variants);
        return new RunEvent.Planned(IDS.nextEvent(), NOW, GROUP, run, definition, ContentHash.of("manifest"));
    }

    private RunEvent.Settled settled(long outcomes) {
        return new RunEvent.Settled(IDS.nextEvent(), NOW, GROUP, run, outcomes, outcomes);
    }

    private AttemptOutcome answered(int item, String text) {
        return answer(item, 0, text);
    }

    private AttemptOutcome answer(int item, int repeat, String text) {
        return outcome(item, repeat, new Outcome.Answered(text, "stop", Usage.of(1, 1)));
    }

    private AttemptOutcome failed(int item) {
        return outcome(item, 0, new Outcome.Failed(FailureKind.OVERLOADED, "busy", 503, null));
    }

    private AttemptOutcome said(int item, String text, List<String> references) {
        return outcome(item, 0, new Outcome.Answered(text, "stop", Usage.of(1, 1)), references);
    }

    private AttemptOutcome outcome(int item, int repeat, Outcome outcome) {
        return outcome(item, repeat, outcome, List.of(String.valueOf(item + 1)));
    }

    private AttemptOutcome outcome(int item, int repeat, Outcome outcome, List<String> references) {
        return new AttemptOutcome(
                IDS.nextEvent(),
                NOW,
                GROUP,
                run,
                new AttemptId(new TaskId(run, 0, item, repeat), 1),
                IDS.nextCall(),
                new WorkerId("w"),
                new PoolId("p"),
                new ModelId("m"),
                new SampleContext("item-" + item, "sums", references, List.of()),
                true,
                outcome,
                null,
                Map.of());
    }
}
