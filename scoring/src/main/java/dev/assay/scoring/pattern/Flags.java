package dev.assay.scoring.pattern;

import org.jspecify.annotations.Nullable;

/** The flags of Python patterns that change what a node means. */
record Flags(boolean ignoreCase, boolean multiline, boolean dotAll, boolean verbose) {

    static Flags none() {
        return new Flags(false, false, false, false);
    }

    /** @return null if the letter is no flag that is supported; {@code u} is always on */
    @Nullable
    Flags with(int letter, boolean on) {
        return switch (letter) {
            case 'i' -> new Flags(on, multiline, dotAll, verbose);
            case 'm' -> new Flags(ignoreCase, on, dotAll, verbose);
            case 's' -> new Flags(ignoreCase, multiline, on, verbose);
            case 'x' -> new Flags(ignoreCase, multiline, dotAll, on);
            case 'u' -> this;
            default -> null;
        };
    }
}
