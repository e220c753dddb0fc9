package dev.assay.scoring.robustness;

import dev.assay.scoring.definition.Arguments;
import dev.assay.scoring.definition.Parameter;
import java.util.List;
import java.util.function.Function;

/**
 * A perturbation that can be named.
 *
 * @param name in lower case with underscores
 * @param version rises when the same subject and seed may give another text
 * @param meaning one sentence for documentation
 * @param parameters that it takes
 * @param factory makes it from checked arguments; throws a DefinitionException for values that make no sense
 */
public record PerturbationType(
        String name,
        int version,
        String meaning,
        List<Parameter> parameters,
        Function<Arguments, Perturbation> factory) {

    public PerturbationType {
        parameters = List.copyOf(parameters);
    }
}
