package dev.assay.benchmarks.template;

import com.hubspot.jinjava.interpret.UnknownTokenException;
import org.jspecify.annotations.Nullable;

/**
 * An expression has no value. Thrown wherever Python would raise; {@link Template} adds the place and makes a
 * {@link TemplateException} of it.
 *
 * <p>It is one of jinjava's exceptions because that is the one kind that passes through its layers as it is. Without a
 * stack trace, as a template with a fault may be rendered for many items.
 */
final class ExpressionFault extends UnknownTokenException {

    private static final long serialVersionUID = 1L;

    private final @Nullable String field;
    private final String text;
    private final String remedy;
    private final int line;

    ExpressionFault(String message, String remedy) {
        this(null, message, remedy, 0);
    }

    /** A fault about a field of the item. */
    ExpressionFault(@Nullable String field, String message, String remedy) {
        this(field, message, remedy, 0);
    }

    /** A fault whose line is known already. */
    ExpressionFault(String message, String remedy, int line) {
        this(null, message, remedy, line);
    }

    private ExpressionFault(@Nullable String field, String message, String remedy, int line) {
        super(message, line, -1);
        this.field = field;
        this.text = message;
        this.remedy = remedy;
        this.line = line;
    }

    @Nullable
    String field() {
        return field;
    }

    String text() {
        return text;
    }

    String remedy() {
        return remedy;
    }

    /** The template's line if the fault knows it, else what the caller knows; at least 1. */
    int line(int otherwise) {
        return Math.max(1, line > 0 ? line : otherwise);
    }

    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized") // it has nothing to protect
    public Throwable fillInStackTrace() {
        return this;
    }

    static ExpressionFault tooLong(int limit) {
        return new ExpressionFault(
                "the text grows beyond " + limit + " characters",
                "shorten the template or the item, or raise the limit");
    }

    static ExpressionFault tooManySteps(int limit) {
        return new ExpressionFault("the template needs more than " + limit + " steps", "simplify its loops");
    }
}
