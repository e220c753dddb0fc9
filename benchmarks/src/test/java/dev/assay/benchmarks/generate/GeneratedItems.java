package dev.assay.benchmarks.generate;

import dev.assay.benchmarks.dataset.CanonicalJson;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The items of our benchmarks, the same ones each time. */
final class GeneratedItems {

    /** The categories and how their questions are made, in the order of the file. */
    private static final Map<String, List<Function<Dice, Draft>>> CATEGORIES = new LinkedHashMap<>();

    static {
        CATEGORIES.put("arithmetic", Arithmetic.patterns());
        CATEGORIES.put("reading", Reading.patterns());
        CATEGORIES.put("ordering", Ordering.patterns());
        CATEGORIES.put("facts", Facts.patterns());
    }

    private GeneratedItems() {}

    /** 480 items, 120 of each category. */
    static String core() {
        return lines(20_260_101L, 120);
    }

    /** 20 items, 5 of each category, none of which is in the large benchmark by intention. */
    static String smoke() {
        return lines(7L, 5);
    }

    private static String lines(long seed, int each) {
        StringBuilder lines = new StringBuilder();
        CATEGORIES.forEach((category, patterns) -> {
            Dice dice = new Dice(seed + category.hashCode());
            List<Function<Dice, Draft>> turn = new ArrayList<>();
            Set<String> asked = new HashSet<>();
            int number = 0;
            while (number < each) {
                if (turn.isEmpty()) {
                    turn.addAll(dice.shuffled(patterns));
                }
                Draft draft = turn.removeLast().apply(dice);
                if (asked.add(draft.passage() + draft.question())) {
                    number++;
                    lines.append(line("%s-%03d".formatted(category, number), category, draft))
                            .append('\n');
                }
            }
        });
        return lines.toString();
    }

    private static String line(String id, String category, Draft draft) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("id", id);
        fields.put("category", category);
        if (draft.passage() != null) {
            fields.put("passage", draft.passage());
        }
        fields.put("question", draft.question());
        if (!draft.choices().isEmpty()) {
            fields.put("choices", draft.choices());
        }
        fields.put("answer", draft.answer());
        return CanonicalJson.write(fields);
    }
}
