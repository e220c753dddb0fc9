package dev.assay.contracts.spec;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Checks that variants can be told apart, and that there are not more samples than a task's id can count. */
final class VariantsFit {

    private static final long MOST_FORMS = 100_000;

    private final Problems problems;

    VariantsFit(Problems problems) {
        this.problems = problems;
    }

    void check(View run) {
        List<VariantsReader.Use> uses = VariantsReader.uses(run).toList();
        Map<String, View> firstByLabel = new HashMap<>();
        for (VariantsReader.Use use : uses) {
            View first = firstByLabel.putIfAbsent(use.variant().label(), use.view());
            if (first != null) {
                problems.add(
                        use.view().path(),
                        Objects.requireNonNull(use.view().node()),
                        "is called " + Quoted.quote(use.variant().label()) + ", as " + first.path() + " is",
                        "Give one of the two a label: `{name: …, label: another_name}`.");
            }
        }
        long repeats = run.at("repeats").whole().orElse(1L);
        if (!uses.isEmpty() && repeats > MOST_FORMS / (uses.size() + 1)) {
            problems.add(
                    run.at("repeats").path(),
                    Objects.requireNonNull(run.at("repeats").node()),
                    "is too much for an item that is asked in " + (uses.size() + 1) + " forms",
                    "Ask each item less often, or in fewer forms.");
        }
    }
}
