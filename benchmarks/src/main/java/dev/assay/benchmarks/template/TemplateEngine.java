package dev.assay.benchmarks.template;

import com.hubspot.jinjava.JinjavaConfig;
import com.hubspot.jinjava.LegacyOverrides;
import com.hubspot.jinjava.interpret.Context;
import com.hubspot.jinjava.interpret.InterpretException;
import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import com.hubspot.jinjava.interpret.OutputTooBigException;
import com.hubspot.jinjava.lib.tag.ElseIfTag;
import com.hubspot.jinjava.lib.tag.ElseTag;
import com.hubspot.jinjava.lib.tag.EndTag;
import com.hubspot.jinjava.lib.tag.RawTag;
import com.hubspot.jinjava.lib.tag.SetTag;
import com.hubspot.jinjava.lib.tag.Tag;
import com.hubspot.jinjava.tree.Node;
import dev.assay.benchmarks.template.PythonFilters.PythonFilter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jinjava.de.odysseus.el.ExpressionFactoryImpl;
import jinjava.de.odysseus.el.tree.TreeStore;
import jinjava.de.odysseus.el.tree.impl.Cache;
import org.jspecify.annotations.Nullable;

/**
 * Compiles templates. Making an engine takes some milliseconds; a process needs one. Safe for use by many threads, as
 * are the templates that it gives.
 *
 * <p>White space is kept as Jinja2 keeps it without {@code trim_blocks} and {@code lstrip_blocks}, a line feed at the end
 * included; {@code -} inside a tag strips it. CRLF in the source counts as LF.
 */
public final class TemplateEngine {

    private static final int CACHED_EXPRESSIONS = 10_000;
    private static final Pattern EMPTY_TAG = Pattern.compile("\\{%-?%}");

    private final TemplateLimits limits;
    private final SandboxContext libraries;
    private final PythonSyntax syntax;
    private final JinjavaConfig config;
    private final SandboxJinjava jinjava;

    /** An engine with the default limits. */
    public TemplateEngine() {
        this(TemplateLimits.DEFAULT);
    }

    public TemplateEngine(TemplateLimits limits) {
        this.limits = limits;
        PythonTests tests = new PythonTests();
        this.libraries = new SandboxContext(filters(limits, tests), tests, tags());
        this.syntax = new PythonSyntax(new PythonOperators(limits));
        this.config = config(limits);
        this.jinjava = new SandboxJinjava(
                config,
                libraries,
                new ExpressionFactoryImpl(new TreeStore(syntax, new Cache(CACHED_EXPRESSIONS)), new PythonConverter()));
    }

    /**
     * Compiles a template.
     *
     * @param name what problems are reported under, such as {@code prompt}
     * @throws TemplateException if the template cannot be read or uses what there is not
     */
    public Template compile(String name, String source) {
        if (source.length() > limits.maxOutputChars()) {
            throw new TemplateException(new TemplateProblem(
                    name,
                    null,
                    null,
                    "the template is longer than " + limits.maxOutputChars() + " characters",
                    "shorten it and put what differs into the items"));
        }
        StrictInterpreter interpreter = interpreter(Map.of());
        TemplateCheck check = new TemplateCheck(syntax, libraries);
        String text = source.replace("\r\n", "\n").replace('\r', '\n');
        boolean[] parsed = new boolean[1];
        try {
            return run(interpreter, () -> {
                Node root = parsed(interpreter, text);
                parsed[0] = true;
                return new Template(name, this, root, check.fields(root));
            });
        } catch (ExpressionFault fault) {
            int line = parsed[0] ? check.line() : fault.line(1);
            throw new TemplateException(new TemplateProblem(name, line, fault.field(), fault.text(), fault.remedy()));
        }
    }

    private static Node parsed(StrictInterpreter interpreter, String text) {
        try {
            return interpreter.parse(text);
        } catch (StringIndexOutOfBoundsException e) { // how jinjava fails at {%%}, where it looks for a '-'
            Matcher empty = EMPTY_TAG.matcher(text);
            int line = empty.find()
                    ? 1
                            + (int) text.substring(0, empty.start())
                                    .chars()
                                    .filter(c -> c == '\n')
                                    .count()
                    : 1;
            throw new ExpressionFault("there is nothing in a tag", "write if, for, set or raw into it", line);
        }
    }

    StrictInterpreter interpreter(Map<String, @Nullable Object> values) {
        return new StrictInterpreter(jinjava, new Context(libraries, values), config, limits);
    }

    /** Runs with the interpreter as the thread's current one; every way to fail becomes an {@link ExpressionFault}. */
    <T> T run(StrictInterpreter interpreter, Supplier<T> work) {
        JinjavaInterpreter.pushCurrent(interpreter);
        try {
            return work.get();
        } catch (OutputTooBigException e) {
            throw ExpressionFault.tooLong(limits.maxOutputChars());
        } catch (ExpressionFault e) {
            throw e;
        } catch (InterpretException e) {
            for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
                if (cause instanceof ExpressionFault fault) {
                    throw fault;
                }
            }
            throw new ExpressionFault(String.valueOf(e.getMessage()), "correct the template");
        } finally {
            JinjavaInterpreter.popCurrent();
        }
    }

    private static Map<String, PythonFilter> filters(TemplateLimits limits, PythonTests tests) {
        Map<String, PythonFilter> filters = new HashMap<>(new PythonFilters(limits).all());
        filters.putAll(new SequenceFilters(limits, tests).all(wanted -> {
            PythonFilter filter = filters.get(wanted);
            if (filter == null) {
                throw new ExpressionFault("there is no filter '" + wanted + "' in templates", "use another one");
            }
            return filter;
        }));
        return filters;
    }

    private static Map<String, Tag> tags() {
        List<Tag> blocks = List.of(new IfBlock(), new ForBlock(), new SetTag(), new RawTag());
        Map<String, Tag> tags = new HashMap<>();
        for (Tag block : blocks) {
            tags.put(block.getName(), block);
            tags.put(block.getEndTagName(), new EndTag(block));
        }
        tags.put("elif", new ElseIfTag());
        tags.put("else", new ElseTag());
        return tags;
    }

    private static JinjavaConfig config(TemplateLimits limits) {
        return JinjavaConfig.newBuilder()
                .withMaxOutputSize(limits.maxOutputChars())
                .withRangeLimit(limits.maxSteps())
                .withNestedInterpretationEnabled(false)
                .withElResolver(new SandboxResolver(new PythonMethods(limits)))
                .withLegacyOverrides(LegacyOverrides.newBuilder()
                        .withUseNaturalOperatorPrecedence(true)
                        .withParseWhitespaceControlStrictly(true)
                        .withAllowAdjacentTextNodes(true)
                        .withUseTrimmingForNotesAndExpressions(true)
                        .build())
                .build();
    }
}
