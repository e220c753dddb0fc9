package dev.assay.benchmarks.template;

import jinjava.de.odysseus.el.tree.impl.Builder;
import jinjava.de.odysseus.el.tree.impl.Parser;
import org.jspecify.annotations.Nullable;

/** Parses expressions with {@link PythonParser}. Safe for use by many threads. */
final class PythonSyntax extends Builder {

    private static final long serialVersionUID = 1L;

    private final transient PythonOperators operators;

    PythonSyntax(PythonOperators operators) {
        super(Feature.METHOD_INVOCATIONS, Feature.NULL_PROPERTIES, Feature.VARARGS);
        this.operators = operators;
    }

    @Override
    protected Parser createParser(String expression) {
        return new PythonParser(this, expression, operators);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
