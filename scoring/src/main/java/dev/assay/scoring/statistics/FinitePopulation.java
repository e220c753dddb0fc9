package dev.assay.scoring.statistics;

/**
 * What a sample says of the benchmark it was drawn from, and of questions like these.
 *
 * <p>"Score on this benchmark" asks for the mean over exactly its items: when all of them were run nothing is left to
 * chance, and with n of N the variance of a sample mean shrinks by (N - n) / (N - 1). "Score on questions like these"
 * takes the benchmark itself as a sample of what could have been asked, and has no such correction. Comparisons of
 * models for a choice nearly always mean the second. Immutable.
 *
 * @param items of the benchmark, at least 1
 */
public record FinitePopulation(long items) {

    public FinitePopulation {
        if (items < 1) {
            throw new IllegalArgumentException("a benchmark has at least one item");
        }
    }

    /** Both readings of one mean. */
    public record Labels(Interval onThisBenchmark, Interval onQuestionsLikeThese) {}

    /** By how much a standard error from n items, drawn without replacement, shrinks; 0 if all were run. */
    public double correction(long n) {
        requireDrawn(n);
        return items == n ? 0 : StrictMath.sqrt((double) (items - n) / (items - 1));
    }

    /**
     * Both intervals of a mean of scores between 0 and 1.
     *
     * @param n how many items were run, at least 2
     * @param mean of their scores
     * @param standardError of the mean without correction
     * @param degrees of freedom of the standard error
     */
    public Labels unit(long n, double mean, double standardError, double degrees, double confidence) {
        requireDrawn(n);
        Interval free = Interval.gradedWilson(n, mean, standardError, degrees, confidence);
        if (n == items) {
            return new Labels(new Interval(mean, mean), free);
        }
        double correction = correction(n);
        // Without spread among the items drawn, those left out stay as unknown as so many right or wrong answers.
        double effective = n / (correction * correction);
        Interval corrected = standardError == 0
                ? Interval.gradedWilson((long) effective, mean, 0, degrees, confidence)
                : Interval.gradedWilson(n, mean, standardError * correction, degrees, confidence);
        return new Labels(corrected, free);
    }

    /** Both Student intervals of a mean, or of a mean difference. */
    public Labels student(double mean, double standardError, double degrees, long n, double confidence) {
        requireDrawn(n);
        double t = StudentDistribution.upperQuantile(degrees, (1 - Interval.checked(confidence)) / 2);
        double half = t * standardError;
        double corrected = half * correction(n);
        return new Labels(new Interval(mean - corrected, mean + corrected), new Interval(mean - half, mean + half));
    }

    private void requireDrawn(long n) {
        if (n < 1 || n > items) {
            throw new IllegalArgumentException("%d of %d items".formatted(n, items));
        }
    }
}
