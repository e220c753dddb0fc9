package dev.assay.gateway.runs;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.assay.contracts.event.FailureKind;
import dev.assay.contracts.id.GroupId;
import dev.assay.contracts.id.ModelId;
import dev.assay.contracts.id.RunId;
import dev.assay.contracts.money.Money;
import dev.assay.contracts.run.RunState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A run as it stands now. Two views of a run are equal if nothing has happened in between. */
@Schema(name = "Run", description = "A run as it stands now.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RunView(
        @Schema(examples = "01jd3x5m8q2v7c9e4k6n0p1r2s") RunId id,

        @Schema(examples = "nightly arithmetic") String name,

        @Schema(examples = "default") GroupId group,

        RunState state,

        @Schema(description = "Why it is in this state, where there is something to say.") @Nullable
        String reason,

        Benchmark benchmark,
        List<ModelId> models,

        @Schema(description = "Items that take part.", examples = "300")
        int items,

        @Schema(examples = "1") int repeats,

        @Schema(examples = "0") long seed,

        Map<String, String> tags,
        @Nullable Money budget,

        @Schema(description = "Hash of what makes two runs the same experiment; absent until the run is planned.")
        @Nullable
        String manifest,

        @Schema(description = "Items × models × repeats.", examples = "600")
        long samples,

        @Schema(description = "How the question stands that may end it early; absent without one.") @Nullable
        Stop stop,

        @Schema(
                description =
                        "Models of which nothing goes on, since their providers asked to wait; absent without one.")
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<Wait> waits,

        Progress progress,
        List<ModelProgress> perModel,

        @Schema(description = "Of a run with judges.") @Nullable
        Judging judging,

        Cost cost,
        Estimate estimate,
        Instant submittedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {

    public RunView {
        models = List.copyOf(models);
        waits = List.copyOf(waits);
        perModel = List.copyOf(perModel);
    }

    /** Which benchmark, and how many items its dataset has. */
    @Schema(name = "RunBenchmark")
    public record Benchmark(String name, String version, int items) {}

    /** The question that a run is to answer, and its answers so far. */
    @Schema(name = "RunStop")
    public record Stop(
            @Schema(examples = "Is exact_match above 0.8?") String question,

            @Schema(description = "One per answered question; when the run is over, the open ones too.")
            List<String> answers,

            @Schema(description = "Models that are asked nothing more.")
            List<ModelId> stopped,

            @Schema(description = "Samples of these models that were not asked.")
            long saved) {

        public Stop {
            answers = List.copyOf(answers);
            stopped = List.copyOf(stopped);
        }
    }

    /** A model, or a judge's, whose provider asked to wait. */
    @Schema(name = "RunWait")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Wait(
            ModelId model,

            @Schema(description = "When the first of its calls goes again.")
            Instant until,

            @Schema(description = "What the provider said with it, where that is known.") @Nullable
            FailureKind failure) {}

    /** Samples by how they ended, and how far scores and ledger entries have come. */
    @Schema(name = "Progress")
    public record Progress(
            long answered,
            long refused,
            long failed,
            long cancelled,

            @Schema(description = "Answered samples that have their scores.")
            long scored,

            @Schema(
                    description = "Calls that have a ledger entry, but for those that the provider never saw."
                            + " Calls that were repeated, and judges' calls, are among them.")
            long charged) {}

    /** How far judges are. */
    @Schema(name = "Judging")
    public record Judging(
            long answered,

            @Schema(description = "Calls that were refused, failed or were cancelled.")
            long unanswered,

            @Schema(description = "Judgements if every sample is answered.")
            long planned) {}

    /** One model's progress; the value is the first metric's over what was answered so far. */
    @Schema(name = "ModelProgress")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ModelProgress(
            ModelId model,
            long answered,
            long refused,
            long failed,
            long samples,
            @Nullable Double value,
            @Nullable Double low,
            @Nullable Double high,

            @Schema(description = "Whether a smaller value is the better one.")
            boolean lowerIsBetter,

            Money cost) {}

    /** What the ledger says. */
    @Schema(name = "RunCost")
    public record Cost(
            Money spend,

            @Schema(description = "Calls that the provider served or may have served.")
            long calls,

            @Schema(description = "Of those, calls whose worker died; charged at an estimate.")
            long unconfirmed,

            @Schema(description = "Of those, calls that have no price.")
            long unpriced) {}
}
