package dev.assay.scoring.translation;

import dev.assay.scoring.definition.Arguments;
import dev.assay.scoring.definition.Parameter;
import dev.assay.scoring.definition.Parameter.Kind;
import dev.assay.scoring.metric.Metric;
import dev.assay.scoring.metric.MetricType;
import dev.assay.scoring.metric.MetricType.Direction;
import dev.assay.scoring.metric.MetricType.Needs;
import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The metrics of translations by the field's names, with the field's scales. */
public final class TranslationMetrics {

    private static final double PERCENT = 100;
    private static final double OPEN = Double.POSITIVE_INFINITY;

    private static final Parameter LOWERCASE =
            Parameter.optional("lowercase", Kind.FLAG, "compare in lower case; default false");

    private TranslationMetrics() {}

    public static List<MetricType> types() {
        return List.of(bleu(), chrf("chrf", 0), chrf("chrf_pp", 2), ter(), nltkBleu());
    }

    private static MetricType bleu() {
        return new MetricType(
                "bleu",
                1,
                "N-grams of words shared with the references (sacreBLEU). Of a sample alone, BLEU with effective order.",
                Needs.EXTRACTED,
                Direction.HIGHER_IS_BETTER,
                0,
                PERCENT,
                List.of(
                        Parameter.oneOf("tokenize", BleuTokenizer.names(), "how words are cut; default 13a"),
                        Parameter.oneOf("smooth_method", Smoothing.names(), "for orders without match; default exp"),
                        Parameter.optional(
                                "smooth_value", Kind.DECIMAL, "for floor (default 0.1) and add-k (default 1)"),
                        Parameter.optional("max_ngram_order", Kind.INTEGER, "the longest n-grams; default 4"),
                        Parameter.optional(
                                "effective_order", Kind.FLAG, "leave out orders without n-grams; default false"),
                        LOWERCASE),
                TranslationMetrics::bleu);
    }

    private static Metric bleu(Arguments arguments) {
        BleuSettings settings = new BleuSettings(
                arguments.flag("lowercase", false),
                arguments.text("tokenize").flatMap(BleuTokenizer::named).orElse(BleuTokenizer.MTEVAL_13A),
                arguments.text("smooth_method").flatMap(Smoothing::named).orElse(Smoothing.EXPONENTIAL),
                decimal(arguments, "smooth_value"),
                atLeast(1, arguments, "max_ngram_order", 4),
                arguments.flag("effective_order", false));
        return new SetMetric(new Bleu(settings), new Bleu(settings.withEffectiveOrder()), PERCENT);
    }

    private static MetricType chrf(String name, int wordOrder) {
        return new MetricType(
                name,
                1,
                wordOrder == 0
                        ? "F score of n-grams of characters shared with a reference (sacreBLEU)."
                        : "F score of n-grams of characters and words shared with a reference: chrF++ (sacreBLEU).",
                Needs.EXTRACTED,
                Direction.HIGHER_IS_BETTER,
                0,
                PERCENT,
                List.of(
                        Parameter.optional("char_order", Kind.INTEGER, "the longest character n-grams; default 6"),
                        Parameter.optional(
                                "word_order", Kind.INTEGER, "the longest word n-grams; default " + wordOrder),
                        Parameter.optional("beta", Kind.INTEGER, "the weight of recall; default 2"),
                        LOWERCASE,
                        Parameter.optional("whitespace", Kind.FLAG, "count white space; default false"),
                        Parameter.optional("eps_smoothing", Kind.FLAG, "count orders without n-grams; default false")),
                arguments -> chrf(arguments, wordOrder));
    }

    private static Metric chrf(Arguments arguments, int wordOrder) {
        Chrf metric = new Chrf(new ChrfSettings(
                atLeast(1, arguments, "char_order", 6),
                atLeast(0, arguments, "word_order", wordOrder),
                atLeast(1, arguments, "beta", 2),
                arguments.flag("lowercase", false),
                arguments.flag("whitespace", false),
                arguments.flag("eps_smoothing", false)));
        return new SetMetric(metric, metric, PERCENT);
    }

    private static MetricType ter() {
        return new MetricType(
                "ter",
                1,
                "Edits and shifts of words to a reference, in percent of its words (sacreBLEU).",
                Needs.EXTRACTED,
                Direction.LOWER_IS_BETTER,
                0,
                OPEN,
                List.of(
                        Parameter.optional("normalized", Kind.FLAG, "set punctuation apart; default false"),
                        Parameter.optional("no_punct", Kind.FLAG, "without common punctuation; default false"),
                        Parameter.optional("asian_support", Kind.FLAG, "both for East Asian text too; default false"),
                        Parameter.optional("case_sensitive", Kind.FLAG, "keep case; default false")),
                TranslationMetrics::ter);
    }

    private static Metric ter(Arguments arguments) {
        Ter metric = new Ter(new TercomTokenizer(
                arguments.flag("normalized", false),
                arguments.flag("no_punct", false),
                arguments.flag("asian_support", false),
                arguments.flag("case_sensitive", false)));
        return new SetMetric(metric, metric, OPEN);
    }

    private static MetricType nltkBleu() {
        return new MetricType(
                "nltk_bleu",
                1,
                "Sentence BLEU as NLTK computes it, of words between white space; the mean of the samples.",
                Needs.EXTRACTED,
                Direction.HIGHER_IS_BETTER,
                0,
                1,
                List.of(
                        Parameter.oneOf(
                                "smoothing",
                                Stream.of(NltkSmoothing.values())
                                        .map(NltkSmoothing::written)
                                        .toList(),
                                "NLTK's smoothing function; default method0"),
                        Parameter.optional("max_order", Kind.INTEGER, "the longest n-grams; default 4")),
                TranslationMetrics::nltkBleu);
    }

    private static Metric nltkBleu(Arguments arguments) {
        int orders = atLeast(1, arguments, "max_order", 4);
        double[] weights =
                IntStream.range(0, orders).mapToDouble(n -> 1.0 / orders).toArray();
        NltkSmoothing smoothing =
                arguments.text("smoothing").map(NltkSmoothing::named).orElse(NltkSmoothing.METHOD0);
        if (smoothing == NltkSmoothing.METHOD6 && orders < 3) {
            throw arguments.reject("smoothing", "method6 needs a max_order of 3 at least");
        }
        return new NltkSentence(weights, smoothing);
    }

    private static int atLeast(int least, Arguments arguments, String name, int usual) {
        int value = arguments.integer(name).orElse(usual);
        // Far beyond any use; the time of a sample grows with the order.
        if (value < least || value > 100) {
            throw arguments.reject(name, "'%s' is from %d to 100".formatted(name, least));
        }
        return value;
    }

    private static OptionalDouble decimal(Arguments arguments, String name) {
        BigDecimal missing = BigDecimal.ONE.negate();
        BigDecimal value = arguments.decimal(name, missing);
        if (value.signum() >= 0) {
            return OptionalDouble.of(value.doubleValue());
        }
        if (value.equals(missing)) {
            return OptionalDouble.empty();
        }
        throw arguments.reject(name, "'%s' is not below 0".formatted(name));
    }
}
