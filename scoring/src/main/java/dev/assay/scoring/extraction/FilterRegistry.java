package dev.assay.scoring.extraction;

import dev.assay.scoring.definition.Arguments;
import dev.assay.scoring.definition.Definition;
import dev.assay.scoring.definition.DefinitionException;
import java.util.List;
import java.util.stream.Stream;

/** The filters by name. Immutable. */
final class FilterRegistry {

    private final List<FilterType> types;

    private FilterRegistry(List<FilterType> types) {
        this.types = List.copyOf(types);
    }

    /** All filters of this version. */
    static FilterRegistry standard() {
        return new FilterRegistry(Stream.of(
                        TextFilters.types(),
                        PatternFilters.types(),
                        AnswerFilters.types(),
                        BenchmarkFilters.types(),
                        LikelihoodFilters.types())
                .flatMap(List::stream)
                .toList());
    }

    List<FilterType> types() {
        return types;
    }

    /** @throws DefinitionException if the name or a parameter is unknown or does not fit */
    NamedFilter create(Definition definition) {
        FilterType type = types.stream()
                .filter(t -> t.answersTo(definition.name()))
                .findFirst()
                .orElseThrow(() -> DefinitionException.unknown(
                        definition.path(),
                        "filter",
                        definition.name(),
                        types.stream().flatMap(FilterType::names).toList()));
        Arguments arguments = Arguments.check(definition, "filter", type.parameters());
        return new NamedFilter(type.name(), type.factory().apply(arguments));
    }

    /** @param name for explanations */
    record NamedFilter(String name, Filter filter) {}
}
