package dev.assay.benchmarks.template;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What may stand behind {@code is}. */
final class PythonTests {

    private final Map<String, PythonTest> tests = Map.ofEntries(
            Map.entry("defined", (v, a) -> !(v instanceof Undefined)),
            Map.entry("undefined", (v, a) -> v instanceof Undefined),
            Map.entry("none", (v, a) -> Undefined.check(v) == null),
            Map.entry("string", (v, a) -> Undefined.check(v) instanceof String),
            Map.entry("number", (v, a) -> PythonNumbers.isNumber(Undefined.check(v))),
            Map.entry("boolean", (v, a) -> Undefined.check(v) instanceof Boolean),
            Map.entry("true", (v, a) -> Boolean.TRUE.equals(Undefined.check(v))),
            Map.entry("false", (v, a) -> Boolean.FALSE.equals(Undefined.check(v))),
            Map.entry("integer", (v, a) -> Undefined.check(v) instanceof Number n && !PythonNumbers.isFloat(n)),
            Map.entry("float", (v, a) -> PythonNumbers.isFloat(Undefined.check(v))),
            Map.entry("mapping", (v, a) -> Undefined.check(v) instanceof Map),
            Map.entry("iterable", (v, a) -> isSequence(v)),
            Map.entry("sequence", (v, a) -> isSequence(v)),
            Map.entry(
                    "lower",
                    (v, a) -> PythonText.str(v).equals(PythonText.str(v).toLowerCase(Locale.ROOT))),
            Map.entry(
                    "upper",
                    (v, a) -> PythonText.str(v).equals(PythonText.str(v).toUpperCase(Locale.ROOT))),
            Map.entry("even", (v, a) -> remainder(v, 2L) == 0),
            Map.entry("odd", (v, a) -> remainder(v, 2L) != 0),
            Map.entry("divisibleby", (v, a) -> remainder(v, a.whole(0, "num", 1)) == 0),
            Map.entry("in", (v, a) -> PythonValues.contains(a.value(0, "seq"), v)),
            Map.entry("eq", (v, a) -> PythonValues.equal(v, a.value(0, "other"))),
            Map.entry("equalto", (v, a) -> PythonValues.equal(v, a.value(0, "other"))),
            Map.entry("ne", (v, a) -> !PythonValues.equal(v, a.value(0, "other"))),
            Map.entry("lt", (v, a) -> PythonValues.compare(v, a.value(0, "other")) < 0),
            Map.entry("le", (v, a) -> PythonValues.compare(v, a.value(0, "other")) <= 0),
            Map.entry("gt", (v, a) -> PythonValues.compare(v, a.value(0, "other")) > 0),
            Map.entry("ge", (v, a) -> PythonValues.compare(v, a.value(0, "other")) >= 0));

    /** Each test by its name. */
    Map<String, PythonTest> all() {
        return tests;
    }

    boolean holds(String name, @Nullable Object value, List<@Nullable Object> arguments) {
        PythonTest test = tests.get(name);
        if (test == null) {
            throw new ExpressionFault("there is no test '" + name + "'", "use a test of Jinja's");
        }
        return test.holds(value, new Arguments("is " + name, arguments, Map.of()));
    }

    private static boolean isSequence(@Nullable Object value) {
        return switch (Undefined.check(value)) {
            case String text -> true;
            case List<?> list -> true;
            case Map<?, ?> map -> true;
            case null, default -> false;
        };
    }

    private static double remainder(@Nullable Object value, Object divisor) {
        Object number = Undefined.check(value);
        if (number == null || !PythonNumbers.isNumber(number)) {
            throw new ExpressionFault(PythonValues.kind(number) + " is neither odd nor even", "use |int first");
        }
        return PythonNumbers.real(PythonNumbers.modulo(number, divisor));
    }

    /** A test of a value. */
    interface PythonTest {
        boolean holds(@Nullable Object value, Arguments arguments);
    }
}
