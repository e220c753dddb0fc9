package dev.assay.contracts.spec;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.assay.contracts.json.EventJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The filters and metrics that a spec may name, each with the names of its parameters.
 *
 * @param filters steps of an extraction pipeline
 * @param metrics what is computed from an extracted answer
 */
public record Vocabulary(Map<String, List<String>> filters, Map<String, List<String>> metrics) {

    private static final String RESOURCE = "vocabulary.json";

    public Vocabulary {
        filters = sorted(filters);
        metrics = sorted(metrics);
    }

    private static Map<String, List<String>> sorted(Map<String, List<String>> words) {
        Map<String, List<String>> copy = new TreeMap<>();
        words.forEach((name, parameters) -> copy.put(name, List.copyOf(parameters)));
        return Collections.unmodifiableMap(copy);
    }

    /** What the scorer of this version understands, as checked in beside this class. */
    public static Vocabulary standard() {
        try (InputStream in = Objects.requireNonNull(Vocabulary.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return EventJson.mapper().readValue(in, new TypeReference<Vocabulary>() {});
        } catch (IOException e) {
            throw new UncheckedIOException("the vocabulary is part of this module", e);
        }
    }
}
