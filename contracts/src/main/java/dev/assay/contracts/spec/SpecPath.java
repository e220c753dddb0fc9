package dev.assay.contracts.spec;

import dev.assay.contracts.spec.document.Node;
import dev.assay.contracts.spec.document.Position;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The way from a document's root to a value, such as {@code models[1].temperature}. Immutable. */
public final class SpecPath {

    /** The document itself. */
    public static final SpecPath ROOT = new SpecPath(null, "", -1);

    private static final Pattern SIMPLE_KEY = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]{0,63}");
    private static final int LONGEST_KEY = 40;

    private final @Nullable SpecPath parent;
    private final String key;
    private final int index;

    private SpecPath(@Nullable SpecPath parent, String key, int index) {
        this.parent = parent;
        this.key = key;
        this.index = index;
    }

    public static SpecPath of(String key) {
        return ROOT.key(key);
    }

    public SpecPath key(String name) {
        return new SpecPath(this, name, -1);
    }

    /** @param position in a list, from 0 */
    public SpecPath index(int position) {
        return new SpecPath(this, "", position);
    }

    /** Where the value begins; where it is absent, the innermost place on the way that exists. */
    Position positionIn(Node root) {
        if (parent == null) {
            return root.position();
        }
        return find(root).map(Node::position).orElseGet(() -> parent.positionIn(root));
    }

    boolean isIn(Node root) {
        return find(root).isPresent();
    }

    private Optional<Node> find(Node root) {
        if (parent == null) {
            return Optional.of(root);
        }
        return parent.find(root).flatMap(this::step);
    }

    private Optional<Node> step(Node from) {
        return switch (from) {
            case Node.Mapping mapping when index < 0 -> mapping.entry(key).map(Node.Entry::value);
            case Node.Sequence list
            when index >= 0 && index < list.items().size() ->
                Optional.of(list.items().get(index));
            case Node.Mapping other -> Optional.empty();
            case Node.Sequence other -> Optional.empty();
            case Node.Scalar other -> Optional.empty();
        };
    }

    @Override
    public String toString() {
        if (parent == null) {
            return "";
        }
        String before = parent.toString();
        if (index >= 0) {
            return before + "[" + index + "]";
        }
        if (!SIMPLE_KEY.matcher(key).matches()) {
            return before + "[\"" + Quoted.shortened(key, LONGEST_KEY) + "\"]";
        }
        return before.isEmpty() ? key : before + "." + key;
    }
}
