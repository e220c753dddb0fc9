package dev.assay.scoring.extraction;

import dev.assay.scoring.likelihood.LikelihoodExtraction;
import java.util.List;

/** Filters for samples whose texts were judged instead of written. */
final class LikelihoodFilters {

    private LikelihoodFilters() {}

    static List<FilterType> types() {
        return List.of(
                new FilterType(
                        "most_likely",
                        List.of(),
                        List.of(),
                        "Takes the letter of the choice that the model finds most likely.",
                        arguments -> (text, context) -> LikelihoodExtraction.mostLikely(text, context.choices())),
                new FilterType(
                        "option_probabilities",
                        List.of(),
                        List.of(),
                        "Takes the choices' probabilities relative to one another, as a list.",
                        arguments -> (text, context) -> LikelihoodExtraction.probabilities(text, context.choices())),
                new FilterType(
                        "log_likelihood",
                        List.of(),
                        List.of(),
                        "Takes the log-likelihood of the judged text.",
                        arguments -> (text, context) -> LikelihoodExtraction.logLikelihood(text)));
    }
}
