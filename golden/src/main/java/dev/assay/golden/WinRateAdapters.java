package dev.assay.golden;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.scoring.arena.AlpacaEval;
import dev.assay.scoring.arena.ArenaHard;
import dev.assay.scoring.arena.ArenaHard.Game;
import dev.assay.scoring.arena.LengthControl;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Win rates against one baseline. */
final class WinRateAdapters {

    private static final int ROUNDS = 100;
    private static final String LENGTH = "np.tanh(std_delta_len)";
    private static final String DIFFICULTY = "instruction_difficulty";
    private static final String BASELINE = "not_gamed_baseline.astype(float)";

    private WinRateAdapters() {}

    static Map<String, Adapter> all() {
        return Map.of(
                "arena_hard_winrate", WinRateAdapters::arenaHard,
                "alpaca_eval_winrate", WinRateAdapters::alpacaEval,
                "alpaca_eval_lc_fit", WinRateAdapters::lengthControl,
                "alpaca_eval_lc_predict", WinRateAdapters::predict);
    }

    private static Object arenaHard(JsonNode golden) {
        Map<String, List<Double>> scores = new LinkedHashMap<>();
        try {
            for (JsonNode judgment : golden.at("/input/judgments")) {
                JsonNode baselineFirst = judgment.at("/games/0/score");
                JsonNode modelFirst = judgment.at("/games/1/score");
                if (baselineFirst.isTextual() && modelFirst.isTextual()) {
                    scores.computeIfAbsent(judgment.get("model").asText(), m -> new ArrayList<>())
                            .addAll(ArenaHard.scores(Game.of(baselineFirst.asText()), Game.of(modelFirst.asText())));
                }
            }
        } catch (IllegalArgumentException unknownLabel) {
            return new Adapter.Refused(String.valueOf(unknownLabel.getMessage()));
        }
        Map<String, Integer> counts = new LinkedHashMap<>();
        Map<String, Double> means = new LinkedHashMap<>();
        Map<String, Double> low = new LinkedHashMap<>();
        Map<String, Double> high = new LinkedHashMap<>();
        ArenaHard.winRates(scores, ROUNDS, new NumpyTwister(0)).forEach((model, rate) -> {
            counts.put(model, rate.n());
            means.put(model, rate.score());
            low.put(model, rate.interval().low());
            high.put(model, rate.interval().high());
        });
        return Map.of("n_scores", counts, "score", means, "q05", low, "q95", high);
    }

    private static Object alpacaEval(JsonNode golden) {
        AlpacaEval.WinRate rate = AlpacaEval.winRate(preferences(golden.get("input")));
        return Map.of(
                "win_rate", rate.winRate().orElse(Double.NaN),
                "standard_error", rate.standardError().orElse(Double.NaN),
                "n_wins", rate.wins(),
                "n_wins_base", rate.losses(),
                "n_draws", rate.draws(),
                "n_total", rate.total(),
                "discrete_win_rate", rate.discreteWinRate().orElse(Double.NaN));
    }

    private static Object lengthControl(JsonNode golden) {
        JsonNode input = golden.get("input");
        boolean minimal = input.get("variant").asText().equals("minimal");
        double[] difficulties = Json.numbers(input.get(DIFFICULTY));
        double[] preferences = preferences(input);
        LengthControl.Weights weights = LengthControl.fit(
                preferences,
                Json.numbers(input.get("len_1")),
                Json.numbers(input.get("len_2")),
                minimal ? new double[0] : difficulties);
        Map<String, Double> coefficients = new LinkedHashMap<>();
        coefficients.put(LENGTH, weights.length());
        coefficients.put(BASELINE, weights.baseline());
        if (!minimal) {
            coefficients.put(DIFFICULTY, weights.difficulty());
        }
        double[] over = minimal ? new double[preferences.length] : difficulties;
        return Map.of(
                "coefficients",
                coefficients,
                "length_controlled_winrate",
                LengthControl.predict(weights, over).winRate());
    }

    private static Object predict(JsonNode golden) {
        JsonNode input = golden.get("input");
        JsonNode weights = input.get("weights");
        LengthControl.Controlled controlled = LengthControl.predict(
                new LengthControl.Weights(
                        weights.path("tanh_std_delta_len").asDouble(),
                        weights.path("instruction_difficulty").asDouble(),
                        weights.path("not_gamed_baseline").asDouble()),
                Json.numbers(input.get("difficulty")));
        return Map.of(
                "length_controlled_winrate",
                controlled.winRate(),
                "lc_standard_error",
                controlled.standardError().orElse(Double.NaN));
    }

    private static double[] preferences(JsonNode input) {
        return Json.elements(input.get("preferences"))
                .mapToDouble(node -> node.isNull() ? Double.NaN : Json.number(node))
                .toArray();
    }
}
