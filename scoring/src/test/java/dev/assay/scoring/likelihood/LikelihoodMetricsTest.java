package dev.assay.scoring.likelihood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.scoring.definition.Definition;
import dev.assay.scoring.extraction.ExtractionContext;
import dev.assay.scoring.extraction.ExtractionPipeline;
import dev.assay.scoring.golden.GoldenFile;
import dev.assay.scoring.golden.Origin;
import dev.assay.scoring.metric.CorpusMetric;
import dev.assay.scoring.metric.Metric;
import dev.assay.scoring.metric.MetricRegistry;
import dev.assay.scoring.metric.Sample;
import dev.assay.scoring.metric.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LikelihoodMetricsTest {

    private static final Sample COLOURS = new Sample(List.of("B"), List.of("red", "green", "blue"));

    private final MetricRegistry registry = MetricRegistry.standard();

    @Test
    void choices_are_scored_as_the_harness_scores_them() {
        // Given
        GoldenFile golden = GoldenFile.read(Origin.SHARED, "lm_eval_multiple_choice")
                .where(c -> c.at("/input/gold").isInt()
                        && c.at("/input/gold").asInt() < c.at("/input/choices").size()
                        && c.at("/input/gold").asInt() < 100
                        && DoubleStream.of(GoldenFile.numbers(c.at("/input/lls")))
                                .allMatch(l -> l <= 0));

        // When
        List<String> names = List.of("acc", "acc_norm", "acc_bytes", "acc_mutual_info");

        // Then
        golden.allSatisfy(c -> names.stream()
                .filter(name -> c.get("expected").has(name))
                .allMatch(name -> score(name, choiceAnswer(c.get("input")), choiceSample(c.get("input")))
                        .equals(Score.of(c.at("/expected/" + name).asDouble()))));
        golden.allSatisfy(c -> score("greedy_match", choiceAnswer(c.get("input")), choiceSample(c.get("input")))
                .equals(Score.of(c.at("/expected/exact_match").asDouble())));
    }

    private static Sample choiceSample(JsonNode input) {
        return new Sample(List.of(input.get("gold").asText()), GoldenFile.texts(input.get("choices")));
    }

    private static String choiceAnswer(JsonNode input) {
        List<String> options = new ArrayList<>();
        for (int i = 0; i < input.get("lls").size(); i++) {
            options.add("{\"logprob\":%s,\"tokens\":1,\"greedy\":%s}"
                    .formatted(input.get("lls").get(i), input.get("is_greedy").get(i)));
        }
        String alone = DoubleStream.of(GoldenFile.numbers(input.get("unconditional_lls")))
                .mapToObj("{\"logprob\":%s,\"tokens\":1}"::formatted)
                .collect(Collectors.joining(","));
        return "{\"likelihoods\":1,\"options\":[%s],\"unconditional\":[%s]}"
                .formatted(String.join(",", options), alone);
    }

    @Test
    void perplexities_of_texts_are_those_of_the_harness() {
        // Given
        GoldenFile golden = GoldenFile.read(Origin.SHARED, "lm_eval_perplexity")
                .where(c -> c.at("/input/documents").size() > 0
                        && c.at("/expected/word_perplexity").isNumber()
                        && DoubleStream.of(GoldenFile.numbers(c.at("/input/loglikelihoods")))
                                .allMatch(l -> l <= 0));

        // When
        List<String> names = List.of("word_perplexity", "byte_perplexity", "bits_per_byte");

        // Then
        golden.allSatisfy(c -> names.stream()
                .allMatch(name -> GoldenFile.near(c.at("/expected/" + name), overAll(name, c.get("input")), 1e-9)));
    }

    private double overAll(String name, JsonNode input) {
        CorpusMetric metric = (CorpusMetric) registry.create(name, "").metric();
        List<CorpusMetric.Evidence> evidence = new ArrayList<>();
        for (int i = 0; i < input.get("documents").size(); i++) {
            String answer = "{\"likelihoods\":1,\"text\":{\"logprob\":%s,\"tokens\":9}}"
                    .formatted(input.get("loglikelihoods").get(i));
            evidence.add(metric.evidence(
                    answer, Sample.of(input.get("documents").get(i).asText())));
        }
        return metric.over(evidence).asValue().orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "token_perplexity, 4.4816890703380645", // exp(6 / 4)
        "cross_entropy, 1.5",
        "perplexity, 403.4287934927351", // exp(6)
        "byte_perplexity, 4.4816890703380645", // 5 bytes, of which the first has no probability
        "word_perplexity, 403.4287934927351"
    })
    void a_beginning_without_probability_counts_neither_as_likelihood_nor_as_text(String name, double expected) {
        // When
        Score score = score(
                name, "{\"likelihoods\":1,\"text\":{\"logprob\":-6,\"tokens\":4,\"skipped\":1}}", Sample.of("abcde"));

        // Then
        assertThat(score.asValue().orElseThrow()).isCloseTo(expected, within(1e-9));
    }

    @Test
    void the_perplexity_of_an_item_with_choices_is_that_of_its_right_one() {
        // When
        Score score = score("perplexity", colours(-1, -2, -3), COLOURS);

        // Then
        assertThat(score).isEqualTo(new Score.Value(Math.exp(2)));
    }

    @Test
    void the_share_of_the_right_choices_is_their_probability_among_all() {
        // Given
        Sample twoRight = new Sample(List.of("A", "B"), COLOURS.choices());

        // When
        double share = score("mc2", colours(Math.log(0.2), Math.log(0.3), Math.log(0.1)), twoRight)
                .asValue()
                .orElseThrow();

        // Then
        assertThat(share).isCloseTo(0.5 / 0.6, within(1e-12));
    }

    @Test
    void a_choice_without_a_token_of_its_own_makes_the_sample_one_that_cannot_be_scored() {
        // Given
        String answer = "{\"likelihoods\":1,\"options\":[{\"logprob\":0,\"tokens\":0},{\"logprob\":-1,\"tokens\":1},"
                + "{\"logprob\":-2,\"tokens\":1}]}";

        // When
        Score score = score("acc", answer, COLOURS);

        // Then
        assertThat(score)
                .isEqualTo(new Score.Unscorable("a choice has no token of its own, so that it cannot be judged"));
    }

    @Test
    void a_token_that_reaches_over_the_edge_is_told() {
        // Given
        String answer = "{\"likelihoods\":1,\"text\":{\"logprob\":-6,\"tokens\":4,\"split\":true}}";

        // When
        Score score = score("split_tokens", answer, Sample.of("abc"));

        // Then
        assertThat(score).isEqualTo(Score.RIGHT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The answer is B.",
                "{}",
                "{\"likelihoods\":2,\"options\":[{\"logprob\":-1,\"tokens\":1}]}",
                "{\"likelihoods\":1,\"options\":[]}",
                "{\"likelihoods\":1,\"options\":[{\"logprob\":0.5,\"tokens\":1}]}",
                "{\"likelihoods\":1,\"options\":[{\"logprob\":NaN,\"tokens\":1}]}",
                "{\"likelihoods\":1,\"options\":[{\"logprob\":-1,\"tokens\":1.5}]}",
                "{\"likelihoods\":1,\"options\":[{\"logprob\":-1}]}",
                "{\"likelihoods\":1,\"options\":[{\"logprob\":-1,\"tokens\":1}]}"
            })
    void what_holds_no_likelihood_for_each_choice_is_neither_right_nor_wrong(String answer) {
        // When
        Score score = score("acc", answer, COLOURS);

        // Then
        assertThat(score).isInstanceOf(Score.Unscorable.class);
    }

    @Test
    void the_provider_that_does_not_tell_what_is_greedy_is_not_taken_to_say_no() {
        // When
        Score score = score("greedy_match", colours(-1, -2, -3), COLOURS);

        // Then
        assertThat(score).isEqualTo(new Score.Unscorable("the provider did not say what greedy decoding writes"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"most_likely|B", "option_probabilities|[0.25, 0.5, 0.25]"})
    void other_metrics_get_the_choice_or_the_probabilities(String filter, String expected) {
        // Given
        String answer = colours(Math.log(0.25), Math.log(0.5), Math.log(0.25));

        // When
        String extracted = ExtractionPipeline.parse(List.of(filter), "extract")
                .apply(answer, new ExtractionContext(COLOURS.choices()))
                .value()
                .orElseThrow();

        // Then
        assertThat(extracted).isEqualTo(expected);
    }

    private static String colours(double red, double green, double blue) {
        return DoubleStream.of(red, green, blue)
                .mapToObj("{\"logprob\":%s,\"tokens\":2}"::formatted)
                .collect(Collectors.joining(",", "{\"likelihoods\":1,\"options\":[", "]}"));
    }

    private Score score(String name, String answer, Sample sample) {
        boolean byPlace = sample.references().getFirst().matches("[0-9]+");
        Map<String, Object> parameters = byPlace ? Map.of("target", "index") : Map.of();
        Metric metric = registry.create(new Definition("metrics[0]", name, parameters));
        return metric.score(answer, sample);
    }
}
