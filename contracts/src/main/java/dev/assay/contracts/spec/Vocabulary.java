package dev.assay.contracts.spec;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.assay.contracts.json.EventJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The filters, metrics and rules that a spec may name, with their parameters.
 *
 * @param filters steps of an extraction pipeline
 * @param metrics what is computed from an extracted answer
 * @param perturbations ways of writing a question otherwise
 * @param counterfactuals ways of putting other people into a question
 */
public record Vocabulary(List<Word> filters, List<Word> metrics, List<Word> perturbations, List<Word> counterfactuals) {

    private static final String RESOURCE = "vocabulary.json";

    public Vocabulary {
        filters = List.copyOf(filters);
        metrics = List.copyOf(metrics);
        perturbations = List.copyOf(perturbations);
        counterfactuals = List.copyOf(counterfactuals);
    }

    /** What the scorer of this version understands, as checked in beside this class. */
    public static Vocabulary standard() {
        try (InputStream in = Objects.requireNonNull(Vocabulary.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return EventJson.mapper().readValue(in, Vocabulary.class);
        } catch (IOException e) {
            throw new UncheckedIOException("the vocabulary is part of this module", e);
        }
    }

    /**
     * A filter or metric.
     *
     * @param aliases other names that are read too, such as those of the field's task files
     * @param unit true for a metric whose samples have scores from 0 to 1, the best, and count by their mean; else null
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Word(
            String name,
            List<String> aliases,
            List<Parameter> parameters,
            @Nullable Boolean unit) {

        public Word {
            aliases = List.copyOf(aliases);
            parameters = List.copyOf(parameters);
        }

        boolean isUnit() {
            return Boolean.TRUE.equals(unit);
        }

        Stream<String> names() {
            return Stream.concat(Stream.of(name), aliases.stream());
        }
    }

    /**
     * A parameter of a filter or metric.
     *
     * @param aliases other names that are read too
     * @param required whether there is no default
     * @param allowed the only values that it may have; empty: any of its kind
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Parameter(String name, List<String> aliases, Kind kind, boolean required, List<String> allowed) {

        public Parameter {
            aliases = List.copyOf(aliases);
            allowed = List.copyOf(allowed);
        }

        Stream<String> names() {
            return Stream.concat(Stream.of(name), aliases.stream());
        }

        /** What a value looks like. Where text is expected, a number or a flag counts by its text. */
        public enum Kind {
            TEXT,
            /** A regular expression in Python's syntax. */
            PATTERN,
            FLAG,
            INTEGER,
            DECIMAL,
            /** Several texts, or one. */
            TEXTS,
            /** Several regular expressions, or one. */
            PATTERNS
        }
    }

    /** The word that answers to a name, if there is one. */
    static Optional<Word> find(List<Word> words, String name) {
        return words.stream().filter(w -> w.names().anyMatch(name::equals)).findFirst();
    }

    static List<String> names(List<Word> words) {
        return words.stream().flatMap(Word::names).toList();
    }
}
