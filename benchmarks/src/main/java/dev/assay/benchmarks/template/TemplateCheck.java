package dev.assay.benchmarks.template;

import com.hubspot.jinjava.el.ext.AstNamedParameter;
import com.hubspot.jinjava.el.ext.ExtendedParser;
import com.hubspot.jinjava.tree.ExpressionNode;
import com.hubspot.jinjava.tree.Node;
import com.hubspot.jinjava.tree.TagNode;
import com.hubspot.jinjava.tree.parse.ExpressionToken;
import dev.assay.contracts.naming.NearestNames;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import jinjava.de.odysseus.el.tree.FunctionNode;
import jinjava.de.odysseus.el.tree.IdentifierNode;
import jinjava.de.odysseus.el.tree.Tree;
import jinjava.de.odysseus.el.tree.TreeBuilder;
import jinjava.de.odysseus.el.tree.TreeBuilderException;
import jinjava.de.odysseus.el.tree.impl.ast.AstFunction;
import jinjava.de.odysseus.el.tree.impl.ast.AstIdentifier;
import jinjava.de.odysseus.el.tree.impl.ast.AstMethod;
import jinjava.de.odysseus.el.tree.impl.ast.AstParameters;
import jinjava.javax.el.ELException;
import org.jspecify.annotations.Nullable;

/**
 * Goes through a parsed template once: parses every expression, looks up every filter, test and function, and notes the
 * fields. Used by one thread.
 *
 * <p>A name that any tag of the template binds (loop variables, {@code set}) is not a field anywhere in it. That is
 * simpler than Jinja's scopes and errs on the side of asking for less.
 */
final class TemplateCheck {

    private static final int MOST_DEPTH = 40;
    private static final int LONGEST_EXPRESSION = 4_000;
    private static final int LONGEST_CHAIN = 300;
    private static final Set<String> CONSTANTS = Set.of("none", "None", ExtendedParser.INTERPRETER);

    private final TreeBuilder expressions;
    private final SandboxContext libraries;
    private final Set<String> always = new TreeSet<>();
    private final Set<String> anywhere = new TreeSet<>();
    private final Set<String> guarded = new HashSet<>();
    private final Set<String> bound = new HashSet<>();
    private int line = 1;
    private int depth;

    TemplateCheck(TreeBuilder expressions, SandboxContext libraries) {
        this.expressions = expressions;
        this.libraries = libraries;
    }

    /** The line that was being looked at when a fault was thrown. */
    int line() {
        return line;
    }

    FieldUse fields(Node root) {
        children(root, true);
        anywhere.removeAll(bound);
        always.retainAll(anywhere);
        always.removeAll(guarded);
        return new FieldUse(always, anywhere);
    }

    private void children(Node parent, boolean reached) {
        if (++depth > MOST_DEPTH) {
            throw new ExpressionFault("tags are nested more than " + MOST_DEPTH + " deep", "simplify the template");
        }
        boolean firstBranch = true;
        for (Node node : parent.getChildren()) {
            line = Math.max(1, node.getLineNumber());
            switch (node) {
                case ExpressionNode expression ->
                    expression(((ExpressionToken) expression.getMaster()).getExpr(), reached && firstBranch);
                case TagNode tag -> {
                    firstBranch &= !tag.getName().startsWith("el");
                    tag(tag, reached && firstBranch);
                }
                default -> {}
            }
        }
        depth--;
    }

    private void tag(TagNode tag, boolean reached) {
        String text = tag.getHelpers();
        switch (tag.getName()) {
            case "if" -> {
                expression(text, reached);
                children(tag, false);
            }
            case "elif" -> expression(text, false);
            case "for" -> {
                ForHeader header = ForHeader.parse(text);
                expression(header.values(), reached);
                bound.addAll(header.names());
                bound.add("loop");
                if (header.condition() != null) {
                    expression(header.condition(), false);
                }
                children(tag, false);
            }
            case "set" -> {
                int equals = text.indexOf('=');
                String names = equals < 0 ? text : text.substring(0, equals);
                checkSet(names);
                Arrays.stream(names.split(",")).map(String::strip).forEach(bound::add);
                if (equals >= 0) {
                    expression("[" + text.substring(equals + 1) + "]", reached);
                }
                children(tag, reached);
            }
            default -> {}
        }
    }

    private static void checkSet(String names) {
        for (String name : names.split(",", -1)) {
            if (!name.strip().matches("[A-Za-z_][A-Za-z0-9_]*")) {
                throw new ExpressionFault(
                        "'set' cannot assign to '" + cut(names.strip()) + "'",
                        "set plain names, without filters or dots");
            }
        }
    }

    private static String cut(String text) {
        return text.length() <= 100 ? text : text.substring(0, 100) + "...";
    }

    private void expression(@Nullable String text, boolean reached) {
        if (text == null || text.isBlank()) {
            throw new ExpressionFault("there is no expression between the braces", "complete or remove it");
        }
        if (text.length() > LONGEST_EXPRESSION || bracketDepth(text) > MOST_DEPTH) {
            throw new ExpressionFault(
                    "an expression is longer than " + LONGEST_EXPRESSION + " characters or nested more than "
                            + MOST_DEPTH + " deep",
                    "take it apart with set");
        }
        if (text.contains(ExtendedParser.INTERPRETER)) {
            throw new ExpressionFault("there is a reserved name in an expression", "use another name");
        }
        Tree tree = parsed(text);
        for (FunctionNode function : tree.getFunctionNodes()) {
            if (!function.getName().equals("range")) {
                throw new ExpressionFault(
                        "there is no function '" + function.getName() + "' in templates", "the only function is range");
            }
        }
        for (IdentifierNode identifier : tree.getIdentifierNodes()) {
            name(identifier.getName(), reached);
        }
        operators(tree.getRoot(), null, 0);
    }

    /** Brackets in quotes count too: too many of them are no loss. */
    private static int bracketDepth(String text) {
        int depth = 0;
        int deepest = 0;
        for (int i = 0; i < text.length(); i++) {
            depth += "([{".indexOf(text.charAt(i)) >= 0 ? 1 : 0;
            depth -= ")]}".indexOf(text.charAt(i)) >= 0 ? 1 : 0;
            deepest = Math.max(deepest, depth);
        }
        return deepest;
    }

    private Tree parsed(String text) {
        try {
            return expressions.build("#{" + text.strip() + "}");
        } catch (TreeBuilderException e) {
            int end = Math.max(0, Math.min(text.strip().length(), e.getPosition() - 2));
            throw new ExpressionFault(
                    "the expression '" + text.strip() + "' cannot be read from '"
                            + text.strip().substring(end) + "' on: found " + e.getEncountered() + ", expected "
                            + e.getExpected(),
                    "correct the expression");
        } catch (ELException e) { // what jinjava's parser throws at a '|' or '=' that is out of place
            throw new ExpressionFault(
                    "the expression '" + text.strip() + "' cannot be read: '|' stands before the name of a filter only,"
                            + " and '=' behind the name of an argument",
                    "correct the expression; '==' compares");
        }
    }

    private void name(String name, boolean reached) {
        if (name.startsWith("filter:")) {
            known(name.substring(7), libraries.filterNames(), "filter");
        } else if (name.startsWith("exptest:")) {
            known(name.substring(8), libraries.testNames(), "test");
        } else if (!CONSTANTS.contains(name)) {
            anywhere.add(name);
            if (reached && !bound.contains(name)) {
                always.add(name);
            }
        }
    }

    private static void known(String name, Collection<String> names, String kind) {
        if (!names.contains(name)) {
            throw new ExpressionFault(
                    "there is no " + kind + " '" + name + "' in templates",
                    "use one of " + String.join(", ", new TreeSet<>(names)) + "." + NearestNames.hint(name, names));
        }
    }

    /**
     * Notes names that are asked for with {@code is defined} or have a default; and refuses chains without end, and
     * {@code =} that names no argument.
     */
    private void operators(
            jinjava.de.odysseus.el.tree.@Nullable Node node,
            jinjava.de.odysseus.el.tree.@Nullable Node parent,
            int level) {
        if (node == null) {
            return;
        }
        if (level > LONGEST_CHAIN) {
            throw new ExpressionFault(
                    "an expression has more than " + LONGEST_CHAIN + " operators in a row", "take it apart with set");
        }
        if (node instanceof AstMethod method && isGuard(method)) {
            jinjava.de.odysseus.el.tree.Node first = method.getChild(1).getChild(0);
            if (first instanceof AstIdentifier field) {
                guarded.add(field.getName());
            }
        }
        boolean ofCall =
                node instanceof AstParameters && (parent instanceof AstMethod || parent instanceof AstFunction);
        for (int i = 0; i < node.getCardinality(); i++) {
            if (node.getChild(i) instanceof AstNamedParameter && !ofCall) {
                throw PythonParser.misplacedEquals();
            }
            operators(node.getChild(i), node, level + 1);
        }
    }

    private static boolean isGuard(AstMethod method) {
        return method.getChild(0).getChild(0) instanceof AstIdentifier callee
                && Set.of("filter:default", "filter:d", "exptest:defined", "exptest:undefined")
                        .contains(callee.getName());
    }
}
