package dev.assay.simulator.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.simulator.answer.Answer;
import dev.assay.simulator.answer.Truth;
import dev.assay.simulator.fault.Treatment;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ReplyTest {

    private final ObjectMapper mapper = new ObjectMapper();

    @Property(tries = 200)
    void a_stream_carries_any_text_whole(@ForAll String text, @ForAll @IntRange(min = 1, max = 20) int units)
            throws JsonProcessingException {
        // Given
        String sound = new String(
                text.codePoints().filter(each -> each < 0xd800 || each > 0xdfff).toArray(), 0, (int) text.codePoints()
                        .filter(each -> each < 0xd800 || each > 0xdfff)
                        .count());
        Reply reply = new StreamReply(completion(sound, true), new Timing(0, 0, units), false, false, 0);
        // When
        List<String> events =
                written(reply).lines().filter(line -> !line.isEmpty()).toList();
        // Then
        StringBuilder joined = new StringBuilder();
        for (String event : events.subList(0, events.size() - 1)) {
            joined.append(mapper.readTree(event.substring(6))
                    .at("/choices/0/delta/content")
                    .asText());
        }
        assertThat(joined).hasToString(sound);
        assertThat(events.getLast()).isEqualTo("data: [DONE]");
    }

    @Test
    void an_answer_that_was_cut_off_says_so() throws JsonProcessingException {
        // Given
        Reply reply = WholeReply.of(completion("half an", false), new Timing(5, 10, 4), Treatment.ORDINARY);
        // When
        JsonNode body = mapper.readTree(written(reply));
        // Then
        assertThat(body.at("/choices/0/finish_reason").asText()).isEqualTo("length");
        assertThat(reply.dueMs(0)).isEqualTo(15);
    }

    @Test
    void a_dripping_reply_is_the_same_object_in_pieces() throws JsonProcessingException {
        // Given
        Treatment.Accept drip = new Treatment.Accept(Treatment.Ending.COMPLETE, 0, 50, 1);
        Reply reply = WholeReply.of(completion("done now.", true), new Timing(0, 50, 4), drip);
        // When
        String body = written(reply);
        // Then
        assertThat(reply.pieces()).isEqualTo(3);
        assertThat(reply.dueMs(2)).isEqualTo(100);
        assertThat(mapper.readTree(body).at("/choices/0/message/content").asText())
                .isEqualTo("done now.");
    }

    @Test
    void usage_comes_in_a_chunk_of_its_own_and_is_null_before() throws JsonProcessingException {
        // Given
        Reply reply = new StreamReply(completion("done", true), new Timing(0, 0, 16), true, true, 7);
        // When
        List<String> events =
                written(reply).lines().filter(line -> !line.isEmpty()).toList();
        // Then
        assertThat(events).hasSize(5);
        JsonNode first = mapper.readTree(events.get(0).substring(6));
        JsonNode usage = mapper.readTree(events.get(3).substring(6));
        assertThat(first.has("usage")).isTrue();
        assertThat(first.get("usage").isNull()).isTrue();
        assertThat(first.at("/assay/receivedMicros").asLong()).isEqualTo(7);
        assertThat(first.at("/assay/writtenMicros").asLong()).isEqualTo(9);
        assertThat(usage.at("/usage/total_tokens").asInt()).isEqualTo(30);
        assertThat(usage.at("/choices")).isEmpty();
    }

    private static Completion completion(String text, boolean complete) {
        return new Completion("c\"1", 1_700_000_000, "sim", new Answer(text, Truth.RIGHT, complete, 10, 20), 1);
    }

    private static String written(Reply reply) {
        StringBuilder out = new StringBuilder();
        for (int piece = 0; piece < reply.pieces(); piece++) {
            reply.write(piece, 9, out);
        }
        return out.toString();
    }
}
