package dev.assay.benchmarks.template;

import com.hubspot.jinjava.el.ext.AdditionOperator;
import com.hubspot.jinjava.el.ext.AstRangeBracket;
import com.hubspot.jinjava.el.ext.AstTuple;
import com.hubspot.jinjava.el.ext.CollectionMembershipOperator;
import com.hubspot.jinjava.el.ext.CollectionNonMembershipOperator;
import com.hubspot.jinjava.el.ext.ExtendedParser;
import com.hubspot.jinjava.el.ext.OrOperator;
import com.hubspot.jinjava.el.ext.PowerOfOperator;
import com.hubspot.jinjava.el.ext.StringConcatOperator;
import com.hubspot.jinjava.el.ext.TruncDivOperator;
import java.util.Map;
import jinjava.de.odysseus.el.tree.impl.Builder;
import jinjava.de.odysseus.el.tree.impl.Parser;
import jinjava.de.odysseus.el.tree.impl.Scanner;
import jinjava.de.odysseus.el.tree.impl.ast.AstBinary;
import jinjava.de.odysseus.el.tree.impl.ast.AstFunction;
import jinjava.de.odysseus.el.tree.impl.ast.AstNode;
import jinjava.de.odysseus.el.tree.impl.ast.AstParameters;
import jinjava.de.odysseus.el.tree.impl.ast.AstUnary;
import org.jspecify.annotations.Nullable;

/** jinjava's expression grammar with Python's operators in the place of its own. */
final class PythonParser extends ExtendedParser {

    private final PythonOperators operators;
    private final Map<AstBinary.Operator, AstBinary.Operator> replacements;

    PythonParser(Builder builder, String expression, PythonOperators operators) {
        super(builder, expression);
        this.operators = operators;
        this.replacements = Map.ofEntries(
                Map.entry(AdditionOperator.OP, operators.add()),
                Map.entry(AstBinary.ADD, operators.add()),
                Map.entry(AstBinary.SUB, operators.subtract()),
                Map.entry(AstBinary.MUL, operators.multiply()),
                Map.entry(AstBinary.DIV, operators.divide()),
                Map.entry(AstBinary.MOD, operators.modulo()),
                Map.entry(AstBinary.EQ, operators.equal()),
                Map.entry(AstBinary.NE, operators.notEqual()),
                Map.entry(AstBinary.LT, operators.less()),
                Map.entry(AstBinary.LE, operators.lessOrEqual()),
                Map.entry(AstBinary.GT, operators.greater()),
                Map.entry(AstBinary.GE, operators.greaterOrEqual()),
                Map.entry(AstBinary.AND, operators.and()),
                Map.entry(AstBinary.OR, operators.or()),
                Map.entry(OrOperator.OP, operators.or()));
        replace(StringConcatOperator.TOKEN, ExtensionPoint.ADD, operators.concatenate());
        replace(TruncDivOperator.TOKEN, ExtensionPoint.MUL, operators.floorDivide());
        replace(PowerOfOperator.TOKEN, ExtensionPoint.MUL, operators.power());
        replace(CollectionMembershipOperator.TOKEN, ExtensionPoint.CMP, operators.in());
        replace(CollectionNonMembershipOperator.TOKEN, ExtensionPoint.CMP, operators.notIn());
    }

    private void replace(Scanner.ExtensionToken token, ExtensionPoint level, AstBinary.Operator operator) {
        putExtensionHandler(token, new ExtensionHandler(level) {
            @Override
            public AstNode createAstNode(AstNode... children) {
                return new AstBinary(children[0], children[1], operator);
            }
        });
    }

    @Override
    protected Scanner createScanner(String expression) {
        return new PythonScanner(expression);
    }

    /** {@code not} binds looser than comparisons in Python. */
    @Override
    protected AstNode eq(boolean required) throws Scanner.ScanException, Parser.ParseException {
        if (getToken().getSymbol() == Scanner.Symbol.NOT) {
            consumeToken();
            return createAstUnary(eq(true), AstUnary.NOT);
        }
        return super.eq(required);
    }

    @Override
    protected AstBinary createAstBinary(AstNode left, AstNode right, AstBinary.Operator operator) {
        return new AstBinary(left, right, replacements.getOrDefault(operator, operator));
    }

    @Override
    protected AstUnary createAstUnary(AstNode child, AstUnary.Operator operator) {
        return new AstUnary(child, operator.equals(AstUnary.NEG) ? operators.negate() : operator);
    }

    @Override
    protected AstTuple createAstTuple(AstParameters parts) {
        return new TupleLiteral(parts);
    }

    @Override
    protected AstFunction createAstFunction(String name, int index, AstParameters parameters) {
        return new RangeCall(name, index, parameters, operators.limits().maxSteps());
    }

    @Override
    protected AstRangeBracket createAstRangeBracket(
            AstNode base, @Nullable AstNode start, @Nullable AstNode end, boolean lvalue, boolean strict) {
        return new PythonSlice(base, start, end, lvalue, strict);
    }
}
