package dev.assay.contracts.spec;

import dev.assay.contracts.spec.document.Node;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says in words what a shape expects, and whether a number is within bounds. */
final class ShapeWords {

    private ShapeWords() {}

    /** To follow the words "must be". */
    static String of(Shape shape) {
        return switch (shape) {
            case Shape.Text text -> text.what();
            case Shape.Words words -> oneOf(words.words());
            case Shape.Numeric numeric -> numeric.whole() ? "a whole number" : "a number";
            case Shape.Flag flag -> "true or false";
            case Shape.Listed listed -> "a list";
            case Shape.Keyed keyed -> "a mapping";
            case Shape.Fields fields -> "a mapping";
            case Shape.AnyOf anyOf ->
                anyOf.shapes().stream().map(ShapeWords::of).distinct().collect(Collectors.joining(" or "));
            case Shape.Anything anything -> "anything";
        };
    }

    /** Lists words as a sentence does: {@code a, b or c}. */
    static String oneOf(List<String> words) {
        int last = words.size() - 1;
        return last == 0 ? words.getFirst() : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
    }

    /** Whether the value has the form that the shape is about: a scalar, a list or a mapping. */
    static boolean mayDescribe(Shape shape, Node node) {
        return switch (shape) {
            case Shape.Fields fields -> node instanceof Node.Mapping;
            case Shape.Keyed keyed -> node instanceof Node.Mapping;
            case Shape.Listed listed -> node instanceof Node.Sequence;
            case Shape.Text text -> node instanceof Node.Scalar;
            case Shape.Words words -> node instanceof Node.Scalar;
            case Shape.Numeric numeric -> node instanceof Node.Scalar;
            case Shape.Flag flag -> node instanceof Node.Scalar;
            case Shape.AnyOf anyOf -> anyOf.shapes().stream().anyMatch(s -> mayDescribe(s, node));
            case Shape.Anything anything -> true;
        };
    }

    /** What is wrong with a number, if something is. */
    static Optional<String> complaint(String text, Shape.Numeric shape) {
        Optional<BigDecimal> value = Decimals.read(text);
        if (value.isEmpty()) {
            return Optional.of("has more digits than are read here: " + Quoted.shortened(text, 40));
        }
        BigDecimal number = value.get();
        if (shape.whole() && !Decimals.isWhole(number)) {
            return Optional.of("must be a whole number, but is " + text);
        }
        int toLeast = number.compareTo(shape.least());
        if (shape.above() && toLeast <= 0) {
            return Optional.of("must be above " + shape.least().toPlainString() + ", but is " + text);
        }
        if (toLeast < 0) {
            return Optional.of("must be at least " + shape.least().toPlainString() + ", but is " + text);
        }
        return number.compareTo(shape.most()) > 0
                ? Optional.of("must be at most " + shape.most().toPlainString() + ", but is " + text)
                : Optional.empty();
    }
}
