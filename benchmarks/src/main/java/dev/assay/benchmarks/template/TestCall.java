package dev.assay.benchmarks.template;

import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import com.hubspot.jinjava.lib.exptest.ExpTest;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One of our tests where jinjava looks for its own. */
record TestCall(String name, PythonTests tests) implements ExpTest {

    @Override
    public String getName() {
        return name;
    }

    @Override
    public boolean evaluate(@Nullable Object value, JinjavaInterpreter interpreter, @Nullable Object... arguments) {
        return tests.holds(name, value, Arrays.asList(arguments));
    }
}
