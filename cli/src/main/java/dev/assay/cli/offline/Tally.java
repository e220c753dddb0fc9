package dev.assay.cli.offline;

import dev.assay.scoring.metric.CorpusMetric;
import dev.assay.scoring.metric.CorpusMetric.Evidence;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is added up of a file, or of one of its groups. Used by one thread. */
public final class Tally {

    private final MeanTally mean;
    private final @Nullable SetTally set;
    private long rows;
    private long scored;

    public Tally(NamedMetric metric) {
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

    /** Rows with a score / all rows. */
    public double coverage() {
        return rows == 0 ? 0 : (double) scored / rows;
    }

    /** The score of all. */
    public Figure figure(Sureness sureness) {
        return set == null ? mean.figure(sureness) : set.figure(sureness);
    }
}
