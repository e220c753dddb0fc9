package dev.assay.scoring.algebra;

import dev.assay.scoring.algebra.LatexToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Cuts a formula into pieces; spaces of all kinds and the sizes of brackets are dropped. */
final class LatexScanner {

    private static final Set<String> SKIPPED = Set.of(
            "\\,",
            "\\:",
            "\\;",
            "\\!",
            "\\thinspace",
            "\\medspace",
            "\\thickspace",
            "\\quad",
            "\\qquad",
            "\\negthinspace",
            "\\negmedspace",
            "\\negthickspace",
            "\\left",
            "\\right");

    private final String text;
    private int at;

    private LatexScanner(String text) {
        this.text = text;
    }

    static List<LatexToken> scan(String text) {
        LatexScanner scanner = new LatexScanner(text);
        List<LatexToken> tokens = new ArrayList<>();
        while (scanner.at < text.length()) {
            LatexToken token = scanner.next();
            if (!SKIPPED.contains(token.text()) && !token.text().isBlank()) {
                tokens.add(token);
            }
        }
        tokens.add(LatexToken.END);
        return List.copyOf(tokens);
    }

    private LatexToken next() {
        char c = text.charAt(at);
        if (isDigit(at)) {
            return new LatexToken(Kind.NUMBER, number());
        }
        if (c == 'd') {
            return differential();
        }
        if (isLetter(at)) {
            return new LatexToken(Kind.LETTER, take(at + 1));
        }
        if (c == '\\') {
            return command();
        }
        boolean known = "+-*/(){}[]|_^!:=<>,.'".indexOf(c) >= 0 || " \t\r\n".indexOf(c) >= 0;
        return new LatexToken(known ? Kind.SIGN : Kind.UNKNOWN, take(at + 1));
    }

    /** Digits; groups of three after commas; a point with digits after it. */
    private String number() {
        int end = digits(at);
        while (charAt(end) == ',' && digits(end + 1) >= end + 4) {
            end += 4;
        }
        if (charAt(end) == '.' && isDigit(end + 1)) {
            end = digits(end + 1);
        }
        return take(end).replace(",", "");
    }

    /** "dx" is one symbol. */
    private LatexToken differential() {
        int next = at + 1;
        while (next < text.length() && " \t\r\n".indexOf(text.charAt(next)) >= 0) {
            next++;
        }
        if (isLetter(next)) {
            String name = "d" + text.charAt(next);
            take(next + 1);
            return new LatexToken(Kind.LETTER, name);
        }
        return new LatexToken(Kind.LETTER, take(at + 1));
    }

    private LatexToken command() {
        int end = at + 1;
        while (isLetter(end)) {
            end++;
        }
        if (end > at + 1) {
            return new LatexToken(Kind.COMMAND, take(end));
        }
        String sign = take(Math.min(text.length(), at + 2));
        boolean known = sign.equals("\\{") || sign.equals("\\}") || SKIPPED.contains(sign);
        return new LatexToken(known ? Kind.SIGN : Kind.UNKNOWN, sign);
    }

    private String take(int end) {
        String taken = text.substring(at, end);
        at = end;
        return taken;
    }

    private int digits(int from) {
        int end = from;
        while (isDigit(end)) {
            end++;
        }
        return end;
    }

    private boolean isDigit(int i) {
        return charAt(i) >= '0' && charAt(i) <= '9';
    }

    private boolean isLetter(int i) {
        char c = charAt(i);
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private char charAt(int i) {
        return i < text.length() ? text.charAt(i) : '\0';
    }
}
