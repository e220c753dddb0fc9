package dev.assay.scoring.fairness;

/** A share of a group's samples. */
public enum Rate {
    /** Right predictions among all. */
    ACCURACY("accuracy"),
    /** Positive predictions among all. */
    SELECTION("selection_rate"),
    /** Positive predictions among true positives: recall. */
    TRUE_POSITIVE("tpr"),
    /** Positive predictions among true negatives. */
    FALSE_POSITIVE("fpr");

    private final String label;

    Rate(String label) {
        this.label = label;
    }

    /** As fairlearn calls it. */
    public String label() {
        return label;
    }
}
