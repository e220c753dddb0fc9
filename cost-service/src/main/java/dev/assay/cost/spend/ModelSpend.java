package dev.assay.cost.spend;

import dev.assay.contracts.id.ModelId;
import dev.assay.contracts.money.Money;

/**
 * What one model of a run cost.
 *
 * @param calls entries that were not voided
 * @param voided announced calls that the provider never saw
 * @param unconfirmed those that rest on an estimate
 * @param unpriced those without a price; they are not in the amount
 * @param inputTokens cached ones included
 */
public record ModelSpend(
        ModelId model,
        long calls,
        long voided,
        long unconfirmed,
        long unpriced,
        long inputTokens,
        long cachedInputTokens,
        long outputTokens,
        Money amount) {}
