package dev.assay.contracts.spec;

import dev.assay.contracts.naming.NearestNames;
import dev.assay.contracts.spec.Vocabulary.Parameter;
import dev.assay.contracts.spec.document.Node;
import dev.assay.contracts.spec.document.Node.Scalar;
import java.util.List;
import java.util.Objects;

/** Compares the value of a parameter with its kind. */
final class ParameterCheck {

    private final Problems problems;

    ParameterCheck(Problems problems) {
        this.problems = problems;
    }

    void check(View value, Parameter parameter) {
        switch (parameter.kind()) {
            case TEXTS, PATTERNS -> {
                List<View> items = value.isList() ? value.items() : List.of(value);
                items.forEach(item -> checkScalar(item, parameter));
            }
            case TEXT, PATTERN, FLAG, INTEGER, DECIMAL -> checkScalar(value, parameter);
        }
    }

    private void checkScalar(View value, Parameter parameter) {
        Node node = Objects.requireNonNull(value.node(), "only what is present is checked");
        if (!(node instanceof Scalar scalar) || scalar.isNothing()) {
            problems.add(value.path(), node, expected(parameter) + Quoted.described(node), usage(parameter));
            return;
        }
        String text = scalar.text();
        boolean right = switch (parameter.kind()) {
            case FLAG -> text.equals("true") || text.equals("false");
            case INTEGER -> Decimals.read(text).flatMap(Decimals::whole).isPresent();
            case DECIMAL -> Decimals.read(text).isPresent();
            case TEXT, TEXTS, PATTERN, PATTERNS ->
                parameter.allowed().isEmpty() || parameter.allowed().contains(text);
        };
        if (!right) {
            String remedy =
                    parameter.allowed().isEmpty() ? usage(parameter) : NearestNames.remedy(text, parameter.allowed());
            problems.add(value.path(), node, expected(parameter) + Quoted.described(node), remedy);
        } else if (parameter.kind() == Parameter.Kind.PATTERN || parameter.kind() == Parameter.Kind.PATTERNS) {
            checkPattern(value.path(), scalar);
        }
    }

    private void checkPattern(SpecPath path, Scalar scalar) {
        String complaint = PatternSyntax.complaint(scalar.text());
        if (complaint != null) {
            problems.add(
                    path,
                    scalar,
                    complaint,
                    "Put it into single quotes, and a backslash before a sign that means itself.");
        }
    }

    private static String expected(Parameter parameter) {
        if (!parameter.allowed().isEmpty()) {
            return "must be " + ShapeWords.oneOf(parameter.allowed()) + ", but is ";
        }
        String kind = switch (parameter.kind()) {
            case TEXT -> "text";
            case PATTERN -> "a regular expression";
            case FLAG -> "true or false";
            case INTEGER -> "a whole number";
            case DECIMAL -> "a number";
            case TEXTS -> "a text or a list of texts";
            case PATTERNS -> "a regular expression or a list of them";
        };
        return "must be " + kind + ", but is ";
    }

    private static String usage(Parameter parameter) {
        String value = switch (parameter.kind()) {
            case TEXT -> "some text";
            case PATTERN -> "'([0-9]+)'";
            case FLAG -> "true";
            case INTEGER -> "1";
            case DECIMAL -> "0.01";
            case TEXTS -> "[one, two]";
            case PATTERNS -> "['[.,]', '\\s+$']";
        };
        return "Write it like `" + parameter.name() + ": " + value + "`.";
    }
}
