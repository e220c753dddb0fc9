package dev.assay.cli.offline;

import dev.assay.cli.outcome.Failure;
import dev.assay.scoring.comparison.MultipleTesting;
import dev.assay.scoring.metric.CorpusMetric;
import dev.assay.scoring.metric.MetricType.Direction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Two files compared by one metric.
 *
 * @param metric by which
 * @param sureness how intervals were made
 * @param all over all shared items
 * @param unpaired how many items only one file has
 * @param groups by name
 */
public record Compared(
        NamedMetric metric, Sureness sureness, Difference all, long unpaired, Map<String, Group> groups) {

    /**
     * A group of items.
     *
     * @param items how many
     * @param difference empty if they are too few
     * @param holm the p-value, corrected after Holm for there being several groups; empty without a difference
     */
    public record Group(int items, Optional<Difference> difference, Optional<Double> holm) {}

    /** @throws Failure if too few items are shared */
    public static Compared of(PairedItems items, NamedMetric metric, Sureness sureness) {
        List<PairedItems.Item> shared = items.shared();
        Difference all = difference(shared, metric, sureness)
                .orElseThrow(() -> Failure.badInput(
                        "A comparison needs two items, or two clusters, that both files have scores of; there are "
                                + shared.size() + " shared items.",
                        "Items are paired by the field that --id names, by default 'id', else by their place."));
        return new Compared(metric, sureness, all, items.unpaired(), groups(items, metric, sureness));
    }

    private static Optional<Difference> difference(
            List<PairedItems.Item> items, NamedMetric metric, Sureness sureness) {
        return metric.configured().metric() instanceof CorpusMetric corpus
                ? SetDifference.of(corpus, items, sureness)
                : MeanDifference.of(items, sureness);
    }

    private static Map<String, Group> groups(PairedItems items, NamedMetric metric, Sureness sureness) {
        Map<String, Optional<Difference>> differences = new LinkedHashMap<>();
        Map<String, Integer> sizes = new LinkedHashMap<>();
        items.groups().forEach((name, members) -> {
            differences.put(name, difference(members, metric, sureness));
            sizes.put(name, members.size());
        });
        List<String> compared = new ArrayList<>(differences.keySet());
        compared.removeIf(
                name -> differences.getOrDefault(name, Optional.empty()).isEmpty());
        double[] adjusted = MultipleTesting.HOLM.adjusted(compared.stream()
                .flatMap(name -> differences.getOrDefault(name, Optional.empty()).stream())
                .mapToDouble(Difference::p)
                .toArray());
        Map<String, Group> groups = new LinkedHashMap<>();
        differences.forEach((name, difference) -> {
            int place = compared.indexOf(name);
            groups.put(
                    name,
                    new Group(
                            sizes.getOrDefault(name, 0),
                            difference,
                            place < 0 ? Optional.empty() : Optional.of(adjusted[place])));
        });
        return groups;
    }

    /** Which is better, as far as the p-value is below 1 - confidence; empty if neither can be said to be. */
    public Optional<String> better() {
        if (!(all.p() < 1 - sureness.confidence()) || all.difference() == 0) {
            return Optional.empty();
        }
        boolean higher = metric.type().direction() == Direction.HIGHER_IS_BETTER;
        return Optional.of(all.difference() > 0 == higher ? "A" : "B");
    }
}
