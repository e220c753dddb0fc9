package dev.assay.gateway.web;

import dev.assay.gateway.problem.Refusal;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads query parameters as text, so that a wrong one is answered with its name and what it may be. */
public final class Parameter {

    private Parameter() {}

    /** A page's size, from 1 to {@code most}. */
    public static int limit(@Nullable String text, int standard, int most) {
        if (text == null) {
            return standard;
        }
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= most) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // Answered below, as a number that is out of range is.
        }
        throw Refusal.malformed("limit", "must be a whole number from 1 to " + most);
    }

    public static Optional<Double> number(String name, @Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            double number = Double.parseDouble(text);
            if (Double.isFinite(number)) {
                return Optional.of(number);
            }
        } catch (NumberFormatException e) {
            // Answered below, as a number that is not finite is.
        }
        throw Refusal.malformed(name, "must be a number");
    }

    public static boolean flag(String name, @Nullable String text) {
        if (text == null || text.equals("false")) {
            return false;
        }
        if (text.isEmpty() || text.equals("true")) {
            return true;
        }
        throw Refusal.malformed(name, "must be true or false");
    }

    /** One of an enum's names, case ignored. */
    public static <E extends Enum<E>> Optional<E> choice(String name, @Nullable String text, Class<E> type) {
        if (text == null) {
            return Optional.empty();
        }
        for (E value : type.getEnumConstants()) {
            if (value.name().equalsIgnoreCase(text)) {
                return Optional.of(value);
            }
        }
        String known = Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
        throw Refusal.malformed(name, "must be one of " + known);
    }
}
