package dev.assay.gateway.comparison;

import dev.assay.contracts.id.ContentHash;
import dev.assay.gateway.database.Query;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Keys for the items of several datasets: items have the same key if their id and their content are equal. Filled and
 * read by one thread, within one transaction.
 */
public final class DatasetMatch {

    private static final int FETCHED_AT_ONCE = 5_000;

    private static final String EQUAL_IDS = """
            select a.item, b.item, a.body = b.body
            from dataset da join dataset_item a on a.dataset_key = da.dataset_key,
                 dataset db join dataset_item b on b.dataset_key = db.dataset_key
            where da.hash = ? and db.hash = ? and a.item_id = b.item_id
            """;

    private final List<ContentHash> datasets = new ArrayList<>();
    private final List<long[]> keys = new ArrayList<>();
    private long changed;

    /** Adds a side's dataset, unless it is known, and gives its place. */
    public int add(Connection connection, ContentHash dataset, int items) throws SQLException {
        int known = datasets.indexOf(dataset);
        if (known >= 0) {
            return known;
        }
        int place = datasets.size();
        long[] own = new long[items];
        Arrays.fill(own, -1);
        for (int before = 0; before < place; before++) {
            match(connection, before, dataset, own);
        }
        for (int item = 0; item < items; item++) {
            own[item] = own[item] < 0 ? ((long) place << Integer.SIZE) | item : own[item];
        }
        datasets.add(dataset);
        keys.add(own);
        return place;
    }

    private void match(Connection connection, int before, ContentHash dataset, long[] own) throws SQLException {
        try (PreparedStatement statement = Query.of(
                        EQUAL_IDS, datasets.get(before).value(), dataset.value())
                .prepare(connection)) {
            statement.setFetchSize(FETCHED_AT_ONCE);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    int item = rows.getInt(2);
                    if (!rows.getBoolean(3)) {
                        changed++;
                    } else if (own[item] < 0) {
                        own[item] = keys.get(before)[rows.getInt(1)];
                    }
                }
            }
        }
    }

    /** The side's items under the keys of this match. @param dataset its place */
    ItemScores keyed(int dataset, ItemScores scores) {
        long[] own = keys.get(dataset);
        return scores.keyed(Arrays.stream(scores.items()).mapToLong(i -> own[i]).toArray());
    }

    /** A number for each item of a dataset, the same for equal items: all items of the first, then those of the second, and so on. */
    public int[] numbers(int dataset) {
        int[] before = new int[keys.size()];
        for (int place = 1; place < before.length; place++) {
            before[place] = before[place - 1] + keys.get(place - 1).length;
        }
        return Arrays.stream(keys.get(dataset))
                .mapToInt(key -> before[datasetOf(key)] + itemOf(key))
                .toArray();
    }

    /** Which dataset a key first stood for an item of, and the item's position there. */
    static int datasetOf(long key) {
        return (int) (key >>> Integer.SIZE);
    }

    static int itemOf(long key) {
        return (int) key;
    }

    List<ContentHash> datasets() {
        return List.copyOf(datasets);
    }

    /** How many items have an id of another dataset, but not its content. */
    long changed() {
        return changed;
    }
}
