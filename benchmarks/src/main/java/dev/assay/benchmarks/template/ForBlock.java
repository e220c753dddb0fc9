package dev.assay.benchmarks.template;

import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import com.hubspot.jinjava.lib.tag.ElseTag;
import com.hubspot.jinjava.lib.tag.Tag;
import com.hubspot.jinjava.tree.Node;
import com.hubspot.jinjava.tree.TagNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Jinja's {@code for}, with {@code if} behind it, {@code else}, unpacking, and a scope of its own for every round. */
final class ForBlock implements Tag {

    private static final long serialVersionUID = 1L;

    @Override
    public String getName() {
        return "for";
    }

    @Override
    public String interpret(TagNode tag, JinjavaInterpreter anyInterpreter) {
        StrictInterpreter interpreter = (StrictInterpreter) anyInterpreter;
        ForHeader header = ForHeader.parse(tag.getHelpers());
        int line = tag.getLineNumber();
        List<@Nullable Object> all = PythonValues.iterate(interpreter.resolveELExpression(header.values(), line));
        List<@Nullable Object> values = header.condition() == null ? all : kept(all, header, interpreter, line);
        Body body = Body.of(tag);
        StringBuilder out = new StringBuilder();
        if (values.isEmpty()) {
            render(body.otherwise(), interpreter, out);
        }
        for (int i = 0; i < values.size(); i++) {
            interpreter.step();
            interpreter.enterScope();
            try {
                bind(header.names(), values.get(i), interpreter);
                interpreter.getContext().put("loop", loop(values, i));
                render(body.rounds(), interpreter, out);
            } finally {
                interpreter.leaveScope();
            }
        }
        return out.toString();
    }

    private static List<@Nullable Object> kept(
            List<@Nullable Object> all, ForHeader header, StrictInterpreter interpreter, int line) {
        List<@Nullable Object> kept = new ArrayList<>();
        for (Object value : all) {
            interpreter.step();
            interpreter.enterScope();
            try {
                bind(header.names(), value, interpreter);
                if (PythonValues.truth(interpreter.resolveELExpression(String.valueOf(header.condition()), line))) {
                    kept.add(value);
                }
            } finally {
                interpreter.leaveScope();
            }
        }
        return kept;
    }

    private static void bind(List<String> names, @Nullable Object value, JinjavaInterpreter interpreter) {
        if (names.size() == 1) {
            interpreter.getContext().put(names.getFirst(), value);
            return;
        }
        List<@Nullable Object> parts = PythonValues.iterate(value);
        if (parts.size() != names.size()) {
            throw new ExpressionFault(
                    "the loop has " + names.size() + " variables, but a value has " + parts.size() + " parts",
                    "go through .items() for the keys and values of a mapping");
        }
        for (int i = 0; i < names.size(); i++) {
            interpreter.getContext().put(names.get(i), parts.get(i));
        }
    }

    private static Map<String, @Nullable Object> loop(List<@Nullable Object> values, int at) {
        Map<String, @Nullable Object> loop = new HashMap<>();
        int size = values.size();
        loop.put("index", (long) at + 1);
        loop.put("index0", (long) at);
        loop.put("revindex", (long) size - at);
        loop.put("revindex0", (long) size - at - 1);
        loop.put("first", at == 0);
        loop.put("last", at == size - 1);
        loop.put("length", (long) size);
        if (at > 0) {
            loop.put("previtem", values.get(at - 1));
        }
        if (at < size - 1) {
            loop.put("nextitem", values.get(at + 1));
        }
        return loop;
    }

    private static void render(List<Node> nodes, JinjavaInterpreter interpreter, StringBuilder out) {
        long limit = interpreter.getConfig().getMaxOutputSize();
        for (Node node : nodes) {
            String text = node.render(interpreter).getValue();
            if (out.length() + text.length() > limit) {
                throw ExpressionFault.tooLong((int) limit);
            }
            out.append(text);
        }
    }

    /** The nodes before and behind the {@code else} that belongs to the loop. */
    private record Body(List<Node> rounds, List<Node> otherwise) {

        static Body of(TagNode tag) {
            List<Node> all = new ArrayList<>(tag.getChildren());
            for (int i = 0; i < all.size(); i++) {
                if (ElseTag.TAG_NAME.equals(all.get(i).getName())) {
                    return new Body(all.subList(0, i), all.subList(i + 1, all.size()));
                }
            }
            return new Body(all, List.of());
        }
    }
}
