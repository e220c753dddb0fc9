package dev.assay.scoring.mathematics;

import dev.assay.scoring.text.PythonNumber;
import dev.assay.scoring.text.PythonText;
import java.util.Optional;

/**
 * Whether two LaTeX answers are the same text after the normalisation of the MATH benchmark.
 *
 * <p>Source: Hendrycks et al. 2021; hendrycks/math, {@code math_equivalence.py}, and lm-evaluation-harness,
 * {@code tasks/hendrycks_math}. Line breaks, negative spaces, sizes of brackets, degrees, dollar and percent signs, units
 * in {@code \text}, spaces and a short left side ("x=") are dropped; fractions and roots are written out. Nothing is
 * computed: 0.25 is not 1/4. Where the normalisation fails, the texts are compared as they are; the two implementations
 * fail on different texts, which is their only difference. Stateless.
 */
public enum HendrycksEquivalence {
    /** The benchmark's own code. */
    MATH,
    /** The harness, which gives up on a/b if a or b is no whole number. */
    HARNESS;

    /** Whether two answers are the same. */
    public boolean isSame(String one, String other) {
        try {
            return normalize(one).equals(normalize(other));
        } catch (NotNormal notNormal) {
            return one.equals(other);
        }
    }

    /** The normalised answer; empty where the reference fails. */
    public Optional<String> normalized(String text) {
        try {
            return Optional.of(normalize(text));
        } catch (NotNormal notNormal) {
            return Optional.empty();
        }
    }

    private String normalize(String text) throws NotNormal {
        String plain = text.replace("\n", "")
                .replace("\\!", "")
                .replace("\\\\", "\\")
                .replace("tfrac", "frac")
                .replace("dfrac", "frac")
                .replace("\\left", "")
                .replace("\\right", "")
                .replace("^{\\circ}", "")
                .replace("^\\circ", "")
                .replace("\\$", "");
        plain = withoutUnits(plain).replace("\\%", "").replace(" .", " 0.").replace("{.", "{0.");
        if (plain.isEmpty()) {
            return plain;
        }
        if (plain.startsWith(".")) {
            plain = "0" + plain;
        }
        plain = fractions(roots(withoutLeftSide(plain)).replace(" ", ""));
        return slash(plain.equals("0.5") ? "\\frac{1}{2}" : plain);
    }

    private static String withoutUnits(String text) throws NotNormal {
        String unit = "\\text{ ";
        int at = text.indexOf(unit);
        if (at < 0) {
            return text;
        }
        if (text.indexOf(unit, at + unit.length()) >= 0) {
            throw new NotNormal();
        }
        return text.substring(0, at);
    }

    private static String withoutLeftSide(String text) {
        int at = text.indexOf('=');
        boolean one = at >= 0 && text.indexOf('=', at + 1) < 0;
        return one && text.codePointCount(0, at) <= 2 ? text.substring(at + 1) : text;
    }

    private static String roots(String text) throws NotNormal {
        var parts = PythonText.split(text, "\\sqrt");
        StringBuilder written = new StringBuilder(parts.getFirst());
        for (String part : parts.subList(1, parts.size())) {
            int first = firstOf(part);
            written.append("\\sqrt");
            if (first == '{') {
                written.append(part);
            } else {
                int end = Character.charCount(first);
                written.append('{').append(part, 0, end).append('}').append(part.substring(end));
            }
        }
        return written.toString();
    }

    private static String fractions(String text) throws NotNormal {
        var parts = PythonText.split(text, "\\frac");
        StringBuilder written = new StringBuilder(parts.getFirst());
        for (String part : parts.subList(1, parts.size())) {
            int first = firstOf(part);
            written.append("\\frac");
            if (first == '{') {
                written.append(part);
                continue;
            }
            int second = Character.charCount(first);
            if (second == part.length()) {
                return text;
            }
            int rest = second + Character.charCount(part.codePointAt(second));
            written.append('{').append(part, 0, second).append('}');
            if (part.charAt(second) == '{') {
                written.append(part.substring(second));
            } else {
                written.append('{').append(part, second, rest).append('}').append(part.substring(rest));
            }
        }
        return written.toString();
    }

    private String slash(String text) throws NotNormal {
        var parts = PythonText.split(text, "/");
        if (parts.size() != 2) {
            return text;
        }
        var above = PythonNumber.parseInt(parts.get(0));
        var below = PythonNumber.parseInt(parts.get(1));
        if (above.isEmpty() || below.isEmpty()) {
            if (this == HARNESS) {
                throw new NotNormal();
            }
            return text;
        }
        return text.equals(above.get() + "/" + below.get()) ? "\\frac{" + above.get() + "}{" + below.get() + "}" : text;
    }

    private static int firstOf(String part) throws NotNormal {
        if (part.isEmpty()) {
            throw new NotNormal();
        }
        return part.codePointAt(0);
    }

    /** The reference would raise an error here. */
    private static final class NotNormal extends Exception {
        private static final long serialVersionUID = 1;

        NotNormal() {
            super("not an answer that can be normalised", null, false, false);
        }
    }
}
