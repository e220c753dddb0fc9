package dev.assay.golden;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.scoring.sentence.RuleSentences;
import dev.assay.scoring.sentence.SentenceSplitter;
import dev.assay.scoring.sentence.WordTokenizer;
import dev.assay.scoring.text.PythonText;
import java.util.List;
import java.util.Map;

/** Sentences and words. */
final class SentenceAdapters {

    private SentenceAdapters() {}

    static Map<String, Adapter> all() {
        return Map.of("sentence_split_punkt", SentenceAdapters::split);
    }

    private static Object split(JsonNode golden) {
        String text = golden.at("/input/text").asText();
        SentenceSplitter splitter = SharedPunkt.splitter();
        List<String> found = splitter.split(text);
        return Map.of(
                "sentences", found,
                "count", found.size(),
                "words", new WordTokenizer(splitter).words(text),
                "ifeval_words", PythonText.words(text).size(),
                "ifeval_split", RuleSentences.split(text));
    }
}
