package dev.assay.scoring.judge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a judge is asked: a template with placeholders such as {@code {{ question }}}, which whoever sends it fills in.
 *
 * <p>Values must be put in as they are and not be rendered again: answers are foreign text. Immutable.
 *
 * @param name in lower case with hyphens
 * @param version rises with every change of the text, since verdicts of two texts are not compared
 * @param text of the template
 * @param kind what it asks for
 */
public record JudgePrompt(String name, int version, String text, Kind kind) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{ (\\w+) }}");

    /** What a judge is asked for, and how its reply is read. */
    public sealed interface Kind {

        /** A grade of one answer. */
        record Grade(ReplyFormat format) implements Kind {}

        /** The better of two answers; to be asked in both orders, see {@link SwappedPair}. */
        record Comparison(ReplyFormat format) implements Kind {}

        /** Grades by criterion, read by the {@link Rubric} that was asked for. */
        record ByRubric() implements Kind {}
    }

    public JudgePrompt {
        if (version < 1 || text.isBlank()) {
            throw new IllegalArgumentException("a judge prompt has a version from 1 and a text");
        }
    }

    /** The prompts of this version. */
    public static List<JudgePrompt> standard() {
        return List.of(
                load("pointwise", new Kind.Grade(ReplyFormat.RATING)),
                load("pointwise-reference", new Kind.Grade(ReplyFormat.RATING)),
                load("pairwise", new Kind.Comparison(ReplyFormat.LETTER)),
                load("pairwise-reference", new Kind.Comparison(ReplyFormat.LETTER)),
                load("pairwise-strength", new Kind.Comparison(ReplyFormat.ARROWS)),
                load("rubric", new Kind.ByRubric()));
    }

    /** The names of all values that must be filled in. */
    public Set<String> placeholders() {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static JudgePrompt load(String name, Kind kind) {
        try (InputStream in = JudgePrompt.class.getResourceAsStream(name + ".txt")) {
            byte[] bytes = Objects.requireNonNull(in, name).readAllBytes();
            return new JudgePrompt(name, 1, new String(bytes, StandardCharsets.UTF_8), kind);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
