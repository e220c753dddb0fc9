package dev.assay.scoring.choice;

import dev.assay.scoring.text.PythonText;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How likely a model finds each option of an item, and what follows from it.
 *
 * <p>Source: lm-evaluation-harness, {@code api/task.py}, {@code process_results} of multiple-choice tasks. The chosen
 * option has the greatest log-likelihood, of several equal ones the first. Values are 1 (right) or 0, higher is better.
 * Immutable.
 *
 * @param options the options' texts
 * @param logLikelihoods of each option after the prompt, natural logarithms
 * @param greedy for each option whether greedy decoding would write it
 * @param unconditional log-likelihood of each option without the prompt; empty if they were not asked for
 */
public record OptionLikelihoods(
        List<String> options, double[] logLikelihoods, List<Boolean> greedy, Optional<double[]> unconditional) {

    public OptionLikelihoods {
        options = List.copyOf(options);
        greedy = List.copyOf(greedy);
        logLikelihoods = logLikelihoods.clone();
        unconditional = unconditional.map(double[]::clone);
        int size = options.size();
        if (size == 0
                || logLikelihoods.length != size
                || greedy.size() != size
                || unconditional.filter(u -> u.length != size).isPresent()) {
            throw new IllegalArgumentException("each of one or more options needs its values");
        }
    }

    /**
     * What an item's options say, given the right ones.
     *
     * @param acc the most likely option is right
     * @param accNorm as acc, likelihoods divided by the number of characters (code points)
     * @param accBytes as acc, likelihoods divided by the number of UTF-8 bytes
     * @param exactMatch greedy decoding would write a right option
     * @param accMutualInfo as acc, by how much the prompt raises the likelihood; empty without unconditional ones
     */
    public record Accuracy(
            double acc, double accNorm, double accBytes, double exactMatch, Optional<Double> accMutualInfo) {}

    /**
     * Compares with the right options.
     *
     * @param right their positions from 0; one that is no option is never right
     */
    public Accuracy accuracy(List<Integer> right) {
        return new Accuracy(
                value(right.contains(mostLikely())),
                value(right.contains(greatest(i -> logLikelihoods[i] / PythonText.length(options.get(i))))),
                value(right.contains(
                        greatest(i -> logLikelihoods[i] / options.get(i).getBytes(StandardCharsets.UTF_8).length))),
                value(right.stream().anyMatch(i -> i >= 0 && i < greedy.size() && greedy.get(i))),
                unconditional.map(u -> value(right.contains(greatest(i -> logLikelihoods[i] - u[i])))));
    }

    /** The position of the most likely option. */
    public int mostLikely() {
        return greatest(i -> logLikelihoods[i]);
    }

    /** The options' probabilities relative to one another: the softmax of the log-likelihoods. */
    public double[] probabilities() {
        double greatest = Arrays.stream(logLikelihoods).max().orElseThrow();
        double[] powers =
                Arrays.stream(logLikelihoods).map(l -> Math.exp(l - greatest)).toArray();
        double sum = Arrays.stream(powers).sum();
        return Arrays.stream(powers).map(p -> p / sum).toArray();
    }

    /** The first of the greatest; as in numpy, a value that is no number is greatest of all. */
    private int greatest(IntToDoubleFunction value) {
        return IntStream.range(0, options.size())
                .reduce((best, i) -> exceeds(value.applyAsDouble(i), value.applyAsDouble(best)) ? i : best)
                .orElseThrow();
    }

    private static boolean exceeds(double value, double best) {
        return !Double.isNaN(best) && (Double.isNaN(value) || value > best);
    }

    private static double value(boolean right) {
        return right ? 1 : 0;
    }

    @Override
    public double[] logLikelihoods() {
        return logLikelihoods.clone();
    }

    @Override
    public Optional<double[]> unconditional() {
        return unconditional.map(double[]::clone);
    }
}
