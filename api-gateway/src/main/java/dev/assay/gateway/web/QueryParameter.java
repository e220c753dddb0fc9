package dev.assay.gateway.web;

import dev.assay.gateway.problem.Refusal;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads query parameters as text, so that a wrong one is answered with its name and what it may be. */
public final class QueryParameter {

    private QueryParameter() {}

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

    /** Whether a flag is set: also by its bare name, as in {@code ?dryRun}. */
    public static boolean flag(String name, UriInfo uri) {
        String query = uri.getRequestUri().getRawQuery();
        for (String part : query == null ? new String[0] : query.split("&")) {
            int equals = part.indexOf('=');
            if ((equals < 0 ? part : part.substring(0, equals)).equals(name)) {
                return flag(name, equals < 0 ? "" : part.substring(equals + 1));
            }
        }
        return false;
    }

    private static boolean flag(String name, String text) {
        return switch (text) {
            case "", "true" -> true;
            case "false" -> false;
            default -> throw Refusal.malformed(name, "must be true or false");
        };
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
