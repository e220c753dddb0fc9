package dev.assay.benchmarks.sample;

import dev.assay.contracts.run.Message;
import dev.assay.contracts.run.SampleContext;
import java.util.List;

/** An item as it is asked and judged. */
public record Sample(List<Message> messages, SampleContext context) {

    public Sample {
        messages = List.copyOf(messages);
    }
}
