package dev.assay.benchmarks.template;

import java.util.ArrayList;
import java.util.List;
import jinjava.de.odysseus.el.tree.Bindings;
import jinjava.de.odysseus.el.tree.impl.ast.AstFunction;
import jinjava.de.odysseus.el.tree.impl.ast.AstParameters;
import jinjava.javax.el.ELContext;

/** Python's {@code range}, as a list that is never longer than the limit. */
final class RangeCall extends AstFunction {

    private final AstParameters parameters;
    private final int most;

    RangeCall(String name, int index, AstParameters parameters, int most) {
        super(name, index, parameters, true);
        this.parameters = parameters;
        this.most = most;
    }

    @Override
    public Object eval(Bindings bindings, ELContext context) {
        Arguments a =
                Arguments.of("range()", parameters.eval(bindings, context)).only("start", "stop", "step");
        boolean one = !a.has(1, "stop");
        long start = one ? 0 : a.whole(0, "start", 0);
        long stop = one ? a.whole(0, "stop", 0) : a.whole(1, "stop", 0);
        long step = a.whole(2, "step", 1);
        if (step == 0) {
            throw new ExpressionFault("range() has a step of 0", "use another step");
        }
        List<Object> numbers = new ArrayList<>();
        for (long at = start; step > 0 ? at < stop : at > stop; at += step) {
            if (numbers.size() == most) {
                throw ExpressionFault.tooManySteps(most);
            }
            numbers.add(at);
        }
        return numbers;
    }
}
