package dev.assay.contracts.spec;

import dev.assay.contracts.run.LikelihoodSpec;
import dev.assay.contracts.run.Message;
import dev.assay.contracts.run.SubgroupSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The benchmark that a run names or brings along. */
public sealed interface BenchmarkSpec {

    /** By which people know it. */
    String name();

    /** One that the installation knows. */
    record BuiltIn(String name) implements BenchmarkSpec {}

    /**
     * One of the author's own.
     *
     * @param version by default 1
     * @param prompt messages whose contents are Jinja templates over an item's fields; not yet compiled
     * @param target the reference answer: a field's name or a Jinja template
     * @param choices the options of a multiple-choice item, in the same way; null: none
     * @param category the field that names an item's category, by default {@code category}
     * @param scoring extraction and metrics as far as they were given
     * @param likelihood that texts are judged instead of written; null: the model writes
     * @param subgroups whose scores are told apart; null: nobody's
     */
    record Custom(
            String name,
            String version,
            DatasetSource dataset,
            List<Message> prompt,
            String target,
            @Nullable String choices,
            String category,
            Scoring scoring,
            @Nullable LikelihoodSpec likelihood,
            @Nullable SubgroupSpec subgroups)
            implements BenchmarkSpec {

        public Custom {
            prompt = List.copyOf(prompt);
        }
    }
}
