package dev.assay.scoring.definition;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns the value that was written for a parameter into one of its kind. */
final class ArgumentReader {

    private ArgumentReader() {}

    static Object read(String path, Parameter parameter, Object value) {
        Optional<?> read = switch (parameter.kind()) {
            case TEXT, PATTERN -> text(value);
            case FLAG -> flag(value);
            case INTEGER -> decimal(value).flatMap(ArgumentReader::integer);
            case DECIMAL -> decimal(value);
            case TEXTS, PATTERNS -> texts(value);
        };
        Object result = read.orElseThrow(() ->
                DefinitionException.at(path, "expected " + expected(parameter.kind()) + ": " + parameter.meaning()));
        if (!parameter.allowed().isEmpty() && !parameter.allowed().contains(result)) {
            throw DefinitionException.unknown(path, "value", String.valueOf(result), parameter.allowed());
        }
        return result;
    }

    private static String expected(Parameter.Kind kind) {
        return switch (kind) {
            case TEXT -> "text";
            case PATTERN -> "a regular expression";
            case FLAG -> "true or false";
            case INTEGER -> "a whole number";
            case DECIMAL -> "a number";
            case TEXTS -> "a list of texts";
            case PATTERNS -> "a list of regular expressions";
        };
    }

    private static Optional<String> text(Object value) {
        return value instanceof String || value instanceof Number || value instanceof Boolean
                ? Optional.of(value.toString())
                : Optional.empty();
    }

    private static Optional<Boolean> flag(Object value) {
        return switch (value.toString()) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static Optional<BigDecimal> decimal(Object value) {
        String written = value.toString();
        if (!(value instanceof Number || value instanceof String) || written.length() > 50) {
            return Optional.empty();
        }
        try {
            BigDecimal number = new BigDecimal(written);
            return Math.abs((long) number.scale()) <= 300 ? Optional.of(number) : Optional.empty();
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    private static Optional<Integer> integer(BigDecimal number) {
        try {
            BigInteger whole = number.toBigIntegerExact();
            return whole.bitLength() < 32 ? Optional.of(whole.intValue()) : Optional.empty();
        } catch (ArithmeticException fraction) {
            return Optional.empty();
        }
    }

    private static Optional<List<String>> texts(Object value) {
        List<?> list = value instanceof List<?> given ? given : List.of(value);
        List<String> texts = new ArrayList<>();
        for (Object element : list) {
            Optional<String> text = element == null ? Optional.empty() : text(element);
            if (text.isEmpty()) {
                return Optional.empty();
            }
            texts.add(text.get());
        }
        return Optional.of(List.copyOf(texts));
    }
}
