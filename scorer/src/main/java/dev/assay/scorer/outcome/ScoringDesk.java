package dev.assay.scorer.outcome;

import dev.assay.contracts.event.AttemptOutcome;
import dev.assay.contracts.event.MetricAggregate;
import dev.assay.contracts.event.Outcome;
import dev.assay.contracts.event.RunEvent;
import dev.assay.contracts.event.SampleScore;
import dev.assay.contracts.event.ScoreEvent;
import dev.assay.contracts.event.VariantAggregate;
import dev.assay.contracts.id.IdSource;
import dev.assay.contracts.id.RunId;
import dev.assay.contracts.id.TaskId;
import dev.assay.contracts.topic.Topic;
import dev.assay.messaging.publish.Outgoing;
import dev.assay.scorer.scoring.SampleScores;
import dev.assay.scoring.aggregate.OutcomeKind;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where everything about scores happens, one batch at a time. Each method may be repeated with the same events: what is
 * stored stays the same, what is told is told again.
 */
final class ScoringDesk {

    private static final Duration BETWEEN_LIVE_AGGREGATES = Duration.ofSeconds(1);
    private static final int CHUNK = 500;
    private static final int RUNS_IN_MEMORY = 64;

    private final ReentrantLock lock = new ReentrantLock();
    private final OutcomeStore store;
    private final JudgingDesk judging;
    private final Consumer<List<Outgoing>> publish;
    private final IdSource ids;
    private final Clock clock;
    private final Map<RunId, ScoredRun> runs = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<RunId, ScoredRun> eldest) {
            return size() > RUNS_IN_MEMORY;
        }
    };

    /** @param publish returns when the events are durable */
    ScoringDesk(OutcomeStore store, JudgeStore judged, Consumer<List<Outgoing>> publish, IdSource ids, Clock clock) {
        this.store = store;
        this.judging = new JudgingDesk(judged, publish, ids, clock);
        this.publish = publish;
        this.ids = ids;
        this.clock = clock;
    }

    /** Scores and stores final outcomes, and tells their scores. */
    void take(List<AttemptOutcome> outcomes) throws SQLException {
        Map<RunId, Map<TaskId, StoredOutcome>> byRun = new LinkedHashMap<>();
        for (AttemptOutcome outcome : outcomes) {
            if (outcome.finalForTask()) {
                byRun.computeIfAbsent(outcome.runId(), run -> new LinkedHashMap<>())
                        .putIfAbsent(outcome.attemptId().task(), stored(outcome));
            }
        }
        lock.lock();
        try {
            for (Map.Entry<RunId, Map<TaskId, StoredOutcome>> entry : byRun.entrySet()) {
                take(entry.getKey(), List.copyOf(entry.getValue().values()));
            }
        } catch (SQLException | RuntimeException e) {
            // What is in memory may be ahead of what is stored.
            runs.clear();
            throw e;
        } finally {
            lock.unlock();
        }
    }

    private void take(RunId id, List<StoredOutcome> outcomes) throws SQLException {
        Optional<ScoredRun> known = run(id);
        if (known.isEmpty()) {
            // The plan comes on another topic; it will find these and score them.
            store.add(id, outcomes);
            return;
        }
        ScoredRun run = known.get();
        List<StoredOutcome> scored = outcomes.stream()
                .filter(outcome -> !run.definition.isJudgement(outcome.task()))
                .map(run::score)
                .toList();
        List<StoredOutcome> replies = outcomes.stream()
                .filter(outcome -> run.definition.isJudgement(outcome.task()))
                .toList();
        Set<TaskId> added =
                store.add(id, Stream.concat(scored.stream(), replies.stream()).toList());
        scored.stream().filter(outcome -> added.contains(outcome.task())).forEach(run::count);
        List<Outgoing> events = samplesScored(run, scored);
        Instant now = clock.instant();
        if (!added.isEmpty() && run.lastTold.plus(BETWEEN_LIVE_AGGREGATES).isBefore(now)) {
            run.lastTold = now;
            events.add(aggregated(run, false, run.outcomes, run.live.soFar(), List.of()));
        }
        Optional<RunDecisions> news = run.questions.flatMap(RunQuestions::news);
        if (news.isPresent()) {
            store.decide(id, news.get());
            events.add(decided(run, news.get()));
        }
        publish.accept(events);
        judging.want(run.definition, scored);
        judging.tellIfAllWanted(run.definition);
        judging.judged(run.definition, run.revision, replies);
        finishIfReady(id);
    }

    void planned(RunEvent.Planned planned) throws SQLException {
        locked(planned.runId(), () -> {
            store.plan(planned.definition());
            RunRecord record = store.find(planned.runId()).orElseThrow();
            if (record.recorded() > 0 && record.finalRevision() == 0) {
                scoreStored(new ScoredRun(record), true);
            }
        });
    }

    void samplesSettled(RunEvent.SamplesSettled settled) throws SQLException {
        locked(settled.runId(), () -> {
            Optional<RunRecord> record = store.find(settled.runId());
            if (record.isPresent()) {
                judging.samplesSettled(record.get().definition(), settled.outcomes());
            }
        });
    }

    void settled(RunEvent.Settled settled) throws SQLException {
        locked(settled.runId(), () -> {
            store.expect(settled);
            finishIfReady(settled.runId());
        });
    }

    void rescore(RunEvent.RescoreRequested request) throws SQLException {
        locked(request.runId(), () -> {
            store.revise(request.runId(), request.revision(), request.pipelines(), request.metrics());
            runs.remove(request.runId());
            Optional<RunRecord> record = store.find(request.runId());
            if (record.isPresent() && record.get().revision() == request.revision()) {
                scoreStored(new ScoredRun(record.get()), false);
                finishIfReady(request.runId());
            }
        });
    }

    private interface Work {
        void run() throws SQLException;
    }

    private void locked(RunId run, Work work) throws SQLException {
        lock.lock();
        try {
            work.run();
        } finally {
            runs.remove(run);
            lock.unlock();
        }
    }

    /** Scores what is stored, page by page. */
    private void scoreStored(ScoredRun run, boolean onlyUnscored) throws SQLException {
        List<StoredOutcome> page = new ArrayList<>(CHUNK);
        store.scan(run.definition, true, outcome -> {
            if (!onlyUnscored || outcome.scores() == null) {
                page.add(run.score(outcome));
                if (page.size() == CHUNK) {
                    rewrite(run, page, onlyUnscored);
                }
            }
        });
        rewrite(run, page, onlyUnscored);
    }

    private void rewrite(ScoredRun run, List<StoredOutcome> page, boolean wantJudged) throws SQLException {
        if (!page.isEmpty()) {
            store.rescore(run.definition.id(), page);
            publish.accept(samplesScored(run, page));
            if (wantJudged) {
                judging.want(run.definition, page);
            }
            page.clear();
        }
    }

    private void finishIfReady(RunId id) throws SQLException {
        Optional<RunRecord> record = store.find(id);
        if (record.isEmpty() || !record.get().isReadyForFinal()) {
            return;
        }
        ScoredRun run = new ScoredRun(record.get());
        List<Outgoing> events = new ArrayList<>();
        RunDecisions decisions = record.get().decided();
        if (run.questions.isPresent()) {
            decisions = inTheEnd(run, run.questions.get());
            events.add(decided(run, decisions));
        }
        Aggregates whole = Aggregates.whole(run.definition, run.plan, decisions);
        store.scan(run.definition, run.plan.needsEvidence(), outcome -> whole.add(run.readBack(outcome)));
        events.add(aggregated(run, true, record.get().recorded(), whole.whole(), whole.variants()));
        publish.accept(events);
        store.markFinal(id, run.revision);
        runs.remove(id);
    }

    private RunDecisions inTheEnd(ScoredRun run, RunQuestions questions) throws SQLException {
        store.scan(run.definition, false, questions::take);
        RunDecisions decisions = questions.inTheEnd();
        store.decide(run.definition.id(), decisions);
        return decisions;
    }

    private Optional<ScoredRun> run(RunId id) throws SQLException {
        @Nullable ScoredRun known = runs.get(id);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<RunRecord> record = store.find(id);
        if (record.isEmpty()) {
            return Optional.empty();
        }
        ScoredRun run = new ScoredRun(record.get());
        if (record.get().recorded() > 0) {
            store.scan(run.definition, run.plan.needsEvidence(), outcome -> run.count(run.readBack(outcome)));
        }
        runs.put(id, run);
        return Optional.of(run);
    }

    private List<Outgoing> samplesScored(ScoredRun run, List<StoredOutcome> outcomes) {
        List<Outgoing> events = new ArrayList<>();
        List<SampleScore> answered = outcomes.stream()
                .filter(outcome -> outcome.kind() == OutcomeKind.ANSWERED)
                .map(ScoringDesk::sampleScore)
                .toList();
        for (int from = 0; from < answered.size(); from += CHUNK) {
            List<SampleScore> chunk = answered.subList(from, Math.min(from + CHUNK, answered.size()));
            events.add(outgoing(
                    run,
                    new ScoreEvent.SamplesScored(
                            ids.nextEvent(),
                            clock.instant(),
                            run.definition.group(),
                            run.definition.id(),
                            run.revision,
                            chunk)));
        }
        return events;
    }

    private static SampleScore sampleScore(StoredOutcome outcome) {
        SampleScores scores = outcome.allScores();
        Map<String, Double> values = new TreeMap<>();
        scores.scores().forEach((label, score) -> values.put(label, score.value()));
        return new SampleScore(outcome.task(), scores.extracted(), values, scores.unscored());
    }

    private Outgoing decided(ScoredRun run, RunDecisions decisions) {
        return outgoing(
                run,
                new ScoreEvent.Decided(
                        ids.nextEvent(),
                        clock.instant(),
                        run.definition.group(),
                        run.definition.id(),
                        run.questions.orElseThrow().rule(),
                        decisions.decisions(),
                        decisions.stopped()));
    }

    private Outgoing aggregated(
            ScoredRun run,
            boolean isFinal,
            long outcomes,
            List<MetricAggregate> aggregates,
            List<VariantAggregate> variants) {
        return outgoing(
                run,
                new ScoreEvent.Aggregated(
                        ids.nextEvent(),
                        clock.instant(),
                        run.definition.group(),
                        run.definition.id(),
                        run.revision,
                        isFinal,
                        outcomes,
                        aggregates,
                        variants));
    }

    private static Outgoing outgoing(ScoredRun run, ScoreEvent event) {
        return new Outgoing(Topic.SCORES, run.definition.id().value(), event);
    }

    private static StoredOutcome stored(AttemptOutcome outcome) {
        @Nullable String answer = outcome.outcome() instanceof Outcome.Answered answered ? answered.text() : null;
        OutcomeKind kind = switch (outcome.outcome()) {
            case Outcome.Answered ignored -> OutcomeKind.ANSWERED;
            case Outcome.Refused ignored -> OutcomeKind.REFUSED;
            case Outcome.Failed ignored -> OutcomeKind.FAILED;
            case Outcome.Cancelled ignored -> OutcomeKind.CANCELLED;
            case Outcome.Unrecognised ignored -> OutcomeKind.FAILED;
        };
        return new StoredOutcome(
                outcome.attemptId().task(),
                outcome.groupId(),
                kind,
                outcome.sample().category(),
                answer,
                outcome.sample().references(),
                outcome.sample().choices(),
                null);
    }
}
