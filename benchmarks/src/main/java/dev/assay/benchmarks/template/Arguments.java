package dev.assay.benchmarks.template;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a filter, test or method was called with. Each {@code name} may be given by place or by name, as in Python. */
record Arguments(String callee, List<@Nullable Object> positional, Map<String, @Nullable Object> named) {

    static Arguments of(String callee, @Nullable Object... positional) {
        return new Arguments(callee, Arrays.asList(positional), Map.of());
    }

    /** Refuses more places than {@code names} has, and names that are not among them. */
    Arguments only(String... names) {
        if (positional.size() > names.length) {
            throw new ExpressionFault(
                    callee + " takes at most " + names.length + " arguments", "leave the others away");
        }
        Set<String> known = Set.of(names);
        for (String name : named.keySet()) {
            if (!known.contains(name)) {
                throw new ExpressionFault(callee + " has no argument '" + name + "'", "correct or remove it");
            }
        }
        return this;
    }

    boolean has(int place, String name) {
        return place < positional.size() || named.containsKey(name);
    }

    @Nullable
    Object value(int place, String name) {
        if (!has(place, name)) {
            throw new ExpressionFault(callee + " needs its argument '" + name + "'", "add it");
        }
        return Undefined.check(place < positional.size() ? positional.get(place) : named.get(name));
    }

    String text(int place, String name) {
        if (value(place, name) instanceof String text) {
            return text;
        }
        throw new ExpressionFault(callee + " needs a text as '" + name + "'", "put it into quotes or use |string");
    }

    String text(int place, String name, String absent) {
        return has(place, name) ? text(place, name) : absent;
    }

    /** A whole number; numbers beyond the int range become its ends, which no limit lets pass. */
    int whole(int place, String name, int absent) {
        if (!has(place, name)) {
            return absent;
        }
        Object value = value(place, name);
        if (value == null || !PythonNumbers.isNumber(value) || PythonNumbers.isFloat(value)) {
            throw new ExpressionFault(callee + " needs a whole number as '" + name + "'", "use |int");
        }
        long number = PythonNumbers.big(value).bitLength() > 62
                ? Integer.MAX_VALUE
                : PythonNumbers.big(value).longValue();
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, number));
    }

    boolean flag(int place, String name, boolean absent) {
        return has(place, name) ? PythonValues.truth(value(place, name)) : absent;
    }
}
