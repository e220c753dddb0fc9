package dev.assay.scoring.metric;

import dev.assay.scoring.definition.Arguments;
import dev.assay.scoring.definition.Parameter;
import dev.assay.scoring.definition.Parameter.Kind;
import dev.assay.scoring.pattern.PatternLimitException;
import dev.assay.scoring.pattern.SafePattern;
import dev.assay.scoring.text.PythonText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 1 if prediction and a reference are the same text after the chosen foldings, else 0.
 *
 * <p>Source: Hugging Face evaluate, {@code exact_match}, as lm-evaluation-harness has it ({@code exact_match_hf_evaluate}).
 * Foldings are made on both sides in this order: each pattern of {@code regexes_to_ignore} removed, one after the other;
 * lower case; ASCII punctuation removed; the digits 0 to 9 removed. White space is never touched: " 7" is not "7".
 *
 * <p>Edges: two empty texts match. Text too large for the patterns makes a sample unscorable.
 */
final class ExactMatch implements Metric {

    static final MetricType TYPE = MetricType.unit(
            "exact_match",
            "Prediction and a reference are the same text.",
            MetricType.Needs.EXTRACTED,
            List.of(
                    Parameter.optional("ignore_case", Kind.FLAG, "compare in lower case; default false"),
                    Parameter.optional("ignore_punctuation", Kind.FLAG, "without ASCII punctuation; default false"),
                    Parameter.optional("ignore_numbers", Kind.FLAG, "without the digits 0 to 9; default false"),
                    Parameter.optional(
                            "regexes_to_ignore", Kind.PATTERNS, "without what these patterns match; default none")),
            ExactMatch::new);

    private final List<SafePattern> ignored;
    private final boolean ignoreCase;
    private final boolean ignorePunctuation;
    private final boolean ignoreNumbers;

    private ExactMatch(Arguments arguments) {
        this.ignored = arguments.patterns("regexes_to_ignore");
        this.ignoreCase = arguments.flag("ignore_case", false);
        this.ignorePunctuation = arguments.flag("ignore_punctuation", false);
        this.ignoreNumbers = arguments.flag("ignore_numbers", false);
    }

    @Override
    public Score score(@Nullable String prediction, Sample sample) {
        if (prediction == null) {
            return Score.best(sample.references(), reference -> Score.WRONG);
        }
        try {
            String folded = fold(prediction);
            return Score.best(
                    sample.references(), reference -> Score.of(fold(reference).equals(folded)));
        } catch (PatternLimitException tooLarge) {
            return new Score.Unscorable(String.valueOf(tooLarge.getMessage()));
        }
    }

    private String fold(String text) {
        String folded = text;
        for (SafePattern pattern : ignored) {
            folded = pattern.removeFrom(folded);
        }
        if (ignoreCase) {
            folded = PythonText.lower(folded);
        }
        if (ignorePunctuation) {
            folded = PythonText.withoutPunctuation(folded);
        }
        return ignoreNumbers ? PythonText.withoutDigits(folded) : folded;
    }
}
