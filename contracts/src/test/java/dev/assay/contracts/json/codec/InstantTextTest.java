package dev.assay.contracts.json.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstantTextTest {

    @Property
    void every_instant_of_four_digit_years_is_read_as_it_was_written(
            @ForAll @LongRange(min = -62_167_219_200L, max = 253_402_300_799L) long seconds,
            @ForAll @IntRange(max = 999_999_999) int nanos) {
        Instant written = Instant.ofEpochSecond(seconds, nanos);

        assertThat(InstantText.parse(written.toString())).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-02-29T00:00:00Z",
                "2026-13-01T00:00:00Z",
                "2026-01-01T24:00:00Z",
                "2026-01-01T00:00:60Z",
                "2026-01-01T00:00:00.Z",
                "2026-01-01T00:00:00+01:00",
                "2026-01-01 00:00:00Z",
                "+12026-01-01T00:00:00Z"
            })
    void other_forms_are_left_to_the_general_parser(String text) {
        assertThat(InstantText.parse(text)).isNull();
    }
}
