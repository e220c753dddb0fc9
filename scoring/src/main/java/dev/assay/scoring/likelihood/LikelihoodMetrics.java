package dev.assay.scoring.likelihood;

import dev.assay.scoring.choice.OptionLikelihoods.Accuracy;
import dev.assay.scoring.definition.Arguments;
import dev.assay.scoring.languagemodel.LikelyDocument;
import dev.assay.scoring.metric.CorpusMetric.UnscorableException;
import dev.assay.scoring.metric.Metric;
import dev.assay.scoring.metric.MetricType;
import dev.assay.scoring.metric.MetricType.Direction;
import dev.assay.scoring.metric.MetricType.Needs;
import dev.assay.scoring.metric.OptionName;
import dev.assay.scoring.metric.Sample;
import dev.assay.scoring.metric.Score;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.Stream;

/**
 * Metrics of texts that a model judged.
 *
 * <p>Source: lm-evaluation-harness, {@code api/task.py} for its output types multiple_choice, loglikelihood and
 * loglikelihood_rolling, and {@code api/metrics.py}. Perplexities are corpus metrics: sums over all texts are divided, so that
 * long texts weigh more; of a text alone they are that text's.
 */
public final class LikelihoodMetrics {

    static final String NO_REFERENCE = "the item has no reference";

    private LikelihoodMetrics() {}

    public static List<MetricType> types() {
        return List.of(
                choice(
                        "acc",
                        "The most likely choice is right.",
                        c -> Score.of(accuracy(c).acc())),
                choice(
                        "acc_norm",
                        "The choice most likely by character is right.",
                        c -> Score.of(accuracy(c).accNorm())),
                choice(
                        "acc_bytes",
                        "The choice most likely by UTF-8 byte is right.",
                        c -> Score.of(accuracy(c).accBytes())),
                choice(
                        "acc_mutual_info",
                        "The choice that the prompt makes most likelier is right.",
                        LikelihoodMetrics::mutualInformation),
                choice(
                        "mc2",
                        "Probability of the right choices among all (TruthfulQA).",
                        c -> Score.of(c.rightShare())),
                new MetricType(
                        "greedy_match",
                        1,
                        "Greedy decoding would write the text, or a right choice (the harness's exact_match and is_greedy).",
                        Needs.ANSWER,
                        Direction.HIGHER_IS_BETTER,
                        0,
                        1,
                        List.of(OptionName.TARGET),
                        LikelihoodMetrics::greedy),
                new MetricType(
                        "split_tokens",
                        1,
                        "A token reaches from the prompt into what is judged, so that a part of it is not counted.",
                        Needs.ANSWER,
                        Direction.LOWER_IS_BETTER,
                        0,
                        1,
                        List.of(),
                        arguments -> judging((prediction, sample) -> Judgements.read(prediction)
                                .map(judged -> Score.of(all(judged).anyMatch(Judgement::split)))
                                .orElseGet(() -> new Score.Unscorable("the answer holds no likelihoods")))),
                perplexity("perplexity", "exp of minus the mean log-likelihood of the texts.", (j, d) -> 1, Math::exp),
                perplexity(
                        "word_perplexity",
                        "exp of minus the log-likelihood by word, over all texts.",
                        (j, d) -> d.words(),
                        Math::exp),
                perplexity(
                        "byte_perplexity",
                        "exp of minus the log-likelihood by UTF-8 byte, over all texts.",
                        (j, d) -> d.bytes(),
                        Math::exp),
                perplexity(
                        "token_perplexity",
                        "exp of minus the log-likelihood by token of the model's own, over all texts.",
                        (j, d) -> j.tokens(),
                        Math::exp),
                surprise(
                        "bits_per_byte",
                        "Bits that the model needs for a byte, over all texts.",
                        (j, d) -> d.bytes(),
                        mean -> mean / Math.log(2)),
                surprise(
                        "cross_entropy",
                        "Minus the log-likelihood by token of the model's own, over all texts; natural units.",
                        (j, d) -> j.tokens(),
                        mean -> mean));
    }

    private static MetricType choice(String name, String meaning, Function<JudgedChoice, Score> score) {
        return MetricType.unit(
                name, meaning, Needs.ANSWER, List.of(OptionName.TARGET), arguments -> metric(arguments, score));
    }

    private static Metric metric(Arguments arguments, Function<JudgedChoice, Score> score) {
        String target = OptionName.target(arguments);
        return judging((prediction, sample) -> {
            try {
                return score.apply(JudgedChoice.of(prediction, sample, target));
            } catch (UnscorableException e) {
                return new Score.Unscorable(String.valueOf(e.getMessage()));
            }
        });
    }

    /** Without an answer the score is the worst, as with every metric. */
    private static Metric judging(BiFunction<String, Sample, Score> metric) {
        return (prediction, sample) -> {
            if (sample.references().isEmpty()) {
                return new Score.Unscorable(NO_REFERENCE);
            }
            return prediction == null ? Score.WRONG : metric.apply(prediction, sample);
        };
    }

    private static Accuracy accuracy(JudgedChoice choice) {
        return choice.likelihoods().accuracy(choice.right());
    }

    private static Score mutualInformation(JudgedChoice choice) {
        return accuracy(choice)
                .accMutualInfo()
                .map(Score::of)
                .orElseGet(() -> new Score.Unscorable("the choices were not judged without the item's prompt"));
    }

    private static Metric greedy(Arguments arguments) {
        Metric ofChoices = metric(
                arguments,
                choice -> choice.options().stream()
                                .anyMatch(option -> option.greedy().isEmpty())
                        ? new Score.Unscorable("the provider did not say what greedy decoding writes")
                        : Score.of(accuracy(choice).exactMatch()));
        return judging((prediction, sample) -> Judgements.read(prediction)
                .flatMap(Judgements::text)
                .map(text -> text.greedy()
                        .map(Score::of)
                        .orElseGet(() -> new Score.Unscorable("the provider did not say what greedy decoding writes")))
                .orElseGet(() -> ofChoices.score(prediction, sample)));
    }

    private static Stream<Judgement> all(Judgements judged) {
        return Stream.of(
                        judged.options(),
                        judged.unconditional(),
                        judged.text().stream().toList())
                .flatMap(List::stream);
    }

    private static MetricType perplexity(
            String name,
            String meaning,
            ToDoubleBiFunction<Judgement, LikelyDocument> units,
            DoubleUnaryOperator function) {
        return type(name, meaning, 1, units, function);
    }

    private static MetricType surprise(
            String name,
            String meaning,
            ToDoubleBiFunction<Judgement, LikelyDocument> units,
            DoubleUnaryOperator function) {
        return type(name, meaning, 0, units, function);
    }

    private static MetricType type(
            String name,
            String meaning,
            double least,
            ToDoubleBiFunction<Judgement, LikelyDocument> units,
            DoubleUnaryOperator function) {
        return new MetricType(
                name,
                1,
                meaning,
                Needs.ANSWER,
                Direction.LOWER_IS_BETTER,
                least,
                Double.POSITIVE_INFINITY,
                List.of(),
                arguments -> new TextPerplexity(units, function));
    }
}
