package dev.assay.gateway.samples;

import dev.assay.contracts.run.ModelUse;
import dev.assay.gateway.problem.Refusal;
import dev.assay.gateway.results.OutcomeKind;
import dev.assay.gateway.runs.StoredRun;
import dev.assay.gateway.web.QueryParameter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which samples of a run are wanted; what is null does not matter.
 *
 * @param model position in the run
 * @param metric whose score is bounded; given whenever one of the bounds is
 * @param itemId part of the item's id, case ignored
 */
record SampleFilter(
        @Nullable Integer model,
        @Nullable String category,
        @Nullable OutcomeKind outcome,
        @Nullable String metric,
        @Nullable Double minScore,
        @Nullable Double maxScore,
        @Nullable String itemId) {

    /**
     * Reads query parameters.
     *
     * @throws Refusal if one of them means nothing in this run; it names the parameter
     */
    static SampleFilter of(
            StoredRun run,
            @Nullable String model,
            @Nullable String category,
            @Nullable String outcome,
            @Nullable String metric,
            @Nullable String minScore,
            @Nullable String maxScore,
            @Nullable String q) {
        Optional<Double> least = QueryParameter.number("minScore", minScore);
        Optional<Double> most = QueryParameter.number("maxScore", maxScore);
        String label = metric(run, given(metric));
        String wanted = given(model);
        return new SampleFilter(
                wanted == null ? null : position(run, wanted),
                given(category),
                QueryParameter.choice("outcome", given(outcome), OutcomeKind.class)
                        .orElse(null),
                least.isPresent() || most.isPresent() ? label : null,
                least.orElse(null),
                most.orElse(null),
                given(q));
    }

    static int position(StoredRun run, String model) {
        List<String> names = run.definition().models().stream()
                .map(ModelUse::id)
                .map(Object::toString)
                .toList();
        int position = names.indexOf(model);
        if (position < 0) {
            throw Refusal.malformed("model", "the run has " + String.join(", ", names));
        }
        return position;
    }

    static String metric(StoredRun run, @Nullable String metric) {
        if (metric == null) {
            return run.firstMetric();
        }
        List<String> labels = run.labels();
        if (!labels.contains(metric)) {
            throw Refusal.malformed("metric", "the run has " + String.join(", ", labels));
        }
        return metric;
    }

    static @Nullable String given(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
