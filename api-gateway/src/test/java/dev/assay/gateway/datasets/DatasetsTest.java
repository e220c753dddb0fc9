package dev.assay.gateway.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.assay.benchmarks.dataset.DatasetFormat;
import dev.assay.contracts.id.GroupId;
import dev.assay.gateway.access.Scope;
import dev.assay.gateway.database.Database;
import dev.assay.gateway.fixtures.FixedClock;
import dev.assay.gateway.fixtures.StoredRuns;
import dev.assay.gateway.fixtures.TestDatabase;
import dev.assay.gateway.problem.Finding;
import dev.assay.gateway.problem.Refusal;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DatasetsTest {

    private static final GroupId VISION = new GroupId("vision-lab");
    private static final GroupId NLP = new GroupId("nlp-lab");
    private static final String TWO_ITEMS = """
            {"id": "a", "question": "1+1", "answer": "2"}
            {"id": "b", "question": "2+2"}
            """;

    private final FixedClock clock = new FixedClock();
    private Database database;
    private Datasets datasets;
    private DatasetUpload uploads;

    @BeforeEach
    void an_empty_database() {
        database = TestDatabase.empty();
        datasets = new Datasets(database, clock);
        uploads = new DatasetUpload(datasets, 100_000);
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private StoredDataset upload(String text, GroupId group) {
        return uploads.receive(stream(text), DatasetFormat.JSONL, group);
    }

    @Test
    void an_upload_is_stored_with_its_items_and_fields() {
        // When
        StoredDataset dataset = upload(TWO_ITEMS, VISION);

        // Then
        assertThat(dataset.items()).isEqualTo(2);
        assertThat(dataset.bytes()).isEqualTo(TWO_ITEMS.length());
        assertThat(dataset.firstLineWithout("question")).isEmpty();
        assertThat(dataset.firstLineWithout("answer")).contains(2);
        assertThat(dataset.firstLineWithout("category")).contains(0);
        assertThat(datasets.first(dataset, 10))
                .extracting(Datasets.Item::id, Datasets.Item::line)
                .containsExactly(tuple("a", 1), tuple("b", 2));
    }

    @Test
    void many_items_come_in_batches_and_in_order() {
        // Given
        String text = IntStream.range(0, 2_500)
                .mapToObj(i -> "{\"question\": " + i + "}")
                .collect(Collectors.joining("\n"));

        // When
        StoredDataset dataset = upload(text, VISION);

        // Then
        List<Datasets.Item> items = datasets.first(dataset, 5_000);
        assertThat(items).hasSize(2_500);
        assertThat(items.get(1_234).body()).isEqualTo("{\"question\":1234}");
        assertThat(items.get(2_499).id()).isEqualTo("item-2499");
    }

    @Test
    void the_same_content_is_stored_once_however_it_is_written() {
        // Given
        StoredDataset first = upload(TWO_ITEMS, VISION);

        // When
        StoredDataset second = uploads.receive(
                stream("[{\"question\":\"1+1\",\"answer\":\"2\",\"id\":\"a\"},{\"id\":\"b\",\"question\":\"2+2\"}]"),
                DatasetFormat.JSON,
                VISION);

        // Then
        assertThat(second.key()).isEqualTo(first.key());
        assertThat(StoredRuns.dump(database, "dataset", "1")).hasSize(1);
        assertThat(StoredRuns.dump(database, "dataset_item", "1")).hasSize(2);
    }

    @Test
    void another_group_does_not_see_it_until_it_brings_the_same_content() {
        // Given
        StoredDataset dataset = upload(TWO_ITEMS, VISION);
        Scope nlp = new Scope.OneGroup(NLP);
        boolean before = datasets.find(nlp, dataset.hash()).isPresent();

        // When
        upload(TWO_ITEMS, NLP);

        // Then
        assertThat(before).isFalse();
        assertThat(datasets.find(nlp, dataset.hash())).isPresent();
        assertThat(datasets.find(new Scope.OneGroup(VISION), dataset.hash())).isPresent();
        assertThat(datasets.find(new Scope.AllGroups(), dataset.hash())).isPresent();
    }

    @Test
    void what_is_wrong_is_said_with_its_line_and_nothing_is_kept() {
        // Given
        String text = "{\"id\": \"a\"}\n{\"id\": \"b\"}\n{\"id\": \"a\"}\n";

        // When / Then
        assertThatThrownBy(() -> upload(text, VISION)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.problem().status()).isEqualTo(422);
            Finding finding = refusal.problem().problems().getFirst();
            assertThat(finding.line()).isEqualTo(3);
            assertThat(finding.path()).isEqualTo("id");
        });
        assertThat(StoredRuns.dump(database, "dataset", "1")).isEmpty();
        assertThat(StoredRuns.dump(database, "dataset_item", "1")).isEmpty();
    }

    @Test
    void an_upload_above_the_limit_is_refused_and_nothing_is_kept() {
        // Given
        DatasetUpload small = new DatasetUpload(datasets, 50);

        // When / Then
        assertThatThrownBy(() -> small.receive(stream(TWO_ITEMS), DatasetFormat.JSONL, VISION))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.problem().status()).isEqualTo(413));
        assertThat(StoredRuns.dump(database, "dataset", "1")).isEmpty();
    }

    @Test
    void uploads_that_were_left_behind_are_deleted_after_an_hour() {
        // Given
        long left = datasets.stage();
        StoredDataset whole = upload(TWO_ITEMS, VISION);
        int soon = datasets.deleteLeftBehind();

        // When
        clock.advance(Duration.ofMinutes(61));
        int later = datasets.deleteLeftBehind();

        // Then
        assertThat(left).isNotEqualTo(whole.key());
        assertThat(soon).isZero();
        assertThat(later).isEqualTo(1);
        assertThat(datasets.find(new Scope.AllGroups(), whole.hash())).isPresent();
    }
}
