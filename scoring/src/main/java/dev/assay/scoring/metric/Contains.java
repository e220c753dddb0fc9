package dev.assay.scoring.metric;

import dev.assay.scoring.definition.Parameter;
import dev.assay.scoring.definition.Parameter.Kind;
import dev.assay.scoring.text.PythonText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 1 if a reference occurs somewhere in the answer as it stands, else 0. Looks at the whole answer, not at what was
 * extracted.
 *
 * <p>Source: the substring tests of HELM and promptfoo ({@code contains}, {@code icontains}). Edges: an empty reference
 * would occur everywhere and makes the item unscorable; there are no word edges, so "cat" occurs in "category".
 */
final class Contains implements Metric {

    static final MetricType TYPE = MetricType.unit(
            "contains",
            "A reference occurs in the answer.",
            MetricType.Needs.ANSWER,
            List.of(Parameter.optional("ignore_case", Kind.FLAG, "compare in lower case; default false")),
            arguments -> new Contains(arguments.flag("ignore_case", false)));

    private final boolean ignoreCase;

    private Contains(boolean ignoreCase) {
        this.ignoreCase = ignoreCase;
    }

    @Override
    public Score score(@Nullable String prediction, Sample sample) {
        String folded = prediction == null ? "" : fold(prediction);
        return Score.best(
                sample.references(),
                reference -> reference.isEmpty()
                        ? new Score.Unscorable("the reference is empty")
                        : Score.of(folded.contains(fold(reference))));
    }

    private String fold(String text) {
        return ignoreCase ? PythonText.lower(text) : text;
    }
}
