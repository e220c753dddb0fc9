package dev.assay.simulator.chat;

import dev.assay.simulator.answer.Answer;
import dev.assay.simulator.answer.AnswerText;
import dev.assay.simulator.answer.Draw;
import dev.assay.simulator.answer.Truth;
import dev.assay.simulator.fault.ErrorScript;
import dev.assay.simulator.fault.Treatment;
import dev.assay.simulator.limit.Verdict;
import dev.assay.simulator.log.CallEntry;
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
    CallPlan plan(ChatRequest asked, String id, long receivedNanos, long receivedMicros) {
        Optional<ServedModel> found = models.find(asked.model());
        if (found.isEmpty()) {
            return refuse(notBilled(asked.caller(), UNKNOWN_MODEL), Refusal.noSuchModel(asked.model()));
        }
        ServedModel model = found.get();
        ModelSpec spec = model.spec();
        Draw draw = asked.question().draw(spec.name());
        long attempt = asked.caller().attempt() > 0 ? asked.caller().attempt() : model.nextArrival();
        return switch (ErrorScript.decide(spec.errors(), draw, attempt)) {
            case Treatment.Refuse refuse ->
                new CallPlan.Refuse(
                        notBilled(asked.caller(), spec.name()),
                        Refusal.scripted(refuse.status()),
                        Optional.empty(),
                        refuse.retryAfterSeconds() * MICROS_PER_SECOND);
            case Treatment.Accept treatment -> {
                Answer answer = AnswerText.to(asked.question(), spec, draw);
                if (spec.contextTokens() > 0 && answer.inputTokens() > spec.contextTokens()) {
                    yield refuse(
                            notBilled(asked.caller(), spec.name()),
                            Refusal.contextTooLong(spec.contextTokens(), answer.inputTokens()));
                }
                Completion completion = new Completion(
                        id, receivedMicros / MICROS_PER_SECOND, spec.name(), answer, treatment.usageFactor());
                Timing timing = Timing.of(spec.pace(), treatment, draw.with(attempt));
                Reply reply = asked.stream()
                        ? new StreamReply(
                                completion,
                                timing,
                                asked.includeUsage(),
                                spec.pace().stamps(),
                                receivedMicros)
                        : WholeReply.of(completion, timing, treatment);
                yield admit(asked, model, spec, completion, reply, treatment, receivedNanos);
            }
        };
    }

    private static CallPlan admit(
            ChatRequest asked,
            ServedModel model,
            ModelSpec spec,
            Completion completion,
            Reply reply,
            Treatment.Accept treatment,
            long receivedNanos) {
        CallEntry billed = billed(asked.caller(), spec.name(), completion.answer());
        if (spec.limits().equals(Limits.NONE)) {
            return new CallPlan.Serve(billed, completion.id(), reply, treatment.ending(), Optional.empty(), NO_PERMIT);
        }
        int tokens = billed.inputTokens() + billed.outputTokens();
        return switch (model.gate().admit(spec.limits(), tokens, receivedNanos / 1_000)) {
            case Verdict.Admitted admitted ->
                new CallPlan.Serve(
                        billed, completion.id(), reply, treatment.ending(), admitted.state(), model.gate()::ended);
            case Verdict.Refused refused ->
                new CallPlan.Refuse(
                        notBilled(asked.caller(), spec.name()),
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
