package dev.assay.scoring.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;

class FlexibleNumberPropertiesTest {

    @Property
    void the_flexible_number_is_the_last_match_of_the_published_pattern(
            @ForAll @CharRange(from = '0', to = '9') @Chars({'$', '.', ',', '-', ' ', 'x', '\n'}) String answer) {
        // Given
        Matcher matcher = Pattern.compile("(-?[$0-9.,]{2,})|(-?[0-9]+)").matcher(answer);
        Optional<String> expected =
                matcher.results().map(m -> m.group().strip()).reduce((first, second) -> second);

        // When
        Optional<String> found = ExtractionPipeline.parse(List.of("flexible_number"))
                .apply(answer, ExtractionContext.none())
                .value();

        // Then
        assertThat(found).isEqualTo(expected);
    }
}
