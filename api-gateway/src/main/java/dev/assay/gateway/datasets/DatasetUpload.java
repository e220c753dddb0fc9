package dev.assay.gateway.datasets;

import dev.assay.benchmarks.dataset.DatasetFormat;
import dev.assay.benchmarks.dataset.DatasetItem;
import dev.assay.benchmarks.dataset.DatasetReader;
import dev.assay.benchmarks.dataset.InvalidDatasetException;
import dev.assay.contracts.id.ContentHash;
import dev.assay.contracts.id.GroupId;
import dev.assay.gateway.problem.Finding;
import dev.assay.gateway.problem.Refusal;
import dev.assay.gateway.web.LimitedStream;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads an upload item by item into the database: memory does not depend on its length. Thread-safe. */
final class DatasetUpload {

    private static final int BATCH_ITEMS = 1_000;
    private static final long BATCH_CHARS = 4L * 1024 * 1024;

    private final Datasets datasets;
    private final long maxBytes;

    DatasetUpload(Datasets datasets, long maxBytes) {
        this.datasets = datasets;
        this.maxBytes = maxBytes;
    }

    /** @throws Refusal if the upload is too long or something in it is wrong; nothing of it is kept then */
    StoredDataset receive(InputStream body, DatasetFormat format, GroupId group) {
        LimitedStream limited = new LimitedStream(body, maxBytes);
        long staged = datasets.stage();
        boolean done = false;
        try (DatasetReader reader = DatasetReader.open(limited, format, Set.of())) {
            StoredDataset dataset = datasets.finish(staged, stage(staged, reader, limited), group);
            done = true;
            return dataset;
        } catch (InvalidDatasetException e) {
            throw Refusal.invalid(Finding.of("", e.problem()));
        } catch (UncheckedIOException e) {
            throw limited.isExhausted() ? limited.refusal() : e;
        } finally {
            if (!done) {
                datasets.abandon(staged);
            }
        }
    }

    private Datasets.Content stage(long staged, DatasetReader reader, LimitedStream read) {
        FieldCoverage coverage = new FieldCoverage();
        List<DatasetItem> batch = new ArrayList<>();
        long chars = 0;
        while (reader.hasNext()) {
            DatasetItem item = reader.next();
            coverage.add(item.line(), item.fields().keySet());
            batch.add(item);
            chars += item.canonicalJson().length();
            if (batch.size() == BATCH_ITEMS || chars > BATCH_CHARS) {
                datasets.append(staged, batch);
                batch.clear();
                chars = 0;
            }
        }
        datasets.append(staged, batch);
        return new Datasets.Content(
                new ContentHash(reader.contentHash()), reader.count(), read.count(), coverage.json());
    }
}
