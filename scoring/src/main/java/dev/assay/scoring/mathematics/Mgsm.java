package dev.assay.scoring.mathematics;

import dev.assay.scoring.pattern.SafePattern;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds and compares the number that answers a question of MGSM.
 *
 * <p>Source: Shi et al. 2022; openai/simple-evals, {@code mgsm_eval.py}. The answer is the last number after the last
 * occurrence of a word that means "answer" in the question's language; commas are removed first. A minus sign is no part
 * of it. Zeros and a point at its end do not count. Thread-safe.
 */
public final class Mgsm {

    private static final Map<String, String> PREFIXES = Map.ofEntries(
            Map.entry("en", "Answer"),
            Map.entry("bn", "উত্তর"),
            Map.entry("de", "Antwort"),
            Map.entry("es", "Respuesta"),
            Map.entry("fr", "Réponse"),
            Map.entry("ja", "答え"),
            Map.entry("ru", "Ответ"),
            Map.entry("sw", "Jibu"),
            Map.entry("te", "సమాధానం"),
            Map.entry("th", "คำตอบ"),
            Map.entry("zh", "答案"));

    private final String prefix;
    private final SafePattern number = SafePattern.compile("\\d+\\.?\\d*");

    /**
     * For answers that follow a word.
     *
     * @throws IllegalArgumentException if it is empty
     */
    public Mgsm(String prefix) {
        if (prefix.isEmpty()) {
            throw new IllegalArgumentException("the word before the answer is empty");
        }
        this.prefix = prefix;
    }

    /** The languages of the benchmark, by their codes. */
    public static List<String> languages() {
        return PREFIXES.keySet().stream().sorted().toList();
    }

    /** For answers in one of {@link #languages}. @throws IllegalArgumentException if it is another */
    public static Mgsm inLanguage(String code) {
        String prefix = PREFIXES.get(code);
        if (prefix == null) {
            throw new IllegalArgumentException("MGSM has no language " + code);
        }
        return new Mgsm(prefix);
    }

    /** The number; empty if the word or a number after it is missing. */
    public Optional<String> extract(String text) {
        int at = text.lastIndexOf(prefix);
        if (at < 0) {
            return Optional.empty();
        }
        String rest = text.substring(at + prefix.length()).replace(",", "");
        return number.last(rest).map(match -> withoutEnd(match.text(), '.'));
    }

    /** Whether a number that was found is the expected one. */
    public static boolean isRight(String number, String reference) {
        String plain = number.contains(".") ? withoutEnd(withoutEnd(number, '0'), '.') : number;
        return plain.replace(",", "").equals(reference.replace(",", ""));
    }

    private static String withoutEnd(String text, char stripped) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == stripped) {
            end--;
        }
        return text.substring(0, end);
    }
}
