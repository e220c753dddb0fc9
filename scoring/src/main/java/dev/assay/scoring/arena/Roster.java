package dev.assay.scoring.arena;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The models of some battles by number, in the order in which they first appear. Immutable. */
final class Roster {

    private final List<String> names;
    private final Map<String, Integer> numbers = new LinkedHashMap<>();

    private Roster(Stream<String> models) {
        models.forEach(model -> numbers.putIfAbsent(model, numbers.size()));
        names = List.copyOf(numbers.keySet());
    }

    static Roster of(List<Battle> battles) {
        return new Roster(battles.stream().flatMap(battle -> Stream.of(battle.modelA(), battle.modelB())));
    }

    int size() {
        return names.size();
    }

    List<String> names() {
        return names;
    }

    int number(String model) {
        return Objects.requireNonNull(numbers.get(model), "unknown model");
    }

    Map<String, Double> label(double[] ratings) {
        Map<String, Double> labelled = new LinkedHashMap<>();
        for (int i = 0; i < ratings.length; i++) {
            labelled.put(names.get(i), ratings[i]);
        }
        return labelled;
    }

    /** Which of the models stand at these places. */
    List<String> named(List<Integer> places) {
        List<String> chosen = new ArrayList<>();
        places.forEach(place -> chosen.add(names.get(place)));
        return chosen;
    }
}
