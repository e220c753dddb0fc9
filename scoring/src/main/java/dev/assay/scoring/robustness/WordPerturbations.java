package dev.assay.scoring.robustness;

import dev.assay.scoring.definition.Arguments;
import dev.assay.scoring.definition.Parameter;
import dev.assay.scoring.definition.Parameter.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Changes of words: other words, short and long forms, fillers, other ways of writing a number. */
final class WordPerturbations {

    private static final List<String> FILLERS = List.of("Well, ", "So, ", "Okay, ", "Right, ", "Hm, ", "Now, ");

    /** Whole numbers of at least five digits: shorter ones may be years, and no reader groups those. */
    private static final Pattern PLAIN =
            Pattern.compile("(?<![\\w.,:/#$^{\\\\-])[1-9][0-9]{4,14}(?![\\w:/^}\\\\-]|[.,][0-9])");

    private static final Pattern GROUPED =
            Pattern.compile("(?<![\\w.,:/#^{\\\\-])[1-9][0-9]{0,2}(?:,[0-9]{3})+(?![\\w:/^}\\\\-]|[.,][0-9])");

    private WordPerturbations() {}

    static List<PerturbationType> types() {
        return List.of(
                new PerturbationType(
                        "synonyms",
                        1,
                        "Some words replaced by others of the same meaning, from a short list.",
                        List.of(Parameter.optional(
                                "rate",
                                Kind.DECIMAL,
                                "share of the words on the list that are replaced, above 0 up to 1; default 0.1")),
                        WordPerturbations::synonyms),
                new PerturbationType(
                        "contractions",
                        1,
                        "Short forms for long ones (do not, don't), or the other way round.",
                        List.of(Parameter.oneOf("to", List.of("short", "long"), "which; default short")),
                        WordPerturbations::contractions),
                new PerturbationType(
                        "filler_words",
                        1,
                        "A filler word before some sentences.",
                        List.of(Parameter.optional(
                                "rate", Kind.DECIMAL, "share of the sentences, above 0 up to 1; default 0.1")),
                        WordPerturbations::fillers),
                new PerturbationType(
                        "number_format",
                        1,
                        "Whole numbers of five digits or more with commas between thousands, or without.",
                        List.of(Parameter.oneOf("to", List.of("grouped", "plain"), "which; default grouped")),
                        WordPerturbations::numberFormat));
    }

    private static Perturbation synonyms(Arguments arguments) {
        double rate = LetterPerturbations.rate(arguments);
        Map<String, String> synonyms = Lexicon.synonyms();
        return (subject, seed) -> {
            Pieces pieces = Pieces.of(subject);
            Dice dice = Dice.of(seed, subject.text());
            List<Integer> known = pieces.places(Pieces.Kind.WORD, word -> synonyms.containsKey(lower(word)));
            for (int place : dice.some(known, rate)) {
                String word = pieces.at(place).text();
                pieces.replace(place, Lexicon.likeCase(word, Objects.requireNonNull(synonyms.get(lower(word)))));
            }
            return subject.withText(pieces.join());
        };
    }

    private static Perturbation contractions(Arguments arguments) {
        boolean shorten = arguments.text("to").orElse("short").equals("short");
        Map<String, String> forms = Lexicon.contractions();
        return (subject, seed) -> {
            Pieces pieces = Pieces.of(subject);
            for (int place : pieces.places(Pieces.Kind.WORD, word -> true)) {
                if (shorten) {
                    shorten(pieces, place, forms);
                } else {
                    lengthen(pieces, place, forms);
                }
            }
            return subject.withText(pieces.join());
        };
    }

    private static void shorten(Pieces pieces, int place, Map<String, String> forms) {
        String word = pieces.at(place).text();
        String alone = forms.get(lower(word));
        if (alone != null) {
            pieces.replace(place, Lexicon.likeCase(word, alone));
            return;
        }
        boolean pair = pieces.is(place + 1, Pieces.Kind.SPACE)
                && pieces.is(place + 2, Pieces.Kind.WORD)
                && pieces.at(place + 1).text().equals(" ");
        // "Tell me what it is." has no short form: something must follow.
        boolean followed = pieces.is(place + 3, Pieces.Kind.SPACE) && pieces.is(place + 4, Pieces.Kind.WORD);
        if (pair && followed) {
            String together = forms.get(lower(word + " " + pieces.at(place + 2).text()));
            if (together != null) {
                pieces.replace(place, Lexicon.likeCase(word, together));
                pieces.replace(place + 1, "");
                pieces.replace(place + 2, "");
            }
        }
    }

    private static void lengthen(Pieces pieces, int place, Map<String, String> forms) {
        String word = pieces.at(place).text();
        String plain = lower(word).replace('\u2019', '\'');
        // "It's", "he's" and the like may also stand for "has" or mark a possession.
        boolean unclear = plain.endsWith("'s") && !plain.equals("let's");
        Optional<String> form = forms.entrySet().stream()
                .filter(entry -> !unclear && entry.getValue().equals(plain))
                .map(Map.Entry::getKey)
                .findFirst();
        form.ifPresent(written -> pieces.replace(
                place, Lexicon.likeCase(word, written.startsWith("i ") ? "I" + written.substring(1) : written)));
    }

    private static Perturbation fillers(Arguments arguments) {
        double rate = LetterPerturbations.rate(arguments);
        return (subject, seed) -> {
            Pieces pieces = Pieces.of(subject);
            Dice dice = Dice.of(seed, subject.text());
            for (int place : dice.some(Sentences.starts(pieces), rate)) {
                pieces.replace(place, dice.pick(FILLERS) + pieces.at(place).text());
            }
            return subject.withText(pieces.join());
        };
    }

    private static Perturbation numberFormat(Arguments arguments) {
        boolean grouped = arguments.text("to").orElse("grouped").equals("grouped");
        return (subject, seed) -> {
            Predicate<MatchResult> fixed = Pieces.touchesFixed(subject);
            Matcher matcher = (grouped ? PLAIN : GROUPED).matcher(subject.text());
            return subject.withText(matcher.replaceAll(match -> Matcher.quoteReplacement(
                    fixed.test(match)
                            ? match.group()
                            : grouped ? grouped(match.group()) : match.group().replace(",", ""))));
        };
    }

    private static String grouped(String digits) {
        return String.format(Locale.ROOT, "%,d", Long.parseLong(digits));
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }
}
