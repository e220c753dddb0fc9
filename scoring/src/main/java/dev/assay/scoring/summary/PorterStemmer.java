package dev.assay.scoring.summary;

import dev.assay.scoring.text.PythonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The Porter stemmer: takes the endings off English words, so that words of one family become the same.
 *
 * <p>Source: M. F. Porter, "An algorithm for suffix stripping", Program 14 (1980); and NLTK's {@code PorterStemmer}, which
 * is what the reference implementations of ROUGE and METEOR use. The word is read in lower case. Any text is allowed: what
 * is no ending stays as it is. Immutable and thread-safe.
 */
public final class PorterStemmer {

    /** Which description of the algorithm is followed. */
    public enum Mode {
        /** NLTK's default: irregular words, short words left alone, and some better rules. */
        NLTK_EXTENSIONS,
        /** The published algorithm to the letter. */
        ORIGINAL
    }

    private static final Map<String, String> IRREGULAR = Map.ofEntries(
            Map.entry("sky", "sky"),
            Map.entry("skies", "sky"),
            Map.entry("dying", "die"),
            Map.entry("lying", "lie"),
            Map.entry("tying", "tie"),
            Map.entry("news", "news"),
            Map.entry("innings", "inning"),
            Map.entry("inning", "inning"),
            Map.entry("outings", "outing"),
            Map.entry("outing", "outing"),
            Map.entry("cannings", "canning"),
            Map.entry("canning", "canning"),
            Map.entry("howe", "howe"),
            Map.entry("proceed", "proceed"),
            Map.entry("exceed", "exceed"),
            Map.entry("succeed", "succeed"));

    private final boolean extended;
    private final List<SuffixRule> step2;

    /** A stemmer as NLTK has it by default. */
    public PorterStemmer() {
        this(Mode.NLTK_EXTENSIONS);
    }

    public PorterStemmer(Mode mode) {
        this.extended = mode == Mode.NLTK_EXTENSIONS;
        this.step2 = step2(extended);
    }

    /** The stem of a word, in lower case. */
    public String stem(String word) {
        String lower = PythonText.lower(word);
        if (extended) {
            // The table is asked for the word as it is written: "Dying" is no entry of it.
            if (IRREGULAR.containsKey(word)) {
                return IRREGULAR.getOrDefault(word, word);
            }
            if (word.codePointCount(0, word.length()) <= 2) {
                return lower;
            }
        }
        Letters letters = Letters.of(lower);
        letters = withoutPlural(letters);
        letters = withoutPast(letters);
        letters = withoutFinalY(letters);
        letters = withSingleSuffix(letters);
        letters = SuffixRule.apply(PorterRules.STEP_3, letters);
        letters = SuffixRule.apply(PorterRules.STEP_4, letters);
        letters = withoutFinalE(letters);
        if (letters.endsWith("ll") && letters.withoutLast(1).measure() > 1) {
            letters = letters.withoutLast(1);
        }
        return letters.toString();
    }

    /** Step 1a. */
    private Letters withoutPlural(Letters word) {
        if (extended && word.endsWith("ies") && word.length() == 4) {
            return word.withoutLast(1);
        }
        return SuffixRule.apply(PorterRules.STEP_1A, word);
    }

    /** Step 1b. */
    private Letters withoutPast(Letters word) {
        if (extended && word.endsWith("ied")) {
            return word.withoutLast(word.length() == 4 ? 1 : 2);
        }
        if (word.endsWith("eed")) {
            return word.withoutLast(3).measure() > 0 ? word.withoutLast(1) : word;
        }
        return withoutVerbEnding(word, "ed")
                .or(() -> withoutVerbEnding(word, "ing"))
                .map(this::repaired)
                .orElse(word);
    }

    private static Optional<Letters> withoutVerbEnding(Letters word, String ending) {
        return Optional.of(word)
                .filter(w -> w.endsWith(ending))
                .map(w -> w.withoutLast(ending.length()))
                .filter(Letters::hasVowel);
    }

    /** What -ed or -ing had changed is changed back: hopp(ing) to hop, fil(ing) to file. */
    private Letters repaired(Letters stem) {
        if (stem.endsWith("at") || stem.endsWith("bl") || stem.endsWith("iz")) {
            return stem.plus("e");
        }
        if (stem.endsInDoubleConsonant()) {
            int last = stem.fromEnd(1);
            return last == 'l' || last == 's' || last == 'z' ? stem : stem.withoutLast(1);
        }
        return stem.measure() == 1 && endsShort(stem) ? stem.plus("e") : stem;
    }

    /** Step 1c. */
    private Letters withoutFinalY(Letters word) {
        if (!word.endsWith("y")) {
            return word;
        }
        Letters stem = word.withoutLast(1);
        boolean becomesI = extended ? stem.length() > 1 && stem.endsInConsonant() : stem.hasVowel();
        return becomesI ? stem.plus("i") : word;
    }

    /** Step 2. */
    private Letters withSingleSuffix(Letters word) {
        if (extended && word.endsWith("alli") && word.withoutLast(4).measure() > 0) {
            return withSingleSuffix(word.withoutLast(2));
        }
        return SuffixRule.apply(step2, word);
    }

    private static List<SuffixRule> step2(boolean extended) {
        List<SuffixRule> rules = new ArrayList<>(PorterRules.STEP_2);
        Predicate<Letters> positive = stem -> stem.measure() > 0;
        if (extended) {
            rules.add(new SuffixRule("bli", "ble", positive));
            rules.add(new SuffixRule("fulli", "ful", positive));
            // The l counts as a part of the stem, so that "geologi" keeps up with "archaeologi".
            rules.add(new SuffixRule("logi", "log", stem -> positive.test(stem.plus("l"))));
        } else {
            rules.add(new SuffixRule("abli", "able", positive));
        }
        return List.copyOf(rules);
    }

    /** Step 5a. */
    private Letters withoutFinalE(Letters word) {
        if (!word.endsWith("e")) {
            return word;
        }
        Letters stem = word.withoutLast(1);
        int measure = stem.measure();
        return measure > 1 || (measure == 1 && !endsShort(stem)) ? stem : word;
    }

    private boolean endsShort(Letters stem) {
        return stem.endsInShortSyllable() || (extended && stem.isVowelAndConsonant());
    }
}
