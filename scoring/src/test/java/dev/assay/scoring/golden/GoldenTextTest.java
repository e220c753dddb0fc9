package dev.assay.scoring.golden;

import static dev.assay.scoring.golden.GoldenFile.near;
import static dev.assay.scoring.golden.GoldenFile.texts;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.scoring.instruction.InstructionAccuracy;
import dev.assay.scoring.instruction.InstructionLibrary;
import dev.assay.scoring.instruction.InstructionReport;
import dev.assay.scoring.instruction.InstructionSet;
import dev.assay.scoring.sentence.RuleSentences;
import dev.assay.scoring.sentence.SentenceSplitter;
import dev.assay.scoring.sentence.WordTokenizer;
import dev.assay.scoring.summary.Meteor;
import dev.assay.scoring.summary.PorterStemmer;
import dev.assay.scoring.summary.RougeScore;
import dev.assay.scoring.summary.RougeScorer;
import dev.assay.scoring.summary.Synonyms;
import dev.assay.scoring.text.PythonText;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Summaries, sentences and instructions against values of their reference implementations, with what is built in. */
class GoldenTextTest {

    @ParameterizedTest
    @EnumSource
    void stems_are_those_of_nltk(Origin origin) {
        // Given
        PorterStemmer extended = new PorterStemmer();
        PorterStemmer original = new PorterStemmer(PorterStemmer.Mode.ORIGINAL);

        // When
        GoldenFile golden = GoldenFile.read(origin, "porter_stemmer");

        // Then
        golden.allSatisfy(c -> {
            String word = c.at("/input/word").asText();
            return extended.stem(word).equals(c.at("/expected/nltk").asText())
                    && original.stem(word).equals(c.at("/expected/original").asText());
        });
    }

    @ParameterizedTest
    @EnumSource
    void rouge_is_that_of_google_research(Origin origin) {
        // When
        GoldenFile golden = GoldenFile.read(origin, "rouge");

        // Then
        golden.allSatisfy(c -> {
            JsonNode input = c.get("input");
            boolean stem = input.get("use_stemmer").asBoolean();
            RougeScorer rouge = input.get("split_summaries").asBoolean()
                    ? new RougeScorer(stem, SentenceSplitter.english()::split)
                    : new RougeScorer(stem);
            String target = input.get("target").asText();
            String prediction = input.get("prediction").asText();
            return agrees(c.at("/expected/rouge1"), rouge.runs(target, prediction, 1))
                    && agrees(c.at("/expected/rouge2"), rouge.runs(target, prediction, 2))
                    && agrees(c.at("/expected/rougeL"), rouge.sequence(target, prediction))
                    && agrees(c.at("/expected/rougeLsum"), rouge.summary(target, prediction));
        });
    }

    private static boolean agrees(JsonNode expected, RougeScore score) {
        return near(expected.get("precision"), score.precision(), 1e-12)
                && near(expected.get("recall"), score.recall(), 1e-12)
                && near(expected.get("fmeasure"), score.fmeasure(), 1e-12);
    }

    @ParameterizedTest
    @EnumSource
    void meteor_without_wordnet_is_that_of_nltk(Origin origin) {
        // Given
        Meteor meteor = new Meteor(Synonyms.none());

        // When
        GoldenFile golden = GoldenFile.read(origin, "meteor")
                .where(c -> !c.at("/input/synonyms").asBoolean());

        // Then
        golden.allSatisfy(c -> {
            List<List<String>> references = new ArrayList<>();
            c.at("/input/reference_tokens").forEach(tokens -> references.add(texts(tokens)));
            double score = meteor.best(references, texts(c.at("/input/hypothesis_tokens")));
            return near(c.get("expected"), score, 1e-12);
        });
    }

    @ParameterizedTest
    @EnumSource
    void sentences_and_words_are_those_of_nltk_also_with_our_own_parameters(Origin origin) {
        // Given
        SentenceSplitter sentences = SentenceSplitter.english();
        WordTokenizer words = new WordTokenizer(sentences);

        // When
        GoldenFile golden = GoldenFile.read(origin, "sentence_split_punkt");

        // Then
        golden.allSatisfy(c -> {
            String text = c.at("/input/text").asText();
            return sentences.split(text).equals(texts(c.at("/expected/sentences")))
                    && words.words(text).equals(texts(c.at("/expected/words")))
                    && RuleSentences.split(text).equals(texts(c.at("/expected/ifeval_split")))
                    && PythonText.words(text).size()
                            == c.at("/expected/ifeval_words").asInt();
        });
    }

    @ParameterizedTest
    @EnumSource
    void instructions_are_followed_as_ifeval_says(Origin origin) {
        // Given
        InstructionLibrary library = InstructionLibrary.standard();

        // When
        GoldenFile golden = GoldenFile.read(origin, "ifeval_instructions");

        // Then
        golden.allSatisfy(c -> {
            JsonNode input = c.get("input");
            InstructionSet set = InstructionSet.read("{\"instruction_id_list\":[%s],\"kwargs\":[%s]}"
                    .formatted(input.get("instruction_id"), input.get("kwargs")));
            InstructionReport report =
                    InstructionReport.of(set, library, input.get("response").asText());
            return report.allStrict() == c.get("expected").asBoolean();
        });
    }

    @ParameterizedTest
    @EnumSource
    void accuracies_are_those_of_ifeval(Origin origin) {
        // When
        GoldenFile golden = GoldenFile.read(origin, "ifeval_aggregate");

        // Then
        golden.allSatisfy(c -> {
            InstructionAccuracy strict = InstructionAccuracy.of(flags(c.at("/input/strict")));
            InstructionAccuracy loose = InstructionAccuracy.of(flags(c.at("/input/loose")));
            return near(c.at("/expected/prompt_level_strict_acc"), strict.promptLevel(), 1e-12)
                    && near(c.at("/expected/inst_level_strict_acc"), strict.instructionLevel(), 1e-12)
                    && near(c.at("/expected/prompt_level_loose_acc"), loose.promptLevel(), 1e-12)
                    && near(c.at("/expected/inst_level_loose_acc"), loose.instructionLevel(), 1e-12);
        });
    }

    private static List<List<Boolean>> flags(JsonNode items) {
        List<List<Boolean>> flags = new ArrayList<>();
        for (JsonNode item : items) {
            List<Boolean> row = new ArrayList<>();
            item.forEach(flag -> row.add(flag.asBoolean()));
            flags.add(row);
        }
        return flags;
    }
}
