package dev.assay.workers.provider;

import dev.assay.contracts.run.Message;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes a provider's words fit for events and logs: at most 200 characters of its message, without the key or anything
 * that looks like one, and no message at all if it quotes the prompt.
 */
final class ErrorText {

    private static final int MAX_MESSAGE = 200;
    private static final int MAX_NAME = 60;
    private static final int MAX_READ = 2_000;
    /** Providers that quote do so at length: a common piece of this many characters is no chance. */
    private static final int QUOTE = 16;

    private static final Pattern KEY_LIKE = Pattern.compile("\\b(?:sk|pk|rk|key|gsk|xai|hf)[-_][A-Za-z0-9_*-]{6,}");
    private static final Pattern NOT_PRINTABLE = Pattern.compile("[\\p{Cntrl}\\s\\p{Cs}]+");

    private final @Nullable Secret key;
    private final List<Message> prompt;

    ErrorText(@Nullable Secret key, List<Message> prompt) {
        this.key = key;
        this.prompt = prompt;
    }

    /** One line: what happened, then what the provider called it, then its message. */
    String describe(String what, ProviderError error) {
        StringBuilder text = new StringBuilder(what);
        String name = clean(error.code().isEmpty() ? error.type() : error.code(), MAX_NAME);
        if (!name.isEmpty()) {
            text.append(" (").append(name).append(')');
        }
        String message = clean(error.message(), MAX_MESSAGE);
        if (!message.isEmpty()) {
            text.append(": ").append(message);
        }
        return text.toString();
    }

    private String clean(String raw, int max) {
        String line = NOT_PRINTABLE
                .matcher(raw.substring(0, Math.min(raw.length(), MAX_READ)))
                .replaceAll(" ")
                .strip();
        if (quotesPrompt(line.substring(0, Math.min(line.length(), max + QUOTE)))) {
            return "(not shown: quotes the prompt)";
        }
        if (key != null) {
            line = line.replace(key.reveal(), "***");
        }
        line = KEY_LIKE.matcher(line).replaceAll("***");
        if (line.length() <= max) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(max - 1)) ? max - 1 : max;
        return line.substring(0, end);
    }

    /** Looks at every piece of the line that begins at a multiple of its length, so a quote of twice that is found. */
    private boolean quotesPrompt(String line) {
        for (Message message : prompt) {
            String content = message.content();
            if (content.length() > 3 && content.length() < 2 * QUOTE && line.contains(content)) {
                return true;
            }
            for (int from = 0; from + QUOTE <= line.length(); from += QUOTE) {
                if (content.contains(line.substring(from, from + QUOTE))) {
                    return true;
                }
            }
        }
        return false;
    }
}
