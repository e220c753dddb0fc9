package dev.assay.simulator.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TaskTableTest {

    @Property(tries = 200)
    void it_counts_as_a_map_would(@ForAll @Size(max = 2_000) List<@LongRange(min = -300, max = 300) Long> keys) {
        // Given
        TaskTable table = new TaskTable();
        Map<Long, Integer> expected = new HashMap<>();
        // When
        for (long key : keys) {
            table.addCall(table.row(key), 3, 5);
            expected.merge(key, 1, Integer::sum);
        }
        // Then
        assertThat(table.rows()).isEqualTo(expected.size());
        for (int row = 0; row < table.rows(); row++) {
            int calls = expected.get(table.key(row));
            assertThat(table.calls(row)).isEqualTo(calls);
            assertThat(table.inputTokens(row)).isEqualTo(3 * calls);
            assertThat(table.outputTokens(row)).isEqualTo(5 * calls);
        }
    }

    @Test
    void rows_of_many_tasks_never_move() {
        // Given
        TaskTable table = new TaskTable();
        // When
        for (int i = 0; i < 200_000; i++) {
            table.row(((long) i << 20) | (i & 3));
        }
        // Then
        for (int i = 0; i < 200_000; i++) {
            assertThat(table.row(((long) i << 20) | (i & 3))).isEqualTo(i);
        }
    }

    @Test
    void where_the_first_answer_was_counted_is_remembered() {
        // Given
        TaskTable table = new TaskTable();
        int row = table.row(7);
        // When
        table.countedIn(row, 12, true);
        // Then
        assertThat(table.cell(row)).isEqualTo(12);
        assertThat(table.right(row)).isTrue();
        table.countedIn(row, -1, false);
        assertThat(table.cell(row)).isEqualTo(-1);
        assertThat(table.right(row)).isFalse();
    }
}
