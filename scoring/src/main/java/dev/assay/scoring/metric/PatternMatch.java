package dev.assay.scoring.metric;

import dev.assay.scoring.definition.Arguments;
import dev.assay.scoring.definition.Parameter;
import dev.assay.scoring.definition.Parameter.Kind;
import dev.assay.scoring.pattern.PatternException;
import dev.assay.scoring.pattern.PatternLimitException;
import dev.assay.scoring.pattern.SafePattern;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 1 if a pattern matches somewhere in the answer as it stands, else 0. The pattern is the metric's parameter, the same for
 * all items, or else each reference of the item is one.
 *
 * <p>Source: Python's {@code re.search}, as promptfoo's {@code regex} and Inspect's {@code pattern} use it. Edges: a
 * reference that is no pattern, an empty one, and an answer too large for the pattern make the sample unscorable.
 */
final class PatternMatch implements Metric {

    static final MetricType TYPE = MetricType.unit(
            "regex",
            "A pattern, or a reference that is one, matches in the answer.",
            MetricType.Needs.ANSWER,
            List.of(
                    Parameter.optional("pattern", Kind.PATTERN, "the pattern; default: the references are patterns"),
                    Parameter.optional("ignore_case", Kind.FLAG, "compare without case; default false")),
            PatternMatch::new);

    private final @Nullable SafePattern pattern;
    private final boolean ignoreCase;

    private PatternMatch(Arguments arguments) {
        this.ignoreCase = arguments.flag("ignore_case", false);
        this.pattern = arguments.text("pattern").isPresent() ? arguments.pattern("pattern", ignoreCase) : null;
    }

    @Override
    public Score score(@Nullable String prediction, Sample sample) {
        String answer = prediction == null ? "" : prediction;
        if (pattern != null) {
            return matches(pattern, answer);
        }
        return Score.best(sample.references(), reference -> {
            if (reference.isEmpty()) {
                return new Score.Unscorable("the reference is empty");
            }
            try {
                return matches(SafePattern.compile(reference, ignoreCase), answer);
            } catch (PatternException e) {
                return new Score.Unscorable("the reference is no pattern that can be used");
            }
        });
    }

    private static Score matches(SafePattern pattern, String answer) {
        try {
            return Score.of(pattern.first(answer).isPresent());
        } catch (PatternLimitException tooLarge) {
            return new Score.Unscorable(String.valueOf(tooLarge.getMessage()));
        }
    }
}
