package dev.assay.scoring.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Tells languages of one writing apart by runs of one to four letters: naive Bayes with equal priors.
 *
 * <p>The probability of a run in a language is its share among the sample's runs of its length, mixed with a small equal
 * share for all runs, so that a run that a sample lacks rules nothing out. Immutable and thread-safe.
 */
final class LetterRuns {

    private static final int LONGEST = 4;
    private static final double SHARE_OF_SAMPLE = 0.9;

    private final List<String> languages;
    /** Of each run that a sample has, the logarithm of its probability in each language. */
    private final Map<String, double[]> logarithms;

    LetterRuns(List<LanguageSample> samples) {
        languages = samples.stream().map(LanguageSample::language).toList();
        Map<String, double[]> counts = new HashMap<>();
        double[][] totals = new double[samples.size()][LONGEST + 1];
        for (int i = 0; i < samples.size(); i++) {
            int language = i;
            forEachRun(samples.get(i).text(), (run, length) -> {
                counts.computeIfAbsent(run, r -> new double[samples.size()])[language]++;
                totals[language][length]++;
            });
        }
        double[] kinds = new double[LONGEST + 1];
        counts.keySet().forEach(run -> kinds[run.codePointCount(0, run.length())]++);
        counts.forEach((run, perLanguage) -> {
            int length = run.codePointCount(0, run.length());
            for (int i = 0; i < perLanguage.length; i++) {
                double share = perLanguage[i] / totals[i][length];
                perLanguage[i] = Math.log(SHARE_OF_SAMPLE * share + (1 - SHARE_OF_SAMPLE) / kinds[length]);
            }
        });
        logarithms = Map.copyOf(counts);
    }

    /** The likeliest language of a text. */
    String likeliest(String text) {
        double[] sums = new double[languages.size()];
        forEachRun(text, (run, length) -> {
            double[] known = logarithms.get(run);
            for (int i = 0; known != null && i < sums.length; i++) {
                sums[i] += known[i];
            }
        });
        int best = 0;
        for (int i = 1; i < sums.length; i++) {
            best = sums[i] > sums[best] ? i : best;
        }
        return languages.get(best);
    }

    private static void forEachRun(String text, BiConsumer<String, Integer> visitor) {
        for (int[] word : words(text)) {
            for (int start = 0; start < word.length; start++) {
                for (int length = 1; length <= LONGEST && start + length <= word.length; length++) {
                    if (length > 1 || word[start] != ' ') {
                        visitor.accept(new String(word, start, length), length);
                    }
                }
            }
        }
    }

    /** Words with a blank at both ends; marks over and between letters belong to them. */
    private static List<int[]> words(String text) {
        List<int[]> words = new ArrayList<>();
        int[] letters =
                (" " + text + " ").codePoints().map(c -> isPart(c) ? c : ' ').toArray();
        int start = 0;
        for (int i = 1; i < letters.length; i++) {
            if (letters[i] == ' ') {
                if (i - start > 1) {
                    words.add(Arrays.copyOfRange(letters, start, i + 1));
                }
                start = i;
            }
        }
        return words;
    }

    private static boolean isPart(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> true;
            default -> Character.isLetter(codePoint);
        };
    }
}
