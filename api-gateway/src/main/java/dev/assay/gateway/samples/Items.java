package dev.assay.gateway.samples;

import dev.assay.benchmarks.sample.SampleTemplates;
import dev.assay.gateway.database.Database;
import dev.assay.gateway.database.Query;
import dev.assay.gateway.runs.StoredRun;
import dev.assay.gateway.web.Cursor;
import java.util.List;
import java.util.Optional;

/** The items that a run has asked, as its dataset has them. Thread-safe. */
final class Items {

    // The array makes one index condition of all models.
    private static final String PAGE = """
            select i.item, i.item_id, i.body from dataset d join dataset_item i on i.dataset_key = d.dataset_key
            where d.hash = ? and i.item > ? and exists (
                select from sample p
                where p.run_key = ? and p.model = any(array(select generate_series(0, ?)::smallint)) and p.item = i.item)
            order by i.item limit ?
            """;

    private final Database database;
    private final SampleTexts texts;

    Items(Database database, SampleTexts texts) {
        this.database = database;
        this.texts = texts;
    }

    /** Empty at the end, and if the dataset is gone. */
    ItemView.Page page(StoredRun run, Optional<Cursor> after, int limit) {
        int from = after.map(cursor -> Math.toIntExact(cursor.number(0))).orElse(-1);
        List<ItemView> found = database.read(connection -> Query.of(
                        PAGE,
                        run.definition().benchmark().dataset().hash().value(),
                        from,
                        run.key(),
                        run.definition().models().size() - 1,
                        limit + 1)
                .list(connection, row -> view(run, row.getInt(1), row.getString(2), row.getString(3))));
        return found.size() <= limit
                ? new ItemView.Page(found, null)
                : new ItemView.Page(
                        found.subList(0, limit),
                        Cursor.after(found.get(limit - 1).item()).text());
    }

    private ItemView view(StoredRun run, int item, String itemId, String body) {
        return new ItemView(item, itemId, texts.ofItem(run, itemId, body).orElse(null), SampleTemplates.fields(body));
    }
}
