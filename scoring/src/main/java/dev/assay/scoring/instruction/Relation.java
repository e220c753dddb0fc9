package dev.assay.scoring.instruction;

/** How a count must stand to a threshold. */
enum Relation {
    LESS_THAN {
        @Override
        boolean holds(long count, double threshold) {
            return count < threshold;
        }
    },
    AT_LEAST {
        @Override
        boolean holds(long count, double threshold) {
            return count >= threshold;
        }
    };

    abstract boolean holds(long count, double threshold);
}
