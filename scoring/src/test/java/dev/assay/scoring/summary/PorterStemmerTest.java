package dev.assay.scoring.summary;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PorterStemmerTest {

    private final PorterStemmer stemmer = new PorterStemmer();
    private final PorterStemmer original = new PorterStemmer(PorterStemmer.Mode.ORIGINAL);

    @ParameterizedTest
    @CsvSource({
        "caresses, caress",
        "ponies, poni",
        "feed, feed",
        "agreed, agre",
        "plastered, plaster",
        "hopping, hop",
        "filing, file",
        "falling, fall",
        "happy, happi",
        "relational, relat",
        "conditional, condit",
        "digitizer, digit",
        "triplicate, triplic",
        "hopeful, hope",
        "revival, reviv",
        "adoption, adopt",
        "probate, probat",
        "controll, control"
    })
    void endings_come_off_step_by_step_as_the_paper_shows(String word, String stem) {
        // When
        String both = stemmer.stem(word) + " " + original.stem(word);

        // Then
        assertThat(both).isEqualTo(stem + " " + stem);
    }

    @ParameterizedTest
    @CsvSource({
        "dies, die, di",
        "died, die, di",
        "spied, spi, spi",
        "skies, sky, ski",
        "dying, die, dy",
        "enjoy, enjoy, enjoi",
        "fly, fli, fly",
        "news, news, new",
        "us, us, u",
        "ibly, ibli, ibli",
        "geologi, geolog, geologi"
    })
    void the_extended_rules_differ_from_the_published_ones(String word, String extended, String published) {
        // When
        String stem = stemmer.stem(word);

        // Then
        assertThat(stem).isEqualTo(extended);
        assertThat(original.stem(word)).isEqualTo(published);
    }

    @Property
    void no_text_breaks_the_stemmer_or_grows_by_more_than_a_letter(@ForAll String word) {
        // When
        String stem = stemmer.stem(word);

        // Then
        assertThat(stem.length())
                .isLessThanOrEqualTo(word.toLowerCase(java.util.Locale.ROOT).length() + 1);
    }
}
