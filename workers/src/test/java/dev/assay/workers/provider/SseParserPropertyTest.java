package dev.assay.workers.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SseParserPropertyTest {

    private static List<String> parse(byte[] stream, Random cuts) {
        List<String> events = new ArrayList<>();
        SseParser parser = new SseParser(1000, data -> events.add(new String(data, StandardCharsets.UTF_8)));
        int from = 0;
        while (from < stream.length) {
            int to = Math.min(stream.length, from + cuts.nextInt(4));
            parser.feed(Arrays.copyOfRange(stream, from, to));
            from = to;
        }
        parser.end();
        return events;
    }

    private static List<String> parse(String stream) {
        return parse(stream.getBytes(StandardCharsets.UTF_8), new Random(1));
    }

    @Provide
    Arbitrary<List<String>> texts() {
        return Arbitraries.of("a", "ü", "漢", "😀", " ", ":", "{", "\"")
                .list()
                .ofMaxSize(20)
                .map(characters -> String.join("", characters))
                .list()
                .ofMaxSize(10);
    }

    @Property(tries = 300)
    void events_are_whole_however_the_bytes_are_cut(
            @ForAll("texts") List<String> texts, @ForAll("lineEnds") String lineEnd, @ForAll long seed) {
        StringBuilder stream = new StringBuilder();
        texts.forEach(text -> stream.append("data: ").append(text).append(lineEnd.repeat(2)));

        List<String> events = parse(stream.toString().getBytes(StandardCharsets.UTF_8), new Random(seed));

        assertThat(events).containsExactlyElementsOf(texts);
    }

    @Provide
    Arbitrary<String> lineEnds() {
        return Arbitraries.of("\n", "\r\n", "\r");
    }

    @Example
    void the_blank_after_the_colon_is_optional_and_only_one_is_taken() {
        assertThat(parse("data:a\n\ndata: b\n\ndata:  c\n\n")).containsExactly("a", "b", " c");
    }

    @Example
    void comments_and_other_fields_are_skipped() {
        assertThat(parse(": ping\n\nevent: x\nid: 1\nretry: 5\ndata: a\n\n:\n\ndatabase: no\n\n"))
                .containsExactly("a");
    }

    @Example
    void data_lines_of_one_event_are_joined() {
        assertThat(parse("data: a\ndata\ndata: b\n\n")).containsExactly("a\n\nb");
    }

    @Example
    void a_byte_order_mark_is_skipped() {
        assertThat(parse("\ufeffdata: a\n\n")).containsExactly("a");
    }

    @Example
    void the_last_event_needs_no_blank_line() {
        assertThat(parse("data: a\n\ndata: [DONE]")).containsExactly("a", "[DONE]");
    }

    @Example
    void an_endless_line_is_refused() {
        SseParser parser = new SseParser(1000, data -> {});
        byte[] piece = new byte[600];

        parser.feed(piece);

        assertThatThrownBy(() -> parser.feed(piece)).isInstanceOf(SseParser.EventTooLarge.class);
    }
}
