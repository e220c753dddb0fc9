package dev.assay.gateway.datasets;

import dev.assay.benchmarks.dataset.DatasetFormat;
import dev.assay.benchmarks.dataset.DatasetItem;
import dev.assay.benchmarks.dataset.DatasetReader;
import dev.assay.benchmarks.dataset.InvalidDatasetException;
import dev.assay.contracts.id.ContentHash;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A dataset that was read into memory and is not stored yet: one from a run spec, or a built-in one. */
public final class ReadDataset {

    private final List<DatasetItem> items;
    private final Datasets.Content content;

    private ReadDataset(List<DatasetItem> items, Datasets.Content content) {
        this.items = List.copyOf(items);
        this.content = content;
    }

    /**
     * Reads a whole dataset.
     *
     * @throws InvalidDatasetException at the first problem
     */
    public static ReadDataset of(byte[] text, DatasetFormat format) {
        try (DatasetReader reader = DatasetReader.open(new ByteArrayInputStream(text), format, Set.of())) {
            return of(reader, text.length);
        }
    }

    /** Reads to the end; the caller closes the reader. */
    public static ReadDataset of(DatasetReader reader) {
        return of(reader, -1);
    }

    private static ReadDataset of(DatasetReader reader, long length) {
        List<DatasetItem> items = new ArrayList<>();
        FieldCoverage coverage = new FieldCoverage();
        long canonical = 0;
        while (reader.hasNext()) {
            DatasetItem item = reader.next();
            items.add(item);
            canonical += item.canonicalJson().length() + 1;
            coverage.add(item.line(), item.fields().keySet());
        }
        ContentHash hash = new ContentHash(reader.contentHash());
        long bytes = length < 0 ? canonical : length;
        return new ReadDataset(items, new Datasets.Content(hash, items.size(), bytes, coverage.json()));
    }

    public ContentHash hash() {
        return content.hash();
    }

    public List<DatasetItem> items() {
        return items;
    }

    /** As it will be once it is stored, under no key yet. */
    public StoredDataset unstored() {
        return new StoredDataset(
                0, content.hash(), content.items(), content.bytes(), FieldCoverage.parse(content.fields()));
    }

    Datasets.Content content() {
        return content;
    }
}
