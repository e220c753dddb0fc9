package dev.assay.contracts.spec;

import dev.assay.contracts.spec.document.Node;
import dev.assay.contracts.spec.document.Position;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong with one document. Not safe for use by many threads. */
final class Problems {

    /** Nobody reads more, and a large broken file must not become a larger answer. */
    private static final int MOST = 50;

    private final List<SpecProblem> found = new ArrayList<>();
    private int omitted;

    void add(SpecPath path, Position position, String message, String remedy) {
        if (found.size() < MOST) {
            found.add(new SpecProblem(path.toString(), position.line(), position.column(), message, remedy));
        } else {
            omitted++;
        }
    }

    void add(SpecPath path, Node node, String message, String remedy) {
        add(path, node.position(), message, remedy);
    }

    int count() {
        return found.size() + omitted;
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /** In the order of their places. */
    List<SpecProblem> all() {
        List<SpecProblem> sorted = new ArrayList<>(found);
        sorted.sort(Comparator.comparing(SpecProblem::line, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(SpecProblem::column, Comparator.nullsFirst(Comparator.naturalOrder())));
        if (omitted > 0) {
            sorted.add(new SpecProblem("", null, null, omitted + " more problems were found", "Mend these first."));
        }
        return List.copyOf(sorted);
    }
}
