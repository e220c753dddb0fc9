package dev.assay.orchestrator.plan;

import dev.assay.contracts.event.JudgeRequest;
import dev.assay.contracts.run.JudgeUse;
import dev.assay.contracts.run.Judgement;
import dev.assay.contracts.run.Message;
import dev.assay.contracts.run.RunDefinition;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a judge is asked about the answers to a sample. Pure. */
public final class JudgeRendering {

    private JudgeRendering() {}

    /**
     * The judge's prompt. Question, reference and answers are put in as they are.
     *
     * @param sample the sample that was answered
     * @param request null if its answers are gone, which only happens to tasks that are settled
     */
    public static Rendering of(RunDefinition run, int lane, Rendering sample, @Nullable JudgeRequest request) {
        return switch (sample) {
            case Rendering.Unrenderable bad -> bad;
            // Only items as they are get judged, and these are never without their form.
            case Rendering.Unchanged none -> none;
            case Rendering.Rendered rendered ->
                request == null
                        ? new Rendering.Unrenderable(rendered.sample(), "the judged answers are gone")
                        : of(run.judgements().get(lane - run.models().size()), rendered, request.answers());
        };
    }

    private static Rendering of(Judgement judgement, Rendering.Rendered sample, List<String> answers) {
        JudgeUse judge = judgement.judge();
        Map<String, String> values = new HashMap<>();
        values.put("question", question(sample.messages()));
        values.put("reference", String.join("\n", sample.sample().references()));
        values.put("answer", answers.getFirst());
        values.put("answer_a", answers.getFirst());
        values.put("answer_b", answers.getLast());
        values.put("criteria", String.join("\n", judge.criteria()));
        values.put(
                "grade_lines",
                judge.criteria().stream().map(c -> c + ": [[grade]]").collect(Collectors.joining("\n")));
        values.put("minimum", plain(judge.minimum()));
        values.put("maximum", plain(judge.maximum()));
        return new Rendering.Rendered(List.of(Message.user(judge.prompt().filled(values))), sample.sample());
    }

    /** What the models were asked: the text alone if it is one message, else with who speaks. */
    private static String question(List<Message> messages) {
        return messages.size() == 1
                ? messages.getFirst().content()
                : messages.stream()
                        .map(message -> message.role() + ": " + message.content())
                        .collect(Collectors.joining("\n\n"));
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
