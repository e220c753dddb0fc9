package dev.assay.cost.ledger;

import dev.assay.contracts.event.AttemptOutcome;
import dev.assay.contracts.event.Outcome;
import dev.assay.contracts.id.AttemptId;
import dev.assay.contracts.id.CallId;
import dev.assay.contracts.id.GroupId;
import dev.assay.contracts.id.ModelId;
import dev.assay.contracts.id.RunId;
import dev.assay.contracts.money.Usage;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known of a call, without its price.
 *
 * @param at when the event happened that says so
 * @param open until when the call may still begin: a provider that is asked earlier may not know it yet
 */
record CallReport(
        CallId call,
        AttemptId attempt,
        RunId run,
        GroupId group,
        ModelId model,
        Usage usage,
        Basis basis,
        Instant at,
        Instant open) {

    private static final int FIRST_REFUSAL = 400;

    /** Of a call that is over. */
    CallReport(
            CallId call,
            AttemptId attempt,
            RunId run,
            GroupId group,
            ModelId model,
            Usage usage,
            Basis basis,
            Instant at) {
        this(call, attempt, run, group, model, usage, basis, at, at);
    }

    /**
     * What an outcome says; empty if the provider was never called. Every call whose outcome is known becomes an entry,
     * also one that failed: a refused one (status 4xx or 5xx) costs nothing; one that ended without usage is taken to
     * cost nothing until the provider says otherwise.
     */
    static Optional<CallReport> of(AttemptOutcome outcome) {
        CallId call = outcome.callId();
        if (call == null) {
            return Optional.empty();
        }
        Said said = said(outcome.outcome());
        return Optional.of(new CallReport(
                call,
                outcome.attemptId(),
                outcome.runId(),
                outcome.groupId(),
                outcome.model(),
                said.usage,
                said.basis,
                outcome.occurredAt()));
    }

    CallReport with(Usage newUsage, Basis newBasis, Instant newAt) {
        return new CallReport(call, attempt, run, group, model, newUsage, newBasis, newAt);
    }

    private record Said(Usage usage, Basis basis) {}

    private static Said said(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Answered answered -> new Said(answered.usage(), Basis.REPORTED);
            case Outcome.Refused refused -> new Said(refused.usage(), Basis.REPORTED);
            case Outcome.Failed failed -> said(failed);
            case Outcome.Cancelled cancelled -> new Said(Usage.NONE, Basis.ASSUMED);
            case Outcome.Unrecognised unrecognised -> new Said(Usage.NONE, Basis.ASSUMED);
        };
    }

    private static Said said(Outcome.Failed failed) {
        Usage usage = failed.usage();
        if (usage != null) {
            return new Said(usage, Basis.REPORTED);
        }
        Integer status = failed.httpStatus();
        boolean refused = status != null && status >= FIRST_REFUSAL;
        return new Said(Usage.NONE, refused ? Basis.REPORTED : Basis.ASSUMED);
    }
}
