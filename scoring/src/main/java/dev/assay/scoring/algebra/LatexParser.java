package dev.assay.scoring.algebra;

import dev.assay.scoring.algebra.LatexToken.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads a formula in LaTeX as sympy's {@code parse_latex} (ANTLR grammar) does, peculiarities included: every letter is a
 * symbol, e, i and {@code \pi} too; {@code f(x)} applies a function to x whatever f is, while {@code 2(x)} multiplies; the
 * argument of {@code \sin x/2} is x/2; what follows a complete formula, such as a comma, is passed over. A formula that
 * starts with a point, such as .5, is not read.
 *
 * <p>Not read at all: integrals, sums, limits, derivatives, infinity, relations. Recursive, with a bound on depth.
 */
public final class LatexParser {

    private static final int MAXIMUM_DEPTH = 100;
    private static final int MAXIMUM_LENGTH = 2000;

    private static final Set<String> PRODUCTS = Set.of("*", "\\times", "\\cdot");
    private static final Set<String> QUOTIENTS = Set.of("/", "\\div", ":");
    private static final Set<String> AFTER = Set.of(",", ")", "}", "]", "|", "\\}", ".");
    private static final Set<String> FUNCTIONS = Set.of(
            "\\exp",
            "\\log",
            "\\ln",
            "\\lg",
            "\\sin",
            "\\cos",
            "\\tan",
            "\\csc",
            "\\sec",
            "\\cot",
            "\\arcsin",
            "\\arccos",
            "\\arctan",
            "\\arccsc",
            "\\arcsec",
            "\\arccot",
            "\\sinh",
            "\\cosh",
            "\\tanh",
            "\\arsinh",
            "\\arcosh",
            "\\artanh");
    private static final Set<String> TRIGONOMETRIC = Set.of("sin", "cos", "tan", "csc", "sec", "cot");
    private static final Set<String> NOT_SYMBOLS = Set.of(
            "\\infty",
            "\\int",
            "\\sum",
            "\\prod",
            "\\lim",
            "\\to",
            "\\le",
            "\\leq",
            "\\ge",
            "\\geq",
            "\\lt",
            "\\gt",
            "\\ne",
            "\\neq",
            "\\partial",
            "\\Sigma",
            "\\Pi",
            "\\langle",
            "\\rangle",
            "\\lfloor",
            "\\rfloor",
            "\\lceil",
            "\\rceil",
            "\\times",
            "\\cdot",
            "\\div",
            "\\rightarrow",
            "\\Rightarrow");

    private final List<LatexToken> tokens;
    private int at;
    private int depth;
    /** Inside |…| a bar closes and does not open. */
    private int bars;

    private LatexParser(List<LatexToken> tokens) {
        this.tokens = new ArrayList<>(tokens);
    }

    /** Reads a formula. @throws NotUnderstoodException if it is none, or is not read here */
    public static Expression parse(String text) throws NotUnderstoodException {
        if (text.length() > MAXIMUM_LENGTH) {
            throw new NotUnderstoodException("the formula is too long");
        }
        LatexParser parser = new LatexParser(LatexScanner.scan(text));
        Expression result = parser.sum();
        LatexToken next = parser.peek();
        if (next.kind() != Kind.END && !AFTER.contains(next.text())) {
            throw new NotUnderstoodException("not a formula from " + next.text());
        }
        return result;
    }

    private Expression sum() throws NotUnderstoodException {
        if (++depth > MAXIMUM_DEPTH) {
            throw new NotUnderstoodException("the formula is nested too deeply");
        }
        Expression result = product(true);
        while (peek().is("+") || peek().is("-")) {
            boolean minus = next().is("-");
            Expression term = product(true);
            result = result.plus(minus ? term.negated() : term);
        }
        depth--;
        return result;
    }

    /** @param functions whether functions may follow without a sign; in a function's argument they may not */
    private Expression product(boolean functions) throws NotUnderstoodException {
        Expression result = signed(functions);
        while (PRODUCTS.contains(peek().text()) || QUOTIENTS.contains(peek().text())) {
            boolean quotient = QUOTIENTS.contains(next().text());
            Expression factor = signed(functions);
            result = result.times(quotient ? factor.inverse() : factor);
        }
        return result;
    }

    private Expression signed(boolean functions) throws NotUnderstoodException {
        int minus = 0;
        while (peek().is("+") || peek().is("-")) {
            minus += next().is("-") ? 1 : 0;
        }
        Expression result = postfix();
        while (startsFactor(functions)) {
            result = result.times(postfix());
        }
        return minus % 2 == 1 ? result.negated() : result;
    }

    private boolean startsFactor(boolean functions) {
        LatexToken token = peek();
        return switch (token.kind()) {
            case NUMBER, LETTER -> true;
            case COMMAND ->
                !NOT_SYMBOLS.contains(token.text())
                        && (functions || !(FUNCTIONS.contains(token.text()) || token.is("\\sqrt")));
            case SIGN -> Set.of("(", "[", "{", "\\{").contains(token.text()) || (token.is("|") && bars == 0);
            case END, UNKNOWN -> false;
        };
    }

    private Expression postfix() throws NotUnderstoodException {
        Expression result = power();
        while (peek().is("!")) {
            next();
            result = Functions.factorial(result);
        }
        return result;
    }

    private Expression power() throws NotUnderstoodException {
        Expression result = base();
        while (peek().is("^")) {
            next();
            result = result.power(script());
            if (peek().is("_")) {
                next();
                script();
            }
        }
        return result;
    }

    /** What follows a caret or an underscore: one atom, or a formula in braces. */
    private Expression script() throws NotUnderstoodException {
        if (peek().is("{")) {
            return group("{", "}");
        }
        LatexToken token = peek();
        if (token.kind() == Kind.NUMBER || token.kind() == Kind.LETTER || isPlainCommand(token)) {
            return atom();
        }
        throw new NotUnderstoodException("nothing stands after ^ or _");
    }

    private static boolean isPlainCommand(LatexToken token) {
        return token.kind() == Kind.COMMAND && !FUNCTIONS.contains(token.text()) && !token.is("\\sqrt");
    }

    private Expression base() throws NotUnderstoodException {
        LatexToken token = peek();
        if (token.kind() == Kind.COMMAND && FUNCTIONS.contains(token.text())) {
            return function();
        }
        return switch (token.text()) {
            case "(" -> group("(", ")");
            case "[" -> group("[", "]");
            case "{" -> group("{", "}");
            case "\\{" -> group("\\{", "\\}");
            case "|" -> absolute();
            case "\\sqrt" -> root();
            default -> atom();
        };
    }

    private Expression absolute() throws NotUnderstoodException {
        expect("|");
        bars++;
        Expression inner = sum();
        bars--;
        expect("|");
        return Functions.absolute(inner);
    }

    private Expression root() throws NotUnderstoodException {
        expect("\\sqrt");
        Expression degree = peek().is("[") ? group("[", "]") : Expression.of(Rational.of(2));
        return group("{", "}").power(degree.inverse());
    }

    private Expression atom() throws NotUnderstoodException {
        LatexToken token = next();
        return switch (token.kind()) {
            case NUMBER -> Expression.of(Rational.of(new BigDecimal(token.text())));
            case LETTER -> symbol(token.text());
            case COMMAND -> command(token);
            case SIGN, END, UNKNOWN -> throw new NotUnderstoodException("not a formula at '" + token.text() + "'");
        };
    }

    private Expression command(LatexToken token) throws NotUnderstoodException {
        return switch (token.text()) {
            case "\\frac", "\\dfrac", "\\tfrac" -> part().times(part().inverse());
            case "\\binom", "\\dbinom", "\\tbinom" -> Functions.binomial(group("{", "}"), group("{", "}"));
            default -> {
                if (NOT_SYMBOLS.contains(token.text())) {
                    throw new NotUnderstoodException(token.text() + " is not read");
                }
                yield symbol(token.text().substring(1));
            }
        };
    }

    /** One side of a fraction: a formula in braces, or a digit. */
    private Expression part() throws NotUnderstoodException {
        if (peek().kind() == Kind.NUMBER) {
            if (peek().text().length() > 1) {
                split();
            }
            return atom();
        }
        return group("{", "}");
    }

    private Expression symbol(String letters) throws NotUnderstoodException {
        StringBuilder name = new StringBuilder(letters);
        if (peek().is("_")) {
            next();
            name.append('_').append(script());
        }
        while (peek().is("'")) {
            name.append(next().text());
        }
        if (!peek().is("(")) {
            return Expression.named(name.toString());
        }
        next();
        List<Expression> arguments = new ArrayList<>(List.of(sum()));
        while (peek().is(",")) {
            next();
            arguments.add(sum());
        }
        expect(")");
        return Expression.named(name + arguments.toString());
    }

    private Expression function() throws NotUnderstoodException {
        String name = next().text().substring(1);
        Expression base = Expression.of(Rational.of(10));
        boolean based = false;
        Expression exponent = Expression.of(Rational.ONE);
        while (peek().is("_") || peek().is("^")) {
            if (next().is("^")) {
                exponent = script();
            } else {
                base = subscript();
                based = true;
            }
        }
        Expression argument = argument();
        Expression value = switch (name) {
            case "log" ->
                Functions.logarithm(argument).times(Functions.logarithm(base).inverse());
            case "lg" ->
                Functions.logarithm(argument)
                        .times(Functions.logarithm(Expression.of(Rational.of(10)))
                                .inverse());
            case "ln" ->
                based
                        ? Functions.logarithm(argument)
                                .times(Functions.logarithm(base).inverse())
                        : Functions.logarithm(argument);
            default -> Expression.named(name + "[" + argument + "]");
        };
        boolean inverse = exponent.isSame(Expression.of(Rational.of(-1)));
        // \sin^{-1} is the inverse function, not the reciprocal.
        return inverse && TRIGONOMETRIC.contains(name)
                ? Expression.named("arc" + name + "[" + argument + "]")
                : value.power(exponent);
    }

    /** In \log_28 the base is 2, since something must be left for the argument. */
    private Expression subscript() throws NotUnderstoodException {
        if (peek().kind() == Kind.NUMBER) {
            LatexToken number = next();
            boolean followed = startsFactor(false) || peek().is("+") || peek().is("-") || peek().is("^");
            at--;
            if (!followed && number.text().length() > 1) {
                split();
            }
        }
        return script();
    }

    /** Takes the first digit of the number that stands here as a number of its own. */
    private void split() {
        String digits = peek().text();
        tokens.set(at, new LatexToken(Kind.NUMBER, digits.substring(0, 1)));
        tokens.add(at + 1, new LatexToken(Kind.NUMBER, digits.substring(1)));
    }

    private Expression argument() throws NotUnderstoodException {
        if (!peek().is("(")) {
            return product(false);
        }
        return group("(", ")");
    }

    private Expression group(String open, String close) throws NotUnderstoodException {
        expect(open);
        int outside = bars;
        bars = 0;
        Expression inner = sum();
        bars = outside;
        expect(close);
        return inner;
    }

    private void expect(String sign) throws NotUnderstoodException {
        if (!next().is(sign)) {
            throw new NotUnderstoodException("missing " + sign);
        }
    }

    private LatexToken peek() {
        return tokens.get(at);
    }

    private LatexToken next() {
        LatexToken token = tokens.get(at);
        at = Math.min(at + 1, tokens.size() - 1);
        return token;
    }
}
