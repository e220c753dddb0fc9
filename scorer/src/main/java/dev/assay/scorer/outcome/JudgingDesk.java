package dev.assay.scorer.outcome;

import dev.assay.contracts.event.JudgeEvent;
import dev.assay.contracts.event.JudgeRequest;
import dev.assay.contracts.event.JudgedPair;
import dev.assay.contracts.event.SampleScore;
import dev.assay.contracts.event.ScoreEvent;
import dev.assay.contracts.id.IdSource;
import dev.assay.contracts.id.TaskId;
import dev.assay.contracts.run.Judgement;
import dev.assay.contracts.run.RunDefinition;
import dev.assay.contracts.topic.Topic;
import dev.assay.messaging.publish.Outgoing;
import dev.assay.scorer.scoring.SampleScores;
import dev.assay.scoring.aggregate.OutcomeKind;
import dev.assay.scoring.judge.Verdict;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Where judges are asked and their replies are read. Each method may be repeated with the same outcomes: the same is
 * wanted and told again. An answer counts as asked about only when the requests are published, and only then the
 * orchestrator is told that no more will come.
 */
final class JudgingDesk {

    private static final int CHUNK = 500;

    /** How much of answers goes into one event, in UTF-16 units; a single request may be more. */
    private static final int LARGEST = 200_000;

    private final JudgeStore store;
    private final Consumer<List<Outgoing>> publish;
    private final IdSource ids;
    private final Clock clock;

    JudgingDesk(JudgeStore store, Consumer<List<Outgoing>> publish, IdSource ids, Clock clock) {
        this.store = store;
        this.publish = publish;
        this.ids = ids;
        this.clock = clock;
    }

    /** Wants those judgements of stored samples of which all answers are there. */
    void want(RunDefinition run, List<StoredOutcome> samples) throws SQLException {
        List<TaskId> answered = samples.stream()
                .filter(sample -> sample.kind() == OutcomeKind.ANSWERED)
                .map(StoredOutcome::task)
                .filter(task -> run.variantOf(task).isEmpty())
                .toList();
        if (run.judges().isEmpty() || answered.isEmpty()) {
            return;
        }
        publish.accept(events(run, requests(run, answered)));
        store.markWanted(run.id(), answered);
    }

    private List<JudgeRequest> requests(RunDefinition run, List<TaskId> answered) throws SQLException {
        Map<TaskId, String> answers = store.answers(run, answered);
        List<Judgement> judgements = run.judgements();
        Map<TaskId, JudgeRequest> requests = new TreeMap<>();
        for (TaskId task : answered) {
            for (int i = 0; i < judgements.size(); i++) {
                Judgement judgement = judgements.get(i);
                if (judgement.concerns(task.model())) {
                    request(task, run.models().size() + i, judgement, answers)
                            .ifPresent(r -> requests.put(r.task(), r));
                }
            }
        }
        return List.copyOf(requests.values());
    }

    private static Optional<JudgeRequest> request(
            TaskId about, int lane, Judgement judgement, Map<TaskId, String> answers) {
        List<String> shown = new ArrayList<>();
        for (int model : models(judgement)) {
            String answer = answers.get(at(about, model));
            if (answer == null) {
                return Optional.empty();
            }
            shown.add(answer);
        }
        return Optional.of(new JudgeRequest(at(about, lane), shown));
    }

    private static List<Integer> models(Judgement judgement) {
        Integer second = judgement.second();
        return second == null ? List.of(judgement.first()) : List.of(judgement.first(), second);
    }

    private static TaskId at(TaskId task, int lane) {
        return new TaskId(task.run(), lane, task.item(), task.repeat());
    }

    private List<Outgoing> events(RunDefinition run, List<JudgeRequest> requests) {
        List<Outgoing> events = new ArrayList<>();
        List<JudgeRequest> chunk = new ArrayList<>();
        int size = 0;
        for (JudgeRequest request : requests) {
            int length = request.answers().stream().mapToInt(String::length).sum();
            if (!chunk.isEmpty() && (size + length > LARGEST || chunk.size() == CHUNK)) {
                events.add(wanted(run, chunk));
                chunk.clear();
                size = 0;
            }
            chunk.add(request);
            size += length;
        }
        if (!chunk.isEmpty()) {
            events.add(wanted(run, chunk));
        }
        return events;
    }

    private Outgoing wanted(RunDefinition run, List<JudgeRequest> requests) {
        return new Outgoing(
                Topic.JUDGE_REQUESTS,
                run.id().value(),
                new JudgeEvent.Wanted(ids.nextEvent(), clock.instant(), run.group(), run.id(), requests));
    }

    /** All samples have an outcome; tells that no more will be wanted when the last of them are stored and asked about. */
    void samplesSettled(RunDefinition run, long outcomes) throws SQLException {
        store.expectSamples(run.id(), outcomes);
        tellIfAllWanted(run);
    }

    void tellIfAllWanted(RunDefinition run) throws SQLException {
        if (!run.judges().isEmpty() && store.isAllWantedNow(run)) {
            publish.accept(List.of(new Outgoing(
                    Topic.JUDGE_REQUESTS,
                    run.id().value(),
                    new JudgeEvent.AllWanted(ids.nextEvent(), clock.instant(), run.group(), run.id()))));
            store.allWantedTold(run.id());
        }
    }

    /** Reads stored replies, adds grades to samples, and tells them and the pairs that are complete. */
    void judged(RunDefinition run, int revision, List<StoredOutcome> replies) throws SQLException {
        Map<TaskId, Map<String, Grade>> grades = new LinkedHashMap<>();
        TreeSet<TaskId> pairs = new TreeSet<>();
        for (StoredOutcome reply : replies) {
            Judgement judgement = run.judgementOf(reply.task());
            if (judgement.second() == null) {
                grades.computeIfAbsent(at(reply.task(), judgement.first()), task -> new TreeMap<>())
                        .putAll(JudgeReply.grades(judgement.judge(), reply.answer()));
            } else {
                pairs.add(at(reply.task(), asGiven(run, reply.task().model())));
            }
        }
        List<Outgoing> events = new ArrayList<>();
        if (!grades.isEmpty()) {
            store.grade(run.id(), grades);
            events.addAll(gradeEvents(run, revision, grades));
        }
        if (!pairs.isEmpty()) {
            events.addAll(pairEvents(run, replies, List.copyOf(pairs)));
        }
        publish.accept(events);
    }

    /** The lane in which the pair of a lane is shown with the earlier model's answer first. */
    private static int asGiven(RunDefinition run, int lane) {
        List<Judgement> judgements = run.judgements();
        int place = lane - run.models().size();
        return place > 0 && judgements.get(place).isSwapOf(judgements.get(place - 1)) ? lane - 1 : lane;
    }

    private List<Outgoing> gradeEvents(RunDefinition run, int revision, Map<TaskId, Map<String, Grade>> grades) {
        List<SampleScore> scores = new ArrayList<>();
        grades.forEach((task, byLabel) -> {
            SampleScores judged = Grade.scores(byLabel);
            Map<String, Double> values = new TreeMap<>();
            judged.scores().forEach((label, score) -> values.put(label, score.value()));
            scores.add(new SampleScore(task, Map.of(), values, judged.unscored()));
        });
        return chunks(scores).stream()
                .map(chunk -> outgoing(
                        run,
                        new ScoreEvent.SamplesJudged(
                                ids.nextEvent(), clock.instant(), run.group(), run.id(), revision, chunk)))
                .toList();
    }

    private List<Outgoing> pairEvents(RunDefinition run, List<StoredOutcome> asked, List<TaskId> pairs)
            throws SQLException {
        Map<TaskId, JudgeStore.Reply> replies = store.replies(run, pairs);
        Map<TaskId, Long> lengths = store.lengths(run, pairs);
        Map<TaskId, @Nullable String> categories = new LinkedHashMap<>();
        asked.forEach(reply -> categories.put(at(reply.task(), 0), reply.category()));
        List<JudgedPair> complete = new ArrayList<>();
        for (TaskId pair : pairs) {
            Judgement judgement = run.judgementOf(pair);
            JudgeStore.Reply asGiven = replies.get(pair);
            JudgeStore.Reply swapped = judgement.judge().swap() ? replies.get(at(pair, pair.model() + 1)) : null;
            if (asGiven != null && (swapped != null || !judgement.judge().swap())) {
                complete.add(pair(run, pair, judgement, asGiven, swapped, categories.get(at(pair, 0)), lengths));
            }
        }
        return chunks(complete).stream()
                .map(chunk -> outgoing(
                        run,
                        new ScoreEvent.PairsJudged(ids.nextEvent(), clock.instant(), run.group(), run.id(), chunk)))
                .toList();
    }

    private static JudgedPair pair(
            RunDefinition run,
            TaskId task,
            Judgement judgement,
            JudgeStore.Reply asGiven,
            JudgeStore.@Nullable Reply swapped,
            @Nullable String category,
            Map<TaskId, Long> lengths) {
        int first = judgement.first();
        int second = models(judgement).getLast();
        Verdict given = JudgeReply.verdict(judgement.judge(), asGiven.reply());
        Verdict other = swapped == null ? null : JudgeReply.verdict(judgement.judge(), swapped.reply());
        return new JudgedPair(
                judgement.judge().name(),
                task.item(),
                task.repeat(),
                category,
                run.models().get(first).id(),
                run.models().get(second).id(),
                JudgeReply.byModel(given, false),
                other == null ? null : JudgeReply.byModel(other, true),
                other == null ? JudgeReply.unresolved(given) : JudgeReply.resolved(given, other),
                lengths.getOrDefault(at(task, first), 0L),
                lengths.getOrDefault(at(task, second), 0L));
    }

    private static <T> List<List<T>> chunks(List<T> all) {
        List<List<T>> chunks = new ArrayList<>();
        for (int from = 0; from < all.size(); from += CHUNK) {
            chunks.add(all.subList(from, Math.min(from + CHUNK, all.size())));
        }
        return chunks;
    }

    private static Outgoing outgoing(RunDefinition run, ScoreEvent event) {
        return new Outgoing(Topic.SCORES, run.id().value(), event);
    }
}
