package dev.assay.contracts.registry;

import dev.assay.contracts.id.GroupId;
import dev.assay.contracts.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A tenant.
 *
 * @param weight its share when groups compete, at least 1
 * @param budget the most that its runs may spend together; null: no limit
 */
public record Group(GroupId id, int weight, @Nullable Money budget) implements ControlRecord {

    public Group {
        if (weight < 1) {
            throw new IllegalArgumentException("weight is at least 1, but is " + weight);
        }
        if (budget != null && budget.isNegative()) {
            throw new IllegalArgumentException("a budget is not negative");
        }
    }

    @Override
    public String key() {
        return "group/" + id;
    }
}
