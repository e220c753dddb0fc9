package dev.assay.scoring.definition;

import dev.assay.scoring.pattern.PatternException;
import dev.assay.scoring.pattern.SafePattern;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parameters of one definition, checked against what its filter or metric takes. Immutable. */
public final class Arguments {

    private final Definition definition;
    private final Map<String, Object> values;

    private Arguments(Definition definition, Map<String, Object> values) {
        this.definition = definition;
        this.values = values;
    }

    /**
     * Checks that every written parameter is known and of its kind, and that none is missing.
     *
     * @param kind what the definition is of, such as "metric", for messages
     * @throws DefinitionException naming the first parameter that does not fit
     */
    public static Arguments check(Definition definition, String kind, List<Parameter> declared) {
        Map<String, Object> values = new HashMap<>();
        for (Map.Entry<String, Object> written : definition.parameters().entrySet()) {
            String path = definition.pathOf(written.getKey());
            Parameter parameter = declared.stream()
                    .filter(p -> p.answersTo(written.getKey()))
                    .findFirst()
                    .orElseThrow(() -> unknown(path, kind, definition.name(), written.getKey(), declared));
            Object value = ArgumentReader.read(path, parameter, written.getValue());
            if (values.put(parameter.name(), value) != null) {
                throw DefinitionException.at(path, "'" + parameter.name() + "' is given twice");
            }
        }
        for (Parameter parameter : declared) {
            if (parameter.required() && !values.containsKey(parameter.name())) {
                throw DefinitionException.at(
                        definition.path(),
                        "%s '%s' needs the parameter '%s': %s"
                                .formatted(kind, definition.name(), parameter.name(), parameter.meaning()));
            }
        }
        return new Arguments(definition, values);
    }

    private static DefinitionException unknown(
            String path, String kind, String owner, String name, List<Parameter> declared) {
        if (declared.isEmpty()) {
            return DefinitionException.at(path, "%s '%s' takes no parameters".formatted(kind, owner));
        }
        List<String> known = declared.stream().flatMap(Parameter::names).toList();
        return DefinitionException.unknown(path, "parameter of %s '%s':".formatted(kind, owner), name, known);
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable((String) values.get(name));
    }

    public boolean flag(String name, boolean fallback) {
        return (Boolean) values.getOrDefault(name, fallback);
    }

    public Optional<Integer> integer(String name) {
        return Optional.ofNullable((Integer) values.get(name));
    }

    public BigDecimal decimal(String name, BigDecimal fallback) {
        return (BigDecimal) values.getOrDefault(name, fallback);
    }

    /** The texts of a list; empty if it was not given. */
    public List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        if (values.get(name) instanceof List<?> list) {
            list.forEach(element -> texts.add((String) element));
        }
        return texts;
    }

    /**
     * A required pattern, compiled.
     *
     * @throws DefinitionException if it is not a pattern that can be used
     */
    public SafePattern pattern(String name, boolean ignoreCase) {
        return compile(name, text(name).orElseThrow(), ignoreCase);
    }

    /** A list of patterns, compiled. */
    public List<SafePattern> patterns(String name) {
        return texts(name).stream().map(p -> compile(name, p, false)).toList();
    }

    /** The error for a parameter whose value is of the right kind but makes no sense. */
    public DefinitionException reject(String name, String problem) {
        return DefinitionException.at(definition.pathOf(name), problem);
    }

    /** The error for something that cannot be made, whatever its parameters. */
    public DefinitionException refuse(String problem) {
        return DefinitionException.at(definition.path(), problem);
    }

    private SafePattern compile(String name, String pattern, boolean ignoreCase) {
        try {
            return SafePattern.compile(pattern, ignoreCase);
        } catch (PatternException e) {
            throw reject(name, e.getMessage());
        }
    }
}
