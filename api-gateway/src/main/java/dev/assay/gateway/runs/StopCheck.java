package dev.assay.gateway.runs;

import dev.assay.contracts.naming.NearestNames;
import dev.assay.contracts.run.BenchmarkDefinition;
import dev.assay.contracts.run.MetricSpec;
import dev.assay.contracts.run.RunDefinition;
import dev.assay.contracts.run.StopRule;
import dev.assay.contracts.spec.SpecPath;
import dev.assay.contracts.spec.StopSpec;
import dev.assay.gateway.stop.AskedMetric;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks what a stop asks against the metric that it asks of, and the run's size. */
final class StopCheck {

    private static final SpecPath STOP = SpecPath.of("stop");
    private static final SpecPath WHEN = STOP.key("when");

    private final SpecFindings findings;

    StopCheck(SpecFindings findings) {
        this.findings = findings;
    }

    /** @param written the spec's own words, with defaults left out */
    void check(RunDefinition run, @Nullable StopSpec written) {
        StopRule rule = run.stop();
        if (rule == null || written == null) {
            return;
        }
        if (!run.judges().isEmpty()) {
            findings.add(
                    STOP,
                    "cannot stand beside judges: which answers they would judge depends on what was under way",
                    "Leave one of the two out.");
        }
        if (!run.variants().isEmpty()) {
            findings.add(
                    STOP,
                    "cannot stand beside perturbations and counterfactuals: these compare all items with their other forms",
                    "Leave one of the two out, or make two runs.");
        }
        metric(run.benchmark(), rule).flatMap(AskedMetric::of).ifPresent(metric -> range(rule, metric));
        if (written.atLeast() != null && written.atLeast() > run.items()) {
            findings.add(
                    STOP.key("atLeast"),
                    "is more than the run's " + run.items() + " items, so that it could never stop",
                    "Write a smaller number, or leave it out.");
        }
    }

    private Optional<MetricSpec> metric(BenchmarkDefinition benchmark, StopRule rule) {
        List<String> labels =
                benchmark.metrics().stream().map(MetricSpec::label).toList();
        Optional<MetricSpec> metric = benchmark.metrics().stream()
                .filter(m -> m.label().equals(rule.metric()))
                .findFirst();
        SpecPath path = WHEN.key("metric");
        if (metric.isEmpty()) {
            findings.add(
                    path,
                    "there is no metric '" + rule.metric() + "' in this run",
                    NearestNames.remedy(rule.metric(), labels));
            return metric;
        }
        String objection = AskedMetric.objection(metric.get());
        if (objection != null) {
            findings.add(path, rule.metric() + " " + objection, instead(benchmark));
        }
        return metric;
    }

    private static String instead(BenchmarkDefinition benchmark) {
        List<String> askable = benchmark.metrics().stream()
                .filter(metric -> AskedMetric.objection(metric) == null)
                .map(MetricSpec::label)
                .toList();
        return askable.isEmpty()
                ? "Add a metric that is, such as exact_match, or leave stop out."
                : "Ask of " + String.join(" or ", askable) + ", or leave stop out.";
    }

    private void range(StopRule rule, AskedMetric metric) {
        double range = metric.maximum() - metric.minimum();
        double least = rule.models().isEmpty() ? metric.minimum() : -range;
        double greatest = rule.models().isEmpty() ? metric.maximum() : range;
        String between = " between " + plain(least) + " and " + plain(greatest) + ".";
        Double value = rule.value();
        switch (rule.goal()) {
            case ABOVE, BELOW -> {
                if (value != null && !(value > least && value < greatest)) {
                    findings.add(
                            WHEN.key(rule.goal() == StopRule.Goal.ABOVE ? "above" : "below"),
                            "is known before the run: " + rule.metric() + " lies" + between.replaceFirst("\\.$", ""),
                            "Write a value" + between);
                }
            }
            case NARROWER -> {
                if (value != null && value >= greatest - least) {
                    findings.add(
                            WHEN.key("narrower"),
                            "is as wide as all that is possible",
                            "Write a width below " + plain(greatest - least) + ".");
                }
            }
            case BETTER, RANKED, UNKNOWN -> {}
        }
        Double futility = rule.futility();
        if (futility != null && futility >= range) {
            findings.add(
                    STOP.key("futility"),
                    "is as far as two scores can be apart",
                    "Write a distance that does not matter, such as " + plain(range / 50) + ".");
        }
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
