package dev.assay.scoring.mathematics;

import dev.assay.scoring.pattern.Match;
import dev.assay.scoring.pattern.SafePattern;
import dev.assay.scoring.text.PythonText;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds the final answer of a solution and normalises it, as Minerva did for MATH.
 *
 * <p>Source: Lewkowycz et al. 2022, appendix D; lm-evaluation-harness, {@code tasks/minerva_math}. The rules are plain
 * replacements and keep their side effects: "ft" is dropped as a unit, so {@code \left(} becomes {@code \le(}. Thread-safe.
 */
public final class MinervaNormalization {

    private static final List<String[]> REPLACED = List.of(
            new String[] {"an ", ""},
            new String[] {"a ", ""},
            new String[] {".$", "$"},
            new String[] {"\\$", ""},
            new String[] {"\\ ", ""},
            new String[] {" ", ""},
            new String[] {"mbox", "text"},
            new String[] {",\\text{and}", ","},
            new String[] {"\\text{and}", ","},
            new String[] {"\\text{m}", "\\text{}"});

    private static final List<String> REMOVED = List.of(
            "square",
            "ways",
            "integers",
            "dollars",
            "mph",
            "inches",
            "ft",
            "hours",
            "km",
            "units",
            "\\ldots",
            "sue",
            "points",
            "feet",
            "minutes",
            "digits",
            "cents",
            "degrees",
            "cm",
            "gm",
            "pounds",
            "meters",
            "meals",
            "edges",
            "students",
            "childrentickets",
            "multiples",
            "\\text{s}",
            "\\text{.}",
            "\\text{\ns}",
            "\\text{}^2",
            "\\text{}^3",
            "\\text{\n}",
            "\\text{}",
            "\\mathrm{th}",
            "^\\circ",
            "^{\\circ}",
            "\\;",
            ",\\!",
            "{,}",
            "\"",
            "\\dots");

    private static final String END = "I hope it is correct.";

    private final SafePattern finalAnswer =
            SafePattern.compile("Final Answer: The final answer is(.*?). I hope it is correct.");
    private final SafePattern dollars = SafePattern.compile("(.*?)(\\$)(.*?)(\\$)(.*)");
    private final List<SafePattern> wrappers = List.of(
            SafePattern.compile("(\\\\text\\{)(.*?)(\\})"),
            SafePattern.compile("(\\\\textbf\\{)(.*?)(\\})"),
            SafePattern.compile("(\\\\overline\\{)(.*?)(\\})"),
            SafePattern.compile("(\\\\boxed\\{)(.*)(\\})"));
    private final SafePattern fraction = SafePattern.compile("(frac)([^{])(.)");
    private final SafePattern root = SafePattern.compile("(sqrt)([^{])");

    /** What follows "Final Answer: The final answer is", on the same line; empty if nothing does. */
    public Optional<String> finalAnswer(String solution) {
        return finalAnswer.first(solution + END).map(match -> PythonText.strip(group(match, 1)));
    }

    /** An answer in its normal form. */
    public String normalize(String answer) {
        String text = answer.substring(answer.lastIndexOf('=') + 1);
        for (String[] rule : REPLACED) {
            text = text.replace(rule[0], rule[1]);
        }
        for (String word : REMOVED) {
            text = text.replace(word, "");
        }
        text = replace(dollars, text, match -> "$" + group(match, 3) + "$");
        for (SafePattern wrapper : wrappers) {
            text = replace(wrapper, text, match -> group(match, 2));
        }
        text = replace(fraction, text, match -> "frac{" + group(match, 2) + "}{" + group(match, 3) + "}");
        text = replace(root, text, match -> "sqrt{" + group(match, 2) + "}").replace("$", "");
        String digits = text.replace(",", "");
        return isDigits(digits) ? digits : text;
    }

    private static String replace(SafePattern pattern, String text, Function<Match, String> replacement) {
        StringBuilder replaced = new StringBuilder();
        int from = 0;
        for (Match match : pattern.all(text)) {
            replaced.append(text, from, match.start()).append(replacement.apply(match));
            from = match.end();
        }
        return replaced.append(text.substring(from)).toString();
    }

    private static String group(Match match, int number) {
        return match.groups().get(number).orElse("");
    }

    /** Python's {@code isdigit}: digits of any script, raised ones too. */
    private static boolean isDigits(String text) {
        return !text.isEmpty() && text.codePoints().allMatch(c -> Character.isDigit(c) || isRaised(c));
    }

    private static boolean isRaised(int c) {
        return c == 0xB2
                || c == 0xB3
                || c == 0xB9
                || c == 0x2070
                || (c >= 0x2074 && c <= 0x2079)
                || (c >= 0x2080 && c <= 0x2089);
    }
}
