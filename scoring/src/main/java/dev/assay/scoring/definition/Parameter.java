package dev.assay.scoring.definition;

import java.util.List;
import java.util.stream.Stream;

/**
 * A parameter that a filter or metric takes.
 *
 * @param name in lower case with underscores
 * @param aliases other names that are read too, such as those of the field's task files
 * @param kind what its values look like
 * @param required whether there is no default
 * @param allowed the only values of a text parameter; empty: any
 * @param meaning one sentence with the default, for documentation
 */
public record Parameter(
        String name, List<String> aliases, Kind kind, boolean required, List<String> allowed, String meaning) {

    /** What a parameter's value looks like. Text forms of numbers and booleans are read too. */
    public enum Kind {
        TEXT,
        PATTERN,
        FLAG,
        INTEGER,
        DECIMAL,
        TEXTS,
        PATTERNS
    }

    public Parameter {
        aliases = List.copyOf(aliases);
        allowed = List.copyOf(allowed);
    }

    public static Parameter optional(String name, Kind kind, String meaning) {
        return new Parameter(name, List.of(), kind, false, List.of(), meaning);
    }

    public static Parameter required(String name, Kind kind, String meaning) {
        return new Parameter(name, List.of(), kind, true, List.of(), meaning);
    }

    /** A text parameter with a closed list of values. */
    public static Parameter oneOf(String name, List<String> allowed, String meaning) {
        return new Parameter(name, List.of(), Kind.TEXT, false, allowed, meaning);
    }

    public Parameter withAlias(String alias) {
        return new Parameter(name, List.of(alias), kind, required, allowed, meaning);
    }

    boolean answersTo(String written) {
        return names().anyMatch(written::equals);
    }

    Stream<String> names() {
        return Stream.concat(Stream.of(name), aliases.stream());
    }
}
