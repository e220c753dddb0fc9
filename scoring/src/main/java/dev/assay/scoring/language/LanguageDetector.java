package dev.assay.scoring.language;

import dev.assay.scoring.pattern.SafePattern;
import dev.assay.scoring.text.PythonText;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tells the language of a text.
 *
 * <p>The writing that most letters are of decides, or narrows down; then the likeliest language by runs of letters. Latin
 * letters in a text that is mostly of another writing are passed over, as are web and mail addresses and all beyond the
 * first 10,000 characters. So does langdetect, which the field's references use; its profiles are not used here, and of texts
 * of a few words the two may say different things. Always the same answer for the same text. Immutable and thread-safe.
 */
public final class LanguageDetector {

    private static final int MOST_CHARACTERS = 10_000;

    /** A sign of these stands for about as much as some letters of an alphabet. */
    private static final int WEIGHT_OF_SIGNS = 3;

    private static final SafePattern ADDRESS =
            SafePattern.compile("https?://[-_.?&~;+=/#0-9A-Za-z]+|[-_.0-9A-Za-z]+@[-_0-9A-Za-z]+[-_.0-9A-Za-z]+");

    private static final String SIMPLIFIED = "们这国说时个来对为会学过发后经还现点开动没样从无问关东车马见长门书";
    private static final String TRADITIONAL = "們這國說時個來對為會學過發後經還現點開動沒樣從無問關東車馬見長門書";

    private final Map<Writing, LetterRuns> byWriting;

    private LanguageDetector(Map<Writing, LetterRuns> byWriting) {
        this.byWriting = byWriting;
    }

    /** The one that is built in. */
    public static LanguageDetector standard() {
        return Standard.DETECTOR;
    }

    /** Made when first asked for, as reading the samples takes a moment. */
    private static final class Standard {
        static final LanguageDetector DETECTOR = of(LanguageSample.all());
    }

    private static LanguageDetector of(List<LanguageSample> samples) {
        Map<Writing, List<LanguageSample>> grouped = new HashMap<>();
        for (LanguageSample sample : samples) {
            Writing writing = mostUsed(writings(sample.text())).orElseThrow();
            grouped.merge(
                    writing,
                    List.of(lower(sample)),
                    (a, b) -> Stream.concat(a.stream(), b.stream()).toList());
        }
        Map<Writing, LetterRuns> byWriting = new EnumMap<>(Writing.class);
        grouped.forEach((writing, group) -> byWriting.put(writing, new LetterRuns(group)));
        return new LanguageDetector(byWriting);
    }

    private static LanguageSample lower(LanguageSample sample) {
        return new LanguageSample(sample.language(), PythonText.lower(sample.text()));
    }

    /**
     * The language's code: of ISO 639-1, or zh-cn and zh-tw; empty if the text has no letters of a known writing.
     */
    public Optional<String> detect(String text) {
        String words = ADDRESS.removeFrom(beginning(text));
        Map<Writing, Integer> writings = writings(words);
        return mostUsed(writings).map(writing -> language(writing, writings, PythonText.lower(words)));
    }

    private static String beginning(String text) {
        return text.codePointCount(0, text.length()) <= MOST_CHARACTERS
                ? text
                : text.substring(0, text.offsetByCodePoints(0, MOST_CHARACTERS));
    }

    private static Map<Writing, Integer> writings(String text) {
        Map<Writing, Integer> counts = new EnumMap<>(Writing.class);
        text.codePoints().forEach(c -> Writing.of(c).ifPresent(w -> counts.merge(w, weight(w), Integer::sum)));
        return counts;
    }

    private static int weight(Writing writing) {
        return switch (writing) {
            case HAN, KANA, HANGUL -> WEIGHT_OF_SIGNS;
            default -> 1;
        };
    }

    private static Optional<Writing> mostUsed(Map<Writing, Integer> counts) {
        int latin = counts.getOrDefault(Writing.LATIN, 0);
        int others = counts.values().stream().mapToInt(Integer::intValue).sum() - latin;
        boolean latinCounts = latin * 2 >= others;
        return counts.entrySet().stream()
                .filter(entry -> entry.getKey() != Writing.LATIN || latinCounts)
                .max(Comparator.comparingInt(Map.Entry::getValue))
                .map(Map.Entry::getKey);
    }

    private String language(Writing writing, Map<Writing, Integer> writings, String text) {
        return switch (writing) {
            case LATIN, CYRILLIC, ARABIC, DEVANAGARI ->
                Objects.requireNonNull(byWriting.get(writing)).likeliest(text);
            case HAN, KANA -> isJapanese(writings) ? "ja" : chinese(text);
            case HANGUL -> "ko";
            case THAI -> "th";
            case BENGALI -> "bn";
            case TAMIL -> "ta";
            case TELUGU -> "te";
            case KANNADA -> "kn";
            case GUJARATI -> "gu";
            case GURMUKHI -> "pa";
            case MALAYALAM -> "ml";
            case HEBREW -> "he";
            case GREEK -> "el";
        };
    }

    /** Every Japanese sentence has some syllable signs; a Chinese text may quote a few. */
    private static boolean isJapanese(Map<Writing, Integer> writings) {
        int kana = writings.getOrDefault(Writing.KANA, 0);
        return kana * 10 >= writings.getOrDefault(Writing.HAN, 0);
    }

    private static String chinese(String text) {
        long simplified = text.chars().filter(c -> SIMPLIFIED.indexOf(c) >= 0).count();
        long traditional = text.chars().filter(c -> TRADITIONAL.indexOf(c) >= 0).count();
        return traditional > simplified ? "zh-tw" : "zh-cn";
    }
}
