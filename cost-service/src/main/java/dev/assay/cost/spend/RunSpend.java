package dev.assay.cost.spend;

import dev.assay.contracts.id.GroupId;
import dev.assay.contracts.id.PriceBookVersion;
import dev.assay.contracts.id.RunId;
import dev.assay.contracts.money.Money;
import java.util.List;

/**
 * What a run cost so far.
 *
 * @param charged whether the ledger is complete: every call has its entry and nothing is in doubt that can be resolved
 * @param calls entries that were not voided
 * @param voided announced calls that no provider ever saw
 * @param unconfirmed entries that rest on an estimate
 * @param unpriced entries without a price; they are not in the amount
 * @param amount exactly the sum of the models' amounts
 */
public record RunSpend(
        RunId run,
        GroupId group,
        PriceBookVersion priceBook,
        boolean charged,
        long calls,
        long voided,
        long unconfirmed,
        long unpriced,
        Money amount,
        List<ModelSpend> models) {

    public RunSpend {
        models = List.copyOf(models);
    }

    /** Sums over the models of a run. */
    static RunSpend of(
            RunId run, GroupId group, PriceBookVersion book, boolean charged, Money zero, List<ModelSpend> models) {
        return new RunSpend(
                run,
                group,
                book,
                charged,
                models.stream().mapToLong(ModelSpend::calls).sum(),
                models.stream().mapToLong(ModelSpend::voided).sum(),
                models.stream().mapToLong(ModelSpend::unconfirmed).sum(),
                models.stream().mapToLong(ModelSpend::unpriced).sum(),
                models.stream().map(ModelSpend::amount).reduce(zero, Money::plus),
                models);
    }
}
