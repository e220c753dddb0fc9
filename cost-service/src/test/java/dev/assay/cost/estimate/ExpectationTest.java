package dev.assay.cost.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.knuddels.jtokkit.api.EncodingType;
import dev.assay.contracts.id.ModelId;
import dev.assay.contracts.id.PriceBookVersion;
import dev.assay.contracts.money.ModelPrice;
import dev.assay.contracts.money.Money;
import dev.assay.cost.price.Rates;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpectationTest {

    @ParameterizedTest
    @CsvSource({
        "gpt-4o-mini, O200K_BASE", "openai/gpt-4.1, O200K_BASE", "gpt-5-nano, O200K_BASE", "o3, O200K_BASE",
        "o4-mini, O200K_BASE", "GPT-4-turbo, CL100K_BASE", "azure/gpt-35-turbo, CL100K_BASE", "gpt-4, CL100K_BASE",
        "claude-sonnet-4-5,", "olmo-2,", "sim-large,", "gpt-neox,"
    })
    void a_model_is_known_by_its_name(String model, EncodingType expected) {
        assertThat(Tokenizers.encoding(model)).isEqualTo(Optional.ofNullable(expected));
    }

    @Test
    void the_tokenizer_counts_tokens_and_the_chat_around_them() {
        // Given
        TokenCounter counter = new Tokenizers().of("gpt-4o").orElseThrow();
        // When
        double tokens = counter.tokens("hello world");
        // Then
        assertThat(tokens).isEqualTo(9);
        assertThat(counter.tokens("")).isEqualTo(7);
    }

    @Test
    void a_prompt_of_megabytes_is_counted_by_its_beginning() {
        // Given
        TokenCounter counter = new Tokenizers().of("gpt-4").orElseThrow();
        // When
        double tokens = counter.tokens("hello world ".repeat(500_000));
        // Then
        assertThat(tokens).isCloseTo(1_000_000, within(20_000.0));
    }

    @Test
    void prompts_that_differ_widen_the_interval() {
        // Given
        List<String> same = List.of("a".repeat(40), "b".repeat(40));
        List<String> different = List.of("a".repeat(10), "b".repeat(70));
        // When
        Expectation.Tokens narrow = Expectation.input(same, new RatioCounter(4, 9), 100);
        Expectation.Tokens wide = Expectation.input(different, new RatioCounter(4, 9), 100);
        // Then
        assertThat(narrow.range()).isEqualTo(new Range(900, 1000, 1100));
        assertThat(wide.range().expected()).isEqualTo(1000);
        assertThat(wide.range().high()).isGreaterThan(1500);
        assertThat(narrow.basis()).isEqualTo("4.00 characters per token in 9 past calls");
    }

    @Test
    void past_answers_tell_what_to_expect() {
        // Given
        PastAnswers past = PastAnswers.of(100, 2000, 100 * (20 * 20 + 25));
        // When
        Expectation.Tokens output = Expectation.output(past, 512, 256, 400);
        // Then
        assertThat(past.deviation()).isCloseTo(5, within(1e-9));
        assertThat(output.range().expected()).isEqualTo(8000);
        assertThat(output.range().high() - 8000).isEqualTo(448);
        assertThat(output.basis()).isEqualTo("mean answer of 100 past calls on this benchmark");
    }

    @Test
    void without_past_answers_the_limit_tells() {
        // When
        Expectation.Tokens output = Expectation.output(PastAnswers.NONE, 64, 256, 10);
        // Then
        assertThat(output.range()).isEqualTo(new Range(10, 320, 640));
        assertThat(output.basis()).isEqualTo("no past calls: 32 of at most 64 tokens per answer");
    }

    @Test
    void without_anything_the_default_holds() {
        // When
        Expectation.Tokens output = Expectation.output(PastAnswers.NONE, null, 256, 10);
        // Then
        assertThat(output.range()).isEqualTo(new Range(10, 2560, 10240));
    }

    @Test
    void a_model_without_a_price_is_named_and_left_out_of_the_sum() {
        // Given
        Expectation.Tokens input = new Expectation.Tokens(new Range(90, 100, 110), "i");
        Expectation.Tokens output = new Expectation.Tokens(new Range(5, 10, 20), "o");
        ModelEstimate priced =
                ModelEstimate.of(new ModelId("a"), input, output, 10, Rates.flat(ModelPrice.usd("1", "10")));
        ModelEstimate unpriced = ModelEstimate.of(new ModelId("b"), input, output, 10, null);
        // When
        Estimate estimate = Estimate.of(new PriceBookVersion("pb-1"), "USD", List.of(priced, unpriced));
        // Then
        assertThat(estimate.unpriced()).containsExactly(new ModelId("b"));
        assertThat(estimate.low()).isEqualTo(Money.usd("0.00014"));
        assertThat(estimate.expected()).isEqualTo(Money.usd("0.0002"));
        assertThat(estimate.high()).isEqualTo(Money.usd("0.00031"));
        assertThat(estimate.inputTokens()).isEqualTo(200);
        assertThat(estimate.basis()).isEqualTo("input: i; output: o");
    }

    @Property
    void what_is_expected_lies_in_its_interval(
            @ForAll @LongRange(min = 0, max = 1_000_000) long calls,
            @ForAll @DoubleRange(min = 0, max = 1e6) double mean,
            @ForAll @DoubleRange(min = 0, max = 1e6) double deviation,
            @ForAll @IntRange(min = 1, max = 1_000_000) int maxTokens,
            @ForAll @LongRange(min = 1, max = 1_000_000) long samples) {
        // When
        Range range = Expectation.output(new PastAnswers(calls, mean, deviation), maxTokens, 256, samples)
                .range();
        // Then
        assertThat(range.low()).isNotNegative().isLessThanOrEqualTo(range.expected());
        assertThat(range.expected()).isLessThanOrEqualTo(range.high());
    }
}
