package dev.assay.orchestrator.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.event.DatasetChunk;
import dev.assay.contracts.id.ContentHash;
import dev.assay.contracts.id.EventId;
import dev.assay.contracts.id.GroupId;
import dev.assay.contracts.run.DatasetRef;
import dev.assay.orchestrator.OrchestratorDatabase;
import io.agroal.api.AgroalDataSource;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DatasetStoreTest {

    private static final int TOTAL = 5;

    private final AgroalDataSource database = OrchestratorDatabase.dataSource();

    private static DatasetChunk chunk(ContentHash dataset, int first, int count) {
        List<String> ids = IntStream.range(first, first + count)
                .mapToObj(item -> "item-" + item)
                .toList();
        return new DatasetChunk(
                new EventId("01jd3x5m8q2v7c9e4k6n0p1r2t"),
                Instant.EPOCH,
                new GroupId("lab"),
                dataset,
                first,
                TOTAL,
                ids,
                ids.stream().map(id -> "{\"id\":\"" + id + "\"}").toList());
    }

    @Test
    void a_dataset_is_complete_when_each_item_has_come_once() throws SQLException {
        // Given
        DatasetStore store = new DatasetStore(database);
        DatasetRef dataset = new DatasetRef(ContentHash.of("a"), TOTAL);
        assertThat(store.isComplete(dataset)).isFalse();
        store.store(List.of(chunk(dataset.hash(), 0, 3)));
        store.store(List.of(chunk(dataset.hash(), 0, 3), chunk(dataset.hash(), 2, 2)));
        assertThat(store.isComplete(dataset)).isFalse();

        // When
        store.store(List.of(chunk(dataset.hash(), 4, 1)));

        // Then
        assertThat(store.isComplete(dataset)).isTrue();
        assertThat(store.items(dataset.hash(), List.of(0, 1, 2, 3, 4, 5))).hasSize(TOTAL);
    }

    @Test
    void what_was_stored_before_a_restart_counts() throws SQLException {
        // Given
        DatasetRef dataset = new DatasetRef(ContentHash.of("b"), TOTAL);
        new DatasetStore(database).store(List.of(chunk(dataset.hash(), 0, 4)));

        // When
        DatasetStore again = new DatasetStore(database);
        again.store(List.of(chunk(dataset.hash(), 3, 2)));

        // Then
        assertThat(again.isComplete(dataset)).isTrue();
    }
}
