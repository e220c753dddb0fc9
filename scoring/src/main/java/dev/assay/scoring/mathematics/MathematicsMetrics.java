package dev.assay.scoring.mathematics;

import dev.assay.scoring.definition.Arguments;
import dev.assay.scoring.definition.Parameter;
import dev.assay.scoring.definition.Parameter.Kind;
import dev.assay.scoring.metric.Metric;
import dev.assay.scoring.metric.MetricType;
import dev.assay.scoring.metric.MetricType.Needs;
import dev.assay.scoring.metric.Score;
import dev.assay.scoring.pattern.PatternLimitException;
import dev.assay.scoring.text.PythonText;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiPredicate;

/** The metrics of this package that can be named. */
public final class MathematicsMetrics {

    private MathematicsMetrics() {}

    public static List<MetricType> types() {
        return List.of(
                MetricType.unit(
                        "gsm8k",
                        "The answer's number is that of the reference solution (GSM8K).",
                        Needs.ANSWER,
                        List.of(Parameter.oneOf(
                                "extraction",
                                Arrays.stream(Gsm8k.Extraction.values())
                                        .map(e -> PythonText.lower(e.name()))
                                        .toList(),
                                "which number counts: the first after '#### ' (strict, openai), the first after"
                                        + " 'The answer is ' (strict_cot), or the last (flexible); default strict")),
                        MathematicsMetrics::gsm8k),
                MetricType.unit(
                        "mgsm",
                        "The last number after the language's word for answer is the reference (MGSM).",
                        Needs.ANSWER,
                        mgsmParameters(),
                        arguments -> {
                            Mgsm mgsm = mgsm(arguments);
                            return metric((answer, reference) ->
                                    Mgsm.isRight(mgsm.extract(answer).orElse(""), reference));
                        }),
                MetricType.unit(
                        "math_equiv_hendrycks",
                        "Answer and reference are the same LaTeX text after the normalisation of MATH.",
                        Needs.EXTRACTED,
                        List.of(
                                Parameter.oneOf(
                                        "implementation",
                                        List.of("math", "harness"),
                                        "whose errors to repeat: the benchmark's code or lm-evaluation-harness; default harness")),
                        arguments -> {
                            HendrycksEquivalence equivalence = arguments
                                            .text("implementation")
                                            .orElse("harness")
                                            .equals("math")
                                    ? HendrycksEquivalence.MATH
                                    : HendrycksEquivalence.HARNESS;
                            return metric(equivalence::isSame);
                        }),
                MetricType.unit(
                        "math_equiv_minerva",
                        "Answer and reference mean the same after Minerva's normalisation, by exact arithmetic.",
                        Needs.EXTRACTED,
                        List.of(),
                        arguments -> {
                            MinervaEquivalence equivalence = new MinervaEquivalence();
                            return metric(equivalence::isSame);
                        }));
    }

    /** The parameters that choose a language of MGSM. */
    public static List<Parameter> mgsmParameters() {
        return List.of(
                Parameter.oneOf("language", Mgsm.languages(), "language of the question; default en"),
                Parameter.optional("prefix", Kind.TEXT, "the word before the answer; default that of the language"));
    }

    /** The reading of answers that the parameters ask for. */
    public static Mgsm mgsm(Arguments arguments) {
        if (arguments.text("prefix").filter(String::isEmpty).isPresent()) {
            throw arguments.reject("prefix", "expected a word");
        }
        return arguments
                .text("prefix")
                .map(Mgsm::new)
                .orElseGet(() -> Mgsm.inLanguage(arguments.text("language").orElse("en")));
    }

    private static Metric gsm8k(Arguments arguments) {
        String name = arguments.text("extraction").orElse("strict");
        Gsm8k gsm8k = new Gsm8k(Gsm8k.Extraction.valueOf(PythonText.upper(name)));
        return metric(gsm8k::isRight);
    }

    private static Metric metric(BiPredicate<String, String> isRight) {
        return (prediction, sample) -> Score.best(sample.references(), reference -> {
            try {
                return Score.of(prediction != null && isRight.test(prediction, reference));
            } catch (PatternLimitException | IllegalArgumentException unscorable) {
                return new Score.Unscorable(String.valueOf(unscorable.getMessage()));
            }
        });
    }
}
