package dev.assay.scoring.summary;

import dev.assay.scoring.statistics.Quantiles;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

/**
 * ROUGE of a set of texts with its interval, from means of resamples.
 *
 * <p>Of the means of each resample, for precision, recall and F each by itself: the middle is their median, low and high
 * are the quantiles that the confidence leaves outside, by linear interpolation. Source: google-research
 * {@code rouge_score}, {@code BootstrapAggregator}. The middle is no plain mean: two runs with other draws differ.
 *
 * @param low of precision, recall and F, as are the others
 */
public record RougeBootstrap(RougeScore low, RougeScore mid, RougeScore high) {

    /**
     * From given draws.
     *
     * @param draws for each resample the places of the scores that it is made of
     * @param confidence such as 0.95, from 0 to 1
     * @throws IllegalArgumentException if there are no scores or no draws, or confidence is no share
     */
    public static RougeBootstrap of(List<RougeScore> scores, int[][] draws, double confidence) {
        if (scores.isEmpty() || draws.length == 0) {
            throw new IllegalArgumentException("resampling needs scores and draws");
        }
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence is from 0 to 1, not " + confidence);
        }
        Quantiles precision = means(scores, draws, RougeScore::precision);
        Quantiles recall = means(scores, draws, RougeScore::recall);
        Quantiles fmeasure = means(scores, draws, RougeScore::fmeasure);
        double tail = (1 - confidence) / 2;
        return new RougeBootstrap(
                at(tail, precision, recall, fmeasure),
                at(0.5, precision, recall, fmeasure),
                at(1 - tail, precision, recall, fmeasure));
    }

    /** Draws for {@link #of}: as many resamples as wished, each as large as the set. */
    public static int[][] draw(int size, int resamples, RandomGenerator random) {
        int[][] draws = new int[resamples][size];
        for (int[] draw : draws) {
            for (int i = 0; i < size; i++) {
                draw[i] = random.nextInt(size);
            }
        }
        return draws;
    }

    private static Quantiles means(List<RougeScore> scores, int[][] draws, ToDoubleFunction<RougeScore> part) {
        double[] means = new double[draws.length];
        for (int i = 0; i < draws.length; i++) {
            double sum = 0;
            for (int place : draws[i]) {
                sum += part.applyAsDouble(scores.get(place));
            }
            means[i] = sum / draws[i].length;
        }
        return new Quantiles(means);
    }

    private static RougeScore at(double share, Quantiles precision, Quantiles recall, Quantiles fmeasure) {
        return new RougeScore(precision.at(share), recall.at(share), fmeasure.at(share));
    }
}
