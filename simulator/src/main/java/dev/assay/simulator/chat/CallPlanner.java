package dev.assay.simulator.chat;

import dev.assay.simulator.answer.Answer;
import dev.assay.simulator.answer.AnswerText;
import dev.assay.simulator.answer.Draw;
import dev.assay.simulator.answer.Truth;
import dev.assay.simulator.fault.ErrorScript;
import dev.assay.simulator.fault.Treatment;
import dev.assay.simulator.fault.Treatment.Ending;
import dev.assay.simulator.likelihood.ByteModel;
import dev.assay.simulator.likelihood.PlantedChoice;
import dev.assay.simulator.limit.Verdict;
import dev.assay.simulator.log.CallEntry;
import dev.assay.simulator.model.Completions.Behaviour;
import dev.assay.simulator.model.Limits;
import dev.assay.simulator.model.ModelSpec;
import java.util.Optional;

/**
 * Decides what is done with a well-formed call. In this order it is refused if it asks for no known model (404), meets a
 * status in the error script, is too long for the model (400), or finds the account's limits reached (429); a refused
 * call uses up no quota and is not billed. The only things outside the call that matter are the model's quota and, for
 * calls that tell no attempt, how many there were before.
 */
final class CallPlanner {

    private static final String UNKNOWN_MODEL = "(unknown)";
    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final Runnable NO_PERMIT = () -> {};

    private final ModelCatalogue models;

    CallPlanner(ModelCatalogue models) {
        this.models = models;
    }

    /**
     * The plan for a call; a quota is used up by it.
     *
     * @param id names the completion
     * @param receivedNanos when it came, for windows
     * @param receivedMicros when it came, since 1970
     */
    CallPlan plan(Asked asked, String id, long receivedNanos, long receivedMicros) {
        Optional<ServedModel> found = models.find(asked.model());
        if (found.isEmpty()) {
            return refuse(notBilled(asked.caller(), UNKNOWN_MODEL), Refusal.noSuchModel(asked.model()));
        }
        ServedModel model = found.get();
        ModelSpec spec = model.spec();
        Draw draw = asked.draw(spec.name());
        long attempt = asked.caller().attempt() > 0 ? asked.caller().attempt() : model.nextArrival();
        return switch (ErrorScript.decide(spec.errors(), draw, attempt)) {
            case Treatment.Refuse refuse ->
                new CallPlan.Refuse(
                        notBilled(asked.caller(), spec.name()),
                        Refusal.scripted(refuse.status()),
                        Optional.empty(),
                        refuse.retryAfterSeconds() * MICROS_PER_SECOND);
            case Treatment.Accept treatment -> {
                Accepted accepted = new Accepted(
                        model,
                        spec,
                        id,
                        receivedNanos,
                        receivedMicros,
                        treatment,
                        Timing.of(spec.pace(), treatment, draw.with(attempt)));
                yield switch (asked) {
                    case ChatRequest chat -> chat(chat, draw, accepted);
                    case CompletionRequest completion -> completion(completion, draw, accepted);
                };
            }
        };
    }

    /** A call that no error script stands against. */
    private record Accepted(
            ServedModel model,
            ModelSpec spec,
            String id,
            long receivedNanos,
            long receivedMicros,
            Treatment.Accept treatment,
            Timing timing) {

        boolean isTooLong(int tokens) {
            return spec.contextTokens() > 0 && tokens > spec.contextTokens();
        }

        CallPlan tooLong(Caller caller, int tokens) {
            return refuse(notBilled(caller, spec.name()), Refusal.contextTooLong(spec.contextTokens(), tokens));
        }
    }

    private static CallPlan chat(ChatRequest asked, Draw draw, Accepted accepted) {
        ModelSpec spec = accepted.spec();
        Answer answer = AnswerText.to(asked.question(), spec, draw);
        if (accepted.isTooLong(answer.inputTokens())) {
            return accepted.tooLong(asked.caller(), answer.inputTokens());
        }
        Completion completion = new Completion(
                accepted.id(),
                accepted.receivedMicros() / MICROS_PER_SECOND,
                spec.name(),
                answer,
                accepted.treatment().usageFactor());
        Reply reply = asked.stream()
                ? new StreamReply(
                        completion,
                        accepted.timing(),
                        asked.includeUsage(),
                        spec.pace().stamps(),
                        accepted.receivedMicros())
                : WholeReply.of(completion, accepted.timing(), accepted.treatment());
        return admit(asked.caller(), answer, reply, accepted);
    }

    private static CallPlan completion(CompletionRequest asked, Draw draw, Accepted accepted) {
        ModelSpec spec = accepted.spec();
        Behaviour behaviour = spec.completions().behaviour();
        Optional<Refusal> refusal = Refusal.ofCompletion(asked, behaviour);
        if (refusal.isPresent()) {
            return refuse(notBilled(asked.caller(), spec.name()), refusal.get());
        }
        CompletionRequest.Judged judged = asked.judged();
        ByteModel language = new ByteModel(spec.completions().temperature());
        PlantedChoice planted = PlantedChoice.of(
                asked.prompts(),
                language,
                judged.options(),
                judged.from(),
                judged.right(),
                spec.abilities().of(asked.caller().category(), asked.caller().form()),
                draw);
        int longest = planted.prompts().stream()
                .mapToInt(prompt -> prompt.tokens().size())
                .max()
                .orElse(0);
        if (accepted.isTooLong(longest)) {
            return accepted.tooLong(asked.caller(), longest);
        }
        Answer answer = new Answer(
                "",
                planted.truth(),
                false,
                EchoedCompletion.inputTokens(planted.prompts()),
                EchoedCompletion.outputTokens(asked));
        String json = new EchoedCompletion(
                        accepted.id(),
                        accepted.receivedMicros() / MICROS_PER_SECOND,
                        asked,
                        planted.prompts(),
                        language,
                        behaviour,
                        accepted.treatment().usageFactor())
                .json();
        return admit(
                asked.caller(),
                answer,
                WholeReply.ofTokens(json, asked.maxTokens(), accepted.timing(), accepted.treatment()),
                accepted);
    }

    private static CallPlan admit(Caller caller, Answer answer, Reply reply, Accepted accepted) {
        ModelSpec spec = accepted.spec();
        ServedModel model = accepted.model();
        Ending ending = accepted.treatment().ending();
        CallEntry billed = billed(caller, spec.name(), answer);
        if (spec.limits().equals(Limits.NONE)) {
            return new CallPlan.Serve(billed, accepted.id(), reply, ending, Optional.empty(), NO_PERMIT);
        }
        int tokens = billed.inputTokens() + billed.outputTokens();
        return switch (model.gate().admit(spec.limits(), tokens, accepted.receivedNanos() / 1_000)) {
            case Verdict.Admitted admitted ->
                new CallPlan.Serve(billed, accepted.id(), reply, ending, admitted.state(), model.gate()::ended);
            case Verdict.Refused refused ->
                new CallPlan.Refuse(
                        notBilled(caller, spec.name()),
                        Refusal.rateLimited(spec.name(), refused.what(), (refused.retryAfterMicros() + 999) / 1_000),
                        refused.state(),
                        spec.limits().headers() ? refused.retryAfterMicros() : 0);
        };
    }

    private static CallPlan refuse(CallEntry entry, Refusal refusal) {
        return new CallPlan.Refuse(entry, refusal, Optional.empty(), 0);
    }

    static CallEntry notBilled(Caller caller, String model) {
        return new CallEntry(
                caller.run(),
                caller.task(),
                caller.call(),
                caller.attempt(),
                model,
                caller.category(),
                Truth.UNKNOWN,
                0,
                0);
    }

    private static CallEntry billed(Caller caller, String model, Answer answer) {
        return new CallEntry(
                caller.run(),
                caller.task(),
                caller.call(),
                caller.attempt(),
                model,
                caller.category(),
                answer.truth(),
                answer.inputTokens(),
                answer.outputTokens());
    }
}
