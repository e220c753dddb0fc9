package dev.assay.benchmarks.template;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a template, or with an item under a template.
 *
 * @param template the name that the template was compiled under, such as {@code prompt[0].content}
 * @param line 1-based line inside the template, if known
 * @param field the item's field in question, if one is
 * @param message what is wrong, a clause
 * @param remedy what to do, a clause
 */
public record TemplateProblem(
        String template, @Nullable Integer line, @Nullable String field, String message, String remedy) {

    public TemplateProblem {
        if (template.isBlank() || message.isBlank() || remedy.isBlank() || (line != null && line < 1)) {
            throw new IllegalArgumentException("a problem has a template, a message, a remedy and lines from 1");
        }
    }

    /** Template, line, message and remedy in one line. */
    public String text() {
        String place = line == null ? template : template + ", line " + line;
        return place + ": " + message + "; " + remedy;
    }
}
