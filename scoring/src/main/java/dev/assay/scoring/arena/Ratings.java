package dev.assay.scoring.arena;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Ratings by model, the best first. Only their differences mean anything.
 *
 * @param byModel finite ratings
 */
public record Ratings(Map<String, Double> byModel) {

    public Ratings {
        Map<String, Double> sorted = new LinkedHashMap<>();
        byModel.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        if (!sorted.values().stream().allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("a rating is finite");
        }
        byModel = Collections.unmodifiableMap(sorted);
    }

    public Optional<Double> of(String model) {
        return Optional.ofNullable(byModel.get(model));
    }

    /** The models, the best first; equal ones by name. */
    public List<String> order() {
        return List.copyOf(byModel.keySet());
    }
}
