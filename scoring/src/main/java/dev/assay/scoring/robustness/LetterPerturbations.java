package dev.assay.scoring.robustness;

import dev.assay.scoring.definition.Arguments;
import dev.assay.scoring.definition.Parameter;
import dev.assay.scoring.definition.Parameter.Kind;
import dev.assay.scoring.text.PythonText;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/**
 * Changes of letters inside words: slips of the pen, case, look-alikes, accents, invisible characters. Words that are
 * short, capitalised or negations are left alone, as is everything that {@link Pieces} keeps.
 */
final class LetterPerturbations {

    private static final Parameter RATE = Parameter.optional(
            "rate", Kind.DECIMAL, "share of the words that are changed, above 0 up to 1; default 0.1");

    /** Words of which a slip makes another word. */
    private static final Set<String> TREACHEROUS = Set.of("""
            form from trial trail casual causal unite untie angel angle diary dairy martial
            marital quiet quite statue statute desert dessert though through thorough united
            untied ends sacred scared salt slat calm clam barn bran
            """.strip().split("\\s+"));

    /** The keys beside each letter from a to z. */
    private static final List<String> NEIGHBOURS =
            List.of(("sq vn xv sf wr dg fh gj uo hk jl k n bm ip o wa et ad ry yi cb qe zc tu xs").split(" "));

    private static final String LATIN = "aceopxyABCEHKMOPTX";
    private static final String CYRILLIC = "асеорхуАВСЕНКМОРТХ";
    private static final String VOWELS = "aeiou";
    private static final String ACCENTED = "áéíóú";
    private static final String ZERO_WIDTH_SPACE = "\u200b";

    private LetterPerturbations() {}

    static List<PerturbationType> types() {
        return List.of(
                new PerturbationType(
                        "typos",
                        1,
                        "A slip in some words: two letters swapped, one left out, doubled, or hit beside; first and last"
                                + " letter stay.",
                        List.of(
                                RATE,
                                Parameter.oneOf(
                                        "kind",
                                        List.of("any", "swap", "drop", "double", "neighbour"),
                                        "which slips; default any")),
                        LetterPerturbations::typos),
                new PerturbationType(
                        "letter_case",
                        1,
                        "All words in capitals, or the first letters of sentences in lower case.",
                        List.of(Parameter.oneOf("to", List.of("upper", "lower_first"), "which; default upper")),
                        LetterPerturbations::letterCase),
                new PerturbationType(
                        "homoglyphs",
                        1,
                        "A letter of some words replaced by the Cyrillic one that looks the same.",
                        List.of(RATE),
                        arguments -> changing(
                                arguments,
                                word -> contains(word, LATIN),
                                (word, dice) -> mapped(word, LATIN, CYRILLIC, dice))),
                new PerturbationType(
                        "accents",
                        1,
                        "A vowel of some words with an accent that does not belong there.",
                        List.of(RATE),
                        arguments -> changing(
                                arguments,
                                word -> Pieces.isRobust(word) && contains(word, VOWELS),
                                (word, dice) -> mapped(word, VOWELS, ACCENTED, dice))),
                new PerturbationType(
                        "invisible_characters",
                        1,
                        "A zero-width space inside of some words.",
                        List.of(RATE),
                        arguments -> changing(arguments, Pieces::isRobust, (word, dice) -> {
                            int place = 1 + dice.below(word.length() - 1);
                            return word.substring(0, place) + ZERO_WIDTH_SPACE + word.substring(place);
                        })));
    }

    static double rate(Arguments arguments) {
        double rate = arguments.decimal("rate", new BigDecimal("0.1")).doubleValue();
        if (!(rate > 0 && rate <= 1)) {
            throw arguments.reject("rate", "a rate lies above 0 and is at most 1");
        }
        return rate;
    }

    private static Perturbation typos(Arguments arguments) {
        String kind = arguments.text("kind").orElse("any");
        List<String> kinds = kind.equals("any") ? List.of("swap", "drop", "double", "neighbour") : List.of(kind);
        return changing(
                arguments,
                word -> Pieces.isRobust(word) && !TREACHEROUS.contains(word),
                (word, dice) -> slip(word, dice.pick(kinds), dice));
    }

    private static String slip(String word, String kind, Dice dice) {
        int place = 1 + dice.below(word.length() - 2);
        String before = word.substring(0, place);
        char letter = word.charAt(place);
        String after = word.substring(place + 1);
        return switch (kind) {
            case "swap" ->
                place + 2 < word.length()
                        ? before + after.charAt(0) + letter + after.substring(1)
                        : word.charAt(0) + swapped(word.substring(1, place + 1)) + after;
            case "drop" -> before + after;
            case "double" -> before + letter + letter + after;
            default -> {
                String near = NEIGHBOURS.get(letter - 'a');
                yield before + near.charAt(dice.below(near.length())) + after;
            }
        };
    }

    /** The last two letters exchanged. */
    private static String swapped(String letters) {
        int last = letters.length() - 1;
        return last < 1 ? letters : letters.substring(0, last - 1) + letters.charAt(last) + letters.charAt(last - 1);
    }

    private static Perturbation letterCase(Arguments arguments) {
        boolean upper = arguments.text("to").orElse("upper").equals("upper");
        return (subject, seed) -> {
            Pieces pieces = Pieces.of(subject);
            for (int place : pieces.places(Pieces.Kind.WORD, word -> upper || startsLikeSentence(word))) {
                String word = pieces.at(place).text();
                if (upper) {
                    pieces.replace(place, PythonText.upper(word));
                } else if (Sentences.startAt(pieces, place)) {
                    pieces.replace(place, PythonText.lower(word.substring(0, 1)) + word.substring(1));
                }
            }
            return subject.withText(pieces.join());
        };
    }

    /** One capital and then small letters, but not the word "I". */
    private static boolean startsLikeSentence(String word) {
        return word.length() > 1
                && Character.isUpperCase(word.charAt(0))
                && word.chars().skip(1).noneMatch(Character::isUpperCase)
                && !word.startsWith("I'");
    }

    private static Perturbation changing(
            Arguments arguments, Predicate<String> eligible, BiFunction<String, Dice, String> change) {
        double rate = rate(arguments);
        return (subject, seed) -> {
            Pieces pieces = Pieces.of(subject);
            Dice dice = Dice.of(seed, subject.text());
            for (int place : dice.some(pieces.places(Pieces.Kind.WORD, eligible), rate)) {
                pieces.replace(place, change.apply(pieces.at(place).text(), dice));
            }
            return subject.withText(pieces.join());
        };
    }

    private static boolean contains(String word, String letters) {
        return word.length() >= 4 && word.chars().anyMatch(c -> letters.indexOf(c) >= 0);
    }

    /** One of the letters that can be mapped, mapped. */
    private static String mapped(String word, String from, String to, Dice dice) {
        List<Integer> places =
                word.chars().filter(c -> from.indexOf(c) >= 0).boxed().toList();
        int chosen = dice.below(places.size());
        StringBuilder changed = new StringBuilder(word);
        for (int i = 0, seen = 0; i < word.length(); i++) {
            int letter = from.indexOf(word.charAt(i));
            if (letter >= 0 && seen++ == chosen) {
                changed.setCharAt(i, to.charAt(letter));
            }
        }
        return changed.toString();
    }
}
