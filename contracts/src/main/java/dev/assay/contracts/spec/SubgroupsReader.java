package dev.assay.contracts.spec;

import static dev.assay.contracts.spec.Shape.anyOf;
import static dev.assay.contracts.spec.Shape.list;
import static dev.assay.contracts.spec.Shape.optional;
import static dev.assay.contracts.spec.Shape.required;
import static dev.assay.contracts.spec.Shape.text;

import dev.assay.contracts.run.SubgroupSpec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads {@code subgroups} of a benchmark: a field, a list of fields, or fields with positive labels. */
final class SubgroupsReader {

    static final String REMEDY =
            "Name fields of the items: `subgroups: [gender, dialect]`, or with a positive label `subgroups: {fields: [gender],"
                    + " positive: [yes]}`.";

    private static final int MOST_FIELDS = 10;
    private static final int MOST_LABELS = 100;
    private static final int LONGEST = 200;

    private SubgroupsReader() {}

    static Shape shape() {
        Shape name = text(LONGEST);
        Shape fields = list(name, 1, MOST_FIELDS);
        Shape labels = list(name, 1, MOST_LABELS);
        return anyOf(
                name,
                fields,
                new Shape.Fields(
                        "subgroups",
                        List.of(
                                required("fields", anyOf(name, fields), "Fields of the items.", REMEDY),
                                optional(
                                        "positive",
                                        anyOf(name, labels),
                                        "Extracted answers that count as positive, whatever their case; all others are"
                                                + " negative.",
                                        "Write a label, or a list of them: `positive: [yes]`.")),
                        null));
    }

    static @Nullable SubgroupSpec read(View benchmark) {
        View subgroups = benchmark.at("subgroups");
        List<String> fields = texts(fields(subgroups));
        return fields.isEmpty()
                ? null
                : new SubgroupSpec(fields, texts(subgroups.at("positive").oneOrMore()));
    }

    /** Adds what the shape cannot say: that a field is named twice. */
    static void check(View benchmark, Problems problems) {
        Map<String, View> first = new HashMap<>();
        for (View field : fields(benchmark.at("subgroups"))) {
            field.text()
                    .flatMap(name -> Optional.ofNullable(first.putIfAbsent(name, field)))
                    .ifPresent(known -> problems.add(
                            field.path(),
                            Objects.requireNonNull(field.node()),
                            "names the field of " + known.path() + " again",
                            "Name each field once."));
        }
    }

    private static List<View> fields(View subgroups) {
        return subgroups.isMapping() ? subgroups.at("fields").oneOrMore() : subgroups.oneOrMore();
    }

    private static List<String> texts(List<View> views) {
        return views.stream().flatMap(view -> view.text().stream()).toList();
    }
}
