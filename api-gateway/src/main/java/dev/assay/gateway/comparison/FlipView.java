package dev.assay.gateway.comparison;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An item on which two sides differ. */
@Schema(name = "Flip")
@JsonInclude(JsonInclude.Include.NON_NULL)
record FlipView(
        String itemId,

        @Nullable String category,

        @Schema(description = "Candidate minus baseline.") double difference,

        @Schema(enumeration = {"improved", "worsened"}) String direction,

        AnswerView candidate,
        AnswerView baseline) {

    /** One side's first answer to the item, and its score over all repeats. */
    @Schema(name = "FlippedAnswer")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AnswerView(
            @Schema(description = "The item's score, repeats folded.")
            double score,

            @Schema(examples = "01jd3x5m8q2v7c9e4k6n0p1r2s.0.17.0")
            String task,

            @Schema(description = "The answer's beginning, at most 600 characters.") @Nullable
            String answer,

            @Schema(description = "What each pipeline extracted.")
            Map<String, String> extracted,

            @Schema(description = "Where the whole sample is.")
            String link) {}

    /** Some flips in the order of the baseline's items, and where the next ones begin. */
    @Schema(name = "Flips")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(
            String metric,
            List<FlipView> flips,

            @Schema(description = "Pass it as cursor to go on; absent at the end.") @Nullable
            String next) {}
}
