package dev.assay.benchmarks.template;

import com.hubspot.jinjava.Jinjava;
import com.hubspot.jinjava.JinjavaConfig;
import com.hubspot.jinjava.interpret.Context;
import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import com.hubspot.jinjava.interpret.OutputTooBigException;
import com.hubspot.jinjava.interpret.TemplateError;
import com.hubspot.jinjava.interpret.UnknownTagException;
import org.jspecify.annotations.Nullable;

/** One rendering. The first error ends it, undefined names are errors, and loops are counted. Used by one thread once. */
final class StrictInterpreter extends JinjavaInterpreter {

    private final TemplateLimits limits;
    private int steps;

    StrictInterpreter(Jinjava jinjava, Context context, JinjavaConfig config, TemplateLimits limits) {
        super(jinjava, context, config);
        this.limits = limits;
    }

    /** Counts one round of a loop. */
    void step() {
        if (++steps > limits.maxSteps()) {
            throw ExpressionFault.tooManySteps(limits.maxSteps());
        }
    }

    @Override
    public String getAsString(@Nullable Object value) {
        return PythonText.str(value);
    }

    @Override
    public @Nullable Object retraceVariable(String name, int line, int startPosition) {
        Object value = getContext().get(name);
        boolean known = value != null || name.equals("none") || name.equals("None") || bound(name);
        return known ? value : new Undefined(name, "");
    }

    /** Whether any scope has the name, be it with null. */
    private boolean bound(String name) {
        for (Context scope = getContext(); scope != null; scope = scope.getParent()) {
            if (scope.getScope().containsKey(name)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void addError(@Nullable TemplateError error) {
        if (error == null) {
            return;
        }
        for (Throwable cause = error.getException(); cause != null; cause = cause.getCause()) {
            if (cause instanceof ExpressionFault fault) {
                throw fault;
            }
            if (cause instanceof OutputTooBigException) {
                throw ExpressionFault.tooLong(limits.maxOutputChars());
            }
            if (cause instanceof UnknownTagException unknown) {
                throw new ExpressionFault(
                        "there is no tag '" + unknown.getTag() + "' in templates",
                        "use if, for, set or raw",
                        error.getLineno());
            }
        }
        throw new ExpressionFault(String.valueOf(error.getMessage()), "correct the template", error.getLineno());
    }
}
