package dev.assay.cli.text;

/** Colours, or none. */
public record Ink(boolean on) {

    public String bold(String text) {
        return paint("1", text);
    }

    public String faint(String text) {
        return paint("2", text);
    }

    public String good(String text) {
        return paint("32", text);
    }

    public String warning(String text) {
        return paint("33", text);
    }

    public String bad(String text) {
        return paint("31", text);
    }

    /** The colour says what the word says. */
    public String state(String state) {
        return switch (state) {
            case "COMPLETE" -> good(state);
            case "PARTIAL", "CANCELLED", "PAUSED" -> warning(state);
            case "FAILED" -> bad(state);
            default -> state;
        };
    }

    private String paint(String code, String text) {
        return on && !text.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
