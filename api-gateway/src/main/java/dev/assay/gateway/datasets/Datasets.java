package dev.assay.gateway.datasets;

import dev.assay.benchmarks.dataset.DatasetItem;
import dev.assay.contracts.id.ContentHash;
import dev.assay.contracts.id.GroupId;
import dev.assay.gateway.access.Scope;
import dev.assay.gateway.database.Columns;
import dev.assay.gateway.database.Database;
import dev.assay.gateway.database.Query;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Stores datasets by their content. Thread-safe. */
public final class Datasets {

    /** How long an upload may take; what is staged for longer was left behind. */
    static final Duration LONGEST_UPLOAD = Duration.ofHours(1);

    private static final String COLUMNS = "d.dataset_key, d.hash, d.items, d.bytes, d.fields";

    private static final String VISIBLE = """
            select %s from dataset d where d.hash = ? and exists (
                select from dataset_access a
                where a.dataset_key = d.dataset_key and (?::text is null or a.group_id = ?))
            """.formatted(COLUMNS);

    private static final String ITEMS = """
            insert into dataset_item (dataset_key, item, line, item_id, body) select * from unnest(?, ?, ?, ?, ?)
            """;

    private static final String FINISH = """
            update dataset set hash = ?, items = ?, bytes = ?, fields = ? where dataset_key = ?
            """;

    private static final String GRANT = """
            insert into dataset_access (dataset_key, group_id, granted_at) values (?, ?, ?) on conflict do nothing
            """;

    private final Database database;
    private final Clock clock;

    public Datasets(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A dataset that somebody in this scope brought along. */
    public Optional<StoredDataset> find(Scope scope, ContentHash hash) {
        String group = scope.groupOrNull();
        return database.read(
                connection -> Query.of(VISIBLE, hash.value(), group, group).first(connection, Datasets::read));
    }

    /** An item's line, id and canonical JSON. */
    public record Item(int line, String id, String body) {}

    /** The first items of a dataset, at most so many. */
    public List<Item> first(StoredDataset dataset, int most) {
        return database.read(connection -> Query.of(
                        "select line, item_id, body from dataset_item where dataset_key = ? order by item limit ?",
                        dataset.key(),
                        most)
                .list(connection, row -> new Item(row.getInt(1), row.getString(2), row.getString(3))));
    }

    /** Begins to stage an upload and returns its key. */
    long stage() {
        return database.write(this::stage);
    }

    private long stage(Connection connection) throws SQLException {
        return Query.of("insert into dataset (created_at) values (?) returning dataset_key", clock.instant())
                .first(connection, row -> row.getLong(1))
                .orElseThrow(() -> new SQLException("an insert returns its row"));
    }

    /** Adds items to what is staged. */
    void append(long staged, List<DatasetItem> items) {
        database.change(connection -> append(connection, staged, items));
    }

    private static void append(Connection connection, long staged, List<DatasetItem> items) throws SQLException {
        Columns columns = Columns.of("int8", "int4", "int4", "text", "text");
        for (DatasetItem item : items) {
            columns.add(staged, item.index(), item.line(), item.id(), item.canonicalJson());
        }
        if (!columns.isEmpty()) {
            try (PreparedStatement statement = connection.prepareStatement(ITEMS)) {
                columns.bind(connection, statement);
                statement.executeUpdate();
            }
        }
    }

    /** Makes what is staged a dataset that the group may use; content that is here already is not kept twice. */
    StoredDataset finish(long staged, Content content, GroupId group) {
        return database.write(connection -> {
            StoredDataset dataset = finish(connection, staged, content);
            grant(connection, dataset, group);
            return dataset;
        });
    }

    private StoredDataset finish(Connection connection, long staged, Content content) throws SQLException {
        Optional<StoredDataset> known = lockedByHash(connection, content.hash());
        if (known.isPresent()) {
            abandon(connection, staged);
            return known.get();
        }
        var unused = Query.of(
                        FINISH, content.hash().value(), content.items(), content.bytes(), content.fields(), staged)
                .run(connection);
        return new StoredDataset(
                staged, content.hash(), content.items(), content.bytes(), FieldCoverage.parse(content.fields()));
    }

    /** Forgets what is staged. */
    void abandon(long staged) {
        database.change(connection -> abandon(connection, staged));
    }

    private static void abandon(Connection connection, long staged) throws SQLException {
        var unused = Query.of("delete from dataset where dataset_key = ? and hash is null", staged)
                .run(connection);
    }

    /** Stores a dataset that is in memory, within the caller's transaction, unless its content is here already. */
    public StoredDataset put(Connection connection, ReadDataset dataset) throws SQLException {
        Optional<StoredDataset> known =
                lockedByHash(connection, dataset.content().hash());
        if (known.isPresent()) {
            return known.get();
        }
        long staged = stage(connection);
        append(connection, staged, dataset.items());
        return finish(connection, staged, dataset.content());
    }

    /** Lets a group use a dataset. */
    public void grant(Connection connection, StoredDataset dataset, GroupId group) throws SQLException {
        var unused =
                Query.of(GRANT, dataset.key(), group.value(), clock.instant()).run(connection);
    }

    /** Deletes uploads that were left behind by a process that died. */
    public int deleteLeftBehind() {
        Instant before = clock.instant().minus(LONGEST_UPLOAD);
        return database.write(
                connection -> Query.of("delete from dataset where hash is null and created_at < ?", before)
                        .run(connection));
    }

    /** What a dataset's content comes to. */
    record Content(ContentHash hash, int items, long bytes, String fields) {}

    // Two uploads of one content that end at the same time wait for each other here.
    private static Optional<StoredDataset> lockedByHash(Connection connection, ContentHash hash) throws SQLException {
        var unused = Query.of("select pg_advisory_xact_lock(hashtextextended(?, 0))", hash.value())
                .list(connection, row -> true);
        return Query.of("select " + COLUMNS + " from dataset d where d.hash = ?", hash.value())
                .first(connection, Datasets::read);
    }

    private static StoredDataset read(ResultSet row) throws SQLException {
        return new StoredDataset(
                row.getLong("dataset_key"),
                new ContentHash(row.getString("hash")),
                row.getInt("items"),
                row.getLong("bytes"),
                FieldCoverage.parse(row.getString("fields")));
    }
}
