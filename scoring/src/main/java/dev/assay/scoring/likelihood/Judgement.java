package dev.assay.scoring.likelihood;

import java.util.Optional;

/**
 * What a model said of one text.
 *
 * @param logLikelihood the natural logarithm of the probability that it gives the text, given what stands before it; finite
 *     and not positive
 * @param tokens how many of its tokens are in that
 * @param greedy whether greedy decoding would write the text; empty if the provider did not say
 * @param skipped code points at the text's beginning that have no probability, since nothing stands before them
 * @param split whether its first token began before the text and so is not in the likelihood
 */
public record Judgement(double logLikelihood, long tokens, Optional<Boolean> greedy, int skipped, boolean split) {

    public Judgement {
        if (!Double.isFinite(logLikelihood) || logLikelihood > 0 || tokens < 0 || skipped < 0) {
            throw new IllegalArgumentException("no likelihood: %s of %d tokens".formatted(logLikelihood, tokens));
        }
    }
}
