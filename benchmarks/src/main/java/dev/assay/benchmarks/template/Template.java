package dev.assay.benchmarks.template;

import com.hubspot.jinjava.tree.Node;
import dev.assay.contracts.naming.NearestNames;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A compiled template. Immutable and safe for use by many threads. */
public final class Template {

    private final String name;
    private final TemplateEngine engine;
    private final Node root;
    private final FieldUse fields;

    Template(String name, TemplateEngine engine, Node root, FieldUse fields) {
        this.name = name;
        this.engine = engine;
        this.root = root;
        this.fields = fields;
    }

    /** The fields that the template looks at. */
    public FieldUse fields() {
        return fields;
    }

    /**
     * Fills the template in. The same fields always give the same text.
     *
     * @throws TemplateException if a field is missing or the values do not fit what the template does with them, or a
     *     limit is reached
     */
    public String render(Map<String, @Nullable Object> values) {
        StrictInterpreter interpreter = engine.interpreter(values);
        try {
            return engine.run(interpreter, () -> interpreter.render(root));
        } catch (ExpressionFault fault) {
            throw new TemplateException(problem(fault, interpreter.getLineNumber(), values.keySet()));
        }
    }

    private TemplateProblem problem(ExpressionFault fault, int line, Set<String> there) {
        String remedy = fault.field() == null
                ? fault.remedy()
                : fault.remedy() + "; the item has " + String.join(", ", new TreeSet<>(there)) + "."
                        + NearestNames.hint(fault.field(), there);
        return new TemplateProblem(name, fault.line(line), fault.field(), fault.text(), remedy);
    }
}
