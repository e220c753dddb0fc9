package dev.assay.benchmarks.template;

import com.hubspot.jinjava.interpret.Context;
import com.hubspot.jinjava.lib.exptest.ExpTest;
import com.hubspot.jinjava.lib.filter.Filter;
import com.hubspot.jinjava.lib.fn.ELFunctionDefinition;
import com.hubspot.jinjava.lib.fn.MacroFunction;
import com.hubspot.jinjava.lib.tag.Tag;
import dev.assay.benchmarks.template.PythonFilters.PythonFilter;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The libraries that all renderings share, an allow list. jinjava's contexts report what they resolved to their parents;
 * this one, the parent of all, ignores it, so it does not change after its construction and is safe for use by many
 * threads.
 */
final class SandboxContext extends Context {

    private final Map<String, Filter> filters = new HashMap<>();
    private final Map<String, ExpTest> tests = new HashMap<>();
    private final Map<String, Tag> tags;
    private final Set<ELFunctionDefinition> functions = new HashSet<>();

    SandboxContext(Map<String, PythonFilter> filters, PythonTests tests, Map<String, Tag> tags) {
        filters.forEach((name, filter) -> this.filters.put(name, new FilterCall(name, filter)));
        tests.all().keySet().forEach(name -> this.tests.put(name, new TestCall(name, tests)));
        this.tags = Map.copyOf(tags);
        ELFunctionDefinition range = super.getFunction(":range");
        if (range != null) {
            functions.add(range);
        }
    }

    Set<String> filterNames() {
        return filters.keySet();
    }

    Set<String> testNames() {
        return tests.keySet();
    }

    Set<String> tagNames() {
        return tags.keySet();
    }

    @Override
    public @Nullable Filter getFilter(String name) {
        return filters.get(name);
    }

    @Override
    public @Nullable ExpTest getExpTest(String name) {
        return tests.get(name);
    }

    @Override
    public @Nullable Tag getTag(String name) {
        return tags.get(name);
    }

    @Override
    public @Nullable ELFunctionDefinition getFunction(String name) {
        return functions.stream()
                .filter(f -> f.getName().equals(name))
                .findFirst()
                .orElse(null);
    }

    @Override
    public Collection<ELFunctionDefinition> getAllFunctions() {
        return functions;
    }

    @Override
    public Map<String, MacroFunction> getGlobalMacros() {
        return Map.of();
    }

    @Override
    public void addResolvedExpression(String expression) {}

    @Override
    public void addResolvedValue(String value) {}

    @Override
    public void addResolvedFunction(String function) {}

    @Override
    public void addDependency(String type, String identification) {}

    @Override
    public void addDependencies(com.google.common.collect.SetMultimap<String, String> dependencies) {}
}
