package dev.assay.gateway.results;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.assay.contracts.event.AttemptOutcome;
import dev.assay.contracts.event.CallTimings;
import dev.assay.contracts.event.FailureKind;
import dev.assay.contracts.event.Outcome;
import dev.assay.contracts.id.TaskId;
import dev.assay.contracts.json.EventJson;
import dev.assay.contracts.money.Usage;
import dev.assay.gateway.database.Columns;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How an attempt's outcome becomes stored columns, the same for samples and for attempts. */
final class AttemptColumns {

    static final String NAMES = "run_key, model, item, repeat, attempt, outcome, http_status, total_us, first_token_us,"
            + " queued_us, started_us, input_tokens, cached_tokens, output_tokens, reasoning_tokens, estimated, call_id,"
            + " worker, failure, message, headers";
    static final String SAMPLE_NAMES = NAMES + ", finish_reason, item_id, category, answer";

    private AttemptColumns() {}

    static Columns attempts() {
        return Columns.of(
                "int8", "int2", "int4", "int4", "int4", "int2", "int2", "int8", "int8", "int8", "int8", "int4", "int4",
                "int4", "int4", "bool", "text", "text", "text", "text", "text");
    }

    static Columns samples() {
        return Columns.of(
                "int8", "int2", "int4", "int4", "int4", "int2", "int2", "int8", "int8", "int8", "int8", "int4", "int4",
                "int4", "int4", "bool", "text", "text", "text", "text", "text", "text", "text", "text", "text");
    }

    static void addAttempt(Columns columns, long run, AttemptOutcome attempt) {
        columns.add(values(run, attempt, 0));
    }

    static void addSample(Columns columns, long run, AttemptOutcome attempt) {
        @Nullable Object[] row = values(run, attempt, 4);
        int next = row.length - 4;
        row[next] = finishReason(attempt.outcome());
        row[next + 1] = attempt.sample().itemId();
        row[next + 2] = attempt.sample().category();
        row[next + 3] = answer(attempt.outcome());
        columns.add(row);
    }

    private static @Nullable Object[] values(long run, AttemptOutcome attempt, int more) {
        TaskId task = attempt.attemptId().task();
        CallTimings timings = attempt.timings();
        Usage usage = usage(attempt.outcome());
        @Nullable Object[] row = new Object[21 + more];
        row[0] = run;
        row[1] = (short) task.model();
        row[2] = task.item();
        row[3] = task.repeat();
        row[4] = attempt.attemptId().number();
        row[5] = OutcomeKind.of(attempt.outcome()).code();
        row[6] = httpStatus(attempt.outcome());
        if (timings != null) {
            row[7] = timings.totalMicros();
            row[8] = timings.firstTokenMicros();
            row[9] = timings.queuedMicros();
            row[10] = ChronoUnit.MICROS.between(Instant.EPOCH, timings.startedAt());
        }
        if (usage != null) {
            row[11] = count(usage.inputTokens());
            row[12] = count(usage.cachedInputTokens());
            row[13] = count(usage.outputTokens());
            row[14] = count(usage.reasoningTokens());
            row[15] = usage.estimated();
        }
        row[16] = attempt.callId() == null ? null : attempt.callId().value();
        row[17] = attempt.workerId().value();
        row[18] = failure(attempt.outcome());
        row[19] = message(attempt.outcome());
        row[20] = headers(attempt.responseHeaders());
        return row;
    }

    // A provider may say anything; what does not fit says no less by being as large as can be.
    static int count(long tokens) {
        return (int) Math.min(tokens, Integer.MAX_VALUE);
    }

    private static @Nullable Usage usage(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Answered answered -> answered.usage();
            case Outcome.Refused refused -> refused.usage();
            case Outcome.Failed failed -> failed.usage();
            case Outcome.Cancelled cancelled -> null;
            case Outcome.Unrecognised unrecognised -> null;
        };
    }

    private static @Nullable Short httpStatus(Outcome outcome) {
        return outcome instanceof Outcome.Failed failed && failed.httpStatus() != null
                ? failed.httpStatus().shortValue()
                : null;
    }

    private static @Nullable String failure(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Failed failed -> failed.kind().name();
            case Outcome.Unrecognised unrecognised -> FailureKind.UNKNOWN.name();
            case Outcome.Answered answered -> null;
            case Outcome.Refused refused -> null;
            case Outcome.Cancelled cancelled -> null;
        };
    }

    private static @Nullable String message(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Failed failed -> failed.message();
            case Outcome.Refused refused -> refused.reason();
            case Outcome.Cancelled cancelled -> cancelled.reason();
            case Outcome.Answered answered -> null;
            case Outcome.Unrecognised unrecognised -> null;
        };
    }

    private static @Nullable String finishReason(Outcome outcome) {
        return outcome instanceof Outcome.Answered answered ? answered.finishReason() : null;
    }

    private static @Nullable String answer(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Answered answered -> answered.text();
            case Outcome.Refused refused -> refused.text();
            case Outcome.Failed failed -> null;
            case Outcome.Cancelled cancelled -> null;
            case Outcome.Unrecognised unrecognised -> null;
        };
    }

    private static @Nullable String headers(Map<String, String> headers) {
        if (headers.isEmpty()) {
            return null;
        }
        try {
            return EventJson.mapper().writeValueAsString(new TreeMap<>(headers));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts can always be written", e);
        }
    }
}
