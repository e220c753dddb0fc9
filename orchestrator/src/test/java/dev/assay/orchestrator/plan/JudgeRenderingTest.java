package dev.assay.orchestrator.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.event.JudgeRequest;
import dev.assay.contracts.id.ConnectionId;
import dev.assay.contracts.id.ContentHash;
import dev.assay.contracts.id.GroupId;
import dev.assay.contracts.id.ModelId;
import dev.assay.contracts.id.PoolId;
import dev.assay.contracts.id.PriceBookVersion;
import dev.assay.contracts.id.RunId;
import dev.assay.contracts.id.TaskId;
import dev.assay.contracts.run.AttemptPolicy;
import dev.assay.contracts.run.BenchmarkDefinition;
import dev.assay.contracts.run.DatasetRef;
import dev.assay.contracts.run.GenerationParameters;
import dev.assay.contracts.run.JudgePromptUse;
import dev.assay.contracts.run.JudgeUse;
import dev.assay.contracts.run.Message;
import dev.assay.contracts.run.MetricSpec;
import dev.assay.contracts.run.ModelUse;
import dev.assay.contracts.run.PipelineSpec;
import dev.assay.contracts.run.RunDefinition;
import dev.assay.contracts.run.SampleContext;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JudgeRenderingTest {

    private static final RunId RUN = new RunId("01jd3x5m8q2v7c9e4k6n0p1r2s");
    private static final SampleContext SAMPLE = new SampleContext("q1", null, List.of("4"), List.of());
    private static final Rendering ASKED = new Rendering.Rendered(List.of(Message.user("2 + 2?")), SAMPLE);

    @Test
    void question_reference_and_answers_stand_where_the_prompt_wants_them() {
        // Given
        RunDefinition run = run("{{ question }} {{ reference }} A:{{ answer_a }} B:{{ answer_b }}", List.of());

        // When
        Rendering rendering = JudgeRendering.of(run, 2, ASKED, request("It is {{ reference }}", "{% 5 %}"));

        // Then
        assertThat(rendering)
                .isEqualTo(new Rendering.Rendered(
                        List.of(Message.user("2 + 2? 4 A:It is {{ reference }} B:{% 5 %}")), SAMPLE));
    }

    @Test
    void of_a_conversation_all_is_shown_with_who_speaks() {
        // Given
        Rendering sample =
                new Rendering.Rendered(List.of(new Message("system", "Be brief."), Message.user("2 + 2?")), SAMPLE);

        // When
        Rendering rendering = JudgeRendering.of(run("{{ question }}", List.of()), 2, sample, request("a", "b"));

        // Then
        assertThat(rendering)
                .isEqualTo(new Rendering.Rendered(List.of(Message.user("system: Be brief.\n\nuser: 2 + 2?")), SAMPLE));
    }

    @Test
    void a_rubric_asks_for_each_criterion_on_its_scale() {
        // Given
        RunDefinition run = run("{{ minimum }}-{{ maximum }}\n{{ grade_lines }}", List.of("style", "depth"));

        // When
        Rendering rendering = JudgeRendering.of(run, 2, ASKED, request("a", "b"));

        // Then
        assertThat(rendering)
                .isEqualTo(new Rendering.Rendered(
                        List.of(Message.user("1-10\nstyle: [[grade]]\ndepth: [[grade]]")), SAMPLE));
    }

    private static JudgeRequest request(String first, String second) {
        return new JudgeRequest(new TaskId(RUN, 2, 0, 0), List.of(first, second));
    }

    private static RunDefinition run(String text, List<String> criteria) {
        JudgePromptUse prompt = new JudgePromptUse("own", 1, text, "letter");
        BenchmarkDefinition benchmark = new BenchmarkDefinition(
                "b",
                "1",
                new DatasetRef(ContentHash.of("data"), 1),
                List.of(Message.user("{{ q }}")),
                "a",
                null,
                "category",
                List.of(new PipelineSpec("default", List.of())),
                List.of(new MetricSpec("exact_match", "exact_match", "default", Map.of())),
                null,
                null);
        return new RunDefinition(
                RUN,
                new GroupId("default"),
                "a run",
                benchmark,
                List.of(use("a"), use("b")),
                1,
                1,
                7,
                null,
                new PriceBookVersion("pb-1"),
                new AttemptPolicy(3, 60_000),
                Map.of(),
                null,
                List.of(new JudgeUse(
                        "judge", use("j"), JudgeUse.Mode.PAIRWISE, prompt, criteria, 1, 10, true, null, null)),
                List.of());
    }

    private static ModelUse use(String model) {
        return new ModelUse(
                new ModelId(model), new ConnectionId("sim"), new PoolId("p"), model, GenerationParameters.DEFAULT);
    }
}
