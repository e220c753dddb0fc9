package dev.assay.contracts.spec;

import dev.assay.contracts.spec.document.Node;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns a tree into plain objects of the kinds that the JSON mapping of events reads back. */
final class PlainValues {

    private static final BigInteger SMALLEST_INT = BigInteger.valueOf(Integer.MIN_VALUE);
    private static final BigInteger LARGEST_INT = BigInteger.valueOf(Integer.MAX_VALUE);
    private static final int LARGEST_EXPONENT = 400;

    private PlainValues() {}

    /** Text, Integer, Long, BigInteger, BigDecimal, Boolean, null, or a list or map of these. */
    static @Nullable Object of(Node node) {
        return switch (node) {
            case Node.Mapping mapping -> ofMapping(mapping);
            case Node.Sequence list -> ofList(list);
            case Node.Scalar scalar ->
                switch (scalar.kind()) {
                    case TEXT -> scalar.text();
                    case NUMBER -> number(scalar.text());
                    case FLAG -> scalar.text().equals("true");
                    case NOTHING -> null;
                };
        };
    }

    static Map<String, @Nullable Object> ofMapping(Node.Mapping mapping) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        mapping.entries().forEach(e -> values.put(e.key(), of(e.value())));
        return Collections.unmodifiableMap(values);
    }

    private static List<@Nullable Object> ofList(Node.Sequence list) {
        List<@Nullable Object> values = new ArrayList<>();
        list.items().forEach(i -> values.add(of(i)));
        return Collections.unmodifiableList(values);
    }

    private static Object number(String text) {
        BigDecimal decimal = new BigDecimal(text);
        if (Math.abs((long) decimal.scale()) > LARGEST_EXPONENT) {
            return text;
        }
        if (text.chars().anyMatch(c -> c == '.' || c == 'e' || c == 'E')) {
            return decimal;
        }
        BigInteger whole = decimal.toBigIntegerExact();
        if (whole.bitLength() > Long.SIZE - 1) {
            return whole;
        }
        boolean fitsInt = whole.compareTo(SMALLEST_INT) >= 0 && whole.compareTo(LARGEST_INT) <= 0;
        return fitsInt ? (Object) whole.intValue() : (Object) whole.longValue();
    }
}
