package dev.assay.orchestrator.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.id.ConnectionId;
import dev.assay.contracts.id.ContentHash;
import dev.assay.contracts.id.GroupId;
import dev.assay.contracts.id.ModelId;
import dev.assay.contracts.id.PoolId;
import dev.assay.contracts.id.PriceBookVersion;
import dev.assay.contracts.id.RunId;
import dev.assay.contracts.money.Money;
import dev.assay.contracts.run.AttemptPolicy;
import dev.assay.contracts.run.BenchmarkDefinition;
import dev.assay.contracts.run.DatasetRef;
import dev.assay.contracts.run.GenerationParameters;
import dev.assay.contracts.run.Message;
import dev.assay.contracts.run.MetricSpec;
import dev.assay.contracts.run.ModelUse;
import dev.assay.contracts.run.PipelineSpec;
import dev.assay.contracts.run.RunDefinition;
import dev.assay.contracts.run.RunState;
import dev.assay.orchestrator.OrchestratorDatabase;
import dev.assay.orchestrator.run.LaneProgress;
import dev.assay.orchestrator.run.RunRow;
import dev.assay.orchestrator.run.Spent;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunTableTest {

    private static final Instant CREATED = Instant.parse("2026-01-02T03:04:05.678901Z");
    private static final RunDefinition RUN = new RunDefinition(
            new RunId("01jd3x5m8q2v7c9e4k6n0p1r2s"),
            new GroupId("lab"),
            "a run",
            new BenchmarkDefinition(
                    "b",
                    "1",
                    new DatasetRef(ContentHash.of("data"), 9),
                    List.of(Message.user("{{ q }}")),
                    "a",
                    null,
                    "category",
                    List.of(new PipelineSpec("default", List.of())),
                    List.of(new MetricSpec("exact_match", "exact_match", "default", Map.of())),
                    null,
                    null),
            List.of(new ModelUse(
                    new ModelId("sim"),
                    new ConnectionId("sim"),
                    new PoolId("sim"),
                    "sim",
                    GenerationParameters.DEFAULT)),
            9,
            1,
            7,
            Money.usd("1"),
            new PriceBookVersion("pb-1"),
            new AttemptPolicy(3, 60_000),
            Map.of(),
            null,
            List.of(),
            List.of());

    private static RunRow row(RunState state, String reason, long calls, Spent spent) {
        RunState ending = reason == null ? null : RunState.PARTIAL;
        return new RunRow(
                RUN, ContentHash.of("manifest"), state, ending, reason, calls, 1, false, true, spent, CREATED);
    }

    @Test
    void a_run_is_read_as_it_was_written() throws SQLException {
        // Given
        RunRow planned = row(RunState.PLANNING, null, 0, Spent.NOTHING);
        Spent spent = new Spent(5, new BigDecimal("0.25"), new BigDecimal("0.125"));
        RunRow later = row(RunState.FINISHING, "the budget", 6, spent);
        LaneProgress lane = new LaneProgress(0, 7, 7, 5, 1, 0, 0, 2, 1L);

        try (Connection connection = OrchestratorDatabase.dataSource().getConnection()) {
            RunTable.insert(connection, planned, List.of(new LaneProgress(0, 0, 9, 0, 0, 0, 0, 0)));

            // When
            RunTable.update(connection, later, List.of(lane), CREATED);

            // Then
            assertThat(RunTable.find(connection, RUN.id())).contains(later);
            assertThat(RunTable.active(connection)).containsExactly(later);
            assertThat(RunTable.lanes(connection, RUN.id())).containsExactly(lane);
        }
    }
}
