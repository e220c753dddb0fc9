package dev.assay.contracts.spec.document;

import dev.assay.contracts.spec.document.Node.Entry;
import dev.assay.contracts.spec.document.Node.Mapping;
import dev.assay.contracts.spec.document.Node.Scalar;
import dev.assay.contracts.spec.document.Node.Sequence;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Puts a tree together from the beginnings and ends that a parser reports, and refuses what is too deep, too large,
 * doubled or aliased to nothing. Values behind aliases are shared, not copied, but count each time.
 */
final class TreeBuilder {

    private static final int MOST_DUPLICATES = 20;
    private static final int LONGEST_QUOTE = 40;

    private final DocumentLimits limits;
    private final boolean mergeKeys;
    private final Deque<Open> open = new ArrayDeque<>();
    private final Map<String, Built> anchors = new HashMap<>();
    private final List<Fault> duplicates = new ArrayList<>();
    private @Nullable Node root;
    /** Of all that was built so far, unfolded. */
    private long weight;

    private record Built(Node node, Extent extent) {}

    /** @param mergeKeys whether the key {@code <<} takes over another mapping's entries, as in YAML 1.1 */
    TreeBuilder(DocumentLimits limits, boolean mergeKeys) {
        this.limits = limits;
        this.mergeKeys = mergeKeys;
    }

    void scalar(Scalar scalar, @Nullable String anchor) throws FaultException {
        if (open.peek() instanceof OpenMapping mapping && mapping.awaitsKey()) {
            mapping.key(scalar, duplicates);
            return;
        }
        Extent extent = Extent.ofText(scalar.text());
        grow(extent.weight(), scalar.position());
        add(new Built(scalar, extent), anchor);
    }

    void begin(boolean mapping, Position position, @Nullable String anchor) throws FaultException {
        refuseAsKey(position);
        if (open.size() >= limits.depth()) {
            throw tooDeep(position);
        }
        grow(Extent.PER_VALUE, position);
        open.push(mapping ? new OpenMapping(position, anchor, mergeKeys) : new OpenSequence(position, anchor));
    }

    void end() throws FaultException {
        Open done = open.pop();
        add(new Built(done.node(), done.extent()), done.anchor());
    }

    void alias(String anchor, Position position) throws FaultException {
        refuseAsKey(position);
        Built target = anchors.get(anchor);
        if (target == null) {
            throw fault(
                    position,
                    "*" + shortened(anchor) + " refers to nothing that is complete at this place",
                    "Define it with &" + shortened(anchor) + " above, outside of itself.");
        }
        if (open.size() + target.extent().height() > limits.depth()) {
            throw tooDeep(position);
        }
        grow(target.extent().weight(), position);
        add(target, null);
    }

    /** The finished tree, if there was a value and no key stood twice in a mapping. */
    Optional<Node> root() {
        return Optional.ofNullable(root);
    }

    List<Fault> duplicates() {
        return List.copyOf(duplicates);
    }

    private void add(Built built, @Nullable String anchor) throws FaultException {
        if (anchor != null) {
            anchors.put(anchor, built);
        }
        Open parent = open.peek();
        if (parent == null) {
            root = built.node();
        } else {
            parent.add(built);
        }
    }

    private void refuseAsKey(Position position) throws FaultException {
        if (open.peek() instanceof OpenMapping mapping && mapping.awaitsKey()) {
            throw fault(position, "a key must be plain text here", "Write `name: value`, and quote braces: '{...}'.");
        }
    }

    private void grow(long by, Position position) throws FaultException {
        weight += by;
        if (weight > limits.weight()) {
            throw fault(
                    position,
                    "the document is too large once it is unfolded",
                    "Put large data into a file of its own, and do not nest aliases.");
        }
    }

    private FaultException tooDeep(Position position) {
        return fault(position, "nested more than " + limits.depth() + " levels deep", "Make the structure flatter.");
    }

    private static FaultException fault(Position position, String message, String remedy) {
        return new FaultException(new Fault(position, message, remedy));
    }

    /** What somebody wrote, for a message: its beginning, on one line. */
    static String shortened(String name) {
        StringBuilder shown = new StringBuilder();
        name.codePoints().limit(LONGEST_QUOTE).forEach(c -> shown.appendCodePoint(Character.isISOControl(c) ? ' ' : c));
        return name.codePointCount(0, name.length()) > LONGEST_QUOTE ? shown + "…" : shown.toString();
    }

    /** A container that has begun and not ended. */
    private abstract static sealed class Open {

        final Position position;
        private final @Nullable String anchor;
        private Extent extent = Extent.empty();

        Open(Position position, @Nullable String anchor) {
            this.position = position;
            this.anchor = anchor;
        }

        abstract void add(Built value) throws FaultException;

        abstract Node node();

        final void grow(int keyLength, Extent value) {
            extent = extent.with(keyLength, value);
        }

        final Extent extent() {
            return extent;
        }

        final @Nullable String anchor() {
            return anchor;
        }
    }

    private static final class OpenSequence extends Open {

        private final List<Node> items = new ArrayList<>();

        OpenSequence(Position position, @Nullable String anchor) {
            super(position, anchor);
        }

        @Override
        void add(Built value) {
            items.add(value.node());
            grow(0, value.extent());
        }

        @Override
        Node node() {
            return new Sequence(items, position);
        }
    }

    private static final class OpenMapping extends Open {

        /** YAML's key for "all of that mapping too, unless given here". */
        private static final String MERGE = "<<";

        private final boolean mergeKeys;
        private final Map<String, Entry> entries = new LinkedHashMap<>();
        private final List<Entry> merged = new ArrayList<>();
        private @Nullable Scalar key;

        OpenMapping(Position position, @Nullable String anchor, boolean mergeKeys) {
            super(position, anchor);
            this.mergeKeys = mergeKeys;
        }

        boolean awaitsKey() {
            return key == null;
        }

        void key(Scalar scalar, List<Fault> duplicates) throws FaultException {
            if (scalar.text().isEmpty()) {
                throw fault(scalar.position(), "a key is empty", "Write `name: value`.");
            }
            Entry first = entries.get(scalar.text());
            if (first != null && duplicates.size() < MOST_DUPLICATES) {
                duplicates.add(new Fault(
                        scalar.position(),
                        "the key " + shortened(scalar.text()) + " stands twice in one mapping, first in line "
                                + first.keyPosition().line(),
                        "Keep one of the two."));
            }
            key = scalar;
        }

        @Override
        void add(Built value) throws FaultException {
            Scalar name = Objects.requireNonNull(key, "a value follows its key");
            key = null;
            grow(name.text().length() + Extent.PER_VALUE, value.extent());
            if (mergeKeys && name.text().equals(MERGE)) {
                merge(value.node());
            } else {
                entries.putIfAbsent(name.text(), new Entry(name.text(), name.position(), value.node()));
            }
        }

        private void merge(Node source) throws FaultException {
            switch (source) {
                case Mapping mapping -> merged.addAll(mapping.entries());
                case Sequence sequence
                when sequence.items().stream().noneMatch(i -> i instanceof Sequence) -> {
                    for (Node item : sequence.items()) {
                        merge(item);
                    }
                }
                case Sequence other -> throw notMergeable(other);
                case Scalar other -> throw notMergeable(other);
            }
        }

        private static FaultException notMergeable(Node node) {
            return fault(node.position(), "<< takes a mapping or a list of mappings", "Write `<<: *name`.");
        }

        @Override
        Node node() {
            merged.forEach(e -> entries.putIfAbsent(e.key(), e));
            return new Mapping(List.copyOf(entries.values()), position);
        }
    }
}
