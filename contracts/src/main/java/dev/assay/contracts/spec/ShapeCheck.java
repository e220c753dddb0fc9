package dev.assay.contracts.spec;

import dev.assay.contracts.naming.NearestNames;
import dev.assay.contracts.spec.Shape.Field;
import dev.assay.contracts.spec.document.Node;
import dev.assay.contracts.spec.document.Node.Mapping;
import dev.assay.contracts.spec.document.Node.Scalar;
import dev.assay.contracts.spec.document.Node.Sequence;
import java.util.Optional;

/** Compares a document with its shape and says everything that differs. */
final class ShapeCheck {

    private static final String QUOTE_IT = "Put it into quotes if it is meant as text.";

    private final Problems problems;
    private final KeyGuard guard;

    ShapeCheck(Problems problems, KeyGuard guard) {
        this.problems = problems;
        this.guard = guard;
    }

    /** @param remedy how a value here is written */
    void check(Node node, SpecPath path, Shape shape, String remedy) {
        switch (shape) {
            case Shape.AnyOf anyOf -> checkOneOf(node, path, anyOf, remedy);
            case Shape.Fields fields when node instanceof Mapping mapping -> checkFields(mapping, path, fields, remedy);
            case Shape.Keyed keyed when node instanceof Mapping mapping -> checkKeyed(mapping, path, keyed, remedy);
            case Shape.Listed listed when node instanceof Sequence list -> checkList(list, path, listed, remedy);
            case Shape.Text text when node instanceof Scalar scalar -> checkText(scalar, path, text, remedy);
            case Shape.Words words when node instanceof Scalar scalar -> checkWord(scalar, path, words);
            case Shape.Numeric numeric
            when node instanceof Scalar scalar && scalar.isNumber() -> checkNumber(scalar, path, numeric, remedy);
            case Shape.Flag flag when node instanceof Scalar scalar && scalar.isFlag() -> {
                // Either word is right.
            }
            case Shape.Anything anything -> {
                // Whatever it is.
            }
            case Shape.Fields other -> refuse(node, path, other, remedy);
            case Shape.Keyed other -> refuse(node, path, other, remedy);
            case Shape.Listed other -> refuse(node, path, other, remedy);
            case Shape.Text other -> refuse(node, path, other, remedy);
            case Shape.Words other -> refuse(node, path, other, remedy);
            case Shape.Numeric other -> refuse(node, path, other, remedy);
            case Shape.Flag other -> refuse(node, path, other, remedy);
        }
    }

    private void refuse(Node node, SpecPath path, Shape expected, String remedy) {
        boolean yesOrNo = expected instanceof Shape.Flag && node instanceof Scalar;
        problems.add(
                path,
                node,
                "must be " + ShapeWords.of(expected) + ", but is " + Quoted.described(node),
                yesOrNo ? "Write true or false: yes, no, on and off are text." : remedy);
    }

    private void checkOneOf(Node node, SpecPath path, Shape.AnyOf anyOf, String remedy) {
        Optional<Shape> fitting = anyOf.shapes().stream()
                .filter(s -> ShapeWords.mayDescribe(s, node))
                .findFirst();
        if (fitting.isPresent()) {
            check(node, path, fitting.get(), remedy);
        } else {
            refuse(node, path, anyOf, remedy);
        }
    }

    private void checkFields(Mapping mapping, SpecPath path, Shape.Fields shape, String remedy) {
        for (Node.Entry entry : mapping.entries()) {
            SpecPath at = path.key(entry.key());
            Optional<Field> field = shape.fields().stream()
                    .filter(f -> f.key().equals(entry.key()))
                    .findFirst();
            if (field.isPresent()) {
                checkField(entry.value(), at, field.get());
            } else if (shape.rest() != null) {
                check(entry.value(), at, shape.rest(), remedy);
            } else {
                refuseKey(entry, at, shape);
            }
        }
        shape.fields().stream()
                .filter(f -> f.required() && mapping.entry(f.key()).isEmpty())
                .forEach(f -> problems.add(path.key(f.key()), mapping, "is missing", f.remedy()));
    }

    private void checkField(Node value, SpecPath path, Field field) {
        boolean empty = value instanceof Scalar scalar && scalar.isNothing();
        if (!empty) {
            check(value, path, field.shape(), field.remedy());
        } else if (field.required()) {
            problems.add(path, value, "has no value", field.remedy());
        }
    }

    private void refuseKey(Node.Entry entry, SpecPath at, Shape.Fields shape) {
        Optional<KeyGuard.Refusal> refusal = guard.refusal(entry.key());
        if (refusal.isPresent()) {
            problems.add(
                    at,
                    entry.keyPosition(),
                    refusal.get().message(),
                    refusal.get().remedy());
            return;
        }
        problems.add(
                at,
                entry.keyPosition(),
                "is not a key of " + shape.what(),
                NearestNames.remedy(entry.key(), shape.keys()));
    }

    private void checkKeyed(Mapping mapping, SpecPath path, Shape.Keyed shape, String remedy) {
        if (mapping.entries().size() > shape.most()) {
            problems.add(
                    path,
                    mapping,
                    "must have at most " + shape.most() + " entries, but has "
                            + mapping.entries().size(),
                    remedy);
            return;
        }
        for (Node.Entry entry : mapping.entries()) {
            SpecPath at = path.key(entry.key());
            if (!shape.keys().matches(entry.key())) {
                problems.add(
                        at,
                        entry.keyPosition(),
                        "the name must be " + shape.keys().description(),
                        remedy);
            }
            check(entry.value(), at, shape.value(), remedy);
        }
    }

    private void checkList(Sequence list, SpecPath path, Shape.Listed shape, String remedy) {
        int size = list.items().size();
        if (size < shape.least()) {
            problems.add(
                    path,
                    list,
                    size == 0
                            ? "must not be empty"
                            : "must have at least " + shape.least() + " entries, but has " + size,
                    remedy);
        } else if (size > shape.most()) {
            problems.add(path, list, "must have at most " + shape.most() + " entries, but has " + size, remedy);
        }
        for (int i = 0; i < size; i++) {
            check(list.items().get(i), path.index(i), shape.element(), remedy);
        }
    }

    private void checkText(Scalar scalar, SpecPath path, Shape.Text shape, String remedy) {
        if (scalar.isNothing() || scalar.isFlag()) {
            problems.add(
                    path,
                    scalar,
                    "must be " + shape.what() + ", but is " + Quoted.described(scalar),
                    scalar.isFlag() ? QUOTE_IT : remedy);
        } else if (scalar.text().length() > shape.longest()) {
            problems.add(
                    path,
                    scalar,
                    "must have at most " + shape.longest() + " characters, but has "
                            + scalar.text().length(),
                    "Make it shorter.");
        } else {
            String complaint = shape.rule().complaint(scalar.text());
            if (complaint != null) {
                problems.add(path, scalar, complaint, remedy);
            }
        }
    }

    private void checkWord(Scalar scalar, SpecPath path, Shape.Words shape) {
        if (!shape.words().contains(scalar.text())) {
            problems.add(
                    path,
                    scalar,
                    "must be " + ShapeWords.of(shape) + ", but is " + Quoted.described(scalar),
                    NearestNames.remedy(scalar.text(), shape.words()));
        }
    }

    private void checkNumber(Scalar scalar, SpecPath path, Shape.Numeric shape, String remedy) {
        Optional<String> complaint = ShapeWords.complaint(scalar.text(), shape);
        complaint.ifPresent(c -> problems.add(path, scalar, c, remedy));
    }
}
