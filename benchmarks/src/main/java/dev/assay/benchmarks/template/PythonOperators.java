package dev.assay.benchmarks.template;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BinaryOperator;
import jinjava.de.odysseus.el.misc.TypeConverter;
import jinjava.de.odysseus.el.tree.impl.ast.AstBinary;
import jinjava.de.odysseus.el.tree.impl.ast.AstUnary;
import org.jspecify.annotations.Nullable;

/** Python's operators for jinjava's syntax trees. Stateless but for the limits. */
final class PythonOperators {

    private final TemplateLimits limits;

    PythonOperators(TemplateLimits limits) {
        this.limits = limits;
    }

    TemplateLimits limits() {
        return limits;
    }

    AstBinary.Operator add() {
        return numeric("+", (a, b) -> {
            if (a instanceof String x && b instanceof String y) {
                return joined(x, y);
            }
            if (a instanceof List<?> x && b instanceof List<?> y) {
                List<@Nullable Object> both = new ArrayList<>(x);
                both.addAll(y);
                return checked(both);
            }
            return PythonNumbers.isNumber(a) && PythonNumbers.isNumber(b) ? PythonNumbers.add(a, b) : null;
        });
    }

    AstBinary.Operator subtract() {
        return numbersOnly("-", PythonNumbers::subtract);
    }

    AstBinary.Operator multiply() {
        return numeric("*", (a, b) -> {
            if (PythonNumbers.isNumber(a) && PythonNumbers.isNumber(b)) {
                return PythonNumbers.multiply(a, b);
            }
            Object sequence = PythonNumbers.isNumber(a) ? b : a;
            Object times = PythonNumbers.isNumber(a) ? a : b;
            if (!PythonNumbers.isNumber(times) || PythonNumbers.isFloat(times)) {
                return null;
            }
            return repeated(sequence, PythonNumbers.big(times).max(java.math.BigInteger.ZERO));
        });
    }

    AstBinary.Operator divide() {
        return numbersOnly("/", PythonNumbers::divide);
    }

    AstBinary.Operator floorDivide() {
        return numbersOnly("//", PythonNumbers::floorDivide);
    }

    AstBinary.Operator modulo() {
        return numbersOnly("%", PythonNumbers::modulo);
    }

    AstBinary.Operator power() {
        return numbersOnly("**", PythonNumbers::power);
    }

    AstBinary.Operator concatenate() {
        return binary((a, b) -> joined(PythonText.str(a), PythonText.str(b)));
    }

    AstBinary.Operator equal() {
        return binary(PythonValues::equal);
    }

    AstBinary.Operator notEqual() {
        return binary((a, b) -> !PythonValues.equal(a, b));
    }

    AstBinary.Operator less() {
        return binary((a, b) -> PythonValues.compare(a, b) < 0);
    }

    AstBinary.Operator lessOrEqual() {
        return binary((a, b) -> PythonValues.compare(a, b) <= 0);
    }

    AstBinary.Operator greater() {
        return binary((a, b) -> PythonValues.compare(a, b) > 0);
    }

    AstBinary.Operator greaterOrEqual() {
        return binary((a, b) -> PythonValues.compare(a, b) >= 0);
    }

    AstBinary.Operator in() {
        return binary((a, b) -> PythonValues.contains(b, a));
    }

    AstBinary.Operator notIn() {
        return binary((a, b) -> !PythonValues.contains(b, a));
    }

    /** Gives the first false operand, or the last. */
    AstBinary.Operator and() {
        return (bindings, context, left, right) -> {
            Object value = left.eval(bindings, context);
            return PythonValues.truth(value) ? right.eval(bindings, context) : value;
        };
    }

    /** Gives the first true operand, or the last. */
    AstBinary.Operator or() {
        return (bindings, context, left, right) -> {
            Object value = left.eval(bindings, context);
            return PythonValues.truth(value) ? value : right.eval(bindings, context);
        };
    }

    AstUnary.Operator negate() {
        return (bindings, context, child) -> {
            Object value = Undefined.check(child.eval(bindings, context));
            if (value == null || !PythonNumbers.isNumber(value)) {
                throw new ExpressionFault("'-' does not apply to " + PythonValues.kind(value), "use |int or |float");
            }
            return PythonNumbers.negate(value);
        };
    }

    private AstBinary.Operator numbersOnly(String sign, BinaryOperator<Object> operation) {
        return numeric(
                sign, (a, b) -> PythonNumbers.isNumber(a) && PythonNumbers.isNumber(b) ? operation.apply(a, b) : null);
    }

    /** An operator on two values that are there; a result of null means that it does not apply to them. */
    private AstBinary.Operator numeric(String sign, Operation operation) {
        return binary((a, b) -> {
            Undefined.check(a);
            Undefined.check(b);
            Object result = a == null || b == null ? null : operation.apply(a, b);
            if (result == null) {
                throw new ExpressionFault(
                        "'" + sign + "' does not apply to " + PythonValues.kind(a) + " and " + PythonValues.kind(b),
                        "'~' joins anything as text, |int and |float make numbers");
            }
            return result;
        });
    }

    private static AstBinary.Operator binary(NullableOperation operation) {
        return new AstBinary.SimpleOperator() {
            @Override
            protected Object apply(TypeConverter converter, @Nullable Object a, @Nullable Object b) {
                return operation.apply(a, b);
            }
        };
    }

    private String joined(String a, String b) {
        if ((long) a.length() + b.length() > limits.maxOutputChars()) {
            throw ExpressionFault.tooLong(limits.maxOutputChars());
        }
        return a + b;
    }

    private @Nullable Object repeated(Object sequence, java.math.BigInteger times) {
        int count = times.bitLength() > 30 ? Integer.MAX_VALUE : times.intValue();
        if (sequence instanceof String text) {
            if ((long) text.length() * count > limits.maxOutputChars()) {
                throw ExpressionFault.tooLong(limits.maxOutputChars());
            }
            return text.isEmpty() ? "" : text.repeat(count);
        }
        if (sequence instanceof List<?> list) {
            if ((long) list.size() * count > limits.maxSteps()) {
                throw ExpressionFault.tooManySteps(limits.maxSteps());
            }
            List<@Nullable Object> all = new ArrayList<>();
            for (Object part : list.isEmpty() ? List.of() : Collections.nCopies(count, list)) {
                all.addAll((List<?>) part);
            }
            return all;
        }
        return null;
    }

    private List<@Nullable Object> checked(List<@Nullable Object> list) {
        if (list.size() > limits.maxSteps()) {
            throw ExpressionFault.tooManySteps(limits.maxSteps());
        }
        return list;
    }

    private interface Operation {
        @Nullable
        Object apply(Object a, Object b);
    }

    private interface NullableOperation {
        Object apply(@Nullable Object a, @Nullable Object b);
    }
}
