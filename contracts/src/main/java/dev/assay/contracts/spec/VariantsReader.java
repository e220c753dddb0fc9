package dev.assay.contracts.spec;

import dev.assay.contracts.run.VariantUse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Reads {@code perturbations} and {@code counterfactuals}. What has another form than it should is skipped: it was reported. */
final class VariantsReader {

    private VariantsReader() {}

    static List<VariantUse> read(View run) {
        return uses(run).map(Use::variant).toList();
    }

    /** A variant and where it stands. */
    record Use(View view, VariantUse variant) {}

    static Stream<Use> uses(View run) {
        return Stream.concat(
                uses(run.at("perturbations"), VariantUse.Kind.PERTURBATION),
                uses(run.at("counterfactuals"), VariantUse.Kind.COUNTERFACTUAL));
    }

    private static Stream<Use> uses(View list, VariantUse.Kind kind) {
        return list.oneOrMore().stream().flatMap(view -> {
            View name = view.isMapping() ? view.atAny(VariantsShape.RULE_KEYS) : view;
            return name.text().filter(text -> !text.isBlank()).stream()
                    .map(rule -> new Use(view, variant(view, kind, rule)));
        });
    }

    private static VariantUse variant(View view, VariantUse.Kind kind, String rule) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        for (View.Entry entry : view.entries()) {
            if (!VariantsShape.RULE_KEYS.contains(entry.key()) && !VariantsShape.OTHER_KEYS.contains(entry.key())) {
                parameters.put(entry.key(), Objects.requireNonNull(entry.value().plain()));
            }
        }
        String label = view.at("label").text().filter(text -> !text.isBlank()).orElse(rule);
        return new VariantUse(label, kind, rule, parameters);
    }
}
