package dev.assay.standalone.start;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class StopTest {

    private static final Duration SOON = Duration.ofMillis(50);

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final Stop stop = new Stop(new PrintStream(said, true, UTF_8), SOON);

    @Test
    void stages_run_one_after_the_other() throws InterruptedException {
        // Given
        List<String> done = new ArrayList<>();
        // When
        stop.run(Stop.Stage.BROKER, () -> done.add("broker"));
        stop.run(Stop.Stage.DATABASE, () -> done.add("database"));
        // Then
        assertThat(done).containsExactly("broker", "database");
        assertThat(said()).isEmpty();
    }

    @Test
    void a_stage_that_does_not_end_is_left_when_its_time_is_over() throws InterruptedException {
        // Given
        CountDownLatch never = new CountDownLatch(1);
        // When
        stop.run(Stop.Stage.BROKER, SOON, never::await);
        // Then
        assertThat(said()).startsWith("Assay left the broker to end with the process");
    }

    @Test
    void a_stage_that_fails_does_not_keep_the_next_one_from_stopping() throws InterruptedException {
        // Given
        List<String> done = new ArrayList<>();
        // When
        stop.run(Stop.Stage.BROKER, () -> {
            throw new IOException("no answer");
        });
        stop.run(Stop.Stage.DATABASE, () -> done.add("database"));
        // Then
        assertThat(done).containsExactly("database");
        assertThat(said()).contains("could not stop the broker in order").contains("no answer");
    }

    @Test
    void whoever_waits_is_told_for_which_stage() throws InterruptedException {
        // Given
        stop.run(Stop.Stage.DATABASE, () -> {});
        // When
        boolean over = stop.await(SOON.multipliedBy(3));
        // Then
        assertThat(over).isFalse();
        assertThat(said()).contains("it waits for the database.");
    }

    @Test
    void a_start_can_see_that_somebody_waits_for_the_end() throws InterruptedException {
        // Given
        boolean before = stop.isAsked();
        // When
        stop.await(SOON);
        // Then
        assertThat(before).isFalse();
        assertThat(stop.isAsked()).isTrue();
    }

    @Test
    void waiting_ends_when_all_is_over() throws InterruptedException {
        // Given
        stop.over();
        // When
        boolean over = stop.await(Duration.ofMinutes(1));
        // Then
        assertThat(over).isTrue();
        assertThat(said()).isEmpty();
    }

    @Test
    void a_stop_has_a_bound_that_leaves_running_calls_their_two_minutes() {
        // When
        Duration longest = Stop.longest();
        // Then
        assertThat(longest).isEqualTo(Duration.ofSeconds(210));
        assertThat(Stop.Stage.SERVICES.within()).isGreaterThan(Duration.ofMinutes(2));
    }

    private String said() {
        return said.toString(UTF_8);
    }
}
