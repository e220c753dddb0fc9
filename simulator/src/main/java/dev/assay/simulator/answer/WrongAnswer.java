package dev.assay.simulator.answer;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Thinks up a plausible answer that is not the reference, as a pure function. The wrong answer never contains the
 * reference, so that a metric that looks for it anywhere is not fooled.
 */
final class WrongAnswer {

    private static final long SALT = 0x77726f6e67L;

    private static final List<String> TEXTS = List.of(
            "the old lighthouse",
            "Marlow",
            "copper",
            "next Thursday",
            "a grey heron",
            "the northern gate",
            "Ottavia",
            "three weeks earlier",
            "salt water",
            "the second drawer",
            "Brannigan",
            "a wooden ladder",
            "Lake Orsk",
            "the baker",
            "early spring",
            "velvet",
            "Pelham Street",
            "an empty jar",
            "the violin",
            "twice as much");

    private WrongAnswer() {}

    static String to(String reference, List<String> prompt, Draw draw) {
        String right = reference.strip();
        return switch (ReferenceKind.of(right)) {
            case NUMBER -> number(Figure.parse(right).orElseThrow(), draw);
            case CHOICE -> choice(right, prompt, draw);
            case TWO_WAY -> other(right);
            case TEXT -> text(right, draw);
        };
    }

    private static String number(Figure right, Draw draw) {
        String digits = right.value().abs().toPlainString();
        List<BigDecimal> near = near(right.value());
        int first = draw.below(near.size(), SALT);
        // One candidate at least lacks the digits: they are consecutive, and near a single digit there is another one.
        return IntStream.range(0, near.size())
                .mapToObj(i -> near.get((first + i) % near.size()))
                .filter(candidate -> !candidate.toPlainString().contains(digits))
                .findFirst()
                .map(candidate -> right.withValue(candidate).plain())
                .orElseThrow();
    }

    private static List<BigDecimal> near(BigDecimal right) {
        BigDecimal step = step(right);
        List<BigDecimal> near = new ArrayList<>();
        for (int i = 1; i <= 9; i++) {
            near.add(right.add(step.multiply(BigDecimal.valueOf(i))));
            near.add(right.subtract(step.multiply(BigDecimal.valueOf(i))));
        }
        // Whoever miscounts apples does not end below none.
        near.removeIf(each -> right.signum() >= 0 && each.signum() < 0);
        return near;
    }

    /** Far enough that no tolerance takes the wrong number for the right one: 1, or more for large and broken numbers. */
    private static BigDecimal step(BigDecimal right) {
        if (right.scale() <= 0) {
            return right.abs()
                    .divide(BigDecimal.valueOf(100), 0, RoundingMode.DOWN)
                    .max(BigDecimal.ONE);
        }
        BigDecimal lastPlace = BigDecimal.ONE.scaleByPowerOfTen(-right.scale());
        return right.abs()
                .divide(BigDecimal.TEN, right.scale(), RoundingMode.UP)
                .max(lastPlace);
    }

    private static String choice(String right, List<String> prompt, Draw draw) {
        boolean wrapped = right.length() == 3;
        char letter = wrapped ? right.charAt(1) : right.charAt(0);
        char first = Character.isUpperCase(letter) ? 'A' : 'a';
        int options = Math.max(optionsIn(prompt), letter - first + 1);
        int picked = draw.below(options - 1, SALT);
        char other = (char) (first + (picked >= letter - first ? picked + 1 : picked));
        return wrapped ? "(" + other + ")" : String.valueOf(other);
    }

    /** How many options the prompt lists, counted by labels such as {@code B)}, {@code (B)} or {@code B.}; 4 if unclear. */
    static int optionsIn(List<String> prompt) {
        int seen = 0;
        for (String part : prompt) {
            for (int i = 0; i + 1 < part.length(); i++) {
                char letter = part.charAt(i);
                boolean starts = i == 0 || !Character.isLetterOrDigit(part.charAt(i - 1));
                boolean labels = ").:".indexOf(part.charAt(i + 1)) >= 0;
                if (starts && labels && letter == 'A' + seen && seen < 10) {
                    seen++;
                }
            }
        }
        return seen >= 2 ? seen : 4;
    }

    private static String other(String right) {
        String opposite = switch (right.toLowerCase(Locale.ROOT)) {
            case "true" -> "false";
            case "false" -> "true";
            case "yes" -> "no";
            default -> "yes";
        };
        if (right.equals(right.toUpperCase(Locale.ROOT))) {
            return opposite.toUpperCase(Locale.ROOT);
        }
        return Character.isUpperCase(right.charAt(0))
                ? Character.toUpperCase(opposite.charAt(0)) + opposite.substring(1)
                : opposite;
    }

    private static String text(String right, Draw draw) {
        return reordered(right, draw).orElseGet(() -> unrelated(right, draw));
    }

    /** A list in another order is the likeliest mistake where the right answer is a list. */
    private static Optional<String> reordered(String right, Draw draw) {
        List<String> parts = new ArrayList<>(Arrays.asList(right.split(", ", -1)));
        if (parts.size() < 2 || new HashSet<>(parts).size() < parts.size() || parts.contains("")) {
            return Optional.empty();
        }
        int swapped = draw.below(parts.size() - 1, SALT);
        Collections.swap(parts, swapped, swapped + 1);
        String text = String.join(", ", parts);
        return text.contains(right) ? Optional.empty() : Optional.of(text);
    }

    private static String unrelated(String right, Draw draw) {
        Set<String> words = words(right);
        int first = draw.below(TEXTS.size(), SALT);
        for (int i = 0; i < TEXTS.size(); i++) {
            String candidate = TEXTS.get((first + i) % TEXTS.size());
            boolean shares = words(candidate).stream().anyMatch(words::contains);
            if (!shares && !candidate.toLowerCase(Locale.ROOT).contains(right.toLowerCase(Locale.ROOT))) {
                return candidate;
            }
        }
        return "none of these";
    }

    private static Set<String> words(String text) {
        return new HashSet<>(Arrays.asList(text.toLowerCase(Locale.ROOT).split("\\W+", -1)));
    }

    /** What a model says where nobody knows what is right. */
    static String anything(Draw draw) {
        return TEXTS.get(draw.below(TEXTS.size(), SALT));
    }
}
