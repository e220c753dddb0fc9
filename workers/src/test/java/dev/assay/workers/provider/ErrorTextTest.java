package dev.assay.workers.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.run.Message;
import java.util.List;
import org.junit.jupiter.api.Test;

class ErrorTextTest {

    private static final String PROMPT = "Explain why the quick brown fox jumps over the lazy dog every single day.";
    private final ErrorText text =
            new ErrorText(new Secret("very-secret-value-1"), List.of(Message.user(PROMPT), Message.user("Hi, all")));

    @Test
    void code_and_message_follow_what_happened() {
        assertThat(text.describe("status 400", new ProviderError("t", "bad_thing", "Something\n is  off")))
                .isEqualTo("status 400 (bad_thing): Something is off");
        assertThat(text.describe("status 400", new ProviderError("only_type", "", "")))
                .isEqualTo("status 400 (only_type)");
        assertThat(text.describe("status 502", ProviderError.NONE)).isEqualTo("status 502");
    }

    @Test
    void the_key_and_what_looks_like_one_are_hidden() {
        String shown = text.describe(
                "x", new ProviderError("", "", "Incorrect key very-secret-value-1 or sk-abcdef123456**** given"));

        assertThat(shown).isEqualTo("x: Incorrect key *** or *** given");
    }

    @Test
    void a_message_that_quotes_the_prompt_is_not_shown() {
        String quoting = "Invalid input: 'quick brown fox jumps over the lazy dog every'";

        assertThat(text.describe("x", new ProviderError("", "", quoting)))
                .isEqualTo("x: (not shown: quotes the prompt)");
        assertThat(text.describe("x", new ProviderError("", "", "bad value: Hi, all")))
                .isEqualTo("x: (not shown: quotes the prompt)");
    }

    @Test
    void a_long_message_is_cut_between_characters() {
        String shown = text.describe("x", new ProviderError("", "", "a".repeat(199) + "😀 and more"));

        assertThat(shown).isEqualTo("x: " + "a".repeat(199));
    }
}
