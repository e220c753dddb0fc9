package dev.assay.scoring.extraction;

import dev.assay.scoring.definition.Definition;
import dev.assay.scoring.definition.DefinitionException;
import dev.assay.scoring.extraction.FilterRegistry.NamedFilter;
import dev.assay.scoring.pattern.PatternLimitException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Filters in a row. Immutable and thread-safe; the same answer and context give the same extraction, always.
 *
 * <p>Time and memory are bounded for any pattern and any answer: see {@link Extraction.TooLarge}.
 */
public final class ExtractionPipeline {

    private final List<NamedFilter> steps;

    private ExtractionPipeline(List<NamedFilter> steps) {
        this.steps = List.copyOf(steps);
    }

    /** The pipeline that takes the answer as it is. */
    public static ExtractionPipeline identity() {
        return new ExtractionPipeline(List.of());
    }

    /** Reads a pipeline whose place in a larger document does not matter. See {@link #parse(List, String)}. */
    public static ExtractionPipeline parse(List<?> steps) {
        return parse(steps, "");
    }

    /**
     * Reads a pipeline.
     *
     * @param steps of a parsed YAML or JSON list: filter names, maps with name and parameters, or {@link Definition}s
     * @param path where the list stands, for messages
     * @throws DefinitionException naming the first step, name or parameter that does not fit
     */
    public static ExtractionPipeline parse(List<?> steps, String path) {
        FilterRegistry registry = FilterRegistry.standard();
        List<NamedFilter> filters = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            Object step = steps.get(i);
            String place = path + "[" + i + "]";
            if (step == null) {
                throw DefinitionException.at(place, "the step is empty");
            }
            filters.add(registry.create(Definition.parse(step, place)));
        }
        return new ExtractionPipeline(filters);
    }

    /** All filters that a pipeline may name. */
    public static List<FilterDescription> filters() {
        return FilterRegistry.standard().types().stream()
                .map(type -> new FilterDescription(type.name(), type.aliases(), type.parameters(), type.meaning()))
                .toList();
    }

    /** Applies all steps to an answer. Never throws for whatever text. */
    public Extraction apply(String answer, ExtractionContext context) {
        String text = answer;
        for (NamedFilter step : steps) {
            Optional<String> next;
            try {
                next = step.filter().apply(text, context);
            } catch (PatternLimitException tooLarge) {
                return new Extraction.TooLarge(step.name(), String.valueOf(tooLarge.getMessage()));
            }
            if (next.isEmpty()) {
                return new Extraction.NotFound(step.name());
            }
            text = next.get();
        }
        return new Extraction.Found(text);
    }
}
