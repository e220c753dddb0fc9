package dev.assay.scoring.extraction;

import dev.assay.scoring.definition.Parameter;
import java.util.List;

/**
 * A filter that a pipeline may name, for documentation, completion and validation elsewhere.
 *
 * @param name in lower case with underscores
 * @param aliases names that the field's task files have for it
 * @param parameters that it takes
 * @param meaning one sentence
 */
public record FilterDescription(String name, List<String> aliases, List<Parameter> parameters, String meaning) {

    public FilterDescription {
        aliases = List.copyOf(aliases);
        parameters = List.copyOf(parameters);
    }
}
