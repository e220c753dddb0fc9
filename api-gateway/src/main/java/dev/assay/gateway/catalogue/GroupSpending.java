package dev.assay.gateway.catalogue;

import dev.assay.contracts.money.Money;
import dev.assay.gateway.access.Scope;
import dev.assay.gateway.database.Database;
import dev.assay.gateway.database.Query;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;

/** Adds up what groups have spent. Thread-safe. */
@Singleton
class GroupSpending {

    // A group whose runs have several currencies is shown with the one in which most was spent.
    private static final String SPENT = """
            select r.group_id, r.currency, coalesce(sum(t.amount), 0)
            from run r join charge_total t on t.run_key = r.run_key
            where (?::text is null or r.group_id = ?)
            group by r.group_id, r.currency order by 3, 2
            """;

    private final Database database;

    GroupSpending(Database database) {
        this.database = database;
    }

    Map<String, Money> byGroup(Scope scope) {
        String group = scope.groupOrNull();
        Map<String, Money> spent = new HashMap<>();
        var unused = database.read(connection -> Query.of(SPENT, group, group)
                .list(
                        connection,
                        row -> spent.put(row.getString(1), new Money(row.getString(2), row.getBigDecimal(3)))));
        return spent;
    }
}
