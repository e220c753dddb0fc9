package dev.assay.golden;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.golden.Adapter.Refused;
import dev.assay.scoring.classification.Calibration;
import dev.assay.scoring.classification.CalibrationError;
import dev.assay.scoring.classification.ConfusionMatrix;
import dev.assay.scoring.classification.LabelScore;
import dev.assay.scoring.classification.Ranking;
import dev.assay.scoring.crossvalidation.Folds;
import dev.assay.scoring.fairness.GroupComparison;
import dev.assay.scoring.fairness.GroupCounts;
import dev.assay.scoring.fairness.Rate;
import dev.assay.scoring.text.CodePoints;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Supplier;

/** Labels, probabilities, groups and folds. */
final class ClassificationAdapters {

    private static final Comparator<Object> NATURAL = (a, b) -> a instanceof Long x && b instanceof Long y
            ? x.compareTo(y)
            : CodePoints.ORDER.compare(String.valueOf(a), String.valueOf(b));

    private ClassificationAdapters() {}

    static Map<String, Adapter> all() {
        return Map.of(
                "classification", ClassificationAdapters::classification,
                "probabilistic_classification", ClassificationAdapters::probabilities,
                "calibration_error", ClassificationAdapters::calibrationError,
                "fairness", ClassificationAdapters::fairness,
                "kfold_splits", ClassificationAdapters::folds);
    }

    private static List<Object> labels(JsonNode array) {
        return Json.elements(array)
                .<Object>map(label -> label.isIntegralNumber() ? (Object) label.asLong() : label.asText())
                .toList();
    }

    private static Object classification(JsonNode golden) {
        JsonNode input = golden.get("input");
        ConfusionMatrix<Object> matrix =
                ConfusionMatrix.of(labels(input.get("y_true")), labels(input.get("y_pred")), NATURAL);
        List<Object> chosen = input.path("labels").isArray() ? labels(input.get("labels")) : matrix.labels();
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("accuracy", matrix.accuracy());
        result.put("balanced_accuracy", matrix.balancedAccuracy());
        result.put("mcc", matrix.matthews());
        result.put("cohen_kappa", matrix.kappa().orElse(Double.NaN));
        result.put("micro", average(matrix.micro(chosen, 1)));
        result.put("macro", average(matrix.macro(chosen, 1)));
        result.put("weighted", average(matrix.weighted(chosen, 1)));
        result.put(
                "per_class",
                chosen.stream()
                        .map(label -> perLabel(label, matrix.of(label, 1)))
                        .toList());
        result.put("f2_macro", matrix.macro(chosen, 2).f());
        result.put(
                "confusion_matrix",
                chosen.stream()
                        .map(row -> chosen.stream()
                                .map(column -> matrix.count(row, column))
                                .toList())
                        .toList());
        result.put("hamming_loss", matrix.error());
        return result;
    }

    private static Map<String, Object> average(LabelScore score) {
        return Map.of("precision", score.precision(), "recall", score.recall(), "f1", score.f());
    }

    private static Map<String, Object> perLabel(Object label, LabelScore score) {
        Map<String, Object> result = new LinkedHashMap<>(average(score));
        result.put("label", label);
        result.put("support", score.support());
        return result;
    }

    private static boolean[] flags(JsonNode array) {
        int[] values = Json.integers(array);
        boolean[] flags = new boolean[values.length];
        for (int i = 0; i < values.length; i++) {
            flags[i] = values[i] == 1;
        }
        return flags;
    }

    private static Object probabilities(JsonNode golden) {
        JsonNode input = golden.get("input");
        boolean[] positive = flags(input.get("y_true"));
        double[] probability = Json.numbers(input.get("y_prob"));
        Calibration.Binning binning =
                Calibration.Binning.valueOf(input.get("strategy").asText().toUpperCase(java.util.Locale.ROOT));
        List<Calibration.Bin> curve =
                Calibration.curve(positive, probability, input.get("n_bins").asInt(), binning);
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("roc_auc", orRefused(Ranking.rocArea(positive, probability)));
        result.put("average_precision", Ranking.averagePrecision(positive, probability));
        result.put("log_loss", Calibration.logLoss(positive, probability));
        result.put("brier", Calibration.brier(positive, probability));
        result.put(
                "calibration_curve",
                Map.of(
                        "prob_true",
                                curve.stream().map(Calibration.Bin::observed).toList(),
                        "prob_pred",
                                curve.stream().map(Calibration.Bin::predicted).toList()));
        return result;
    }

    private static Object orRefused(OptionalDouble value) {
        return value.isPresent() ? (Object) value.getAsDouble() : new Refused("one class only");
    }

    private static Object calibrationError(JsonNode golden) {
        JsonNode input = golden.get("input");
        int bins = input.get("num_bins").asInt();
        double[][] probabilities =
                Json.elements(input.get("probs")).map(Json::numbers).toArray(double[][]::new);
        CalibrationError error = new CalibrationError(Json.integers(input.get("labels")), probabilities);
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("ece", error.expected(bins));
        result.put("sce", error.statically(bins));
        result.put("ace", error.adaptively(bins));
        OptionalDouble rms =
                error.rootMeanSquareOfReference(input.get("datapoints_per_bin").asInt());
        result.put("rmsce", rms.isPresent() ? (Object) rms.getAsDouble() : null);
        result.put("brier_multi", error.brier());
        result.put("brier_binary", error.binaryBrier());
        return result;
    }

    private static Object fairness(JsonNode golden) {
        JsonNode input = golden.get("input");
        GroupComparison comparison = GroupComparison.of(
                flags(input.get("y_true")), flags(input.get("y_pred")), Json.texts(input.get("sensitive_features")));
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("demographic_parity_difference", comparison.demographicParityDifference());
        result.put("demographic_parity_ratio", comparison.demographicParityRatio());
        result.put("equalized_odds_difference", comparison.equalizedOddsDifference());
        result.put("equalized_odds_ratio", comparison.equalizedOddsRatio());
        Map<String, Object> byGroup = new LinkedHashMap<>();
        comparison.groups().forEach((name, group) -> byGroup.put(name, rates(group)));
        result.put("by_group", byGroup);
        result.put("overall", rates(comparison.overall()));
        result.put("difference", spread(comparison, GroupComparison.Range::difference));
        result.put("ratio", spread(comparison, GroupComparison.Range::ratio));
        result.put("group_min", spread(comparison, GroupComparison.Range::least));
        result.put("group_max", spread(comparison, GroupComparison.Range::greatest));
        return result;
    }

    private static Map<String, Object> rates(GroupCounts group) {
        Map<String, Object> rates = new LinkedHashMap<>();
        for (Rate rate : Rate.values()) {
            rates.put(rate.label(), group.value(rate));
        }
        rates.put("count", group.count());
        return rates;
    }

    private static Map<String, Object> spread(
            GroupComparison comparison, Function<GroupComparison.Range, Double> measure) {
        Map<String, Object> spread = new LinkedHashMap<>();
        for (Rate rate : Rate.values()) {
            spread.put(rate.label(), measure.apply(comparison.range(rate)));
        }
        spread.put("count", measure.apply(comparison.sizes()));
        return spread;
    }

    private static Object folds(JsonNode golden) {
        JsonNode input = golden.get("input");
        int k = input.get("k").asInt();
        int n = input.get("n").asInt();
        List<Integer> groups = new ArrayList<>();
        Json.elements(input.path("groups")).forEach(group -> groups.add(group.asInt()));
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("kfold", heldOr(() -> Folds.plain(n, k)));
        result.put("stratified", heldOr(() -> Folds.stratified(Json.texts(input.path("labels")), k)));
        result.put("group", heldOr(() -> Folds.grouped(groups, k)));
        return result;
    }

    private static Object heldOr(Supplier<Folds> folds) {
        try {
            return folds.get().held();
        } catch (IllegalArgumentException e) {
            return new Refused(String.valueOf(e.getMessage()));
        }
    }
}
