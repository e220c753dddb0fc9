package dev.assay.scoring.judge;

import dev.assay.scoring.arena.Outcome;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a judge's reply says. */
public sealed interface Verdict {

    /** A grade of one answer. @param value finite */
    record Rating(double value) implements Verdict {
        public Rating {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("a rating is finite");
            }
        }
    }

    /**
     * A comparison of two answers.
     *
     * @param outcome who won: A is the answer that was shown first
     * @param clear whether by far; only some formats say so, and a tie never is
     */
    record Preference(Outcome outcome, boolean clear) implements Verdict {
        public Preference {
            if (clear && outcome == Outcome.TIE) {
                throw new IllegalArgumentException("a tie is not clear");
            }
        }
    }

    /** A grade for each criterion of a rubric. @param byCriterion in the rubric's order, none missing */
    record Grades(Map<String, Double> byCriterion) implements Verdict {
        public Grades {
            byCriterion = Collections.unmodifiableMap(new LinkedHashMap<>(byCriterion));
            if (byCriterion.isEmpty()) {
                throw new IllegalArgumentException("a rubric has criteria");
            }
        }

        /** The mean of all grades. */
        public double mean() {
            return byCriterion.values().stream().mapToDouble(v -> v).average().orElseThrow();
        }
    }

    /** The reply holds no verdict. It counts as missing, never as a guess. */
    record Unreadable(Cause cause) implements Verdict {}

    /** Why a reply cannot be read. */
    enum Cause {
        /** The form that was asked for does not occur. */
        NOTHING_FOUND,
        /** It occurs, but what it holds is no number that can be read in one way. */
        NOT_A_NUMBER,
        /** The number lies outside of what was asked for. */
        OUT_OF_RANGE
    }

    Verdict NOTHING = new Unreadable(Cause.NOTHING_FOUND);
}
