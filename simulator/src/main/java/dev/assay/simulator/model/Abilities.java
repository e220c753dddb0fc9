package dev.assay.simulator.model;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The planted chance of a right answer, overall and for single categories of items.
 *
 * @param usual the chance where the category has none of its own, 0 to 1
 * @param byCategory chances of categories by name, each 0 to 1
 */
public record Abilities(double usual, Map<String, Double> byCategory) {

    public Abilities {
        requireChance("default", usual);
        byCategory = Map.copyOf(byCategory);
        byCategory.forEach(Abilities::requireChance);
    }

    /** Abilities that are the same in every category. */
    public static Abilities everywhere(double chance) {
        return new Abilities(chance, Map.of());
    }

    /** The planted chance of a right answer to an item of that category, or to one without. */
    public double of(@Nullable String category) {
        if (category == null) {
            return usual;
        }
        Double own = byCategory.get(category);
        return own == null ? usual : own;
    }

    private static void requireChance(String name, double chance) {
        if (!(chance >= 0 && chance <= 1)) {
            throw new IllegalArgumentException("ability '" + name + "' must be from 0 to 1, but is " + chance);
        }
    }
}
