package dev.assay.cost.ledger;

import dev.assay.contracts.event.RunEvent;
import dev.assay.contracts.id.ModelId;
import dev.assay.contracts.id.RunId;
import dev.assay.contracts.money.Usage;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Guesses what lost calls used: as much as the calls of their run and model did on average; else those of the model in
 * any run; else the assumed prompt and the most that the model might have generated.
 */
final class LostCalls {

    private static final String MEANS = """
            select coalesce(sum(served) filter (where run_id = ?), 0)        as served_here,
                   coalesce(sum(input_tokens) filter (where run_id = ?), 0)  as input_here,
                   coalesce(sum(output_tokens) filter (where run_id = ?), 0) as output_here,
                   coalesce(sum(served), 0)                                  as served,
                   coalesce(sum(input_tokens), 0)                            as input,
                   coalesce(sum(output_tokens), 0)                           as output
            from run_model_total where model = ?
            """;

    private final int assumedInput;
    private final int assumedOutput;

    /**
     * @param assumedInput tokens of a prompt, where nothing is known
     * @param assumedOutput tokens of an answer, where nothing is known
     */
    LostCalls(int assumedInput, int assumedOutput) {
        this.assumedInput = assumedInput;
        this.assumedOutput = assumedOutput;
    }

    /** Tokens of past calls: their number and sums. */
    record Past(long served, long input, long output) {

        Usage mean() {
            return new Usage(rounded(input), 0, rounded(output), 0, true);
        }

        private long rounded(long sum) {
            return (sum + served / 2) / served;
        }
    }

    /** Reports on lost calls, each with the tokens that are guessed. */
    List<CallReport> reports(Connection connection, List<RunEvent.CallLost> lost, Map<RunId, RunTerms> terms)
            throws SQLException {
        Map<Key, Usage> guesses = new HashMap<>();
        List<CallReport> reports = new ArrayList<>(lost.size());
        for (RunEvent.CallLost call : lost) {
            Key key = new Key(call.runId(), call.model());
            Usage guess = guesses.get(key);
            if (guess == null) {
                guess = guess(connection, key, terms.get(call.runId()));
                guesses.put(key, guess);
            }
            reports.add(new CallReport(
                    call.callId(),
                    call.attemptId(),
                    call.runId(),
                    call.groupId(),
                    call.model(),
                    guess,
                    Basis.ESTIMATED,
                    call.occurredAt(),
                    Objects.requireNonNullElse(call.startBy(), call.occurredAt())));
        }
        return reports;
    }

    private record Key(RunId run, ModelId model) {}

    private Usage guess(Connection connection, Key key, @Nullable RunTerms terms) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(MEANS)) {
            select.setString(1, key.run().value());
            select.setString(2, key.run().value());
            select.setString(3, key.run().value());
            select.setString(4, key.model().value());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                Past here = new Past(row.getLong("served_here"), row.getLong("input_here"), row.getLong("output_here"));
                Past anywhere = new Past(row.getLong("served"), row.getLong("input"), row.getLong("output"));
                Optional<Integer> maxTokens = terms == null ? Optional.empty() : terms.maxTokens(key.model());
                return guess(here, anywhere, maxTokens);
            }
        }
    }

    Usage guess(Past here, Past anywhere, Optional<Integer> maxTokens) {
        if (here.served() > 0) {
            return here.mean();
        }
        if (anywhere.served() > 0) {
            return anywhere.mean();
        }
        return new Usage(assumedInput, 0, maxTokens.orElse(assumedOutput), 0, true);
    }
}
