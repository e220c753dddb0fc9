package dev.assay.cli.offline;

import dev.assay.cli.outcome.Failure;
import dev.assay.scoring.definition.DefinitionException;
import dev.assay.scoring.extraction.ExtractionContext;
import dev.assay.scoring.extraction.ExtractionPipeline;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ScalarEvent;

/**
 * Filters that take out of an answer what a metric compares, as {@code extract} in a run spec does.
 *
 * @param pipeline all of them
 * @param written as they were given; empty: the answer is compared as it stands
 */
public record AnswerFilters(ExtractionPipeline pipeline, List<String> written) {

    public AnswerFilters {
        written = List.copyOf(written);
    }

    /**
     * @param written each the name of a filter, or in YAML a filter with its parameters or a list of filters
     * @throws Failure if one does not fit
     */
    public static AnswerFilters of(List<String> written) {
        List<Object> steps = new ArrayList<>();
        for (String part : written) {
            Object read = read(part);
            if (read instanceof List<?> list) {
                steps.addAll(list);
            } else {
                steps.add(read);
            }
        }
        try {
            return new AnswerFilters(ExtractionPipeline.parse(steps), written);
        } catch (DefinitionException e) {
            throw Failure.badInput("--extract: " + e.problem());
        }
    }

    private static Object read(String part) {
        Object read;
        try {
            Yaml reader = new Yaml(new SafeConstructor(new LoaderOptions()));
            // The library's own tags take texts that it then fails to read; no filter needs one.
            read = hasTag(reader.parse(new StringReader(part))) ? null : reader.load(part);
        } catch (YAMLException e) {
            read = null;
        }
        if (read == null) {
            throw Failure.badInput("--extract: '" + part + "' is no filter; write its name, such as flexible_number,"
                    + " or as in a spec '{name: after, marker: \"Answer:\"}'.");
        }
        return read;
    }

    private static boolean hasTag(Iterable<Event> events) {
        for (Event event : events) {
            boolean tagged = switch (event) {
                case ScalarEvent scalar -> scalar.getTag() != null;
                case CollectionStartEvent start -> start.getTag() != null;
                default -> false;
            };
            if (tagged) {
                return true;
            }
        }
        return false;
    }

    boolean isEmpty() {
        return written.isEmpty();
    }

    /** What the filters leave; empty if they find nothing. */
    Optional<String> apply(Fields.Answer answer) {
        return pipeline.apply(
                        answer.prediction(),
                        new ExtractionContext(answer.sample().choices()))
                .value();
    }
}
