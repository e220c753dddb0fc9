package dev.assay.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyTest {

    @Test
    void a_new_key_can_be_read_from_its_text() {
        // Given
        ApiKey key = ApiKey.generate(new SecureRandom());

        // When
        var read = ApiKey.parse(key.text());

        // Then
        assertThat(read).contains(key);
        assertThat(key.text()).matches("ask_[0-9a-z]{10}_[0-9a-z]{52}");
    }

    @Test
    void two_keys_are_never_the_same() {
        // Given
        SplittableRandom random = new SplittableRandom(1);

        // When
        ApiKey one = ApiKey.generate(random);
        ApiKey two = ApiKey.generate(random);

        // Then
        assertThat(one.id()).isNotEqualTo(two.id());
        assertThat(one.secret()).isNotEqualTo(two.secret());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ask_",
                "ask_abcd_",
                "ask_abcd_short",
                "ask_ABCD_0123456789abcdef",
                "key_abcd_0123456789abcdef",
                "ask_abcd_0123456789abcdef\n",
                " ask_abcd_0123456789abcdef",
                "ask_abcd_0123456789_abcdef"
            })
    void what_is_no_key_is_not_read_as_one(String text) {
        // When
        var read = ApiKey.parse(text);

        // Then
        assertThat(read).isEmpty();
    }

    @Test
    void printing_a_key_hides_its_secret() {
        // Given
        ApiKey key = new ApiKey("abcd", "0123456789abcdef");

        // When
        String printed = "the key is " + key + ", the pepper " + new Secret("0123456789abcdef");

        // Then
        assertThat(printed).contains("ask_abcd_(hidden)").doesNotContain("0123456789abcdef");
    }
}
