package dev.assay.contracts.spec;

import static dev.assay.contracts.spec.Shape.anyOf;
import static dev.assay.contracts.spec.Shape.list;
import static dev.assay.contracts.spec.Shape.optional;
import static dev.assay.contracts.spec.Shape.required;
import static dev.assay.contracts.spec.Shape.text;

import dev.assay.contracts.id.ContentHash;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a run names a benchmark or brings one along. */
final class BenchmarkShape {

    static final List<String> ROLES = List.of("system", "user", "assistant");

    static final String PROMPT_REMEDY = "Write a template, `prompt: \"{{ question }}\"`, or a list of {role, content}.";

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_DELIMITER = 100;
    private static final int LONGEST_ABOUT = 2_000;
    private static final int LONGEST_PATH = 4_096;
    private static final int LONGEST_TEMPLATE = 1 << 20;
    private static final int MOST_MESSAGES = 200;

    private BenchmarkShape() {}

    static Shape of() {
        return anyOf(text(LONGEST_NAME), new Shape.Fields("a benchmark", fields(), null));
    }

    private static List<Shape.Field> fields() {
        Shape field = text(LONGEST_TEMPLATE);
        return List.of(
                required(
                        "name",
                        text(LONGEST_NAME),
                        "By which people know it.",
                        "Give it a name: `name: my-benchmark`."),
                optional(
                        "version",
                        text(64),
                        "Of the definition; by default 1.",
                        "Write a short text such as 1 or 2026-01."),
                optional("description", text(LONGEST_ABOUT), "For people.", "Write a text."),
                required(
                        "dataset",
                        dataset(),
                        "The data: exactly one of file, inline and hash.",
                        "Give the data: `dataset: {file: items.jsonl}`. A built-in benchmark is named without a mapping:"
                                + " `benchmark: its-name`."),
                optional(
                        "mode",
                        new Shape.Words(LikelihoodSense.MODES),
                        "generate lets the model write; loglikelihood asks how likely it finds each choice after the"
                                + " prompt, and perplexity how likely the target; by default generate.",
                        "Write `mode: loglikelihood` or `mode: perplexity`, or leave it out."),
                optional(
                        "delimiter",
                        new Shape.Text("text", LONGEST_DELIMITER, null, text -> null),
                        "Between the prompt and what is judged; by default one space.",
                        "Write it in quotes: `delimiter: \"\\n\"`."),
                optional(
                        "unconditional",
                        text(LONGEST_NAME),
                        "A prompt that says nothing of the item, after which the choices are judged once more, for"
                                + " acc_mutual_info; by default they are not.",
                        "Write a short text: `unconditional: \"Answer:\"`."),
                optional(
                        "prompt",
                        anyOf(field, list(message(field), 1, MOST_MESSAGES)),
                        "A Jinja template over an item's fields, as one user message; or a list of messages. Only with mode:"
                                + " perplexity it may be left out.",
                        PROMPT_REMEDY),
                required(
                        "target",
                        field,
                        "The right answer: a field's name or a Jinja template.",
                        "Name the field that holds the right answer: `target: answer`."),
                optional(
                        "choices",
                        field,
                        "The options of a multiple-choice item: a field's name or a Jinja template.",
                        "Name the field that holds the list of options: `choices: options`."),
                optional(
                        "category",
                        text(LONGEST_NAME),
                        "The field that names an item's category; by default category.",
                        "Name a field: `category: subject`."),
                optional(
                        "subgroups",
                        SubgroupsReader.shape(),
                        "Fields that say who is in an item: scores are told for each of their values, and how far these are"
                                + " apart; by default none.",
                        SubgroupsReader.REMEDY),
                optional(
                        "extract",
                        ScoringShape.extract(),
                        "How the answer is extracted: a list of steps, or several named ones; by default [strip].",
                        ScoringShape.EXTRACT_REMEDY),
                optional(
                        "metrics",
                        ScoringShape.metrics(),
                        "What is computed; by default [exact_match].",
                        ScoringShape.METRICS_REMEDY));
    }

    private static Shape message(Shape template) {
        return new Shape.Fields(
                "a message",
                List.of(
                        required(
                                "role",
                                new Shape.Words(ROLES),
                                "Who speaks.",
                                "Write `role: user`, `role: system` or `role: assistant`."),
                        required(
                                "content",
                                template,
                                "A Jinja template over an item's fields.",
                                "Write a template: `content: \"{{ question }}\"`.")),
                null);
    }

    private static Shape dataset() {
        Shape item = new Shape.Fields("an item", List.of(), new Shape.Anything());
        return new Shape.Fields(
                "a dataset",
                List.of(
                        optional(
                                "file",
                                Shape.coded("the path of a file", "^(?!.*://)", BenchmarkShape::fileComplaint),
                                "A .jsonl, .json or .csv file; a path that is not absolute begins at the spec's folder.",
                                "Name a file on this computer; download data from elsewhere first."),
                        optional(
                                "inline",
                                list(item, 1, Integer.MAX_VALUE),
                                "The items themselves.",
                                "Write a list of items: `inline: [{question: \"1 + 1 = ?\", answer: 2}]`."),
                        optional(
                                "hash",
                                Shape.coded("a hash", "^sha256:[0-9a-f]{64}$", BenchmarkShape::hashComplaint),
                                "A dataset that was uploaded before.",
                                "Use the hash that the upload answered.")),
                null);
    }

    private static @Nullable String fileComplaint(String path) {
        if (path.isBlank() || path.length() > LONGEST_PATH || path.indexOf('\0') >= 0) {
            return "must be the path of a file";
        }
        return KeyGuard.isAddress(path) ? "must be a file, but is an address" : null;
    }

    private static @Nullable String hashComplaint(String hash) {
        return ContentHash.isHash(hash)
                ? null
                : "must be sha256: and 64 hexadecimal digits, but is " + Quoted.quote(hash);
    }
}
