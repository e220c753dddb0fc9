package dev.assay.golden;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Adapters by the name of the metric that a golden file has in its header. Immutable. */
final class Adapters {

    private final Map<String, Adapter> byMetric;

    private Adapters(List<Map<String, Adapter>> families) {
        Map<String, Adapter> all = new LinkedHashMap<>();
        for (Map<String, Adapter> family : families) {
            family.forEach((metric, adapter) -> {
                if (all.put(metric, adapter) != null) {
                    throw new IllegalArgumentException("two adapters for " + metric);
                }
            });
        }
        byMetric = Map.copyOf(all);
    }

    /** All adapters, a family a line. */
    static Adapters standard() {
        return new Adapters(List.of(
                MatchAdapters.all(),
                TranslationAdapters.all(),
                SignificanceAdapters.all(),
                EditAdapters.all(),
                QuestionAdapters.all(),
                MathematicsAdapters.all(),
                ChoiceAdapters.all(),
                HarnessAdapters.all(),
                SuiteAdapters.all(),
                EndToEndAdapters.all(),
                AgreementAdapters.all(),
                JudgeAdapters.all(),
                ArenaAdapters.all(),
                WinRateAdapters.all(),
                SummaryAdapters.all(),
                SentenceAdapters.all(),
                InstructionAdapters.all(),
                StatisticsAdapters.all(),
                ComparisonAdapters.all(),
                ClassificationAdapters.all()));
    }

    Optional<Adapter> of(String metric) {
        return Optional.ofNullable(byMetric.get(metric));
    }

    List<String> metrics() {
        return byMetric.keySet().stream().sorted().toList();
    }
}
