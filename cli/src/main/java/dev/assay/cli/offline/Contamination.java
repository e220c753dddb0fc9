package dev.assay.cli.offline;

import dev.assay.cli.outcome.Failure;
import dev.assay.scoring.contamination.Document;
import dev.assay.scoring.contamination.Finding;
import dev.assay.scoring.contamination.Item;
import dev.assay.scoring.contamination.MinHashIndex;
import dev.assay.scoring.contamination.OverlapIndex;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The items of a file that are looked for in a corpus. Filled and read by one thread. */
public final class Contamination {

    private static final List<String> USUAL = List.of("text", "question", "prompt", "input");
    private static final int RUN = 8;
    private static final int SHINGLE = 3;
    private static final int BANDS = 40;
    private static final int ROWS = 2;
    private static final int SHORTEST = 6;

    /**
     * @param n words of a run; with minHash of a shingle
     * @param share of an item from which on it is flagged
     * @param minHash look for edited copies too
     */
    public record Rule(int n, double share, boolean minHash) {

        /** @throws Failure if something makes no sense */
        public Rule {
            if (n < 1 || n > 1000) {
                throw Failure.badInput("--n: must be 1 to 1000.");
            }
            if (!(share > 0 && share <= 1)) {
                throw Failure.badInput("--threshold: lies above 0 and is at most 1.");
            }
        }

        /** The usual: runs of 8 words, which survive light edits, or shingles of 3. */
        public static Rule of(@Nullable Integer n, @Nullable Double share, boolean minHash) {
            return new Rule(n != null ? n : minHash ? SHINGLE : RUN, share != null ? share : 0.5, minHash);
        }
    }

    private final Rule rule;
    private final List<String> fields;
    private final List<Item> items = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    /** @param fields of an item's text, joined; empty: text, question, prompt or input, the first that is there */
    public Contamination(Rule rule, List<String> fields) {
        this.rule = rule;
        this.fields = List.copyOf(fields);
    }

    /** Adds an item; its name is its field id, else its line. @throws Failure if it has no text or its name is not its own */
    public void add(String shown, Row row) {
        switch (row) {
            case Row.Bad bad -> throw Failure.badInput(shown + ":" + bad.line() + ": " + bad.reason() + ".");
            case Row.Read read -> {
                String id = read.label("id").orElse("line " + read.line());
                if (!ids.add(id)) {
                    throw Failure.badInput(shown + ":" + read.line() + ": the id '" + id + "' occurs twice.");
                }
                items.add(new Item(id, text(shown, read)));
            }
        }
    }

    /** Adds items whose ids are known to differ. */
    public void addAll(List<Item> more) {
        items.addAll(more);
    }

    private String text(String shown, Row.Read row) {
        List<String> texts = (fields.isEmpty()
                        ? USUAL.stream()
                                .map(row::label)
                                .flatMap(Optional::stream)
                                .limit(1)
                        : fields.stream().map(row::label).flatMap(Optional::stream))
                .toList();
        if (texts.isEmpty()) {
            throw Failure.badInput(shown + ":" + row.line() + ": has none of the fields "
                    + String.join(", ", fields.isEmpty() ? USUAL : fields) + "; name the item's text by --text.");
        }
        return String.join("\n", texts);
    }

    public int items() {
        return items.size();
    }

    /** Items that a document holds, with the document that holds most of it, in the order of the file. */
    public List<Finding> flagged(Iterable<Document> corpus) {
        if (rule.minHash()) {
            return new MinHashIndex(items, rule.n(), BANDS, ROWS).scan(corpus, rule.share());
        }
        OverlapIndex index = new OverlapIndex(items, rule.n(), Math.min(SHORTEST, rule.n()));
        return OverlapIndex.flagged(index.scan(corpus), rule.share());
    }
}
