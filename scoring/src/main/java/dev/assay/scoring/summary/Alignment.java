package dev.assay.scoring.summary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Which word of a hypothesis stands for which word of a reference: first equal words, of what is left words with equal
 * stems, of what is left synonyms of the stems. Each word is used once; pairs are sought from the ends of both sides.
 *
 * @param pairs in the hypothesis' order
 */
record Alignment(List<Pair> pairs) {

    /** Places of both words. */
    record Pair(int hypothesis, int reference) {}

    private record Word(int place, String text) {}

    static Alignment of(List<String> hypothesis, List<String> reference, PorterStemmer stemmer, Synonyms synonyms) {
        List<Word> left = words(hypothesis);
        List<Word> right = words(reference);
        List<Pair> pairs = new ArrayList<>();
        match(left, right, word -> word::equals, pairs);
        change(left, stemmer::stem);
        change(right, stemmer::stem);
        match(left, right, word -> word::equals, pairs);
        // NLTK hands the stems on, not the words: synonyms are found for words that are their own stem.
        match(left, right, word -> same(word, synonyms), pairs);
        pairs.sort(Comparator.comparingInt(Pair::hypothesis));
        return new Alignment(List.copyOf(pairs));
    }

    private static List<Word> words(List<String> texts) {
        List<Word> words = new ArrayList<>();
        for (String text : texts) {
            words.add(new Word(words.size(), text));
        }
        return words;
    }

    private static void change(List<Word> words, UnaryOperator<String> change) {
        words.replaceAll(word -> new Word(word.place, change.apply(word.text)));
    }

    /** The word itself or one of its synonyms, which are looked up once. */
    private static Predicate<String> same(String word, Synonyms synonyms) {
        Set<String> others = synonyms.of(word);
        return other -> other.equals(word) || others.contains(other);
    }

    /** Moves the pairs that fit out of both lists. */
    private static void match(
            List<Word> left, List<Word> right, Function<String, Predicate<String>> fitting, List<Pair> pairs) {
        for (int i = left.size() - 1; i >= 0; i--) {
            Predicate<String> fits = fitting.apply(left.get(i).text);
            for (int j = right.size() - 1; j >= 0; j--) {
                if (fits.test(right.get(j).text)) {
                    pairs.add(new Pair(left.remove(i).place, right.remove(j).place));
                    break;
                }
            }
        }
    }

    /** How many runs of pairs there are whose words follow each other on both sides. */
    int chunks() {
        int chunks = 0;
        for (int i = 0; i < pairs.size(); i++) {
            boolean follows = i > 0
                    && pairs.get(i).hypothesis == pairs.get(i - 1).hypothesis + 1
                    && pairs.get(i).reference == pairs.get(i - 1).reference + 1;
            if (!follows) {
                chunks++;
            }
        }
        return chunks;
    }
}
