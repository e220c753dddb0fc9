package dev.assay.benchmarks.template;

import com.hubspot.jinjava.el.ext.AdditionOperator;
import com.hubspot.jinjava.el.ext.AstNamedParameter;
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
import jinjava.de.odysseus.el.tree.impl.ast.AstNull;
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

    /** {@code value if condition else otherwise}, where {@code else} may be left away. */
    @Override
    protected @Nullable AstNode expr(boolean required) throws Scanner.ScanException, Parser.ParseException {
        AstNode value = or(required);
        if (value == null || getToken().getSymbol() != Scanner.Symbol.QUESTION) {
            return value;
        }
        consumeToken();
        AstNode condition = expr(true);
        boolean hasElse = getToken().getSymbol() == Scanner.Symbol.COLON
                && getToken().getImage().equals("else");
        if (hasElse) {
            consumeToken();
        }
        return createAstChoice(condition, value, hasElse ? expr(true) : new AstNull());
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
        return new TupleLiteral(withoutNames(parts));
    }

    @Override
    protected AstParameters params(Scanner.Symbol left, Scanner.Symbol right)
            throws Scanner.ScanException, Parser.ParseException {
        AstParameters parts = super.params(left, right);
        return left == Scanner.Symbol.LBRACK ? withoutNames(parts) : parts;
    }

    /** What a list or tuple is made of: only a call has arguments with names. */
    private static AstParameters withoutNames(AstParameters parts) {
        for (int i = 0; i < parts.getCardinality(); i++) {
            if (parts.getChild(i) instanceof AstNamedParameter) {
                throw misplacedEquals();
            }
        }
        return parts;
    }

    static ExpressionFault misplacedEquals() {
        return new ExpressionFault("'=' does not compare", "write '=='");
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
