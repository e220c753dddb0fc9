package dev.assay.contracts.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNamesTest {

    private static final List<String> KNOWN = List.of("temperature", "topP", "maxTokens", "stop", "seed", "stream");

    @ParameterizedTest
    @CsvSource({
        "temprature, temperature",
        "Temperature, temperature",
        "max_tokens, maxTokens",
        "MAX-TOKENS, maxTokens",
        "top_p, topP",
        "sede, seed",
        "steam, stream"
    })
    void a_slip_finds_its_name(String wanted, String expected) {
        assertThat(NearestNames.nearest(wanted, KNOWN)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({"zebra", "x", "''", "presence_penalty"})
    void something_else_finds_nothing(String wanted) {
        assertThat(NearestNames.nearest(wanted, KNOWN)).isEmpty();
    }

    @Test
    void if_nothing_is_near_the_known_names_are_listed() {
        assertThat(NearestNames.remedy("zebra", KNOWN))
                .isEqualTo("Known are maxTokens, seed, stop, stream, temperature, topP.");
        assertThat(NearestNames.remedy("zebra", List.of())).isEqualTo("There is none that could be meant.");
    }
}
