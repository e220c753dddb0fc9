package dev.assay.simulator.model;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The planted chance of a right answer, overall, for single categories of items, and for other forms of them.
 *
 * @param usual the chance where the category has none of its own, 0 to 1
 * @param byCategory chances of categories by name, each 0 to 1
 * @param shifts what is added to the chance in other forms of items, by the form's label, each -1 to 1: below 0 a form, or the
 *     people in it, make the model worse
 */
public record Abilities(double usual, Map<String, Double> byCategory, Map<String, Double> shifts) {

    public Abilities {
        requireChance("default", usual);
        byCategory = Map.copyOf(byCategory);
        byCategory.forEach(Abilities::requireChance);
        shifts = Map.copyOf(shifts);
        shifts.forEach((form, shift) -> {
            if (!(shift >= -1 && shift <= 1)) {
                throw new IllegalArgumentException("forms '" + form + "' must be from -1 to 1, but is " + shift);
            }
        });
    }

    /** A model to which the form of an item makes no difference. */
    public Abilities(double usual, Map<String, Double> byCategory) {
        this(usual, byCategory, Map.of());
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

    /** The same in a form of the item, null being the item as it is; never below 0 or above 1. */
    public double of(@Nullable String category, @Nullable String form) {
        Double shift = form == null ? null : shifts.get(form);
        return shift == null ? of(category) : Math.clamp(of(category) + shift, 0, 1);
    }

    private static void requireChance(String name, double chance) {
        if (!(chance >= 0 && chance <= 1)) {
            throw new IllegalArgumentException("ability '" + name + "' must be from 0 to 1, but is " + chance);
        }
    }
}
