package dev.assay.benchmarks.template;

import com.hubspot.jinjava.Jinjava;
import com.hubspot.jinjava.JinjavaConfig;
import com.hubspot.jinjava.interpret.Context;
import jinjava.javax.el.ExpressionFactory;

/** jinjava with our expression language and our libraries in the place of its own. */
final class SandboxJinjava extends Jinjava {

    private final SandboxContext libraries;
    private final ExpressionFactory expressions;

    SandboxJinjava(JinjavaConfig config, SandboxContext libraries, ExpressionFactory expressions) {
        super(config);
        this.libraries = libraries;
        this.expressions = expressions;
    }

    @Override
    public Context getGlobalContext() {
        return libraries;
    }

    @Override
    public ExpressionFactory getExpressionFactory() {
        return expressions;
    }
}
