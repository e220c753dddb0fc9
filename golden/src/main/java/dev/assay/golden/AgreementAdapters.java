package dev.assay.golden;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.scoring.agreement.Agreement.Reason;
import dev.assay.scoring.agreement.Correlation;
import dev.assay.scoring.agreement.KrippendorffAlpha;
import dev.assay.scoring.agreement.ManyRaters;
import dev.assay.scoring.agreement.TwoRaters;
import dev.assay.scoring.agreement.TwoRaters.Weights;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** Agreement of raters. */
final class AgreementAdapters {

    private AgreementAdapters() {}

    static Map<String, Adapter> all() {
        return Map.of(
                "judge_agreement", AgreementAdapters::judgeAgreement,
                "krippendorff_alpha", AgreementAdapters::krippendorff);
    }

    private static Object judgeAgreement(JsonNode golden) {
        JsonNode input = golden.get("input");
        List<double[]> raters = List.of("rater_a", "rater_b", "rater_c").stream()
                .map(rater -> Json.numbers(input.get(rater)))
                .toList();
        List<Double> a = Json.list(raters.get(0));
        List<Double> b = Json.list(raters.get(1));
        TwoRaters<Double> two = new TwoRaters<>(a, b);
        ManyRaters<Double> many = new ManyRaters<>(IntStream.range(0, a.size())
                .mapToObj(i -> raters.stream().map(rater -> rater[i]).toList())
                .toList());
        double[] x = raters.get(0);
        double[] y = raters.get(1);
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("percent_agreement_ab", orNaN(two.percent()));
        result.put("cohen", orNaN(two.cohen(Weights.NONE)));
        result.put("cohen_linear", orNaN(two.cohen(Weights.LINEAR)));
        result.put("cohen_quadratic", orNaN(two.cohen(Weights.QUADRATIC)));
        result.put("fleiss", orNaN(many.fleiss()));
        result.put("fleiss_randolph", orNaN(many.randolph()));
        result.put("pearson", orNaN(Correlation.pearson(x, y)));
        result.put("pearson_p", Correlation.pearsonProbability(x, y).orElse(Double.NaN));
        result.put("spearman", orNaN(Correlation.spearman(x, y)));
        result.put("kendall_tau_b", orNaN(Correlation.kendall(x, y)));
        return result;
    }

    private static Object krippendorff(JsonNode golden) {
        double[][] ratings = Json.elements(golden.at("/input/reliability_data"))
                .map(row -> Json.elements(row)
                        .mapToDouble(node -> node.isNull() ? Double.NaN : Json.number(node))
                        .toArray())
                .toArray(double[][]::new);
        Map<String, Object> result = new LinkedHashMap<>();
        Arrays.stream(KrippendorffAlpha.Level.values())
                .forEach(level -> result.put(
                        level.name().toLowerCase(Locale.ROOT), orRefused(KrippendorffAlpha.of(ratings, level))));
        return result;
    }

    private static double orNaN(dev.assay.scoring.agreement.Agreement agreement) {
        return agreement.asValue().orElse(Double.NaN);
    }

    /** The reference divides zero by zero where values do not vary, and raises an error in the other cases. */
    private static Object orRefused(dev.assay.scoring.agreement.Agreement agreement) {
        return switch (agreement) {
            case dev.assay.scoring.agreement.Agreement.Value value -> value.value();
            case dev.assay.scoring.agreement.Agreement.Undefined undefined ->
                undefined.reason() == Reason.NO_VARIATION
                        ? Double.NaN
                        : new Adapter.Refused(undefined.reason().explanation());
        };
    }
}
