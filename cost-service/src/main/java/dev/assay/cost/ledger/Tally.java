package dev.assay.cost.ledger;

import dev.assay.contracts.event.Charge;
import dev.assay.contracts.money.Usage;
import java.math.BigDecimal;
import java.util.Objects;

/**
 * Sums over entries. They may be added and taken away in any order; amounts are exact.
 *
 * @param calls all of them, voided ones included
 * @param unconfirmed those that rest on an estimate
 * @param voided those that the provider never saw
 * @param unpriced those without a price
 * @param served those with tokens
 * @param outputSquared sum of the squares of their output tokens
 */
record Tally(
        long calls,
        long unconfirmed,
        long voided,
        long unpriced,
        long served,
        long inputTokens,
        long cachedInputTokens,
        long outputTokens,
        long reasoningTokens,
        BigDecimal outputSquared,
        BigDecimal amount) {

    static Tally of(CallEntry entry) {
        Usage usage = entry.report().usage();
        BigDecimal output = BigDecimal.valueOf(usage.outputTokens());
        return new Tally(
                1,
                entry.report().basis() == Basis.ESTIMATED ? 1 : 0,
                entry.status() == Charge.Status.VOID ? 1 : 0,
                entry.status() == Charge.Status.UNPRICED ? 1 : 0,
                usage.inputTokens() + usage.outputTokens() > 0 ? 1 : 0,
                usage.inputTokens(),
                usage.cachedInputTokens(),
                usage.outputTokens(),
                usage.reasoningTokens(),
                output.multiply(output),
                Objects.requireNonNullElse(entry.amount(), BigDecimal.ZERO));
    }

    Tally plus(Tally other) {
        return new Tally(
                calls + other.calls,
                unconfirmed + other.unconfirmed,
                voided + other.voided,
                unpriced + other.unpriced,
                served + other.served,
                inputTokens + other.inputTokens,
                cachedInputTokens + other.cachedInputTokens,
                outputTokens + other.outputTokens,
                reasoningTokens + other.reasoningTokens,
                outputSquared.add(other.outputSquared),
                amount.add(other.amount));
    }

    Tally minus(Tally other) {
        return new Tally(
                calls - other.calls,
                unconfirmed - other.unconfirmed,
                voided - other.voided,
                unpriced - other.unpriced,
                served - other.served,
                inputTokens - other.inputTokens,
                cachedInputTokens - other.cachedInputTokens,
                outputTokens - other.outputTokens,
                reasoningTokens - other.reasoningTokens,
                outputSquared.subtract(other.outputSquared),
                amount.subtract(other.amount));
    }
}
