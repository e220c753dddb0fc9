package dev.assay.contracts.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.id.ConnectionId;
import dev.assay.contracts.id.ContentHash;
import dev.assay.contracts.id.GroupId;
import dev.assay.contracts.id.ModelId;
import dev.assay.contracts.id.PoolId;
import dev.assay.contracts.id.PriceBookVersion;
import dev.assay.contracts.id.RunId;
import dev.assay.contracts.money.Money;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ManifestTest {

    private static final String ONE_RUN = "01jd3x5m8q2v7c9e4k6n0p1r2s";
    private static final String OTHER_RUN = "01jd3x5m8q2v7c9e4k6n0p1r2t";

    @Test
    void what_does_not_decide_results_does_not_change_the_hash() {
        // Given
        RunDefinition one = run(ONE_RUN, "default", "a", null, Map.of(), parameters("0.7", Map.of()));
        RunDefinition other =
                run(OTHER_RUN, "lab", "b", Money.usd("5"), Map.of("k", "v"), parameters("0.70", Map.of()));

        // Then
        assertThat(Manifest.of(other, "1").hash())
                .isEqualTo(Manifest.of(one, "1").hash());
    }

    @Test
    void the_order_in_which_parameters_were_written_does_not_change_the_hash() {
        // Given
        Map<String, Object> forth = new LinkedHashMap<>();
        forth.put("a", 1);
        forth.put("b", 2);
        Map<String, Object> back = new LinkedHashMap<>();
        back.put("b", 2);
        back.put("a", 1);

        // When
        ContentHash one =
                Manifest.of(run(parameters("0", Map.of("bias", forth))), "1").hash();
        ContentHash other =
                Manifest.of(run(parameters("0", Map.of("bias", back))), "1").hash();

        // Then
        assertThat(other).isEqualTo(one);
    }

    @Test
    void what_decides_results_changes_the_hash() {
        // Given
        ContentHash one = Manifest.of(run(parameters("0", Map.of())), "1").hash();

        // Then
        assertThat(Manifest.of(run(parameters("0.1", Map.of())), "1").hash()).isNotEqualTo(one);
        assertThat(Manifest.of(run(parameters("0", Map.of("k", 1))), "1").hash())
                .isNotEqualTo(one);
        assertThat(Manifest.of(run(parameters("0", Map.of())), "2").hash()).isNotEqualTo(one);
        assertThat(Manifest.of(stopping(run(parameters("0", Map.of()))), "1").hash())
                .isNotEqualTo(one);
    }

    private static RunDefinition stopping(RunDefinition run) {
        StopRule rule = new StopRule(
                "exact_match", StopRule.Goal.ABOVE, 0.8, List.of(), 0.95, 50, null, StopRule.About.QUESTIONS);
        return new RunDefinition(
                run.id(),
                run.group(),
                run.name(),
                run.benchmark(),
                run.models(),
                run.items(),
                run.repeats(),
                run.seed(),
                run.budget(),
                run.priceBook(),
                run.attempts(),
                run.tags(),
                rule,
                List.of(),
                List.of());
    }

    private static GenerationParameters parameters(String temperature, Map<String, Object> extra) {
        return new GenerationParameters(new BigDecimal(temperature), null, null, List.of(), null, false, extra);
    }

    private static RunDefinition run(GenerationParameters parameters) {
        return run(ONE_RUN, "default", "a", null, Map.of(), parameters);
    }

    private static RunDefinition run(
            String id,
            String group,
            String name,
            Money budget,
            Map<String, String> tags,
            GenerationParameters parameters) {
        BenchmarkDefinition benchmark = new BenchmarkDefinition(
                "b",
                "1",
                new DatasetRef(ContentHash.of("data"), 10),
                List.of(Message.user("{{ q }}")),
                "a",
                null,
                "category",
                List.of(new PipelineSpec("default", List.of(new StepSpec("strip", Map.of())))),
                List.of(new MetricSpec("exact_match", "exact_match", "default", Map.of())),
                null,
                null);
        ModelUse model =
                new ModelUse(new ModelId("m"), new ConnectionId("c"), new PoolId("c"), "provider-m", parameters);
        return new RunDefinition(
                new RunId(id),
                new GroupId(group),
                name,
                benchmark,
                List.of(model),
                10,
                1,
                0,
                budget,
                new PriceBookVersion("pb-1"),
                new AttemptPolicy(5, 1_000),
                tags,
                null,
                List.of(),
                List.of());
    }
}
