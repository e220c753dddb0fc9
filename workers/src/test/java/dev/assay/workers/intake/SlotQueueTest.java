package dev.assay.workers.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class SlotQueueTest {

    /** Positive: that many tasks come. Negative: that many slots end their task. */
    @Property(tries = 300)
    void no_slot_is_idle_while_a_task_waits_and_tasks_begin_in_order(
            @ForAll @IntRange(min = 1, max = 5) int slots,
            @ForAll @Size(max = 40) List<@IntRange(min = -6, max = 6) Integer> moves) {
        SlotQueue<Integer> queue = new SlotQueue<>(slots);
        List<Integer> begun = new ArrayList<>();
        int next = 0;
        int running = 0;
        for (int move : moves) {
            for (int i = 0; i < move; i++) {
                if (queue.offer(next)) {
                    begun.add(next);
                    running++;
                }
                next++;
            }
            for (int i = 0; i > move && running > 0; i--) {
                Integer following = queue.next();
                if (following == null) {
                    running--;
                } else {
                    begun.add(following);
                }
            }
            assertThat(queue.busy()).isEqualTo(running);
            assertThat(begun).isSorted().doesNotHaveDuplicates();
            if (begun.size() < next) {
                assertThat(running).isEqualTo(slots);
            }
        }
    }

    @Example
    void tasks_that_are_taken_out_do_not_begin() {
        // Given
        SlotQueue<String> queue = new SlotQueue<>(1);
        List.of("a", "b", "c", "d").forEach(queue::offer);

        // When
        List<String> removed = queue.remove(task -> task.equals("c"));

        // Then
        assertThat(removed).containsExactly("c");
        assertThat(List.of(queue.next(), queue.next())).containsExactly("b", "d");
        assertThat(queue.next()).isNull();
        assertThat(queue.busy()).isZero();
    }

    @Example
    void many_threads_run_every_task_once_and_never_more_than_there_are_slots() throws InterruptedException {
        // Given
        int tasks = 5_000;
        SlotQueue<Integer> queue = new SlotQueue<>(7);
        AtomicInteger atOnce = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch left = new CountDownLatch(tasks);

        // When
        for (int i = 0; i < tasks; i++) {
            Integer task = i;
            if (queue.offer(task)) {
                Thread.startVirtualThread(() -> {
                    for (Integer current = task; current != null; current = queue.next()) {
                        most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
                        Thread.yield();
                        atOnce.decrementAndGet();
                        left.countDown();
                    }
                });
            }
        }
        left.await();

        // Then
        assertThat(most.get()).isLessThanOrEqualTo(7);
    }
}
