package dev.assay.scoring.summary;

import dev.assay.scoring.definition.Arguments;
import dev.assay.scoring.definition.Parameter;
import dev.assay.scoring.definition.Parameter.Kind;
import dev.assay.scoring.metric.Metric;
import dev.assay.scoring.metric.MetricType;
import dev.assay.scoring.sentence.SentenceSplitter;
import dev.assay.scoring.sentence.WordTokenizer;
import java.math.BigDecimal;
import java.util.List;

/**
 * What of this package users can name.
 *
 * <p>ROUGE gives its F-measure, and of several references the best; a set's score is the mean. Edges: no prediction scores
 * 0; without a reference a sample cannot be scored. See {@link RougeScorer} and {@link Meteor}.
 */
public final class SummaryMetrics {

    private static final Parameter USE_STEMMER =
            Parameter.optional("use_stemmer", Kind.FLAG, "compare the stems of words; default false");

    private static final Parameter SPLIT_SUMMARIES = Parameter.optional(
            "split_summaries", Kind.FLAG, "find the sentences; default false, which takes each line for one");

    private SummaryMetrics() {}

    /** The metrics of this family. */
    public static List<MetricType> types() {
        return List.of(
                rouge(
                        "rouge1",
                        "Words shared with the reference text (ROUGE-1, F).",
                        (rouge, target, text) -> rouge.runs(target, text, 1)),
                rouge(
                        "rouge2",
                        "Pairs of words shared with the reference text (ROUGE-2, F).",
                        (rouge, target, text) -> rouge.runs(target, text, 2)),
                rouge(
                        "rouge3",
                        "Runs of three words shared with the reference text (ROUGE-3, F).",
                        (rouge, target, text) -> rouge.runs(target, text, 3)),
                rouge(
                        "rougeL",
                        "Longest sequence of words shared with the reference text (ROUGE-L, F).",
                        RougeScorer::sequence),
                MetricType.unit(
                        "rougeLsum",
                        "Longest sequences of words shared by the sentences of both summaries (ROUGE-Lsum, F).",
                        MetricType.Needs.EXTRACTED,
                        List.of(USE_STEMMER, SPLIT_SUMMARIES),
                        arguments -> rouge(summaryScorer(arguments), RougeScorer::summary)),
                MetricType.unit(
                        "meteor",
                        "Words, stems and synonyms shared with the reference text, with a penalty for another order"
                                + " (METEOR as in NLTK; its synonyms with wordnet: true).",
                        MetricType.Needs.EXTRACTED,
                        List.of(
                                Parameter.optional("alpha", Kind.DECIMAL, "weight of precision; default 0.9"),
                                Parameter.optional("beta", Kind.DECIMAL, "how fast the penalty falls; default 3"),
                                Parameter.optional("gamma", Kind.DECIMAL, "the greatest penalty; default 0.5"),
                                Parameter.optional(
                                        "synonyms",
                                        Kind.TEXTS,
                                        "groups of stems that mean the same, such as \"car automobil\"; default none"),
                                Parameter.optional(
                                        "wordnet",
                                        Kind.FLAG,
                                        "the synonyms of WordNet too, which the optional module wordnet brings;"
                                                + " default false")),
                        SummaryMetrics::meteor));
    }

    /** One of the scores that a scorer gives. */
    @FunctionalInterface
    private interface RougeKind {
        RougeScore of(RougeScorer scorer, String target, String prediction);
    }

    private static MetricType rouge(String name, String meaning, RougeKind kind) {
        return MetricType.unit(
                name,
                meaning,
                MetricType.Needs.EXTRACTED,
                List.of(USE_STEMMER),
                arguments -> rouge(new RougeScorer(arguments.flag("use_stemmer", false)), kind));
    }

    private static Metric rouge(RougeScorer scorer, RougeKind kind) {
        return new BestOverlap(prediction ->
                reference -> kind.of(scorer, reference, prediction).fmeasure());
    }

    private static RougeScorer summaryScorer(Arguments arguments) {
        boolean useStemmer = arguments.flag("use_stemmer", false);
        return arguments.flag("split_summaries", false)
                ? new RougeScorer(useStemmer, SentenceSplitter.english()::split)
                : new RougeScorer(useStemmer);
    }

    private static Metric meteor(Arguments arguments) {
        Meteor meteor = new Meteor(
                share(arguments, "alpha", "0.9"),
                atLeast0(arguments, "beta", "3"),
                share(arguments, "gamma", "0.5"),
                synonyms(arguments));
        WordTokenizer tokenizer = WordTokenizer.english();
        return new BestOverlap(prediction -> {
            List<String> words = tokenizer.words(prediction);
            return reference -> meteor.score(tokenizer.words(reference), words);
        });
    }

    private static Synonyms synonyms(Arguments arguments) {
        Synonyms given = Synonyms.of(arguments.texts("synonyms"));
        if (!arguments.flag("wordnet", false)) {
            return given;
        }
        return SynonymSource.named("wordnet")
                .map(source -> given.or(source.synonyms()))
                .orElseThrow(() -> arguments.reject(
                        "wordnet",
                        "the synonyms of WordNet are in the optional module 'wordnet', which is not installed"));
    }

    private static double share(Arguments arguments, String name, String fallback) {
        double value = atLeast0(arguments, name, fallback);
        if (value > 1) {
            throw arguments.reject(name, "'" + name + "' is at most 1");
        }
        return value;
    }

    private static double atLeast0(Arguments arguments, String name, String fallback) {
        double value = arguments.decimal(name, new BigDecimal(fallback)).doubleValue();
        if (value < 0) {
            throw arguments.reject(name, "'" + name + "' is at least 0");
        }
        return value;
    }
}
