package dev.assay.benchmarks.template;

import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import com.hubspot.jinjava.lib.tag.IfTag;
import com.hubspot.jinjava.tree.TagNode;

/** jinjava's {@code if} with Python's truth. */
final class IfBlock extends IfTag {

    private static final long serialVersionUID = 1L;

    @Override
    public boolean isPositiveIfElseNode(TagNode tag, JinjavaInterpreter interpreter) {
        return PythonValues.truth(
                interpreter.resolveELExpression(tag.getHelpers(), tag.getLineNumber(), tag.getStartPosition()));
    }
}
