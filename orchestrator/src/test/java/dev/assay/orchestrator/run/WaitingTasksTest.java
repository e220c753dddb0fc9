package dev.assay.orchestrator.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.id.RunId;
import dev.assay.contracts.id.TaskId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class WaitingTasksTest {

    private static final RunId RUN = new RunId("01jd3x5m8q2v7c9e4k6n0p1r2s");

    private static TaskRow row(int item, long due) {
        return new TaskRow(new TaskId(RUN, 0, item, 0), 1, 1, TaskRow.Phase.WAITING, null, Instant.ofEpochSecond(due));
    }

    @Property(tries = 200)
    void those_whose_pause_is_over_go_in_its_order(
            @ForAll @Size(max = 30) List<@IntRange(max = 20) Integer> pauses,
            @ForAll @IntRange(max = 20) int before,
            @ForAll @IntRange(max = 20) int after) {
        // Given
        WaitingTasks waiting = new WaitingTasks();
        List<TaskRow> rows = new ArrayList<>();
        for (int item = 0; item < pauses.size(); item++) {
            rows.add(row(item, pauses.get(item)));
        }
        rows.forEach(waiting::add);
        int unused = waiting.due(Instant.ofEpochSecond(Math.min(before, after)));

        // When
        Instant now = Instant.ofEpochSecond(Math.max(before, after));
        int due = waiting.due(now);
        List<TaskRow> gone = new ArrayList<>();
        while (waiting.firstDue(now).isPresent()) {
            gone.add(waiting.firstDue(now).get());
            waiting.remove(gone.getLast());
        }

        // Then
        List<TaskRow> expected = rows.stream()
                .filter(row -> !row.due().isAfter(now))
                .sorted(Comparator.comparing(TaskRow::due).thenComparing(TaskRow::task))
                .toList();
        assertThat(gone).isEqualTo(expected).hasSize(due);
        assertThat(waiting.size()).isEqualTo(rows.size() - gone.size());
    }

    @Property(tries = 50)
    void one_that_is_removed_does_not_go(@ForAll @IntRange(max = 10) int seenAt) {
        // Given
        WaitingTasks waiting = new WaitingTasks();
        waiting.add(row(0, 5));
        waiting.add(row(1, 6));
        int unused = waiting.due(Instant.ofEpochSecond(seenAt));

        // When
        waiting.remove(row(0, 5));

        // Then
        assertThat(waiting.firstDue(Instant.ofEpochSecond(10))).contains(row(1, 6));
        assertThat(waiting.size()).isEqualTo(1);
    }
}
