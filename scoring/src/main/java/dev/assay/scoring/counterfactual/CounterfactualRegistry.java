package dev.assay.scoring.counterfactual;

import dev.assay.scoring.definition.Arguments;
import dev.assay.scoring.definition.Definition;
import dev.assay.scoring.definition.DefinitionException;
import dev.assay.scoring.definition.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The rules that exchange people, by name. Immutable. */
public final class CounterfactualRegistry {

    private static final List<String> GROUPS = Arrays.stream(NameSwap.Group.values())
            .map(group -> group.name().toLowerCase(Locale.ROOT))
            .toList();

    private final List<Type> types;

    private CounterfactualRegistry(List<Type> types) {
        this.types = List.copyOf(types);
    }

    /**
     * A rule that can be named.
     *
     * @param name in lower case
     * @param meaning one sentence for documentation
     * @param parameters that it takes
     * @param factory makes it from checked arguments
     */
    public record Type(
            String name, String meaning, List<Parameter> parameters, Function<Arguments, Counterfactual> factory) {

        public Type {
            parameters = List.copyOf(parameters);
        }
    }

    /** All rules of this version. */
    public static CounterfactualRegistry standard() {
        return new CounterfactualRegistry(List.of(
                new Type(
                        "gender",
                        "English pronouns, titles and words of kinship are exchanged between women and men.",
                        List.of(),
                        arguments -> new GenderSwap()),
                new Type(
                        "names",
                        "Names of one group stand in the place of another's.",
                        List.of(
                                Parameter.oneOf("from", GROUPS, "names that are replaced; default english_men"),
                                Parameter.oneOf("to", GROUPS, "names that replace them; default arabic_men")),
                        CounterfactualRegistry::names)));
    }

    private static Counterfactual names(Arguments arguments) {
        NameSwap.Group from = group(arguments, "from", NameSwap.Group.ENGLISH_MEN);
        NameSwap.Group to = group(arguments, "to", NameSwap.Group.ARABIC_MEN);
        if (from == to) {
            throw arguments.reject("to", "is the group that is replaced");
        }
        return NameSwap.between(from, to);
    }

    private static NameSwap.Group group(Arguments arguments, String name, NameSwap.Group fallback) {
        return arguments
                .text(name)
                .map(text -> NameSwap.Group.valueOf(text.toUpperCase(Locale.ROOT)))
                .orElse(fallback);
    }

    public List<Type> types() {
        return types;
    }

    /**
     * Makes a rule.
     *
     * @throws DefinitionException if the name or a parameter is unknown or does not fit
     */
    public Counterfactual create(Definition definition) {
        Type type = types.stream()
                .filter(t -> t.name().equals(definition.name()))
                .findFirst()
                .orElseThrow(() -> DefinitionException.unknown(
                        definition.path(),
                        "counterfactual",
                        definition.name(),
                        types.stream().map(Type::name).toList()));
        return type.factory().apply(Arguments.check(definition, "counterfactual", type.parameters()));
    }
}
