package dev.assay.golden;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.golden.Adapter.Refused;
import dev.assay.scoring.comparison.FourfoldTable;
import dev.assay.scoring.comparison.KolmogorovSmirnov;
import dev.assay.scoring.comparison.McNemar;
import dev.assay.scoring.comparison.MultipleTesting;
import dev.assay.scoring.comparison.PermutationTests;
import dev.assay.scoring.comparison.RankTests;
import dev.assay.scoring.comparison.TTests;
import dev.assay.scoring.statistics.Sums;
import dev.assay.scoring.statistics.TestResult;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Hypothesis tests. */
final class ComparisonAdapters {

    private static final int FEW_PAIRS = 12;
    private static final int FEW_VALUES = 7;

    private ComparisonAdapters() {}

    static Map<String, Adapter> all() {
        return Map.of(
                "hypothesis_tests", ComparisonAdapters::tests,
                "mcnemar", ComparisonAdapters::mcNemar,
                "multiple_testing", ComparisonAdapters::multipleTesting);
    }

    static Map<String, Object> named(String name, TestResult test) {
        return Map.of(name, test.statistic(), "p", test.p());
    }

    private static Object tests(JsonNode golden) {
        JsonNode input = golden.get("input");
        return input.has("table") ? table(input.get("table")) : samples(input);
    }

    private static Object table(JsonNode rows) {
        FourfoldTable table = new FourfoldTable(
                rows.at("/0/0").asLong(),
                rows.at("/0/1").asLong(),
                rows.at("/1/0").asLong(),
                rows.at("/1/1").asLong());
        Map<String, Object> result = new LinkedHashMap<>();
        result.put(
                "chi2_yates",
                table.chiSquare(true)
                        .<Object>map(test -> Map.of("statistic", test.statistic(), "p", test.p(), "dof", 1))
                        .orElse(new Refused("an empty row or column")));
        result.put(
                "chi2",
                table.chiSquare(false)
                        .<Object>map(test -> named("statistic", test))
                        .orElse(new Refused("an empty row or column")));
        result.put("fisher", named("odds_ratio", table.fisher()));
        return result;
    }

    private static Object samples(JsonNode input) {
        double[] a = Json.numbers(input.get("a"));
        double[] b = Json.numbers(input.get("b"));
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("ttest_rel", named("t", TTests.paired(a, b)));
        result.put("ttest_ind", named("t", TTests.pooled(a, b)));
        result.put("welch", named("t", TTests.welch(a, b)));
        result.put(
                "wilcoxon",
                RankTests.wilcoxon(a, b)
                        .<Object>map(test -> named("statistic", test))
                        .orElse(new Refused("no pair differs")));
        result.put("mannwhitneyu", named("u", RankTests.mannWhitney(a, b)));
        RankTests.Signs signs = RankTests.signs(a, b);
        result.put("sign_test", Map.of("wins", signs.wins(), "losses", signs.losses(), "p", signs.p()));
        if (a.length <= FEW_PAIRS) {
            result.put("permutation_paired", Map.of("p", PermutationTests.exactSigns(Sums.differences(a, b))));
        }
        if (a.length <= FEW_VALUES && b.length <= FEW_VALUES) {
            result.put("permutation_independent", Map.of("p", PermutationTests.exactIndependent(a, b)));
        }
        result.put("cohens_d", TTests.cohensD(a, b));
        result.put("ks_2samp", named("d", KolmogorovSmirnov.test(a, b)));
        return result;
    }

    /** Rows: the first right, wrong; columns: the second. */
    static List<List<Long>> table(McNemar mcNemar) {
        return List.of(
                List.of(mcNemar.bothRight(), mcNemar.onlyFirst()), List.of(mcNemar.onlySecond(), mcNemar.bothWrong()));
    }

    private static Object mcNemar(JsonNode golden) {
        JsonNode input = golden.get("input");
        List<String> references = Json.texts(input.get("references"));
        McNemar mcNemar = McNemar.of(
                right(Json.texts(input.get("predictions_a")), references),
                right(Json.texts(input.get("predictions_b")), references));
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("table", table(mcNemar));
        result.put("exact", named("statistic", mcNemar.exact()));
        result.put("chi2_corrected", named("statistic", mcNemar.chiSquare(true)));
        result.put("chi2", named("statistic", mcNemar.chiSquare(false)));
        result.put(
                "hf",
                mcNemar.discordant() == 0
                        ? new Refused("no item on which one alone is right")
                        : named("stat", mcNemar.chiSquare(false)));
        return result;
    }

    private static boolean[] right(List<String> predictions, List<String> references) {
        boolean[] right = new boolean[predictions.size()];
        for (int i = 0; i < right.length; i++) {
            right[i] = predictions.get(i).equals(references.get(i));
        }
        return right;
    }

    private static Object multipleTesting(JsonNode golden) {
        JsonNode input = golden.get("input");
        double[] p = Json.numbers(input.get("p_values"));
        double alpha = input.get("alpha").asDouble();
        return Map.of(
                "bonferroni", corrected(MultipleTesting.BONFERRONI, p, alpha),
                "holm", corrected(MultipleTesting.HOLM, p, alpha),
                "sidak", corrected(MultipleTesting.SIDAK, p, alpha),
                "fdr_bh", corrected(MultipleTesting.BENJAMINI_HOCHBERG, p, alpha),
                "fdr_by", corrected(MultipleTesting.BENJAMINI_YEKUTIELI, p, alpha));
    }

    private static Object corrected(MultipleTesting method, double[] p, double alpha) {
        double[] adjusted = method.adjusted(p);
        List<Boolean> reject = Arrays.stream(adjusted).mapToObj(a -> a <= alpha).toList();
        return Map.of("reject", reject, "adjusted", Json.list(adjusted));
    }
}
