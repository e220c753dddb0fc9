package dev.assay.benchmarks.template;

import com.hubspot.jinjava.el.ext.AstRangeBracket;
import java.util.List;
import jinjava.de.odysseus.el.tree.Bindings;
import jinjava.de.odysseus.el.tree.impl.ast.AstNode;
import jinjava.javax.el.ELContext;
import org.jspecify.annotations.Nullable;

/** {@code value[start:end]} of a text or list; indices count code points, negative ones from the end. */
final class PythonSlice extends AstRangeBracket {

    private final AstNode base;
    private final @Nullable AstNode start;
    private final @Nullable AstNode end;

    PythonSlice(AstNode base, @Nullable AstNode start, @Nullable AstNode end, boolean lvalue, boolean strict) {
        super(base, start, end, lvalue, strict, false);
        this.base = base;
        this.start = start;
        this.end = end;
    }

    @Override
    public Object eval(Bindings bindings, ELContext context) {
        Object value = base.eval(bindings, context);
        Object from = start == null ? null : start.eval(bindings, context);
        Object to = end == null ? null : end.eval(bindings, context);
        return of(value, from, to);
    }

    static Object of(@Nullable Object value, @Nullable Object start, @Nullable Object end) {
        return switch (value) {
            case String text -> {
                int length = text.codePointCount(0, text.length());
                int from = index(start, 0, length);
                int to = Math.max(from, index(end, length, length));
                yield text.substring(text.offsetByCodePoints(0, from), text.offsetByCodePoints(0, to));
            }
            case List<?> list -> {
                int from = index(start, 0, list.size());
                yield list.subList(from, Math.max(from, index(end, list.size(), list.size())));
            }
            case Undefined undefined -> throw undefined.fault();
            case null, default ->
                throw new ExpressionFault(PythonValues.kind(value) + " has no slices", "slice a text or a list");
        };
    }

    private static int index(@Nullable Object index, int absent, int length) {
        if (index == null) {
            return absent;
        }
        if (!PythonNumbers.isNumber(index) || PythonNumbers.isFloat(index)) {
            throw new ExpressionFault("a slice goes from one whole number to another", "use |int");
        }
        long at = PythonNumbers.big(index).longValue();
        return (int) Math.max(0, Math.min(length, at < 0 ? at + length : at));
    }
}
