package dev.assay.orchestrator.plan;

import dev.assay.contracts.run.Message;
import dev.assay.contracts.run.SampleContext;
import java.util.List;

/** What came of rendering an item. */
public sealed interface Rendering {

    /** The sample, ready to be asked. */
    record Rendered(List<Message> messages, SampleContext sample) implements Rendering {

        public Rendered {
            messages = List.copyOf(messages);
        }
    }

    /** The item has no such form: the rule finds nothing to change in it. */
    record Unchanged() implements Rendering {}

    /**
     * The item does not fit the templates.
     *
     * @param problem for people; names template and field, never the item's content
     */
    record Unrenderable(SampleContext sample, String problem) implements Rendering {}
}
