package dev.assay.contracts.run;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The prompt of a judge as a run pins it.
 *
 * @param name a built-in prompt's, or {@code own}
 * @param version of its wording; verdicts of two wordings are not the same measurement
 * @param text with placeholders such as {@code {{ question }}}
 * @param format how the reply is read: {@code rating}, {@code letter}, {@code two-ratings}, {@code arrows} or
 *     {@code rubric}
 */
public record JudgePromptUse(String name, int version, String text, String format) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}");

    public JudgePromptUse {
        if (version < 1 || text.isBlank()) {
            throw new IllegalArgumentException("a judge prompt has a version from 1 and a text");
        }
    }

    /** The names of all values that a text wants. */
    public static Set<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * The text with its placeholders filled in. Values are foreign text: they stand as they are, also where they look like
     * a placeholder or a template.
     *
     * @throws IllegalArgumentException if a value is missing
     */
    public String filled(Map<String, String> values) {
        Matcher matcher = PLACEHOLDER.matcher(text);
        StringBuilder filled = new StringBuilder();
        while (matcher.find()) {
            String value = values.get(matcher.group(1));
            if (value == null) {
                throw new IllegalArgumentException("the judge's prompt wants a " + matcher.group(1));
            }
            matcher.appendReplacement(filled, Matcher.quoteReplacement(value));
        }
        return matcher.appendTail(filled).toString();
    }
}
