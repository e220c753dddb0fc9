package dev.assay.scoring.robustness;

import dev.assay.scoring.definition.Arguments;
import dev.assay.scoring.definition.Definition;
import dev.assay.scoring.definition.DefinitionException;
import java.util.List;
import java.util.stream.Stream;

/** The perturbations by name. Immutable. */
public final class PerturbationRegistry {

    private final List<PerturbationType> types;

    private PerturbationRegistry(List<PerturbationType> types) {
        this.types = List.copyOf(types);
    }

    /** All perturbations of this version. */
    public static PerturbationRegistry standard() {
        return new PerturbationRegistry(Stream.of(
                        LetterPerturbations.types(),
                        WordPerturbations.types(),
                        LayoutPerturbations.types(),
                        ContextPerturbations.types())
                .flatMap(List::stream)
                .toList());
    }

    public List<PerturbationType> types() {
        return types;
    }

    /**
     * Makes a perturbation.
     *
     * @throws DefinitionException if the name or a parameter is unknown or does not fit
     */
    public Perturbation create(Definition definition) {
        PerturbationType type = types.stream()
                .filter(t -> t.name().equals(definition.name()))
                .findFirst()
                .orElseThrow(() -> DefinitionException.unknown(
                        definition.path(),
                        "perturbation",
                        definition.name(),
                        types.stream().map(PerturbationType::name).toList()));
        return type.factory().apply(Arguments.check(definition, "perturbation", type.parameters()));
    }

    /**
     * Makes a perturbation from a parsed YAML or JSON value: its name, or a map with name and parameters.
     *
     * @param path where it stands, for messages
     * @throws DefinitionException if the name or a parameter is unknown or does not fit
     */
    public Perturbation create(Object written, String path) {
        return create(Definition.parse(written, path));
    }
}
