package dev.assay.contracts.spec;

import dev.assay.contracts.spec.document.Node;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A value of a document, or its absence, with its path. Asking for something that is not there, or is of another form,
 * gives nothing: whether that is a problem was decided by the shape.
 */
record View(SpecPath path, @Nullable Node node) {

    static View of(Node root) {
        return new View(SpecPath.ROOT, root);
    }

    View at(String key) {
        @Nullable
        Node child = node instanceof Node.Mapping mapping ? mapping.get(key).orElse(null) : null;
        return new View(path.key(key), child);
    }

    /** The first of several spellings of a key that is present. */
    View atAny(List<String> keys) {
        return keys.stream().map(this::at).filter(View::isPresent).findFirst().orElseGet(() -> at(keys.getFirst()));
    }

    List<View> items() {
        if (!(node instanceof Node.Sequence list)) {
            return List.of();
        }
        return IntStream.range(0, list.items().size())
                .mapToObj(i -> new View(path.index(i), list.items().get(i)))
                .toList();
    }

    /** The items of a list, or a scalar alone, where one may be written without its list. */
    List<View> oneOrMore() {
        return node instanceof Node.Scalar ? List.of(this) : items();
    }

    /** The entries of a mapping that have a value. */
    List<Entry> entries() {
        if (!(node instanceof Node.Mapping mapping)) {
            return List.of();
        }
        return mapping.entries().stream()
                .map(e -> new Entry(e, at(e.key())))
                .filter(e -> e.value().isPresent())
                .toList();
    }

    boolean isPresent() {
        return node != null;
    }

    boolean isMapping() {
        return node instanceof Node.Mapping;
    }

    boolean isList() {
        return node instanceof Node.Sequence;
    }

    /** The text of a scalar as it was written, also of a number. */
    Optional<String> text() {
        return node instanceof Node.Scalar scalar && !scalar.isNothing()
                ? Optional.of(scalar.text())
                : Optional.empty();
    }

    Optional<BigDecimal> decimal() {
        return node instanceof Node.Scalar scalar && scalar.isNumber()
                ? Decimals.read(scalar.text())
                : Optional.empty();
    }

    Optional<Long> whole() {
        return decimal().flatMap(Decimals::whole);
    }

    boolean flag() {
        return node instanceof Node.Scalar scalar
                && scalar.isFlag()
                && scalar.text().equals("true");
    }

    /** The value as plain objects; null if absent. */
    @Nullable
    Object plain() {
        return node == null ? null : PlainValues.of(node);
    }

    /** One entry of a mapping. */
    record Entry(Node.Entry source, View value) {

        String key() {
            return source.key();
        }
    }
}
