package dev.assay.scoring.extraction;

import dev.assay.scoring.choice.LetterExtraction;
import dev.assay.scoring.choice.OptionPattern;
import dev.assay.scoring.definition.Arguments;
import dev.assay.scoring.definition.Parameter;
import dev.assay.scoring.definition.Parameter.Kind;
import dev.assay.scoring.mathematics.Gsm8k;
import dev.assay.scoring.mathematics.MathematicsMetrics;
import dev.assay.scoring.mathematics.Mgsm;
import dev.assay.scoring.mathematics.MinervaNormalization;
import dev.assay.scoring.pattern.SafePattern;
import java.util.List;
import java.util.Optional;

/** Filters that find an answer as a benchmark's own script does, its peculiarities included. */
final class BenchmarkFilters {

    private BenchmarkFilters() {}

    static List<FilterType> types() {
        return List.of(
                letter(
                        "mmlu_letter",
                        LetterExtraction.MMLU,
                        "Takes A to D after \"Answer:\" in many languages (MMLU)."),
                letter("gpqa_letter", LetterExtraction.GPQA, "Takes A to D after the first \"Answer:\" (GPQA)."),
                letter(
                        "mmlu_pro_letter",
                        LetterExtraction.MMLU_PRO,
                        "Takes A to J after \"answer is\", else \"answer:\", else the last one alone (MMLU-Pro)."),
                letter(
                        "mmlu_pro_letter_strict",
                        LetterExtraction.MMLU_PRO_STRICT,
                        "Takes A to J after the first \"answer is\" (MMLU-Pro)."),
                letter(
                        "answer_line",
                        LetterExtraction.ANSWER_LINE,
                        "Takes the line after the first \"Answer:\" (simple-evals)."),
                letter(
                        "inspect_answer_letter",
                        LetterExtraction.INSPECT_LETTER,
                        "Takes a letter after the last \"ANSWER:\" (Inspect)."),
                letter(
                        "inspect_answer_word",
                        LetterExtraction.INSPECT_WORD,
                        "Takes the word after the last \"ANSWER:\" (Inspect)."),
                letter(
                        "inspect_answer_line",
                        LetterExtraction.INSPECT_LINE,
                        "Takes the line after \"ANSWER:\" at the end (Inspect)."),
                new FilterType(
                        "multi_choice_regex",
                        List.of(),
                        List.of(
                                Parameter.required("pattern", Kind.PATTERN, "a regular expression in Python's syntax")
                                        .withAlias("regex_pattern"),
                                Parameter.optional(
                                                "match",
                                                Kind.INTEGER,
                                                "which match counts, from 0 or from -1 backwards; default 0")
                                        .withAlias("group_select"),
                                Parameter.optional("ignore_case", Kind.FLAG, "for the options' texts; default false"),
                                Parameter.optional(
                                        "ignore_punctuation", Kind.FLAG, "for the options' texts; default false"),
                                Parameter.optional(
                                        "regexes_to_ignore", Kind.PATTERNS, "for the options' texts; default none")),
                        "Takes a match of a pattern, else the option whose text is there, else a letter after a colon,"
                                + " as \"(A)\".",
                        BenchmarkFilters::optionPattern),
                new FilterType(
                        "gsm8k_cot_number",
                        List.of(),
                        List.of(),
                        "Takes the number after the first \"The answer is \" (GSM8K with chain of thought).",
                        arguments -> {
                            Gsm8k gsm8k = new Gsm8k(Gsm8k.Extraction.STRICT_COT);
                            return (text, context) -> gsm8k.extract(text);
                        }),
                new FilterType(
                        "mgsm_number",
                        List.of(),
                        MathematicsMetrics.mgsmParameters(),
                        "Takes the last number after the language's word for answer (MGSM).",
                        arguments -> {
                            Mgsm mgsm = MathematicsMetrics.mgsm(arguments);
                            return (text, context) -> mgsm.extract(text);
                        }),
                new FilterType(
                        "minerva_answer",
                        List.of(),
                        List.of(),
                        "Takes what follows \"Final Answer: The final answer is\" (Minerva).",
                        arguments -> {
                            MinervaNormalization minerva = new MinervaNormalization();
                            return (text, context) -> minerva.finalAnswer(text);
                        }));
    }

    private static FilterType letter(String name, LetterExtraction extraction, String meaning) {
        return new FilterType(name, List.of(), List.of(), meaning, arguments -> {
            LetterExtraction.Reader reader = extraction.prepared();
            return (text, context) -> reader.read(text);
        });
    }

    private static Filter optionPattern(Arguments arguments) {
        SafePattern pattern = arguments.pattern("pattern", false);
        OptionPattern options = new OptionPattern(
                pattern,
                arguments.integer("match").orElse(0),
                arguments.flag("ignore_case", false),
                arguments.flag("ignore_punctuation", false),
                arguments.patterns("regexes_to_ignore"));
        return (text, context) ->
                context.choices().size() > 26 ? Optional.empty() : options.find(text, context.choices());
    }
}
