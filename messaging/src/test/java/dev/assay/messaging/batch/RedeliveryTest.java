package dev.assay.messaging.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RedeliveryTest {

    @Test
    void repeats_until_it_succeeds_on_a_thread_that_gives_way_to_calls() throws InterruptedException {
        List<Integer> priorities = new ArrayList<>();
        Thread thread = new Thread(() -> new Redelivery().untilDone("trying", () -> {
            priorities.add(Thread.currentThread().getPriority());
            if (priorities.size() < 3) {
                throw new IOException("away");
            }
        }));

        thread.start();
        thread.join();

        assertThat(priorities).containsExactly(Thread.MIN_PRIORITY, Thread.MIN_PRIORITY, Thread.MIN_PRIORITY);
    }
}
