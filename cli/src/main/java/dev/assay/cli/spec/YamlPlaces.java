package dev.assay.cli.spec;

import java.io.StringReader;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * Finds the places in YAML.
 *
 * @param text of the spec
 */
record YamlPlaces(String text) {

    Places find() {
        try {
            LoaderOptions options = new LoaderOptions();
            options.setCodePointLimit(Integer.MAX_VALUE);
            return new Yaml(options).compose(new StringReader(text)) instanceof MappingNode root
                    ? places(root)
                    : Places.NONE;
        } catch (YAMLException e) {
            // The server reads it too, and says more precisely what is wrong.
            return Places.NONE;
        }
    }

    private Places places(MappingNode root) {
        Optional<Places.FilePlace> file = value(root, "benchmark")
                .flatMap(benchmark -> value(benchmark, "dataset"))
                .flatMap(this::file);
        Optional<Places.Span> group = value(root, "group").map(this::span);
        return new Places(file, group, insertion(root));
    }

    private Optional<Places.FilePlace> file(Node dataset) {
        if (!(dataset instanceof MappingNode mapping) || mapping.getValue().size() != 1) {
            return Optional.empty();
        }
        NodeTuple only = mapping.getValue().getFirst();
        boolean isFile = only.getKeyNode() instanceof ScalarNode key
                && key.getValue().equals("file")
                && only.getValueNode() instanceof ScalarNode;
        if (!isFile) {
            return Optional.empty();
        }
        ScalarNode value = (ScalarNode) only.getValueNode();
        Mark start = value.getStartMark();
        return Optional.of(new Places.FilePlace(
                span(only.getKeyNode()), span(value), value.getValue(), start.getLine() + 1, start.getColumn() + 1));
    }

    /** A block mapping is continued at its end, one in braces at its beginning. */
    private Optional<Places.Insertion> insertion(MappingNode root) {
        if (root.getFlowStyle() == DumperOptions.FlowStyle.FLOW) {
            String after = root.getValue().isEmpty() ? "" : ", ";
            return Optional.of(new Places.Insertion(index(root.getStartMark()) + 1, "", after));
        }
        int end = index(root.getEndMark());
        boolean fresh = end == 0 || text.charAt(end - 1) == '\n';
        String indent = " ".repeat(root.getStartMark().getColumn());
        return Optional.of(new Places.Insertion(end, (fresh ? "" : "\n") + indent, "\n"));
    }

    private static Optional<Node> value(@Nullable Node node, String key) {
        if (!(node instanceof MappingNode mapping)) {
            return Optional.empty();
        }
        return mapping.getValue().stream()
                .filter(tuple -> tuple.getKeyNode() instanceof ScalarNode name
                        && name.getValue().equals(key))
                .map(NodeTuple::getValueNode)
                .findFirst();
    }

    private Places.Span span(Node node) {
        return new Places.Span(index(node.getStartMark()), index(node.getEndMark()));
    }

    /** Marks count code points. */
    private int index(Mark mark) {
        return text.offsetByCodePoints(0, mark.getIndex());
    }
}
