package dev.assay.scoring.board;

import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Reads a vote from the fields of a row, as Assay exports votes and as public files of battles have them.
 *
 * <p>Needed are {@code model_a}, {@code model_b} and {@code winner} ({@code model_a}, {@code model_b}, {@code tie},
 * {@code tie (bothbad)}). {@code question_id} (or {@code question}, {@code item}) names the question; {@code voter}
 * ({@code person}, {@code judge}) and {@code by} the voter, or {@code judge} alone one of either kind: in public files
 * that field holds the name of a judge model or, as {@code arena_user_…} and {@code human…} do, a person. The style is
 * {@code length_a}, {@code headings_a}, {@code lists_a}, {@code bold_a} and the same of b, or within
 * {@code conv_metadata} as Chatbot Arena writes it; lengths alone do. Other fields do not matter. Stateless.
 */
public final class VoteFields {

    private static final int LONGEST = 200;

    private VoteFields() {}

    /** A vote, or why there is none. */
    public sealed interface Taken {

        record Read(Vote vote) implements Taken {}

        /** @param field which is wrong @param reason a clause */
        record Wrong(String field, String reason) implements Taken {}
    }

    /** A value that is not what a field must hold. */
    private static final class WrongValue extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final String field;

        WrongValue(String field, String reason) {
            super(reason);
            this.field = field;
        }
    }

    /** @param row values are texts, numbers, null, or maps and lists of them */
    public static Taken read(Map<String, ? extends @Nullable Object> row) {
        try {
            String a = name(row, "model_a");
            String b = name(row, "model_b");
            if (a.equals(b)) {
                throw new WrongValue("model_b", "is the same model as model_a");
            }
            String word = text(row, "winner");
            if (word == null) {
                throw new WrongValue("winner", "is missing");
            }
            Winner winner = Winner.ofWord(word)
                    .orElseThrow(() -> new WrongValue("winner", "is none of model_a, model_b, tie and tie (bothbad)"));
            AnswerStyle styleA = style(row, "a");
            AnswerStyle styleB = style(row, "b");
            boolean both = styleA != null && styleB != null;
            return new Taken.Read(new Vote(
                    question(row), a, b, winner, voter(row), by(row), both ? styleA : null, both ? styleB : null));
        } catch (WrongValue e) {
            return new Taken.Wrong(e.field, String.valueOf(e.getMessage()));
        }
    }

    private static String name(Map<String, ? extends @Nullable Object> row, String field) {
        String text = text(row, field);
        if (text == null || text.isBlank()) {
            throw new WrongValue(field, "is missing");
        }
        return checked(field, text.strip());
    }

    private static String checked(String field, String text) {
        if (text.length() > LONGEST) {
            throw new WrongValue(field, "is longer than " + LONGEST + " characters");
        }
        return text;
    }

    private static @Nullable String question(Map<String, ? extends @Nullable Object> row) {
        for (String field : new String[] {"question_id", "question", "item"}) {
            String text = text(row, field);
            if (text != null && !text.isBlank()) {
                Object turn = row.get("turn");
                return checked(field, turn instanceof Number ? text + "/" + turn : text);
            }
        }
        return null;
    }

    private static Voter voter(Map<String, ? extends @Nullable Object> row) {
        String word = text(row, "voter");
        if (word != null) {
            return Voter.ofWord(word)
                    .orElseThrow(() -> new WrongValue("voter", "is none of person, judge and unknown"));
        }
        String judge = judge(row);
        if (judge == null) {
            return Voter.UNKNOWN;
        }
        boolean isPerson = judge.startsWith("arena_user") || judge.startsWith("human") || judge.startsWith("author");
        return isPerson ? Voter.PERSON : Voter.JUDGE;
    }

    private static String by(Map<String, ? extends @Nullable Object> row) {
        String by = text(row, "by");
        String judge = judge(row);
        return checked("by", by != null ? by : judge != null ? judge : "");
    }

    /** The judge's name; public files also write it as a list of a model and a prompt. */
    private static @Nullable String judge(Map<String, ? extends @Nullable Object> row) {
        return switch (row.get("judge")) {
            case String text when !text.isBlank() -> text;
            case Iterable<?> list ->
                list.iterator().hasNext() ? String.valueOf(list.iterator().next()) : null;
            case null, default -> null;
        };
    }

    private static @Nullable AnswerStyle style(Map<String, ? extends @Nullable Object> row, String side) {
        OptionalDouble length = count(row, "length_" + side);
        if (length.isPresent()) {
            return new AnswerStyle(
                    length.getAsDouble(),
                    count(row, "headings_" + side).orElse(0),
                    count(row, "lists_" + side).orElse(0),
                    count(row, "bold_" + side).orElse(0));
        }
        if (row.get("conv_metadata") instanceof Map<?, ?> counts) {
            OptionalDouble tokens = sum("conv_metadata", counts.get("sum_assistant_" + side + "_tokens"));
            if (tokens.isPresent()) {
                return new AnswerStyle(
                        tokens.getAsDouble(),
                        sum("conv_metadata", counts.get("header_count_" + side)).orElse(0),
                        sum("conv_metadata", counts.get("list_count_" + side)).orElse(0),
                        sum("conv_metadata", counts.get("bold_count_" + side)).orElse(0));
            }
        }
        return null;
    }

    private static OptionalDouble count(Map<String, ? extends @Nullable Object> row, String field) {
        return sum(field, row.get(field));
    }

    /** A number, also written as text; of a map, such as of headings by level, the sum. */
    private static OptionalDouble sum(String field, @Nullable Object value) {
        return switch (value) {
            case null -> OptionalDouble.empty();
            case String blank when blank.isBlank() -> OptionalDouble.empty();
            case Map<?, ?> map ->
                OptionalDouble.of(map.values().stream()
                        .mapToDouble(part -> sum(field, part).orElse(0))
                        .sum());
            case Number number -> OptionalDouble.of(checked(field, number.doubleValue()));
            case String text -> OptionalDouble.of(checked(field, parsed(field, text)));
            default -> throw new WrongValue(field, "is not a number");
        };
    }

    private static double parsed(String field, String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            throw new WrongValue(field, "is not a number");
        }
    }

    private static double checked(String field, double count) {
        if (!(count >= 0 && count <= 1e12)) {
            throw new WrongValue(field, "is not a count from 0 to 10^12");
        }
        return count;
    }

    private static @Nullable String text(Map<String, ? extends @Nullable Object> row, String field) {
        return switch (row.get(field)) {
            case null -> null;
            case String text -> text;
            case Number number -> number.toString();
            default -> throw new WrongValue(field, "is not a text");
        };
    }
}
