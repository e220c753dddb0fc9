package dev.assay.contracts.spec;

import static dev.assay.contracts.spec.Shape.anyOf;
import static dev.assay.contracts.spec.Shape.list;
import static dev.assay.contracts.spec.Shape.optional;
import static dev.assay.contracts.spec.Shape.text;

import java.util.List;

/** How it is written in which other forms items are asked. */
final class VariantsShape {

    /** Keys that may hold a rule's name. */
    static final List<String> RULE_KEYS = List.of("name", "rule");

    /** Keys of a rule that are no parameters of it. */
    static final List<String> OTHER_KEYS = List.of("label");

    static final String PERTURBATIONS_REMEDY =
            "Write names or mappings: `perturbations: [typos, {name: letter_case, to: lower_first}]`.";
    static final String COUNTERFACTUALS_REMEDY =
            "Write names or mappings: `counterfactuals: [gender, {name: names, from: english_men, to: arabic_men}]`.";

    private static final int MOST = 50;
    private static final int LONGEST_NAME = 64;

    private VariantsShape() {}

    /**
     * Lists of rules.
     *
     * @param what one rule is, for people
     * @param remedy how the list is written
     */
    static Shape rules(String what, String remedy) {
        Shape name = text(LONGEST_NAME);
        Shape rule = new Shape.Fields(
                what,
                List.of(
                        optional("name", name, "The rule's name; its parameters stand beside it.", remedy),
                        optional("rule", name, "Another spelling of `name`.", remedy),
                        optional(
                                "label",
                                name,
                                "What it is called in the report; by default the rule's name.",
                                "Give a short text.")),
                new Shape.Anything());
        return anyOf(name, list(anyOf(name, rule), 1, MOST));
    }
}
