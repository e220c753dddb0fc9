package dev.assay.scoring.likelihood;

import dev.assay.scoring.choice.OptionLikelihoods;
import dev.assay.scoring.metric.CorpusMetric.UnscorableException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What is taken out of a judged sample's answer for other metrics; nothing if it holds no likelihoods. */
public final class LikelihoodExtraction {

    private static final int LETTERS = 26;

    private LikelihoodExtraction() {}

    /** The letter of the most likely choice, or its text where letters do not suffice. */
    public static Optional<String> mostLikely(String answer, List<String> choices) {
        return likelihoods(answer, choices)
                .map(OptionLikelihoods::mostLikely)
                .map(place -> choices.size() <= LETTERS ? String.valueOf((char) ('A' + place)) : choices.get(place));
    }

    /** The choices' probabilities relative to one another, as a list such as {@code [0.25, 0.75]}. */
    public static Optional<String> probabilities(String answer, List<String> choices) {
        return likelihoods(answer, choices).map(options -> Arrays.toString(options.probabilities()));
    }

    /** The log-likelihood of the judged text. */
    public static Optional<String> logLikelihood(String answer) {
        return Judgements.read(answer).flatMap(Judgements::text).map(text -> Double.toString(text.logLikelihood()));
    }

    private static Optional<OptionLikelihoods> likelihoods(String answer, List<String> choices) {
        try {
            return Optional.of(JudgedChoice.likelihoods(answer, choices));
        } catch (UnscorableException notJudged) {
            return Optional.empty();
        }
    }
}
