package dev.assay.contracts.spec.document;

import dev.assay.contracts.spec.document.Node.Scalar;
import dev.assay.contracts.spec.document.Node.Scalar.Kind;
import java.io.StringReader;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * YAML as a stream of beginnings and ends: only the parser of SnakeYAML is used, so that no object is ever constructed
 * from a tag, and every limit holds while the text is read, not after.
 */
final class YamlSource {

    private static final String STANDARD = "tag:yaml.org,2002:";
    private static final Set<String> COLLECTIONS = Set.of("!", STANDARD + "map", STANDARD + "seq");

    private YamlSource() {}

    static TreeBuilder read(String text, TreeBuilder tree) throws FaultException {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        try {
            Parser parser = new ParserImpl(new StreamReader(new StringReader(text)), options);
            boolean begun = false;
            while (!parser.checkEvent(Event.ID.StreamEnd)) {
                Event event = parser.getEvent();
                if (event instanceof DocumentStartEvent) {
                    refuseSecond(begun, event);
                    begun = true;
                }
                accept(event, tree);
            }
            return tree;
        } catch (YAMLException e) {
            throw new FaultException(YamlFaults.of(e, text));
        }
    }

    private static void refuseSecond(boolean begun, Event event) throws FaultException {
        if (begun) {
            throw new FaultException(new Fault(
                    at(event.getStartMark()),
                    "a second YAML document begins here",
                    "Keep one document in a file; remove the line ---."));
        }
    }

    private static void accept(Event event, TreeBuilder tree) throws FaultException {
        Position position = at(event.getStartMark());
        switch (event) {
            case AliasEvent alias -> tree.alias(alias.getAnchor(), position);
            case ScalarEvent scalar -> tree.scalar(resolve(scalar, position), scalar.getAnchor());
            case CollectionStartEvent start -> {
                refuseTag(start.getTag(), COLLECTIONS, position);
                tree.begin(start instanceof MappingStartEvent, position, start.getAnchor());
            }
            case CollectionEndEvent end -> tree.end();
            default -> {
                // Beginnings and ends of the stream and of the document carry nothing.
            }
        }
    }

    private static Scalar resolve(ScalarEvent event, Position position) throws FaultException {
        @Nullable String tag = event.getTag();
        String text = event.getValue();
        if (tag == null) {
            boolean plain = event.getScalarStyle() == ScalarStyle.PLAIN;
            return plain ? Scalars.plain(text, position) : new Scalar(Kind.TEXT, text, position);
        }
        if (tag.equals("!") || tag.equals(STANDARD + "str")) {
            return new Scalar(Kind.TEXT, text, position);
        }
        Scalar plain = Scalars.plain(text, position);
        Set<String> agreeing = switch (plain.kind()) {
            case NUMBER -> Set.of(STANDARD + "int", STANDARD + "float");
            case FLAG -> Set.of(STANDARD + "bool");
            case NOTHING -> Set.of(STANDARD + "null");
            case TEXT -> Set.of();
        };
        refuseTag(tag, agreeing, position);
        return plain;
    }

    private static void refuseTag(@Nullable String tag, Set<String> accepted, Position position) throws FaultException {
        if (tag != null && !accepted.contains(tag)) {
            String name = tag.startsWith(STANDARD) ? "!!" + tag.substring(STANDARD.length()) : tag;
            throw new FaultException(new Fault(
                    position,
                    "the tag " + TreeBuilder.shortened(name) + " is not supported here",
                    "Remove it: only plain values, lists and mappings are read."));
        }
    }

    static Position at(Mark mark) {
        return new Position(mark.getLine() + 1, mark.getColumn() + 1);
    }
}
