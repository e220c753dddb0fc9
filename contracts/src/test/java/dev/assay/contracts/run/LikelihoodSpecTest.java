package dev.assay.contracts.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.event.LikelihoodTask;
import dev.assay.contracts.json.EventJson;
import dev.assay.contracts.run.LikelihoodSpec.Mode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class LikelihoodSpecTest {

    @Test
    void each_option_follows_the_prompt_after_the_delimiter() {
        // When
        List<LikelihoodText> texts = new LikelihoodSpec(Mode.LOGLIKELIHOOD, " ", null)
                .texts(List.of(Message.user("The sky is")), sample(List.of("A"), "blue", "green"));

        // Then
        assertThat(texts)
                .containsExactly(new LikelihoodText("The sky is blue", 10), new LikelihoodText("The sky is green", 10));
    }

    @Test
    void white_space_at_the_end_of_the_prompt_belongs_to_what_is_judged() {
        // When
        List<LikelihoodText> texts = new LikelihoodSpec(Mode.LOGLIKELIHOOD, "", null)
                .texts(List.of(Message.user("Q: 🎉\nA:\u3000 ")), sample(List.of("A"), "yes"));

        // Then
        assertThat(texts).containsExactly(new LikelihoodText("Q: 🎉\nA:\u3000 yes", 7));
    }

    @Test
    void options_come_once_more_after_the_prompt_that_says_nothing() {
        // When
        List<LikelihoodText> texts = new LikelihoodSpec(Mode.LOGLIKELIHOOD, " ", "Answer:")
                .texts(List.of(Message.user("Sky?")), sample(List.of("A"), "blue", "green"));

        // Then
        assertThat(texts)
                .extracting(LikelihoodText::text)
                .containsExactly("Sky? blue", "Sky? green", "Answer: blue", "Answer: green");
    }

    @Test
    void a_text_alone_is_judged_from_its_beginning_and_one_with_a_prompt_after_it() {
        // Given
        LikelihoodSpec spec = new LikelihoodSpec(Mode.PERPLEXITY, " ", null);

        // When
        List<LikelihoodText> alone = spec.texts(List.of(Message.user("")), sample(List.of("Once upon")));
        List<LikelihoodText> after = spec.texts(List.of(Message.user("Once")), sample(List.of("upon")));

        // Then
        assertThat(alone).containsExactly(new LikelihoodText("Once upon", 0));
        assertThat(after).containsExactly(new LikelihoodText("Once upon", 4));
    }

    @Test
    void a_task_is_read_as_it_was_written_and_a_mode_of_a_newer_version_asks_for_nothing() throws IOException {
        // Given
        LikelihoodTask task = new LikelihoodTask(new LikelihoodSpec(Mode.PERPLEXITY, "", null), true);
        String json = EventJson.mapper().writeValueAsString(task);

        // When
        LikelihoodTask read = EventJson.mapper().readValue(json, LikelihoodTask.class);
        LikelihoodTask newer =
                EventJson.mapper().readValue(json.replace("PERPLEXITY", "SURPRISE"), LikelihoodTask.class);

        // Then
        assertThat(read).isEqualTo(task);
        assertThat(newer.spec().texts(List.of(Message.user("a")), sample(List.of("b"))))
                .isEmpty();
    }

    private static SampleContext sample(List<String> references, String... options) {
        return new SampleContext("item-1", null, references, List.of(options));
    }
}
