package dev.assay.wordnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.scoring.definition.Definition;
import dev.assay.scoring.metric.MetricRegistry;
import dev.assay.scoring.metric.Sample;
import dev.assay.scoring.summary.SynonymSource;
import dev.assay.scoring.summary.Synonyms;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WordNetTest {

    private final Synonyms synonyms = new WordNet().synonyms();

    @Test
    void a_word_has_the_names_of_all_its_synsets_but_those_of_several_words() {
        // When
        Set<String> car = synonyms.of("car");

        // Then
        assertThat(car)
                .containsExactlyInAnyOrder("car", "auto", "automobile", "machine", "motorcar", "railcar", "gondola");
    }

    @Test
    void inflected_words_are_found_by_their_base_forms() {
        // When
        Set<String> geese = synonyms.of("geese");
        Set<String> quickest = synonyms.of("quickest");

        // Then
        assertThat(geese).contains("goose");
        assertThat(quickest).contains("quick", "fast");
        assertThat(synonyms.of("running")).contains("run", "lead", "running");
    }

    @Test
    void all_parts_of_speech_count() {
        // When
        Set<String> well = synonyms.of("well");

        // Then
        assertThat(well).contains("good", "swell", "considerably");
    }

    @Test
    void names_keep_their_capitals_and_lose_the_marks_of_adjectives() {
        // When
        Set<String> france = synonyms.of("france");

        // Then
        assertThat(france).contains("France").doesNotContain("france");
        assertThat(synonyms.of("former")).allSatisfy(name -> assertThat(name).doesNotContain("("));
    }

    @Test
    void what_is_no_word_of_the_dictionary_has_no_synonyms() {
        // When
        Set<String> none = synonyms.of("");

        // Then
        assertThat(none).isEmpty();
        assertThat(synonyms.of("car n")).isEmpty();
        assertThat(synonyms.of("zzzz")).isEmpty();
        assertThat(synonyms.of("\u00fcber")).isEmpty();
        assertThat(synonyms.of("~~~~~")).isEmpty();
    }

    @Test
    void the_metric_finds_the_dictionary_on_the_class_path() {
        // Given
        var plain = MetricRegistry.standard().create(new Definition("", "meteor", Map.of()));
        var knowing = MetricRegistry.standard().create(new Definition("", "meteor", Map.of("wordnet", true)));

        // When
        var score = knowing.metric().score("car", Sample.of("auto")).asValue();

        // Then
        assertThat(SynonymSource.named("wordnet")).isPresent();
        assertThat(score.orElseThrow()).isCloseTo(0.5, within(1e-15));
        assertThat(plain.metric().score("car", Sample.of("auto")).asValue()).contains(0.0);
    }
}
