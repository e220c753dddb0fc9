package dev.assay.contracts.spec;

import static dev.assay.contracts.spec.Shape.anyOf;
import static dev.assay.contracts.spec.Shape.decimal;
import static dev.assay.contracts.spec.Shape.list;
import static dev.assay.contracts.spec.Shape.optional;
import static dev.assay.contracts.spec.Shape.required;
import static dev.assay.contracts.spec.Shape.whole;

import dev.assay.contracts.id.IdForm;
import java.util.List;

/** How a run names a model and its parameters. */
final class ModelShape {

    private static final int MOST_TOKENS = 10_000_000;
    private static final int MOST_STOPS = 16;
    private static final int LONGEST_STOP = 200;

    private ModelShape() {}

    static Shape of() {
        Shape name = Shape.id(IdForm.MODEL);
        return anyOf(name, new Shape.Fields("a model", fields(name), null));
    }

    private static List<Shape.Field> fields(Shape name) {
        Shape stop = new Shape.Text(
                "text", LONGEST_STOP, null, text -> text.isEmpty() ? "must not be empty: no answer could begin" : null);
        return List.of(
                required("name", name, "A registered model.", "Name a registered model: `name: sim-large`."),
                optional(
                        "temperature",
                        decimal("0", false, "2"),
                        "Between 0 and 2; by default not sent, so that the provider's default holds.",
                        "Use 0 for greedy decoding."),
                optional(
                        "topP",
                        decimal("0", true, "1"),
                        "Above 0 and at most 1; by default not sent.",
                        "Use 1 for no cut of the distribution, or leave it out."),
                optional(
                        "maxTokens",
                        whole(1, MOST_TOKENS),
                        "Upper bound of generated tokens; by default not sent. Estimates then assume 1024.",
                        "Write a whole number such as 512, or leave it out for the provider's default."),
                optional(
                        "stop",
                        anyOf(stop, list(stop, 1, MOST_STOPS)),
                        "A text that ends the generation, or a list of them.",
                        "Write a text or a list: `stop: [\"\\n\\n\"]`."),
                optional(
                        "seed",
                        whole(Long.MIN_VALUE, Long.MAX_VALUE),
                        "Sent to the provider; by default not sent. The run's own seed orders items.",
                        "Write a whole number."),
                optional(
                        "stream",
                        new Shape.Flag(),
                        "Whether the answer is streamed, which gives a time to the first token; by default false.",
                        "Write true or false."),
                optional(
                        "extra",
                        new Shape.Fields("extra request fields", List.of(), new Shape.Anything()),
                        "Further fields of the provider's request body, sent as they are.",
                        "Write a mapping: `extra: {top_k: 40}`."));
    }
}
