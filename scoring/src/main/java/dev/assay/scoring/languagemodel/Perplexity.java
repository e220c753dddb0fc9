package dev.assay.scoring.languagemodel;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Perplexity: the exponential of the negative mean log-likelihood; 1 is best, there is no upper bound.
 *
 * <p>Source: lm-evaluation-harness, {@code api/metrics.py}, {@code weighted_perplexity}, {@code bits_per_byte},
 * {@code perplexity}. By word and byte the sums over all documents are divided, so that long documents weigh more; by
 * character each document is divided first and counts once. Stateless.
 *
 * <p>Errors: all methods throw an IllegalArgumentException if there is nothing to divide by, and an ArithmeticException if
 * the result is beyond what a double holds.
 */
public final class Perplexity {

    private Perplexity() {}

    /** exp(-Σ log-likelihood / Σ words). */
    public static double ofWords(List<LikelyDocument> documents) {
        return exponential(-perUnit(documents, LikelyDocument::words));
    }

    /** exp(-Σ log-likelihood / Σ bytes). */
    public static double ofBytes(List<LikelyDocument> documents) {
        return exponential(-perUnit(documents, LikelyDocument::bytes));
    }

    /** -Σ log-likelihood / Σ bytes / ln 2, in bits. */
    public static double bitsPerByte(List<LikelyDocument> documents) {
        return -perUnit(documents, LikelyDocument::bytes) / Math.log(2);
    }

    /** exp of the negative mean over documents of log-likelihood / characters. */
    public static double ofCharacters(List<LikelyDocument> documents) {
        double[] means = documents.stream()
                .mapToDouble(d -> d.logLikelihood() / counted(d.characters()))
                .toArray();
        return ofLogLikelihoods(means);
    }

    /** exp of the negative mean of log-likelihoods, of tokens or of answers. */
    public static double ofLogLikelihoods(double[] logLikelihoods) {
        return exponential(-Arrays.stream(logLikelihoods).sum() / counted(logLikelihoods.length));
    }

    private static double perUnit(List<LikelyDocument> documents, ToIntFunction<LikelyDocument> units) {
        double sum =
                documents.stream().mapToDouble(LikelyDocument::logLikelihood).sum();
        return sum / counted(documents.stream().mapToLong(units::applyAsInt).sum());
    }

    private static long counted(long count) {
        if (count == 0) {
            throw new IllegalArgumentException("there is no text");
        }
        return count;
    }

    private static double exponential(double value) {
        double result = Math.exp(value);
        if (Double.isInfinite(result) && Double.isFinite(value)) {
            throw new ArithmeticException("the perplexity is too large");
        }
        return result;
    }
}
