package dev.assay.scoring.sentence;

import dev.assay.scoring.json.Json;
import dev.assay.scoring.json.JsonException;
import dev.assay.scoring.json.JsonValue;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the Punkt algorithm knows of a language. All words are in lower case; numbers are the word "##number##".
 *
 * @param abbreviations without their last full stop, such as "dr" and "p.m"
 * @param collocations whose inner full stop ends no sentence
 * @param sentenceStarters words that very often begin sentences
 * @param uses of words with and without capitals
 */
public record PunktParameters(
        Set<String> abbreviations,
        Set<Collocation> collocations,
        Set<String> sentenceStarters,
        Map<String, WordUse> uses) {

    public PunktParameters {
        abbreviations = Set.copyOf(abbreviations);
        collocations = Set.copyOf(collocations);
        sentenceStarters = Set.copyOf(sentenceStarters);
        uses = Map.copyOf(uses);
    }

    /**
     * Those for English that are built in: lists of common abbreviations and ordinary words, made by hand. On usual prose
     * they split as trained parameters do; rare abbreviations and names that are ordinary words too are where they differ.
     */
    public static PunktParameters english() {
        return EnglishWords.parameters();
    }

    /**
     * Reads trained parameters from a JSON text: an object with {@code abbrev_types} and {@code sentence_starters} (lists of
     * words), {@code collocations} (list of pairs) and {@code ortho_context} (NLTK's bits by word).
     *
     * @throws JsonException if it is not JSON
     * @throws IllegalArgumentException if a field is missing or of another kind
     */
    public static PunktParameters read(String json) {
        if (!(Json.read(json) instanceof JsonValue.Fields root)) {
            throw new IllegalArgumentException("Punkt parameters are a JSON object");
        }
        Set<Collocation> collocations = new HashSet<>();
        for (JsonValue pair : elements(root, "collocations")) {
            List<String> words = pair instanceof JsonValue.Elements both ? texts(both.values()) : List.of();
            if (words.size() != 2) {
                throw new IllegalArgumentException("a collocation has two words");
            }
            collocations.add(new Collocation(words.get(0), words.get(1)));
        }
        return new PunktParameters(
                Set.copyOf(texts(elements(root, "abbrev_types"))),
                collocations,
                Set.copyOf(texts(elements(root, "sentence_starters"))),
                uses(root));
    }

    private static Map<String, WordUse> uses(JsonValue.Fields root) {
        if (!(root.byName().get("ortho_context") instanceof JsonValue.Fields contexts)) {
            throw new IllegalArgumentException("Punkt parameters need the object 'ortho_context'");
        }
        Map<String, WordUse> uses = new HashMap<>();
        contexts.byName().forEach((word, bits) -> {
            if (!(bits instanceof JsonValue.Number number)) {
                throw new IllegalArgumentException("the bits of a word in 'ortho_context' are a number");
            }
            uses.put(word, WordUse.ofBits((int) number.value()));
        });
        return uses;
    }

    private static List<JsonValue> elements(JsonValue.Fields root, String name) {
        if (root.byName().get(name) instanceof JsonValue.Elements list) {
            return list.values();
        }
        throw new IllegalArgumentException("Punkt parameters need the list '" + name + "'");
    }

    private static List<String> texts(List<JsonValue> values) {
        return values.stream()
                .map(value -> {
                    if (value instanceof JsonValue.Text text) {
                        return text.value();
                    }
                    throw new IllegalArgumentException("a word in Punkt parameters is a text");
                })
                .distinct()
                .collect(Collectors.toList());
    }
}
