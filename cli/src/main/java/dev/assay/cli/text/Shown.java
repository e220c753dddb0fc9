package dev.assay.cli.text;

import java.util.regex.Pattern;

/**
 * Text of others, made fit for a terminal: answers of models and reasons of strangers may hold escape sequences, which
 * could rewrite what is on the screen.
 */
public final class Shown {

    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\\p{Cf}&&[^\\n\\t]]");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private Shown() {}

    /** The text without control characters; its lines stay. */
    public static String lines(String text) {
        return CONTROLS.matcher(text).replaceAll("");
    }

    /** The text on one line. */
    public static String line(String text) {
        return SPACES.matcher(lines(text)).replaceAll(" ").strip();
    }

    /** The text on one line of at most so many characters. */
    public static String cut(String text, int most) {
        String line = line(text);
        return line.length() <= most ? line : line.substring(0, most - 1) + "…";
    }
}
