package dev.assay.gateway.samples;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.assay.contracts.id.ModelId;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An item that scores otherwise in another form. */
@Schema(name = "FormFlip")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FormFlipView(
        String itemId,

        @Nullable String category,

        ModelId model,

        @Schema(description = "The label of the form.", examples = "gender")
        String variant,

        @Schema(description = "Which repeat, from 0.") int repeat,

        @Schema(description = "The score in this form less that of the item as it is.")
        double difference,

        Answer original,
        Answer changed) {

    /** The answer to one of the two. */
    @Schema(name = "FormFlipAnswer")
    public record Answer(
            @Schema(examples = "01jd3x5m8q2v7c9e4k6n0p1r2s.0.17.0")
            String task,

            double score,

            @Schema(description = "What each pipeline extracted.")
            Map<String, String> extracted) {}

    /** Some flips in the order of model, item and repeat, and where the next ones begin. */
    @Schema(name = "FormFlips")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Page(
            String metric,
            List<FormFlipView> flips,

            @Schema(description = "Pass it as cursor to go on; absent at the end.") @Nullable
            String next) {}
}
