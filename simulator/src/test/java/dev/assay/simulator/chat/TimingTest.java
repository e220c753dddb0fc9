package dev.assay.simulator.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.simulator.answer.Draw;
import dev.assay.simulator.fault.Treatment;
import dev.assay.simulator.model.Latency;
import dev.assay.simulator.model.Pace;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TimingTest {

    @Test
    void the_first_piece_is_due_with_the_first_token_and_the_others_follow_the_rate() {
        // Given
        Pace pace = new Pace(new Latency.Fixed(100), 50, 4, false);
        // When
        Timing timing = Timing.of(pace, Treatment.ORDINARY, Draw.start());
        // Then
        assertThat(timing).isEqualTo(new Timing(100, 80, 16));
        assertThat(timing.dueMs(0)).isEqualTo(100);
        assertThat(timing.dueMs(3)).isEqualTo(340);
        assertThat(timing.pieces(49)).isEqualTo(4);
        assertThat(timing.pieces(0)).isEqualTo(1);
    }

    @Test
    void a_model_without_latency_and_rate_answers_at_once() {
        // Given
        Pace pace = new Pace(Latency.none(), 0, 4, false);
        // When
        Timing timing = Timing.of(pace, Treatment.ORDINARY, Draw.start());
        // Then
        assertThat(timing.dueMs(1_000)).isZero();
    }

    @Test
    void a_slow_and_a_dripping_treatment_add_to_the_time() {
        // Given
        Pace pace = new Pace(new Latency.Fixed(10), 100, 4, false);
        // When
        Timing slow = Timing.of(pace, new Treatment.Accept(Treatment.Ending.COMPLETE, 500, 0, 1), Draw.start());
        Timing drip = Timing.of(pace, new Treatment.Accept(Treatment.Ending.COMPLETE, 0, 200, 1), Draw.start());
        // Then
        assertThat(slow).isEqualTo(new Timing(510, 40, 16));
        assertThat(drip).isEqualTo(new Timing(10, 210, 4));
    }

    @Property
    void the_pieces_make_up_the_text_and_cut_no_character_in_two(
            @ForAll String text, @ForAll @IntRange(min = 1, max = 9) int units) {
        // Given
        String mixed = text + "\ud83d\ude00" + text;
        Timing timing = new Timing(0, 0, units);
        // When
        StringBuilder joined = new StringBuilder();
        for (int piece = 0; piece < timing.pieces(mixed.length()); piece++) {
            String cut = mixed.substring(timing.begin(mixed, piece), timing.begin(mixed, piece + 1));
            assertThat(cut.codePoints().filter(each -> each == 0xd83d || each == 0xde00))
                    .isEmpty();
            joined.append(cut);
        }
        // Then
        assertThat(joined).hasToString(mixed);
    }
}
