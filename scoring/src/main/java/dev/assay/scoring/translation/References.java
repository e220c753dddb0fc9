package dev.assay.scoring.translation;

import java.util.OptionalInt;

/**
 * How many references the segments of a set have.
 *
 * @param each the number, empty if it differs between segments
 */
public record References(OptionalInt each) {

    public static References of(int each) {
        return new References(OptionalInt.of(each));
    }

    public static References variable() {
        return new References(OptionalInt.empty());
    }

    String written() {
        return each.isPresent() ? Integer.toString(each.getAsInt()) : "var";
    }
}
