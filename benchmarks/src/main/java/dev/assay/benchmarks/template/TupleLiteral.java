package dev.assay.benchmarks.template;

import com.hubspot.jinjava.el.ext.AstTuple;
import java.util.List;
import jinjava.de.odysseus.el.tree.Bindings;
import jinjava.de.odysseus.el.tree.impl.ast.AstParameters;
import jinjava.javax.el.ELContext;

/** {@code (a, b)} in an expression. */
final class TupleLiteral extends AstTuple {

    TupleLiteral(AstParameters parts) {
        super(parts);
    }

    @Override
    public Object eval(Bindings bindings, ELContext context) {
        return new PythonTuple(((List<?>) super.eval(bindings, context)).toArray());
    }
}
