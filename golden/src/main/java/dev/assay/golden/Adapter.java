package dev.assay.golden;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** Gives a case's input to the product's functions. Pure. */
@FunctionalInterface
public interface Adapter {

    /**
     * What the product computes for a case.
     *
     * @param golden the whole case; adapters read its {@code input}, and of the rest only what says which function is
     *     meant, never {@code expected}
     * @return in the shape of the case's {@code expected}: maps, lists, texts, numbers, booleans, null; arrays of numbers
     *     are lists too; a {@link Refused} where the product has no value
     */
    @Nullable
    Object compute(JsonNode golden);

    /**
     * The product's answer to an input for which it has no value.
     *
     * @param reason for people
     */
    record Refused(String reason) {}
}
