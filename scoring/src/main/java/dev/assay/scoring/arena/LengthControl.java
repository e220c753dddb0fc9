package dev.assay.scoring.arena;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * AlpacaEval's length-controlled win rate: what a model would win if its answers were as long as the baseline's.
 *
 * <p>Source: Y. Dubois et al., Length-Controlled AlpacaEval (2024); AlpacaEval, {@code glm_winrate}. A logistic regression
 * of the preferences on tanh of the standardised difference of lengths (baseline less model, in code points, by its sample
 * standard deviation), on the instruction's difficulty if known, and on a constant; then the mean prediction with the
 * length term set to 0. L1 penalty 1 against a weight of 100 for the data. In percent. Stateless.
 *
 * <p>The published leaderboard also chooses the penalty by cross-validation and adds a regulariser against gamed
 * baselines; this is the fit without both.
 */
public final class LengthControl {

    private static final double DATA_WEIGHT = 100;

    private LengthControl() {}

    /**
     * A fitted model.
     *
     * @param length log odds per unit of the length term
     * @param difficulty log odds per unit of difficulty; 0 if it was not part of the fit
     * @param baseline log odds against the baseline at equal length and difficulty 0
     */
    public record Weights(double length, double difficulty, double baseline) {}

    /**
     * A win rate at equal lengths.
     *
     * @param winRate in percent
     * @param standardError over the instructions, in percent; empty with fewer than two
     */
    public record Controlled(double winRate, OptionalDouble standardError) {}

    /**
     * Fits weights.
     *
     * @param preferences as {@link AlpacaEval} reads them; others are left out
     * @param baselineLengths of the baseline's answers
     * @param modelLengths of the model's answers
     * @param difficulties of the instructions; empty to fit without
     * @throws IllegalArgumentException if lists differ in length, or there are fewer than two preferences whose lengths
     *     differ by different amounts
     */
    public static Weights fit(
            double[] preferences, double[] baselineLengths, double[] modelLengths, double[] difficulties) {
        int n = preferences.length;
        boolean hard = difficulties.length > 0;
        if (baselineLengths.length != n || modelLengths.length != n || (hard && difficulties.length != n)) {
            throw new IllegalArgumentException("each preference needs lengths, and difficulties if there are any");
        }
        double deviation = deviation(baselineLengths, modelLengths);
        List<double[]> rows = new ArrayList<>();
        List<Double> shares = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            if (AlpacaEval.isPreference(preferences[i])) {
                double length = StrictMath.tanh((baselineLengths[i] - modelLengths[i]) / deviation);
                rows.add(hard ? new double[] {length, 1, difficulties[i]} : new double[] {length, 1});
                shares.add(AlpacaEval.share(preferences[i]));
            }
        }
        if (rows.size() < 2) {
            throw new IllegalArgumentException("at least two preferences are needed");
        }
        double[] fitted = new LassoLogit(
                        rows.toArray(double[][]::new),
                        shares.stream().mapToDouble(share -> share).toArray(),
                        DATA_WEIGHT)
                .fit();
        return new Weights(fitted[0], hard ? fitted[2] : 0, fitted[1]);
    }

    /** The win rate at equal lengths over instructions of these difficulties, of which there is at least one. */
    public static Controlled predict(Weights weights, double[] difficulties) {
        double[] shares = Arrays.stream(difficulties)
                .map(d -> 1 / (1 + StrictMath.exp(-(weights.baseline() + weights.difficulty() * d))))
                .toArray();
        double mean = AlpacaEval.mean(shares)
                .orElseThrow(() -> new IllegalArgumentException("at least one instruction is needed"));
        return new Controlled(mean, AlpacaEval.standardError(shares));
    }

    private static double deviation(double[] baseline, double[] model) {
        double[] differences = new double[baseline.length];
        Arrays.setAll(differences, i -> baseline[i] - model[i]);
        double mean = Arrays.stream(differences).average().orElse(0);
        double squares =
                Arrays.stream(differences).map(d -> (d - mean) * (d - mean)).sum();
        if (!(squares > 0)) {
            throw new IllegalArgumentException("without differences in length there is nothing to control for");
        }
        return StrictMath.sqrt(squares / (differences.length - 1));
    }
}
