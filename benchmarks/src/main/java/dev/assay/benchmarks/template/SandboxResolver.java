package dev.assay.benchmarks.template;

import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import java.beans.FeatureDescriptor;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import jinjava.javax.el.ELContext;
import jinjava.javax.el.ELResolver;
import jinjava.javax.el.PropertyNotWritableException;
import org.jspecify.annotations.Nullable;

/**
 * The only way from an expression to a value's parts. It knows mappings, lists and texts, our filters and tests, and
 * nothing else, so that no Java object can be reached: a property of anything else is undefined, a method is refused.
 */
final class SandboxResolver extends ELResolver {

    private final PythonMethods methods;

    SandboxResolver(PythonMethods methods) {
        this.methods = methods;
    }

    @Override
    public @Nullable Object getValue(ELContext context, @Nullable Object base, Object property) {
        if (base == null) {
            return null;
        }
        context.setPropertyResolved(true);
        return base instanceof FilterCall || base instanceof TestCall
                ? null
                : Attributes.of(base, String.valueOf(property));
    }

    @Override
    public @Nullable Object invoke(
            ELContext context,
            @Nullable Object base,
            Object method,
            Class<?> @Nullable [] types,
            @Nullable Object @Nullable [] arguments) {
        context.setPropertyResolved(true);
        @Nullable Object[] given = arguments == null ? new Object[0] : arguments;
        return switch (base) {
            case FilterCall filter -> applied(filter, given);
            case TestCall test -> {
                boolean holds = test.evaluate(
                        given[0], (JinjavaInterpreter) given[1], Arrays.copyOfRange(given, 2, given.length));
                yield holds != method.equals("evaluateNegated");
            }
            case null, default -> methods.call(base, String.valueOf(method), given);
        };
    }

    @SuppressWarnings("unchecked") // jinjava hands filters their named arguments as a map from name to value
    private static @Nullable Object applied(FilterCall filter, @Nullable Object[] given) {
        return filter.filter(
                given[0], (JinjavaInterpreter) given[1], (Object[]) given[2], (Map<String, Object>) given[3]);
    }

    @Override
    public @Nullable Class<?> getType(ELContext context, @Nullable Object base, Object property) {
        return null;
    }

    @Override
    public void setValue(ELContext context, @Nullable Object base, Object property, @Nullable Object value) {
        throw new PropertyNotWritableException("templates change nothing");
    }

    @Override
    public boolean isReadOnly(ELContext context, @Nullable Object base, Object property) {
        return true;
    }

    @Override
    public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, @Nullable Object base) {
        List<FeatureDescriptor> none = Collections.emptyList();
        return none.iterator();
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, @Nullable Object base) {
        return Object.class;
    }
}
