package dev.assay.cli.offline;

import dev.assay.scoring.metric.CorpusMetric.Evidence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The scores of two files, item by item. Filled and read by one thread. */
public final class PairedItems {

    /** What rows are called where nobody named them. */
    private static final String USUAL_ID = "id";

    /** One file's rows of one item: several if it was answered several times. */
    static final class Answers {
        final List<Double> scores = new ArrayList<>();
        final List<Evidence> evidence = new ArrayList<>();
    }

    /** An item that both have. @param cluster null: it stands alone */
    record Item(
            String name,
            Answers first,
            Answers second,
            @Nullable String group,
            @Nullable String cluster) {}

    private final @Nullable String id;
    private final @Nullable String by;
    private final @Nullable String cluster;
    private final Map<String, Answers> first = new LinkedHashMap<>();
    private final Map<String, Answers> second = new LinkedHashMap<>();
    private final Map<String, String> groupOf = new HashMap<>();
    private final Map<String, String> clusterOf = new HashMap<>();
    private long nameless;

    /**
     * @param id field of the item's name; null: {@code id} where it is, else the row's place in the file
     * @param by field of the item's group; null: none
     * @param cluster field of the item's cluster; null: none
     */
    public PairedItems(@Nullable String id, @Nullable String by, @Nullable String cluster) {
        this.id = id;
        this.by = by;
        this.cluster = cluster;
    }

    /** @param place of the row among the file's rows, from 1 */
    public void addFirst(Scoring.Scored scored, long place) {
        add(first, scored, place);
    }

    /** @param place of the row among the file's rows, from 1 */
    public void addSecond(Scoring.Scored scored, long place) {
        add(second, scored, place);
    }

    private void add(Map<String, Answers> side, Scoring.Scored scored, long place) {
        boolean counts = scored.score().isPresent() || scored.evidence().isPresent();
        if (!counts || !(scored.row() instanceof Row.Read row)) {
            return;
        }
        Optional<String> named = row.label(id == null ? USUAL_ID : id);
        if (named.isEmpty() && id != null) {
            nameless++;
            return;
        }
        String name = named.orElse("row " + place);
        Answers answers = side.computeIfAbsent(name, any -> new Answers());
        scored.score().ifPresent(answers.scores::add);
        scored.evidence().ifPresent(answers.evidence::add);
        keep(groupOf, by, row, name);
        keep(clusterOf, cluster, row, name);
    }

    private static void keep(Map<String, String> labels, @Nullable String field, Row.Read row, String name) {
        if (field != null) {
            row.label(field).ifPresent(label -> labels.putIfAbsent(name, label));
        }
    }

    /** The items that both files have scores of, by name. */
    List<Item> shared() {
        return new TreeSet<>(first.keySet())
                .stream()
                        .filter(second::containsKey)
                        .map(name -> new Item(
                                name,
                                first.getOrDefault(name, new Answers()),
                                second.getOrDefault(name, new Answers()),
                                by == null ? null : groupOf.getOrDefault(name, Scoring.NO_GROUP),
                                clusterOf(name)))
                        .toList();
    }

    private @Nullable String clusterOf(String name) {
        if (cluster == null) {
            return null;
        }
        return clusterOf.containsKey(name) ? "c:" + clusterOf.get(name) : "i:" + name;
    }

    /** How many rows lack the field that names the item. */
    public long nameless() {
        return nameless;
    }

    /** How many items only one file has. */
    long unpaired() {
        long shared = first.keySet().stream().filter(second::containsKey).count();
        return first.size() + second.size() - 2 * shared;
    }

    /** Shared items by group; empty if there are no groups. */
    Map<String, List<Item>> groups() {
        Map<String, List<Item>> groups = new TreeMap<>();
        if (by != null) {
            for (Item item : shared()) {
                groups.computeIfAbsent(String.valueOf(item.group()), name -> new ArrayList<>())
                        .add(item);
            }
        }
        return groups;
    }
}
