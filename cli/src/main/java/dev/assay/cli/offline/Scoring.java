package dev.assay.cli.offline;

import dev.assay.cli.outcome.ExitStatus;
import dev.assay.cli.outcome.Failure;
import dev.assay.scoring.metric.CorpusMetric.Evidence;
import dev.assay.scoring.metric.Score;
import dev.assay.scoring.repeats.RepeatFold;
import java.io.InputStream;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Scores the rows of one file. Used once, by one thread. */
public final class Scoring {

    static final String NO_GROUP = "(none)";

    private final NamedMetric metric;
    private final Fields fields;
    private final @Nullable String by;
    private final @Nullable String cluster;
    private final @Nullable Repeated repeated;
    private final Tally all;
    private final Map<String, Tally> groups = new TreeMap<>();
    private final Complaints complaints = new Complaints();
    private long unextracted;

    /**
     * @param by field of the group; null: none
     * @param cluster field of the cluster; null: none
     */
    public Scoring(NamedMetric metric, Fields fields, @Nullable String by, @Nullable String cluster) {
        this(metric, fields, by, cluster, null);
    }

    /** @param repeated how rows are answers to the same item; null: every row is an item */
    public Scoring(
            NamedMetric metric,
            Fields fields,
            @Nullable String by,
            @Nullable String cluster,
            @Nullable Repeated repeated) {
        this.repeated = repeated;
        this.metric = metric;
        this.fields = fields;
        this.by = by;
        this.cluster = cluster;
        this.all = tally();
    }

    private Tally tally() {
        return new Tally(metric, repeated == null ? null : repeated.fold());
    }

    /**
     * Rows that answer the same item.
     *
     * @param fold what becomes of them
     * @param item the field that names the item; a row without it is an item of its own
     */
    public record Repeated(RepeatFold fold, String item) {

        /** @throws Failure if it is no fold, or the metric has no scores from 0 to 1, the best */
        public static Repeated of(String written, String item, NamedMetric metric) {
            RepeatFold fold = RepeatFold.parse(written)
                    .orElseThrow(
                            () -> Failure.badInput(
                                    "--repeats: there is no fold '" + written
                                            + "'; known are mean, mean@k, pass@k, pass^k, maj@k and consistency, with a number for k."));
            if (!metric.type().isUnit() || metric.isOfSets()) {
                throw Failure.badInput("--repeats: " + metric.type().name()
                        + " has no scores from 0 (wrong) to 1 (right); use a metric such as exact_match.");
            }
            return new Repeated(fold, item);
        }
    }

    /**
     * One row's score.
     *
     * @param row as it was read
     * @param score its own; empty if it has none
     * @param evidence of metrics of sets, if the row counts
     * @param prediction what was scored; null if nothing was extracted
     * @param reason why it has none; null if it has one
     */
    public record Scored(
            Row row,
            Optional<Double> score,
            Optional<Evidence> evidence,
            @Nullable String prediction,
            @Nullable String reason) {}

    /**
     * Scores all rows.
     *
     * @throws Failure if the file cannot be read, or no row of it can be scored
     */
    public void run(RowFile file, InputStream input, Consumer<Scored> consumer) {
        file.read(input, row -> consumer.accept(score(row)));
        if (all.scored() == 0) {
            throw new Failure(
                    ExitStatus.BAD_INPUT,
                    Stream.concat(
                                    complaints.all().stream().map(complaint -> complaint.text(file.shown())),
                                    Stream.of("No row could be scored."))
                            .toList());
        }
    }

    private Scored score(Row row) {
        return switch (row) {
            case Row.Bad bad -> unscored(bad, bad.reason());
            case Row.Read read ->
                switch (fields.of(read)) {
                    case Fields.Nothing nothing -> unscored(read, nothing.reason());
                    case Fields.Answer answer -> scored(read, metric.judge(answer));
                };
        };
    }

    private Scored scored(Row.Read row, NamedMetric.Judged judged) {
        // Sets may have a score where a row alone has none, such as the area under a curve.
        if (judged.score() instanceof Score.Unscorable unscorable
                && judged.evidence().isEmpty()) {
            return unscored(row, unscorable.reason());
        }
        String clusterOf = cluster == null ? null : row.label(cluster).orElse("row " + row.line());
        Optional<Double> value = judged.score().asValue();
        if (repeated != null && value.isPresent()) {
            String item = row.label(repeated.item()).orElse("row " + row.line());
            all.addRepeat(item, value.get(), judged.prediction());
            group(row).ifPresent(group -> group.addRepeat(item, value.get(), judged.prediction()));
        } else {
            all.add(value, judged.evidence(), clusterOf);
            group(row).ifPresent(group -> group.add(value, judged.evidence(), clusterOf));
        }
        unextracted += judged.prediction() == null ? 1 : 0;
        return new Scored(
                row,
                value,
                judged.evidence(),
                judged.prediction(),
                judged.score() instanceof Score.Unscorable u ? u.reason() : null);
    }

    private Scored unscored(Row row, String reason) {
        complaints.add(row.line(), reason);
        all.addUnscored();
        if (row instanceof Row.Read read) {
            group(read).ifPresent(Tally::addUnscored);
        }
        return new Scored(row, Optional.empty(), Optional.empty(), null, reason);
    }

    private Optional<Tally> group(Row.Read row) {
        return Optional.ofNullable(by)
                .map(field -> groups.computeIfAbsent(row.label(field).orElse(NO_GROUP), name -> tally()));
    }

    public NamedMetric metric() {
        return metric;
    }

    /** How many of the scored rows hold nothing that the filters look for; as an answer they are wrong. */
    public long unextracted() {
        return unextracted;
    }

    public Tally all() {
        return all;
    }

    /** By name. Rows without the field are a group of their own; rows that could not be read are in none. */
    public Map<String, Tally> groups() {
        return Collections.unmodifiableMap(groups);
    }

    public Complaints complaints() {
        return complaints;
    }
}
