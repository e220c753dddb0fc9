package dev.assay.benchmarks.template;

import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import com.hubspot.jinjava.lib.filter.AdvancedFilter;
import dev.assay.benchmarks.template.PythonFilters.PythonFilter;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One of our filters where jinjava looks for its own. Only {@code default} may see undefined values. */
record FilterCall(String name, PythonFilter filter) implements AdvancedFilter {

    @Override
    public String getName() {
        return name;
    }

    @Override
    public @Nullable Object filter(
            @Nullable Object value, JinjavaInterpreter interpreter, Object[] places, Map<String, Object> named) {
        if (!name.equals("default") && !name.equals("d")) {
            Undefined.check(value);
        }
        return filter.apply(value, new Arguments("|" + name, Arrays.asList(places), named));
    }
}
