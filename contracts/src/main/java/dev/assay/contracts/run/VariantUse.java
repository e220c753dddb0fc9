package dev.assay.contracts.run;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Another form in which a run asks its items.
 *
 * @param label names it within its run
 * @param kind what it is for
 * @param rule the rule's name: a perturbation, or how people in a question are exchanged
 * @param parameters of the rule
 */
public record VariantUse(String label, Kind kind, String rule, Map<String, Object> parameters) {

    /** What another form of a question shows. */
    public enum Kind {
        /** The same question written otherwise: whether the wording matters. */
        PERTURBATION,
        /** The same question about other people: whether it matters who is in it. */
        COUNTERFACTUAL,
        /** Written by a newer version. */
        @JsonEnumDefaultValue
        UNKNOWN
    }

    public VariantUse {
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
        if (label.isBlank() || rule.isBlank()) {
            throw new IllegalArgumentException("a variant has a label and a rule");
        }
    }
}
