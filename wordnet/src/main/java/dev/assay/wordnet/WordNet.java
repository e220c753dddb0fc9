package dev.assay.wordnet;

import dev.assay.scoring.summary.SynonymSource;
import dev.assay.scoring.summary.Synonyms;
import dev.assay.scoring.text.PythonText;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The synonyms that NLTK's METEOR takes from WordNet 3.0: the names of all lemmas of all synsets of a word, of every part of
 * speech and each of its base forms, but no name of several words.
 *
 * <p>Names are as WordNet writes them: that of a person or place keeps its capital, and is then no synonym of a word in
 * lower case, as in NLTK. Holds about 28 MB from its first use on. Immutable and thread-safe.
 *
 * <p>Source: G. A. Miller, "WordNet: a lexical database for English" (1995); NLTK {@code translate/meteor_score.py} and
 * {@code corpus/reader/wordnet.py}. WordNet 3.0 is copyright 2006 by Princeton University, under its own licence.
 */
public final class WordNet implements SynonymSource {

    /** Read once and never changed, when it is first asked for. */
    private static final class Held {
        private static final List<Dictionary> DICTIONARIES =
                Stream.of(PartOfSpeech.values()).map(Dictionary::read).toList();
    }

    @Override
    public String name() {
        return "wordnet";
    }

    /** The synonyms of WordNet; reads the dictionary on the first call. */
    @Override
    public Synonyms synonyms() {
        List<Dictionary> dictionaries = Held.DICTIONARIES;
        return word -> synonyms(dictionaries, PythonText.lower(word));
    }

    private static Set<String> synonyms(List<Dictionary> dictionaries, String word) {
        Set<String> names = new HashSet<>();
        for (Dictionary dictionary : dictionaries) {
            for (String form : dictionary.baseForms(word)) {
                dictionary.lemmas(form).filter(lemma -> !lemma.contains("_")).forEach(names::add);
            }
        }
        return names;
    }
}
