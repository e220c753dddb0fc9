package dev.assay.scorer.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.assay.contracts.event.AttemptOutcome;
import dev.assay.contracts.event.FailureKind;
import dev.assay.contracts.event.JudgeEvent;
import dev.assay.contracts.event.JudgeRequest;
import dev.assay.contracts.event.JudgedPair;
import dev.assay.contracts.event.MetricAggregate;
import dev.assay.contracts.event.Outcome;
import dev.assay.contracts.event.RunEvent;
import dev.assay.contracts.event.SampleScore;
import dev.assay.contracts.event.ScoreEvent;
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
import dev.assay.contracts.run.JudgePromptUse;
import dev.assay.contracts.run.JudgeUse;
import dev.assay.contracts.run.Message;
import dev.assay.contracts.run.MetricSpec;
import dev.assay.contracts.run.ModelUse;
import dev.assay.contracts.run.PipelineSpec;
import dev.assay.contracts.run.RunDefinition;
import dev.assay.contracts.run.SampleContext;
import dev.assay.messaging.publish.Outgoing;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class JudgingDeskTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final IdSource IDS = new UlidSource(CLOCK, new Random(2));
    private static final GroupId GROUP = new GroupId("default");

    private static ScorerDatabase database;

    private final RunId run = IDS.nextRun();
    private final List<Object> told = new ArrayList<>();
    private final ScoringDesk desk = new ScoringDesk(
            new OutcomeStore(database.dataSource()),
            new JudgeStore(database.dataSource()),
            events -> events.stream().map(Outgoing::event).forEach(told::add),
            IDS,
            CLOCK);

    @BeforeAll
    static void startDatabase() throws IOException {
        database = ScorerDatabase.start();
    }

    @AfterAll
    static void stopDatabase() throws IOException {
        database.close();
    }

    @Test
    void a_pair_is_wanted_in_both_orders_once_both_answers_are_there() throws SQLException {
        // Given
        desk.planned(planned(JudgeUse.Mode.PAIRWISE));
        desk.take(List.of(answered(0, 0, "one"), failed(0, 1), answered(1, 1, "unpaired")));

        // When
        desk.take(List.of(answered(1, 0, "two")));

        // Then
        assertThat(wanted())
                .containsExactly(
                        new JudgeRequest(task(2, 0), List.of("one", "two")),
                        new JudgeRequest(task(3, 0), List.of("two", "one")));
    }

    @Test
    void what_came_before_the_plan_is_wanted_with_the_plan() throws SQLException {
        // Given
        desk.take(List.of(answered(0, 0, "one"), answered(1, 0, "two")));

        // When
        desk.planned(planned(JudgeUse.Mode.POINTWISE));

        // Then
        assertThat(wanted())
                .containsExactly(
                        new JudgeRequest(task(2, 0), List.of("one")), new JudgeRequest(task(3, 0), List.of("two")));
    }

    @Test
    void no_more_will_be_wanted_once_all_samples_are_stored() throws SQLException {
        // Given
        desk.planned(planned(JudgeUse.Mode.PAIRWISE));
        desk.take(List.of(answered(0, 0, "one"), answered(1, 0, "two"), answered(0, 1, "x")));
        desk.samplesSettled(new RunEvent.SamplesSettled(IDS.nextEvent(), NOW, GROUP, run, 4));
        assertThat(told).noneMatch(JudgeEvent.AllWanted.class::isInstance);

        // When
        desk.take(List.of(failed(1, 1)));

        // Then
        assertThat(told.getLast()).isInstanceOf(JudgeEvent.AllWanted.class);
        assertThat(wanted()).hasSize(2);
    }

    @Test
    void a_pair_is_told_when_both_verdicts_are_in_and_a_contradiction_is_a_tie() throws SQLException {
        // Given
        desk.planned(planned(JudgeUse.Mode.PAIRWISE));
        desk.take(List.of(answered(0, 0, "one"), answered(1, 0, "three")));
        desk.take(List.of(answered(2, 0, "The first. [[A]]")));
        assertThat(pairs()).isEmpty();

        // When
        desk.take(List.of(answered(3, 0, "The first again. [[A]]")));

        // Then
        assertThat(pairs())
                .containsExactly(new JudgedPair(
                        "judge",
                        0,
                        0,
                        "sums",
                        new ModelId("m0"),
                        new ModelId("m1"),
                        JudgedPair.Verdict.A,
                        JudgedPair.Verdict.B,
                        JudgedPair.Verdict.TIE,
                        3,
                        5));
    }

    @Test
    void an_unreadable_or_missing_reply_is_no_vote() throws SQLException {
        // Given
        desk.planned(planned(JudgeUse.Mode.PAIRWISE));
        desk.take(List.of(answered(0, 0, "one"), answered(1, 0, "two"), answered(0, 1, "a"), answered(1, 1, "b")));

        // When
        desk.take(List.of(
                answered(2, 0, "Both are fine."), answered(3, 0, "[[B]]"), answered(2, 1, "[[C]]"), failed(3, 1)));

        // Then
        assertThat(pairs())
                .extracting(JudgedPair::asGiven, JudgedPair::swapped, JudgedPair::outcome)
                .containsExactly(
                        tuple(JudgedPair.Verdict.MISSING, JudgedPair.Verdict.A, null),
                        tuple(JudgedPair.Verdict.TIE, JudgedPair.Verdict.MISSING, null));
    }

    @Test
    void grades_are_scores_of_their_samples_and_are_kept_when_these_are_scored_again() throws SQLException {
        // Given
        desk.planned(planned(JudgeUse.Mode.POINTWISE));
        desk.take(List.of(answered(0, 0, "1"), answered(1, 0, "1"), answered(0, 1, "2"), answered(1, 1, "2")));
        desk.take(List.of(
                answered(2, 0, "Good. Rating: [[8]]"),
                answered(3, 0, "Rating: [[11]]"),
                answered(2, 1, "Rating: [[4]]"),
                failed(3, 1)));
        desk.settled(new RunEvent.Settled(IDS.nextEvent(), NOW, GROUP, run, 8, 8));
        MetricAggregate first = grade(0);

        // When
        desk.rescore(new RunEvent.RescoreRequested(IDS.nextEvent(), NOW, GROUP, run, 2, List.of(), List.of()));

        // Then
        assertThat(graded())
                .extracting(SampleScore::taskId, SampleScore::scores)
                .contains(tuple(task(0, 0), Map.of("judge", 8.0)), tuple(task(0, 1), Map.of("judge", 4.0)));
        assertThat(graded())
                .filteredOn(score -> score.scores().isEmpty())
                .extracting(score -> score.unscored().get("judge"))
                .containsExactlyInAnyOrder("the judge's grade lies outside of its scale", "the judge gave no reply");
        assertThat(first.value()).isEqualTo(6);
        assertThat(first.coverage()).isEqualTo(1);
        assertThat(grade(0)).isEqualTo(first);
        assertThat(grade(1).value()).isNull();
        assertThat(grade(1).unscored()).isEqualTo(2);
    }

    private List<JudgeRequest> wanted() {
        return told.stream()
                .filter(JudgeEvent.Wanted.class::isInstance)
                .flatMap(event -> ((JudgeEvent.Wanted) event).requests().stream())
                .toList();
    }

    private List<JudgedPair> pairs() {
        return told.stream()
                .filter(ScoreEvent.PairsJudged.class::isInstance)
                .flatMap(event -> ((ScoreEvent.PairsJudged) event).pairs().stream())
                .toList();
    }

    private List<SampleScore> graded() {
        return told.stream()
                .filter(ScoreEvent.SamplesJudged.class::isInstance)
                .flatMap(event -> ((ScoreEvent.SamplesJudged) event).samples().stream())
                .toList();
    }

    private MetricAggregate grade(int model) {
        return told.stream()
                .filter(event -> event instanceof ScoreEvent.Aggregated aggregated && aggregated.isFinal())
                .reduce((first, second) -> second)
                .map(ScoreEvent.Aggregated.class::cast)
                .orElseThrow()
                .aggregates()
                .stream()
                .filter(aggregate -> aggregate.metric().equals("judge")
                        && aggregate.category() == null
                        && aggregate.model().equals(new ModelId("m" + model)))
                .findFirst()
                .orElseThrow();
    }

    private RunEvent.Planned planned(JudgeUse.Mode mode) {
        BenchmarkDefinition benchmark = new BenchmarkDefinition(
                "b",
                "1",
                new DatasetRef(ContentHash.of("data"), 2),
                List.of(Message.user("{{ q }}")),
                "a",
                null,
                "category",
                List.of(new PipelineSpec("default", List.of())),
                List.of(new MetricSpec("exact_match", "exact_match", "default", Map.of())),
                null,
                null);
        String format = mode == JudgeUse.Mode.PAIRWISE ? "letter" : "rating";
        JudgePromptUse prompt = new JudgePromptUse("own", 1, "{{ answer }}", format);
        JudgeUse judge = new JudgeUse("judge", use("j"), mode, prompt, List.of(), 1, 10, true, null, null);
        RunDefinition definition = new RunDefinition(
                run,
                GROUP,
                "a run",
                benchmark,
                List.of(use("m0"), use("m1")),
                2,
                1,
                1,
                null,
                new PriceBookVersion("pb-1"),
                new AttemptPolicy(5, 60_000),
                Map.of(),
                null,
                List.of(judge),
                List.of());
        return new RunEvent.Planned(IDS.nextEvent(), NOW, GROUP, run, definition, ContentHash.of("manifest"));
    }

    private static ModelUse use(String model) {
        return new ModelUse(
                new ModelId(model), new ConnectionId("c"), new PoolId("p"), model, GenerationParameters.DEFAULT);
    }

    private TaskId task(int lane, int item) {
        return new TaskId(run, lane, item, 0);
    }

    private AttemptOutcome answered(int lane, int item, String text) {
        return outcome(lane, item, new Outcome.Answered(text, "stop", Usage.of(1, 1)));
    }

    private AttemptOutcome failed(int lane, int item) {
        return outcome(lane, item, new Outcome.Failed(FailureKind.OVERLOADED, "busy", 503, null));
    }

    private AttemptOutcome outcome(int lane, int item, Outcome outcome) {
        return new AttemptOutcome(
                IDS.nextEvent(),
                NOW,
                GROUP,
                run,
                new AttemptId(task(lane, item), 1),
                IDS.nextCall(),
                new WorkerId("w"),
                new PoolId("p"),
                new ModelId("m" + lane),
                new SampleContext("item-" + item, "sums", List.of("1"), List.of()),
                true,
                outcome,
                null,
                Map.of());
    }
}
