package dev.assay.workers.likelihood;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.assay.contracts.json.EventJson;
import dev.assay.contracts.run.LikelihoodSpec.Mode;
import dev.assay.contracts.run.LikelihoodText;
import dev.assay.workers.likelihood.Questions.Answer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers as servers give them, honest, odd and wrong. */
class QuestionsTest {

    private static final LikelihoodText BLUE = new LikelihoodText("The sky is blue", 10);

    @Test
    void the_tokens_that_begin_after_the_context_are_summed_and_the_one_that_was_written_is_not() throws IOException {
        // Given
        String choice = choice(
                "The sky is blue.",
                "[\"The\", \" sky\", \" is\", \" blue\", \".\"]",
                "[null, -3.5, -0.25, -1.5, -0.1]",
                "[0, 3, 7, 10, 15]");

        // When
        Answer answer = text(BLUE, choice);

        // Then
        assertThat(answer).isEqualTo(judged("{\"logprob\":-1.5,\"tokens\":1,\"greedy\":true}"));
    }

    @Test
    void a_more_likely_token_makes_it_not_greedy_and_none_told_makes_it_unknown() throws IOException {
        // Given
        String likelier = "{\"text\":\"The sky is blue\",\"logprobs\":{\"tokens\":[\"The sky is\",\" blue\"],"
                + "\"token_logprobs\":[null,-1.5],\"top_logprobs\":[null,{\" grey\":-0.5}],\"text_offset\":[0,10]}}";

        // When
        Answer notGreedy = text(BLUE, likelier);
        Answer untold =
                text(BLUE, likelier.replace("\"top_logprobs\":[null,{\" grey\":-0.5}]", "\"top_logprobs\":null"));

        // Then
        assertThat(notGreedy).isEqualTo(judged("{\"logprob\":-1.5,\"tokens\":1,\"greedy\":false}"));
        assertThat(untold).isEqualTo(judged("{\"logprob\":-1.5,\"tokens\":1}"));
    }

    @Test
    void a_token_that_reaches_over_the_edge_belongs_to_the_context_and_is_told() throws IOException {
        // Given
        String choice = choice("The sky is blue", "[\"The sky\", \" is bl\", \"ue\"]", "[null, -4, -2]", "[0, 7, 13]");

        // When
        Answer answer = text(BLUE, choice);

        // Then
        assertThat(answer).isEqualTo(judged("{\"logprob\":-2.0,\"tokens\":1,\"greedy\":true,\"split\":true}"));
    }

    @Test
    void a_text_without_context_is_judged_but_for_its_first_token() throws IOException {
        // Given
        String choice = choice("Zoë sat", "[\"Zoë\", \" sat\"]", "[null, -2]", "[0, 3]");

        // When
        Answer answer = text(new LikelihoodText("Zoë sat", 0), choice);

        // Then
        assertThat(answer).isEqualTo(judged("{\"logprob\":-2.0,\"tokens\":1,\"greedy\":true,\"skipped\":3}"));
    }

    @Test
    void a_special_token_before_the_text_is_passed_over_with_its_offset() throws IOException {
        // Given
        String choice = choice(
                "The sky is blue",
                "[\"<s>\", \"The\", \" sky\", \" is\", \" blue\"]",
                "[null, -5, -3.5, -0.25, -1.5]",
                "[0, 3, 6, 10, 13]");

        // When
        Answer answer = text(BLUE, choice);

        // Then
        assertThat(answer).isEqualTo(judged("{\"logprob\":-1.5,\"tokens\":1,\"greedy\":true}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // "é🎉 is" has 5 code points, 6 units of UTF-16, 9 bytes; its characters are cut into tokens of bytes
                "[0, 1, 1, 2, 5]|code points",
                "[0, 2, 4, 6, 9]|bytes",
                "[0, 1, 1, 3, 6]|UTF-16 units"
            })
    void offsets_may_count_code_points_or_bytes_or_units(String offsets, String counted) throws IOException {
        // Given
        LikelihoodText asked = new LikelihoodText("é🎉 is ok", 5);
        String choice = choice(
                "é🎉 is ok", "[\"é\", \"\\ufffd\", \"\\ufffd\", \" is\", \" ok\"]", "[null, -1, -2, -4, -8]", offsets);

        // When
        Answer answer = text(asked, choice);

        // Then
        assertThat(answer).as(counted).isEqualTo(judged("{\"logprob\":-8.0,\"tokens\":1,\"greedy\":true}"));
    }

    @Test
    void tokens_without_offsets_are_enough_where_they_are_the_text() throws IOException {
        // Given
        String choice = choice("The sky is blue", "[\"The sky is\", \" blue\"]", "[null, -1.5]", "[]");

        // When
        Answer answer = text(BLUE, choice);

        // Then
        assertThat(answer).isEqualTo(judged("{\"logprob\":-1.5,\"tokens\":1,\"greedy\":true}"));
    }

    @Test
    void rounding_above_a_probability_of_one_is_none() throws IOException {
        // Given
        String choice = choice("The sky is blue", "[\"The sky is\", \" blue\"]", "[null, 0.0000001]", "[0, 10]");

        // When
        Answer answer = text(BLUE, choice);

        // Then
        assertThat(answer).isEqualTo(judged("{\"logprob\":0.0,\"tokens\":1,\"greedy\":true}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "' the'|[\" the\"]|[-1]|[0]|it does not echo the prompt",
                "The sky is blue|[\"The sky is\", \" blue\"]|[null]|[0, 10]|it tells 2 tokens but 1 log-probabilities",
                "The sky is blue|[]|[]|[]|it tells 0 tokens but 0 log-probabilities",
                "The sky is blue|[\"The sky is\", null]|[null, -1]|[0, 10]|it tells tokens without a text",
                "The sky is blue|[\"The sky is\", \" blue\"]|[null, null]|[0, 10]|it gives no log-probability of a token in"
                        + " the middle of the prompt",
                "The sky is blue|[\"The sky is\", \" blue\"]|[null, 0.5]|[0, 10]|it gives log-probabilities that are none:"
                        + " above 0 or not finite",
                "The sky is blue|[\"The sky is\", \" blue\"]|[null, -1]|[0]|it tells 2 tokens but 1 offsets, or empty ones",
                "The sky is blue|[\"The\", \" sky is\", \" blue\"]|[null, -1, -1]|[0, 10, 3]|the offsets of its tokens go"
                        + " back",
                "The sky is blue|[\"Der Himmel\", \" blau\"]|[null, -1]|[0, 10]|the offsets of its tokens do not fit their"
                        + " texts",
                "The sky is blue|[\"Der Himmel\", \" blau\"]|[null, -1]|[]|it does not tell where its tokens begin"
            })
    void what_cannot_be_an_honest_echo_is_named(
            String text, String tokens, String logprobs, String offsets, String complaint) throws IOException {
        // When
        Answer answer = text(BLUE, choice(text, tokens, logprobs, offsets));

        // Then
        assertThat(answer).isEqualTo(new Answer.Unusable(complaint));
    }

    @Test
    void a_choice_without_log_probabilities_is_named() throws IOException {
        // When
        Answer answer = text(BLUE, "{\"text\":\"The sky is blue\",\"logprobs\":null}");

        // Then
        assertThat(answer).isEqualTo(new Answer.Unusable("it gives no log-probabilities of the prompt's tokens"));
    }

    @Test
    void choices_are_put_into_the_order_of_their_index() throws IOException {
        // Given
        Questions questions = new Questions(
                Mode.LOGLIKELIHOOD,
                List.of(
                        new LikelihoodText("a b", 1),
                        new LikelihoodText("a c", 1),
                        new LikelihoodText("x b", 1),
                        new LikelihoodText("x c", 1)),
                2,
                false);
        List<String> choices = new ArrayList<>();
        for (int i = 3; i >= 0; i--) {
            LikelihoodText text = questions.texts().get(i);
            choices.add(choice(
                            text.text(),
                            "[\"%s\", \"%s\"]"
                                    .formatted(
                                            text.text().charAt(0), text.text().substring(1)),
                            "[null, -" + i + "]",
                            "[0, 1]")
                    .replaceFirst("\\{", "{\"index\":" + i + ","));
        }

        // When
        Answer answer = questions.read(read(choices));

        // Then
        assertThat(((Answer.Judged) answer).json().replace(",\"greedy\":true", ""))
                .isEqualTo("{\"likelihoods\":1,"
                        + "\"options\":[{\"logprob\":0.0,\"tokens\":1},{\"logprob\":-1.0,\"tokens\":1}],"
                        + "\"unconditional\":[{\"logprob\":-2.0,\"tokens\":1},{\"logprob\":-3.0,\"tokens\":1}]}");
    }

    @Test
    void a_server_that_takes_one_text_of_a_list_is_named() throws IOException {
        // Given
        Questions questions = new Questions(Mode.LOGLIKELIHOOD, List.of(BLUE, BLUE), 2, false);
        String only = choice("The sky is blue", "[\"The sky is\", \" blue\"]", "[null, -1]", "[0, 10]");

        // When
        Answer answer = questions.read(read(List.of(only)));

        // Then
        assertThat(answer).isEqualTo(new Answer.Unusable("it answers 1 texts of 2 that are asked in one call"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-1|-1|-1|-1|-1|it gives every token the same log-probability",
                "-1|-2|-3|-2|-3|it finds nonsense as likely as the only word that fits",
                "-1|-2|-0.1|-2|-0.5|its probabilities of different next tokens add up to more than 1",
                "-1|-2|-0.1|-40|-9|it gives the same text different log-probabilities"
            })
    void a_probe_tells_who_makes_numbers_up(
            double own, double before, double likely, double otherBefore, double unlikely, String complaint)
            throws IOException {
        // Given
        Questions probing = new Questions(Mode.PERPLEXITY, List.of(BLUE), 0, true);
        String sample = choice("The sky is blue", "[\"The sky is\", \" blue\"]", "[null, " + own + "]", "[0, 10]");

        // When
        Answer answer = probing.read(read(List.of(sample, probe(0, before, likely), probe(1, otherBefore, unlikely))));

        // Then
        assertThat(answer).isEqualTo(new Answer.Unusable(complaint));
    }

    @Test
    void a_probe_that_is_passed_is_no_part_of_the_answer() throws IOException {
        // Given
        Questions probing = new Questions(Mode.PERPLEXITY, List.of(BLUE), 0, true);
        String sample = choice("The sky is blue", "[\"The sky is\", \" blue\"]", "[null, -1]", "[0, 10]");

        // When
        Answer answer = probing.read(read(List.of(sample, probe(0, -2, -0.1), probe(1, -2.1, -9))));

        // Then
        assertThat(answer).isEqualTo(judged("{\"logprob\":-1.0,\"tokens\":1,\"greedy\":true}"));
    }

    /** One of the probe's texts: two tokens before its end, and the end as one token. */
    private static String probe(int which, double before, double own) {
        LikelihoodText text = Probe.TEXTS.get(which);
        String context = text.text().substring(0, text.from());
        return choice(
                text.text(),
                "[\"%s\", \"%s\", \"%s\"]"
                        .formatted(
                                context.substring(0, 7),
                                context.substring(7),
                                text.text().substring(text.from())),
                String.format(Locale.ROOT, "[%s, %s, %s]", before, before, own),
                "[0, 7, " + text.from() + "]");
    }

    private static Answer text(LikelihoodText asked, String choice) throws IOException {
        return new Questions(Mode.PERPLEXITY, List.of(asked), 0, false).read(read(List.of(choice)));
    }

    private static List<EchoedChoice> read(List<String> choices) throws IOException {
        return EventJson.mapper().readValue("[" + String.join(",", choices) + "]", new TypeReference<>() {});
    }

    private static Answer judged(String text) {
        return new Answer.Judged("{\"likelihoods\":1,\"text\":" + text + "}");
    }

    /** A choice each of whose tokens is the most likely one. */
    private static String choice(String text, String tokens, String logprobs, String offsets) {
        int count = logprobs.split(",", -1).length;
        String top =
                IntStream.range(0, count).mapToObj(i -> "{\"x\":-1000}").collect(Collectors.joining(",", "[", "]"));
        return "{\"text\":\"%s\",\"logprobs\":{\"tokens\":%s,\"token_logprobs\":%s,\"top_logprobs\":%s,\"text_offset\":%s}}"
                .formatted(text, tokens, logprobs, top, offsets);
    }
}
