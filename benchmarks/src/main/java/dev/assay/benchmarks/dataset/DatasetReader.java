package dev.assay.benchmarks.dataset;

import dev.assay.contracts.naming.NearestNames;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads a dataset from a stream, one item after the other, and checks it on the way.
 *
 * <p>Memory stays flat: one item, buffers of some 100 KiB, and 12 to 24 bytes for each id seen. Checked are the encoding,
 * the format, the limits, required fields and that ids are unique. The first problem ends the reading with an
 * {@link InvalidDatasetException}; after that, as after the end, the reader is used up. Failures of the stream itself
 * come as {@link UncheckedIOException}. Not safe for use by many threads.
 *
 * <p><b>Ids.</b> A field {@code id} that is a text of 1 to 200 characters or a whole number is the item's id. Items
 * without that field are called {@code item-0}, {@code item-1}, … by their index.
 */
public final class DatasetReader implements Iterator<DatasetItem>, AutoCloseable {

    private static final int LONGEST_ID = 200;

    private final StrictUtf8Reader in;
    private final ItemSource source;
    private final DatasetLimits limits;
    private final Set<String> requiredFields;
    private final SeenIds seen = new SeenIds();
    private final DatasetDigest digest = new DatasetDigest();
    private int count;
    private @Nullable DatasetItem ahead;
    private @Nullable String hash;

    private DatasetReader(StrictUtf8Reader in, ItemSource source, DatasetLimits limits, Set<String> requiredFields) {
        this.in = in;
        this.source = source;
        this.limits = limits;
        this.requiredFields = new TreeSet<>(requiredFields);
    }

    /**
     * Opens a dataset. Nothing is read yet.
     *
     * @param in is closed with the reader
     * @param requiredFields names that every item must have; a value of null counts as there
     */
    public static DatasetReader open(
            InputStream in, DatasetFormat format, DatasetLimits limits, Set<String> requiredFields) {
        StrictUtf8Reader text = new StrictUtf8Reader(in, limits.maxItemChars());
        try {
            ItemSource source = switch (format) {
                case JSONL -> new JsonLines(text, limits);
                case JSON -> new JsonArray(text, limits);
                case CSV -> new CsvTable(text, limits);
            };
            return new DatasetReader(text, source, limits, requiredFields);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@link #open(InputStream, DatasetFormat, DatasetLimits, Set)} with the default limits. */
    public static DatasetReader open(InputStream in, DatasetFormat format, Set<String> requiredFields) {
        return open(in, format, DatasetLimits.DEFAULT, requiredFields);
    }

    /**
     * Whether there is another item; it has been read and checked then.
     *
     * @throws InvalidDatasetException at the first problem; an empty dataset is one
     */
    @Override
    public boolean hasNext() {
        if (ahead == null && hash == null) {
            ahead = read();
            if (ahead == null) {
                hash = digest.finish();
            }
        }
        return ahead != null;
    }

    @Override
    public DatasetItem next() {
        if (!hasNext() || ahead == null) {
            throw new NoSuchElementException("the dataset has " + count + " items");
        }
        DatasetItem item = ahead;
        ahead = null;
        return item;
    }

    /** How many items have been read so far; after the end, how many the dataset has. */
    public int count() {
        return count;
    }

    /**
     * The dataset's version, see {@link DatasetDigest}.
     *
     * @throws IllegalStateException if not all items have been read
     */
    public String contentHash() {
        if (hash == null) {
            throw new IllegalStateException("the hash is known after the last item");
        }
        return hash;
    }

    private @Nullable DatasetItem read() {
        ItemSource.RawItem raw;
        try {
            raw = source.next();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (raw == null) {
            if (count == 0) {
                throw new InvalidDatasetException(
                        DatasetProblem.ofWhole("the dataset has no items", "put at least one item into it"));
            }
            return null;
        }
        if (count == limits.maxItems()) {
            throw new InvalidDatasetException(DatasetProblem.at(
                    raw.line(),
                    "the dataset has more than " + limits.maxItems() + " items",
                    "split it into several datasets"));
        }
        checkFields(raw);
        DatasetItem item = new DatasetItem(count, id(raw), raw.fields(), raw.line());
        int before = seen.remember(item.id(), item.line());
        if (before != 0) {
            throw new InvalidDatasetException(DatasetProblem.inField(
                    item.line(),
                    "id",
                    "the id '" + item.id() + "' was used before, in line " + before,
                    "give every item its own id, or leave all ids away"));
        }
        digest.add(item.canonicalJson());
        count++;
        return item;
    }

    private void checkFields(ItemSource.RawItem raw) {
        Map<String, @Nullable Object> fields = raw.fields();
        for (String name : requiredFields) {
            if (!fields.containsKey(name)) {
                throw new InvalidDatasetException(DatasetProblem.inField(
                        raw.line(),
                        name,
                        "the field '" + name + "' is missing, which the benchmark needs",
                        "add it to the item or correct its name in the benchmark; the item has " + names(fields) + "."
                                + NearestNames.hint(name, fields.keySet())));
            }
        }
    }

    private String id(ItemSource.RawItem raw) {
        if (!raw.fields().containsKey("id")) {
            return "item-" + count;
        }
        return switch (raw.fields().get("id")) {
            case String text when !text.isBlank() && text.length() <= LONGEST_ID -> text;
            case Long number -> number.toString();
            case BigInteger number when number.bitLength() < 500 -> number.toString();
            case null, default ->
                throw new InvalidDatasetException(DatasetProblem.inField(
                        raw.line(),
                        "id",
                        "this id is neither a text of 1 to " + LONGEST_ID + " characters nor a whole number",
                        "correct the id, or name the field otherwise if it is no id"));
        };
    }

    private static String names(Map<String, @Nullable Object> fields) {
        if (fields.isEmpty()) {
            return "no fields";
        }
        String all = String.join(", ", fields.keySet());
        return all.length() <= 200 ? all : all.substring(0, 200) + "...";
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
