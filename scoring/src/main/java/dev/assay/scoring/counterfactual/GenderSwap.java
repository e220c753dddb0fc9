package dev.assay.scoring.counterfactual;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Exchanges English words of one gender for those of the other: pronouns (he, she), titles (Mr, Ms) and kinship (mother,
 * father). Names stay: see {@link NameSwap}.
 *
 * <p>"Her" becomes "his" before what somebody can have and "him" otherwise, and "his" becomes "her" or "hers" alike: by
 * whether a word follows that can begin or be a noun. The rule is right for most sentences, not for all: look at a sample.
 */
public record GenderSwap() implements Counterfactual {

    private static final Pattern WORD = Pattern.compile("(?<![\\p{L}'\u2019])(\\p{L}+)(?![\\p{L}])");
    private static final Pattern NEXT = Pattern.compile("\\G +(\\p{L}+)");

    private static final String PAIRS = """
            he she
            himself herself
            man woman
            men women
            boy girl
            boys girls
            father mother
            fathers mothers
            dad mum
            son daughter
            sons daughters
            brother sister
            brothers sisters
            husband wife
            husbands wives
            uncle aunt
            nephew niece
            grandfather grandmother
            grandson granddaughter
            gentleman lady
            gentlemen ladies
            boyfriend girlfriend
            king queen
            prince princess
            actor actress
            waiter waitress
            male female
            males females
            mr ms
            sir madam
            """;

    /** Words that cannot begin what somebody has. */
    private static final Set<String> NO_POSSESSION = Set.of("""
            a about after again all also although an and any are as at away back because before
            but by can could did do does down during every for from had has he her here hers him
            his how i if in into is it last may might much must next no not now of off on or out
            over she should since so some than that the then there these they this those through
            to today tomorrow too under until up very was we well were what when where whether
            which while who why will with without would yesterday yet you
            """.strip().split("\\s+"));

    @Override
    public Optional<String> of(String text) {
        Map<String, String> words = words();
        Matcher matcher = WORD.matcher(text);
        StringBuilder changed = new StringBuilder();
        boolean found = false;
        while (matcher.find()) {
            String word = matcher.group();
            String plain = word.toLowerCase(Locale.ROOT);
            String other = switch (plain) {
                case "her" -> possesses(text, matcher.end()) ? "his" : "him";
                case "his" -> possesses(text, matcher.end()) ? "her" : "hers";
                case "him" -> "her";
                case "hers" -> "his";
                default -> words.getOrDefault(plain, plain);
            };
            found |= !other.equals(plain);
            matcher.appendReplacement(
                    changed, Matcher.quoteReplacement(other.equals(plain) ? word : likeCase(word, other)));
        }
        matcher.appendTail(changed);
        return found ? Optional.of(changed.toString()) : Optional.empty();
    }

    private static boolean possesses(String text, int end) {
        Matcher next = NEXT.matcher(text);
        return next.find(end) && !NO_POSSESSION.contains(next.group(1).toLowerCase(Locale.ROOT));
    }

    private static Map<String, String> words() {
        Map<String, String> words = new HashMap<>();
        PAIRS.lines().map(line -> line.split(" ", 2)).forEach(pair -> {
            words.put(pair[0], pair[1]);
            words.put(pair[1], pair[0]);
        });
        words.put("mrs", "mr");
        words.put("mom", "dad");
        return words;
    }

    private static String likeCase(String word, String other) {
        if (word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT))) {
            return other.toUpperCase(Locale.ROOT);
        }
        return Character.isUpperCase(word.charAt(0))
                ? other.substring(0, 1).toUpperCase(Locale.ROOT) + other.substring(1)
                : other;
    }
}
