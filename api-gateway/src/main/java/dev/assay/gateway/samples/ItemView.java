package dev.assay.gateway.samples;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An item of a run's dataset. */
@Schema(name = "Item", description = "An item of the run's dataset that has an outcome.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ItemView(
        @Schema(description = "Its place in the dataset, from 0.", examples = "17")
        int item,

        @Schema(examples = "item-17") String itemId,

        @Schema(
                description =
                        "What the prompt shows of it but for the options, without the benchmark's own words around it;"
                                + " the text to be predicted, where there is nothing else. Absent if the templates refuse the item.")
        @Nullable
        String text,

        @Schema(description = "By name, as the dataset has them.") @JsonInclude(JsonInclude.Include.ALWAYS)
        Map<String, @Nullable Object> fields) {

    /** Some items in the dataset's order, and where the next ones begin. */
    @Schema(name = "Items")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Page(
            List<ItemView> items,

            @Schema(description = "Pass it as cursor to go on; absent at the end.") @Nullable
            String next) {}
}
