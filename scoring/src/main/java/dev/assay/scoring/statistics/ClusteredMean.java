package dev.assay.scoring.statistics;

import java.util.List;

/**
 * The mean of values that come in clusters, such as questions on one passage, and how sure it is.
 *
 * <p>With w the clusters' shares of all n values and u the sums of their residuals, the usual sandwich variance is
 * Σu² / n². Two corrections for few clusters are offered. {@link #standardError} multiplies by C / (C - 1), as inspect_ai
 * does, with C - 1 degrees of freedom. {@link #interval} divides each u² by 1 - w and takes the degrees of freedom of
 * Bell and McCaffrey (2002), 1 / (Σw² + Σ w²v² / ((1-w)(1-v))), which are C - 1 for equal clusters and fewer if a few
 * large ones dominate; it is the service's own, since its coverage holds there too. Immutable.
 */
public final class ClusteredMean {

    private final long values;
    private final double mean;
    private final double[] shares;
    private final double[] residuals;

    /**
     * @param clusters the values, at least one in all; empty clusters are passed over
     */
    public ClusteredMean(List<double[]> clusters) {
        List<double[]> filled = clusters.stream().filter(c -> c.length > 0).toList();
        Moments all = new Moments();
        for (double[] cluster : filled) {
            for (double value : cluster) {
                all.add(value);
            }
        }
        values = all.count();
        mean = all.mean();
        shares = filled.stream().mapToDouble(c -> (double) c.length / values).toArray();
        residuals = filled.stream().mapToDouble(this::residual).toArray();
    }

    private double residual(double[] cluster) {
        double sum = 0;
        for (double value : cluster) {
            sum += value - mean;
        }
        return sum;
    }

    public double mean() {
        return mean;
    }

    public int clusters() {
        return shares.length;
    }

    /** The standard error with the correction C / (C - 1); 0 for fewer than two clusters. */
    public double standardError() {
        if (shares.length < 2) {
            return 0;
        }
        double sum = 0;
        for (double residual : residuals) {
            sum += residual * residual;
        }
        double correction = (double) shares.length / (shares.length - 1);
        return StrictMath.sqrt(correction * sum) / values;
    }

    /** mean ± t × {@link #standardError} with C - 1 degrees of freedom, as inspect_ai has it; of width 0 for one cluster. */
    public Interval simpleInterval(double confidence) {
        if (shares.length < 2) {
            return new Interval(mean, mean);
        }
        double t = StudentDistribution.upperQuantile(shares.length - 1, (1 - Interval.checked(confidence)) / 2);
        double half = t * standardError();
        return new Interval(mean - half, mean + half);
    }

    /** The standard error without bias if values were independent within clusters. At least two clusters. */
    public double unbiasedStandardError() {
        requireTwo();
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
            sum += residuals[i] * residuals[i] / (1 - shares[i]);
        }
        return StrictMath.sqrt(sum) / values;
    }

    /** The degrees of freedom that go with {@link #unbiasedStandardError}. */
    public double degrees() {
        requireTwo();
        double squares = 0;
        double odds = 0;
        double oddsSquared = 0;
        for (double w : shares) {
            squares += w * w;
            double term = w * w / (1 - w);
            odds += term;
            oddsSquared += term * term;
        }
        return Math.max(1, 1 / (squares + odds * odds - oddsSquared));
    }

    /** mean ± t √variance, with {@link #unbiasedStandardError} and {@link #degrees}. At least two clusters. */
    public Interval interval(double confidence) {
        double t = StudentDistribution.upperQuantile(degrees(), (1 - Interval.checked(confidence)) / 2);
        double half = t * unbiasedStandardError();
        return new Interval(mean - half, mean + half);
    }

    private void requireTwo() {
        if (shares.length < 2) {
            throw new IllegalStateException("clusters say nothing of their spread unless there are at least two");
        }
    }
}
