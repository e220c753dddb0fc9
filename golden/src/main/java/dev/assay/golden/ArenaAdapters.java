package dev.assay.golden;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.scoring.arena.Battle;
import dev.assay.scoring.arena.BradleyTerry;
import dev.assay.scoring.arena.Elo;
import dev.assay.scoring.arena.Outcome;
import dev.assay.scoring.arena.RatingBootstrap;
import dev.assay.scoring.arena.RatingScale;
import dev.assay.scoring.arena.StyleControl;
import dev.assay.scoring.arena.StyledBattle;
import dev.assay.scoring.arena.WinMatrix;
import dev.assay.scoring.arena.WinMatrix.Coverage;
import dev.assay.scoring.statistics.Interval;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Ratings from battles. */
final class ArenaAdapters {

    /** FastChat's anchor, used whenever this model takes part. */
    private static final String BASELINE = "mixtral-8x7b-instruct-v0.1";

    private static final double BASELINE_RATING = 1114;
    private static final List<String> STYLE =
            List.of("sum_assistant_%s_tokens", "header_count_%s", "list_count_%s", "bold_count_%s");

    private ArenaAdapters() {}

    static Map<String, Adapter> all() {
        return Map.of(
                "elo_bradley_terry", ArenaAdapters::ratings,
                "bradley_terry_bootstrap", ArenaAdapters::bootstrap,
                "style_control_bt", ArenaAdapters::style);
    }

    private static Object ratings(JsonNode golden) {
        JsonNode input = golden.get("input");
        List<Battle> battles = battles(input);
        Elo elo = new Elo(input.path("k").asDouble(Elo.ARENA.k()), 10, 400, 1000);
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("elo", elo.rate(battles).byModel());
        result.put("bt", fit(battles));
        Map<String, Object> shares = new LinkedHashMap<>();
        WinMatrix.of(battles, Coverage.BOTH_PLACES).shares().forEach((row, cells) -> {
            Map<String, @Nullable Object> line = new LinkedHashMap<>();
            cells.forEach((column, share) -> line.put(column, share.isPresent() ? share.getAsDouble() : null));
            shares.put(row, line);
        });
        result.put("win_fraction", shares);
        if (input.has("sample_indices")) {
            result.put("elo_bootstrap_given", replays(elo, battles, input.get("sample_indices")));
        }
        return result;
    }

    private static Map<String, List<Double>> replays(Elo elo, List<Battle> battles, JsonNode indices) {
        List<int[]> rows = Json.elements(indices).map(Json::integers).toList();
        Map<String, List<Double>> columns = new LinkedHashMap<>();
        for (int column = 0; column < rows.getFirst().length; column++) {
            int drawn = column;
            int[] order = rows.stream().mapToInt(row -> row[drawn]).toArray();
            elo.replay(battles, order)
                    .byModel()
                    .forEach((model, rating) -> columns.computeIfAbsent(model, m -> new ArrayList<>())
                            .add(rating));
        }
        return columns;
    }

    private static Object bootstrap(JsonNode golden) {
        JsonNode input = golden.get("input");
        List<Battle> battles = battles(input);
        List<Battle> outcomes = Json.elements(input.get("unique_outcomes"))
                .map(node -> new Battle(
                        node.get("model_a").asText(),
                        node.get("model_b").asText(),
                        outcome(node.get("outcome_a").asDouble()),
                        node.get("count").asDouble()))
                .toList();
        RatingBootstrap bootstrap = RatingBootstrap.bradleyTerry(
                outcomes, scale(battles), input.get("num_round").asInt(), new NumpyGenerator(0));
        Map<String, Double> medians = bootstrap.median();
        Map<String, Interval> intervals = bootstrap.intervals(0.95);
        Map<String, Double> low = new LinkedHashMap<>();
        Map<String, Double> high = new LinkedHashMap<>();
        Map<String, Long> rounded = new LinkedHashMap<>();
        intervals.forEach((model, interval) -> {
            low.put(model, interval.low());
            high.put(model, interval.high());
        });
        medians.forEach((model, median) -> rounded.put(model, Math.round(median)));
        List<@Nullable Object> rounds = new ArrayList<>();
        for (JsonNode counts : input.get("boot_counts_first_10")) {
            double[] weights = Json.numbers(counts);
            rounds.add(fit(IntStream.range(0, weights.length)
                    .mapToObj(i -> outcomes.get(i).withWeight(weights[i]))
                    .toList()));
        }
        return Map.of(
                "median", medians,
                "q025", low,
                "q975", high,
                "median_rounded", rounded,
                "first_10_rounds", rounds);
    }

    private static Object style(JsonNode golden) {
        JsonNode input = golden.get("input");
        List<Battle> battles = battles(input);
        List<StyledBattle> styled = new ArrayList<>();
        for (JsonNode node : input.get("battles")) {
            JsonNode counts = node.get("conv_metadata");
            styled.add(new StyledBattle(battles.get(styled.size()), counts(counts, "a"), counts(counts, "b")));
        }
        StyleControl.Controlled fitted = new StyleControl(scale(battles), 0.5).fit(styled);
        return Map.of("ratings", fitted.ratings().byModel(), "style_coefficients", fitted.coefficients());
    }

    /** A count, or counts by kind, which are added up. */
    private static double[] counts(JsonNode counts, String side) {
        return STYLE.stream()
                .map(name -> counts.get(name.formatted(side)))
                .mapToDouble(node -> node.isObject()
                        ? Json.elements(node).mapToDouble(JsonNode::asDouble).sum()
                        : node.asDouble())
                .toArray();
    }

    private static @Nullable Object fit(List<Battle> battles) {
        return switch (BradleyTerry.fit(battles, scale(battles))) {
            case BradleyTerry.Fit.Rated rated -> rated.ratings().byModel();
            case BradleyTerry.Fit.Undefined none -> null;
        };
    }

    private static RatingScale scale(List<Battle> battles) {
        boolean anchored = battles.stream()
                .anyMatch(b -> b.modelA().equals(BASELINE) || b.modelB().equals(BASELINE));
        return anchored ? RatingScale.ELO.anchoredAt(BASELINE, BASELINE_RATING) : RatingScale.ELO;
    }

    private static List<Battle> battles(JsonNode input) {
        return Json.elements(input.get("battles"))
                .map(node -> new Battle(
                        node.get("model_a").asText(),
                        node.get("model_b").asText(),
                        JudgeAdapters.outcome(node.get("winner").asText())))
                .toList();
    }

    private static Outcome outcome(double scoreOfA) {
        return scoreOfA == 1 ? Outcome.A_WINS : scoreOfA == 0 ? Outcome.B_WINS : Outcome.TIE;
    }
}
