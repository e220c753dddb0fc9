package dev.assay.benchmarks.template;

import java.util.Objects;
import jinjava.de.odysseus.el.misc.TypeConverterImpl;
import org.jspecify.annotations.Nullable;

/** Where the expression language needs a truth value or a text, it gets Python's. */
final class PythonConverter extends TypeConverterImpl {

    private static final long serialVersionUID = 1L;

    @Override
    protected Boolean coerceToBoolean(@Nullable Object value) {
        return PythonValues.truth(value);
    }

    @Override
    protected String coerceToString(@Nullable Object value) {
        return PythonText.str(value);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PythonConverter;
    }

    @Override
    public int hashCode() {
        return Objects.hash(PythonConverter.class);
    }
}
