package dev.assay.contracts.spec;

import dev.assay.contracts.run.JudgeUse;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The judge prompts that a spec may name, and what a prompt may ask for. Their texts are part of the scoring library; a
 * test of the gateway, which puts the two together, compares them.
 */
public final class JudgePrompts {

    /** How a reply is read, with the modes that it fits. */
    static final List<String> POINTWISE_FORMATS = List.of("rating", "rubric");

    static final List<String> PAIRWISE_FORMATS = List.of("letter", "two-ratings", "arrows");

    private static final Set<String> EVERYWHERE = Set.of("question", "reference");
    private static final Set<String> OF_RUBRICS = Set.of("criteria", "grade_lines", "minimum", "maximum");

    /**
     * A prompt.
     *
     * @param format how its reply is read
     * @param reference whether it shows the reference
     */
    public record Known(String name, JudgeUse.Mode mode, String format, boolean reference) {}

    /** All of them. */
    public static final List<Known> ALL = List.of(
            new Known("pointwise", JudgeUse.Mode.POINTWISE, "rating", false),
            new Known("pointwise-reference", JudgeUse.Mode.POINTWISE, "rating", true),
            new Known("pairwise", JudgeUse.Mode.PAIRWISE, "letter", false),
            new Known("pairwise-reference", JudgeUse.Mode.PAIRWISE, "letter", true),
            new Known("pairwise-strength", JudgeUse.Mode.PAIRWISE, "arrows", false),
            new Known("rubric", JudgeUse.Mode.POINTWISE, "rubric", false));

    private JudgePrompts() {}

    static List<String> names() {
        return ALL.stream().map(Known::name).toList();
    }

    static Optional<Known> find(String name) {
        return ALL.stream().filter(known -> known.name().equals(name)).findFirst();
    }

    /** The prompt of a judge that names none. */
    static String usual(JudgeUse.Mode mode, boolean rubric, boolean reference) {
        if (rubric) {
            return "rubric";
        }
        String name = mode == JudgeUse.Mode.PAIRWISE ? "pairwise" : "pointwise";
        return reference ? name + "-reference" : name;
    }

    /** The placeholders without which a prompt shows no answer. */
    static List<String> answersOf(JudgeUse.Mode mode) {
        return mode == JudgeUse.Mode.PAIRWISE ? List.of("answer_a", "answer_b") : List.of("answer");
    }

    /** All placeholders that a prompt may have. */
    static boolean knows(JudgeUse.Mode mode, String placeholder) {
        return EVERYWHERE.contains(placeholder)
                || answersOf(mode).contains(placeholder)
                || (mode == JudgeUse.Mode.POINTWISE && OF_RUBRICS.contains(placeholder));
    }
}
