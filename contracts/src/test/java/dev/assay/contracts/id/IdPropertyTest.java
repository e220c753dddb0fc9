package dev.assay.contracts.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.assay.contracts.json.EventJson;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

class IdPropertyTest {

    private static final RunId RUN = new RunId("01jd3x5m8q2v7c9e4k6n0p1r2s");
    private static final int LARGEST = 999_999_999;

    @Property
    void a_task_id_is_read_as_it_was_written(
            @ForAll @IntRange(max = LARGEST) int model,
            @ForAll @IntRange(max = LARGEST) int item,
            @ForAll @IntRange(max = LARGEST) int repeat) {
        // Given
        TaskId id = new TaskId(RUN, model, item, repeat);

        // When
        TaskId read = TaskId.parse(id.toString());

        // Then
        assertThat(read).isEqualTo(id);
        assertThat(read).hasSameHashCodeAs(id);
    }

    @Property
    void an_attempt_id_survives_json(
            @ForAll @IntRange(max = LARGEST) int item, @ForAll @IntRange(min = 1, max = LARGEST) int number)
            throws JsonProcessingException {
        // Given
        AttemptId id = new AttemptId(new TaskId(RUN, 0, item, 3), number);

        // When
        String json = EventJson.mapper().writeValueAsString(id);

        // Then
        assertThat(json).isEqualTo("\"" + RUN + ".0." + item + ".3#" + number + "\"");
        assertThat(EventJson.mapper().readValue(json, AttemptId.class)).isEqualTo(id);
    }

    @Property
    void tasks_are_ordered_by_run_model_item_and_repeat(
            @ForAll @IntRange(max = 30) int model, @ForAll @IntRange(max = 30) int item) {
        // Given
        TaskId id = new TaskId(RUN, model, item, 5);

        // Then
        assertThat(id).isEqualByComparingTo(new TaskId(RUN, model, item, 5));
        assertThat(id).isLessThan(new TaskId(RUN, model, item, 6));
        assertThat(id).isLessThan(new TaskId(RUN, model, item + 1, 0));
        assertThat(id).isLessThan(new TaskId(RUN, model + 1, 0, 0));
        assertThat(id).isLessThan(new TaskId(new RunId("01jd3x5m8q2v7c9e4k6n0p1r2t"), 0, 0, 0));
    }

    @Property
    void no_text_but_the_written_form_is_a_task_id(@ForAll("tails") String tail) {
        // Given
        String text = RUN + tail;
        boolean canonical = Pattern.matches("(\\.(0|[1-9][0-9]{0,8})){3}", tail);

        // Then
        if (canonical) {
            assertThat(TaskId.parse(text)).hasToString(text);
        } else {
            assertThatThrownBy(() -> TaskId.parse(text)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Provide
    Arbitrary<String> tails() {
        return Arbitraries.strings().withChars("0123456789.+-# ").ofMaxLength(14);
    }

    @Property(tries = 3000)
    void a_form_matches_what_its_pattern_matches(
            @ForAll IdForm form, @ForAll @CharRange(from = '+', to = 'z') @StringLength(max = 30) String text) {
        assertThat(form.matches(text)).isEqualTo(Pattern.matches(form.pattern(), text));
    }

    @Property
    void forms_agree_with_their_patterns_at_their_longest(
            @ForAll IdForm form, @ForAll @IntRange(max = 140) int length) {
        // Given
        String text = "a".repeat(length);

        // Then
        assertThat(form.matches(text)).isEqualTo(Pattern.matches(form.pattern(), text));
    }
}
