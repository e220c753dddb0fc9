package dev.assay.contracts.spec;

import dev.assay.contracts.id.ModelId;
import dev.assay.contracts.run.StopRule;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a stop in which no problem was found. */
final class StopReader {

    private StopReader() {}

    static @Nullable StopSpec read(View stop) {
        if (!stop.isPresent()) {
            return null;
        }
        View when = stop.at("when");
        StopRule.Goal goal = goal(when);
        View models = when.at("better").isPresent() ? when.at("better") : when.at("difference");
        return new StopSpec(
                when.at("metric").text().orElse(null),
                goal,
                value(when, goal).orElse(null),
                models.items().stream()
                        .map(RunSpecConversion::textOf)
                        .map(ModelId::new)
                        .toList(),
                number(stop.at("confidence")).orElse(StopSpec.DEFAULT_CONFIDENCE),
                stop.at("atLeast").whole().map(Long::intValue).orElse(null),
                number(stop.at("futility")).orElse(null),
                stop.at("about").text().orElse("").equals("benchmark")
                        ? StopRule.About.BENCHMARK
                        : StopRule.About.QUESTIONS);
    }

    private static StopRule.Goal goal(View when) {
        List<StopRule.Goal> goals = List.of(
                StopRule.Goal.ABOVE,
                StopRule.Goal.BELOW,
                StopRule.Goal.NARROWER,
                StopRule.Goal.BETTER,
                StopRule.Goal.RANKED);
        String key = StopShape.GOALS.stream()
                .filter(k -> when.at(k).isPresent())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(when.path() + " was checked to ask something"));
        return goals.get(StopShape.GOALS.indexOf(key));
    }

    private static Optional<Double> value(View when, StopRule.Goal goal) {
        return switch (goal) {
            case ABOVE -> number(when.at("above"));
            case BELOW -> number(when.at("below"));
            case NARROWER -> number(when.at("narrower"));
            case BETTER, RANKED, UNKNOWN -> Optional.empty();
        };
    }

    private static Optional<Double> number(View view) {
        return view.decimal().map(BigDecimal::doubleValue);
    }
}
