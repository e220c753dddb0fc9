package dev.assay.scoring.helm;

import dev.assay.scoring.metric.Metric;
import dev.assay.scoring.metric.MetricType;
import dev.assay.scoring.metric.Score;
import dev.assay.scoring.pattern.PatternLimitException;
import java.util.List;

/** The metrics of this package that can be named. */
public final class HelmMetrics {

    private HelmMetrics() {}

    public static List<MetricType> types() {
        return List.of(
                type("prefix_exact_match", HelmMatch.PREFIX_EXACT_MATCH, "The prediction begins with a reference."),
                type(
                        "quasi_prefix_exact_match",
                        HelmMatch.QUASI_PREFIX_EXACT_MATCH,
                        "The prediction begins with a reference, but for case, punctuation, articles and spacing."),
                type(
                        "quasi_leave_articles_exact_match",
                        HelmMatch.QUASI_LEAVE_ARTICLES_EXACT_MATCH,
                        "Prediction and a reference are the same but for case, punctuation and spacing."),
                type("helm_exact_match", HelmMatch.EXACT_MATCH, "Exact match but for white space at the ends (HELM)."),
                type("helm_f1", HelmMatch.F1, "Overlap of the sets of words of prediction and reference (HELM)."),
                type(
                        "exact_match_indicator",
                        HelmMatch.EXACT_MATCH_INDICATOR,
                        "Prediction and a reference end in the same word (HELM)."),
                type(
                        "final_number_exact_match",
                        HelmMatch.FINAL_NUMBER_EXACT_MATCH,
                        "Prediction and a reference have the same last number (HELM)."),
                type(
                        "exact_set_match",
                        HelmMatch.EXACT_SET_MATCH,
                        "Prediction and a reference name the same things after \"is\", joined by \"and\" (HELM)."),
                type("iou_set_match", HelmMatch.IOU_SET_MATCH, "As exact_set_match, intersection over union (HELM)."),
                type("f1_set_match", HelmMatch.F1_SET_MATCH, "As exact_set_match, F1 (HELM)."),
                type(
                        "cleva_math_result_match",
                        HelmMatch.CLEVA_MATH_RESULT_MATCH,
                        "The prediction's last arithmetic expression is a reference (HELM, CLEVA)."));
    }

    private static MetricType type(String name, HelmMatch match, String meaning) {
        Metric metric = (prediction, sample) -> Score.best(sample.references(), reference -> {
            try {
                return Score.of(prediction == null ? 0 : match.of(prediction, reference));
            } catch (PatternLimitException tooLarge) {
                return new Score.Unscorable(String.valueOf(tooLarge.getMessage()));
            }
        });
        return MetricType.unit(name, meaning, MetricType.Needs.EXTRACTED, List.of(), arguments -> metric);
    }
}
