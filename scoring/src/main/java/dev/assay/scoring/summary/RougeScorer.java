package dev.assay.scoring.summary;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * ROUGE: how much of its words, pairs of words or order of words a prediction shares with a target text.
 *
 * <p>With s shared, p in the prediction and t in the target: precision s/p, recall s/t, F their harmonic mean.
 *
 * <ul>
 *   <li>ROUGE-N counts runs of n words, each as often as it occurs on both sides.
 *   <li>ROUGE-L counts the words of the longest common subsequence of the whole texts.
 *   <li>ROUGE-Lsum takes each target sentence's union of common subsequences with all predicted sentences, and counts no
 *       word more often than it occurs on either side.
 * </ul>
 *
 * <p>Source: C.-Y. Lin, "ROUGE: a package for automatic evaluation of summaries" (2004); google-research
 * {@code rouge_score}. Words are runs of a-z and 0-9 in lower case, stemmed if wished and longer than three letters. Edges:
 * 0 if either side has no words, also if both have none. Immutable and thread-safe.
 */
public final class RougeScorer {

    private final RougeWords words;
    private final Function<String, List<String>> sentences;

    /** Sentences of summaries stand in lines, as the field's data sets have them. */
    public RougeScorer(boolean useStemmer) {
        this(useStemmer, text -> Arrays.asList(text.split("\n", -1)));
    }

    /** @param sentences finds the sentences of a summary, for {@link #summary} */
    public RougeScorer(boolean useStemmer, Function<String, List<String>> sentences) {
        this.words = new RougeWords(useStemmer);
        this.sentences = sentences;
    }

    /**
     * ROUGE-N.
     *
     * @param n words in a row
     */
    public RougeScore runs(String target, String prediction, int n) {
        if (n < 1) {
            throw new IllegalArgumentException("ROUGE-N counts runs of at least one word, not of " + n);
        }
        Map<List<String>, Integer> expected = count(words.of(target), n);
        Map<List<String>, Integer> predicted = count(words.of(prediction), n);
        int shared = 0;
        for (Map.Entry<List<String>, Integer> run : expected.entrySet()) {
            shared += Math.min(run.getValue(), predicted.getOrDefault(run.getKey(), 0));
        }
        return RougeScore.ofCounts(shared, total(predicted), total(expected));
    }

    /** ROUGE-L. */
    public RougeScore sequence(String target, String prediction) {
        List<String> expected = words.of(target);
        List<String> predicted = words.of(prediction);
        return RougeScore.ofCounts(CommonSubsequence.length(expected, predicted), predicted.size(), expected.size());
    }

    /** ROUGE-Lsum. */
    public RougeScore summary(String target, String prediction) {
        List<List<String>> expected = sentencesOf(target);
        List<List<String>> predicted = sentencesOf(prediction);
        Map<String, Integer> leftExpected = occurrences(expected);
        Map<String, Integer> leftPredicted = occurrences(predicted);
        int shared = 0;
        for (List<String> sentence : expected) {
            BitSet union = new BitSet(sentence.size());
            predicted.forEach(other -> union.or(CommonSubsequence.places(sentence, other)));
            for (int place = union.nextSetBit(0); place >= 0; place = union.nextSetBit(place + 1)) {
                String word = sentence.get(place);
                if (leftExpected.getOrDefault(word, 0) > 0 && leftPredicted.getOrDefault(word, 0) > 0) {
                    shared++;
                    leftExpected.merge(word, -1, Integer::sum);
                    leftPredicted.merge(word, -1, Integer::sum);
                }
            }
        }
        return RougeScore.ofCounts(shared, size(predicted), size(expected));
    }

    private List<List<String>> sentencesOf(String text) {
        return sentences.apply(text).stream().map(words::of).toList();
    }

    private static Map<List<String>, Integer> count(List<String> words, int n) {
        Map<List<String>, Integer> counts = new HashMap<>();
        for (int i = 0; i + n <= words.size(); i++) {
            counts.merge(List.copyOf(words.subList(i, i + n)), 1, Integer::sum);
        }
        return counts;
    }

    private static int total(Map<?, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static int size(List<List<String>> sentences) {
        return sentences.stream().mapToInt(List::size).sum();
    }

    private static Map<String, Integer> occurrences(List<List<String>> sentences) {
        Map<String, Integer> counts = new HashMap<>();
        sentences.forEach(sentence -> sentence.forEach(word -> counts.merge(word, 1, Integer::sum)));
        return counts;
    }
}
