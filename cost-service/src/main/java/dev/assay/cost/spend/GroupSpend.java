package dev.assay.cost.spend;

import dev.assay.contracts.id.GroupId;
import dev.assay.contracts.money.Money;
import java.util.ArrayList;
import java.util.List;

/**
 * What a group spent, over all its runs.
 *
 * @param calls entries that were not voided
 * @param unconfirmed entries that rest on an estimate
 * @param unpriced entries without a price; they are not in the amounts
 * @param amounts one per currency that its runs were priced in
 */
public record GroupSpend(GroupId group, long runs, long calls, long unconfirmed, long unpriced, List<Money> amounts) {

    public GroupSpend {
        amounts = List.copyOf(amounts);
    }

    /** Both together; their currencies differ. */
    GroupSpend plus(GroupSpend other) {
        List<Money> both = new ArrayList<>(amounts);
        both.addAll(other.amounts);
        return new GroupSpend(
                group,
                runs + other.runs,
                calls + other.calls,
                unconfirmed + other.unconfirmed,
                unpriced + other.unpriced,
                both);
    }
}
