package dev.assay.scoring.extraction;

import dev.assay.scoring.definition.Arguments;
import dev.assay.scoring.definition.Parameter;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A filter that can be named in a pipeline.
 *
 * @param name in lower case with underscores
 * @param aliases names that the field's task files have for it
 * @param parameters that it takes
 * @param meaning one sentence for documentation
 * @param factory makes the filter from checked arguments; throws a DefinitionException for values that make no sense
 */
record FilterType(
        String name,
        List<String> aliases,
        List<Parameter> parameters,
        String meaning,
        Function<Arguments, Filter> factory) {

    FilterType {
        aliases = List.copyOf(aliases);
        parameters = List.copyOf(parameters);
    }

    boolean answersTo(String written) {
        return names().anyMatch(written::equals);
    }

    Stream<String> names() {
        return Stream.concat(Stream.of(name), aliases.stream());
    }
}
