package dev.assay.gateway.gate;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.assay.contracts.run.RunState;
import dev.assay.scoring.gate.GateVerdict.Decision;
import dev.assay.scoring.gate.GateVerdict.Outcome;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a gate says of a run. */
@Schema(name = "GateVerdict")
@JsonInclude(JsonInclude.Include.NON_NULL)
record GateView(
        Decision decision,

        @Schema(description = "0 for GO, 1 for NO_GO, 2 for INCONCLUSIVE.")
        int exitStatus,

        @Schema(description = "RUN:MODEL") String candidate,

        RunState state,

        @Schema(description = "RUN:MODEL that drops are measured against; absent if no rule needs one.") @Nullable
        String baseline,

        List<RuleView> rules) {

    GateView {
        rules = List.copyOf(rules);
    }

    /** One rule's verdict with its evidence. */
    @Schema(name = "RuleVerdict")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RuleView(
            String metric,

            @Schema(description = "Absent: all items.") @Nullable
            String category,

            @Schema(examples = "at most 0.02 below the baseline")
            String asked,

            @Schema(enumeration = {"blocking", "advisory"}) String tier,

            double confidence,
            Outcome outcome,

            @Schema(description = "Items that the verdict rests on.")
            long items,

            @Schema(description = "Samples of both sides that should have a score and have none.")
            long missing,

            @Schema(description = "Above 0 if the candidate is better; for a threshold, the distance to it.")
            double change,

            @Schema(description = "Of the change, with the rule's confidence at each end.") @Nullable
            Double low,

            @Nullable Double high,

            @Schema(description = "The chance of so bad a result if the candidate is not worse, corrected after Holm.")
            double worseP,

            @Schema(description = "About how many items would decide it, if nothing has changed.") @Nullable
            Long itemsNeeded,

            String reason) {}
}
