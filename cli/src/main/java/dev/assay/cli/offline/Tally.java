package dev.assay.cli.offline;

import dev.assay.scoring.metric.CorpusMetric;
import dev.assay.scoring.metric.CorpusMetric.Evidence;
import dev.assay.scoring.repeats.RepeatFold;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is added up of a file, or of one of its groups. Used by one thread. */
public final class Tally {

    private final MeanTally mean;
    private final @Nullable SetTally set;
    private final @Nullable RepeatTally repeats;
    private long rows;
    private long scored;

    public Tally(NamedMetric metric) {
        this(metric, null);
    }

    /** @param fold what rows of the same item are folded into; null: every row counts for itself */
    Tally(NamedMetric metric, @Nullable RepeatFold fold) {
        this.repeats = fold == null ? null : new RepeatTally(fold);
        this.mean = new MeanTally(metric.type());
        this.set = metric.configured().metric() instanceof CorpusMetric corpus ? new SetTally(corpus) : null;
    }

    /** A row that could not be scored. */
    public void addUnscored() {
        rows++;
    }

    /**
     * A row that was scored.
     *
     * @param value its own score; empty if only sets have one
     * @param evidence of metrics of sets
     * @param cluster null: none
     */
    void add(Optional<Double> value, Optional<Evidence> evidence, @Nullable String cluster) {
        rows++;
        scored++;
        if (set != null) {
            evidence.ifPresent(kept -> set.add(kept, cluster));
        } else {
            value.ifPresent(score -> mean.add(score, cluster));
        }
    }

    public long rows() {
        return rows;
    }

    public long scored() {
        return scored;
    }

    /** A row that was scored, as one of the answers to an item. */
    void addRepeat(String item, double score, @Nullable String answer) {
        rows++;
        scored++;
        Objects.requireNonNull(repeats).add(item, score, answer);
    }

    /** Items that have too few answers to count. */
    public long tooFewRepeats() {
        return repeats == null ? 0 : repeats.tooFew();
    }

    /** Rows with a score / all rows. */
    public double coverage() {
        return rows == 0 ? 0 : (double) scored / rows;
    }

    /** The score of all. */
    public Figure figure(Sureness sureness) {
        if (repeats != null) {
            return repeats.figure(sureness);
        }
        return set == null ? mean.figure(sureness) : set.figure(sureness);
    }
}
