package dev.assay.scoring.sentence;

import dev.assay.scoring.text.PythonText;
import java.util.List;

/** Decides which tokens end a sentence: first each by itself, then with regard to the token that follows. */
final class SentenceBreaks {

    private static final String MARKS = ";:,.!?";

    private final PunktParameters parameters;

    SentenceBreaks(PunktParameters parameters) {
        this.parameters = parameters;
    }

    /** What a token is when looked at by itself. */
    private enum Kind {
        BREAK,
        ABBREVIATION,
        ELLIPSIS,
        WORD
    }

    /** Whether the next token begins a sentence, by how the word is written and used. */
    private enum Start {
        YES,
        NO,
        UNKNOWN
    }

    /** Whether a token that is not the last one ends a sentence. */
    boolean isBroken(List<Token> tokens) {
        for (int i = 0; i + 1 < tokens.size(); i++) {
            if (endsSentence(tokens.get(i), tokens.get(i + 1))) {
                return true;
            }
        }
        return false;
    }

    private boolean endsSentence(Token token, Token next) {
        Kind kind = kind(token);
        boolean byItself = kind == Kind.BREAK;
        if (!token.endsWithStop()) {
            return byItself;
        }
        String nextType = kind(next) == Kind.BREAK ? next.typeWithoutStop() : next.type();
        if (parameters.collocations().contains(new Collocation(token.typeWithoutStop(), nextType))) {
            return false;
        }
        Start start = start(next, nextType);
        boolean initial = token.isInitial();
        if (!initial && (kind == Kind.ABBREVIATION || kind == Kind.ELLIPSIS)) {
            if (start == Start.YES) {
                return true;
            }
            if (next.startsUpper() && parameters.sentenceStarters().contains(nextType)) {
                return true;
            }
        }
        if (initial || token.typeWithoutStop().equals(Token.NUMBER)) {
            if (start == Start.NO) {
                return false;
            }
            boolean likeAName = next.startsUpper() && !use(nextType).lower();
            if (initial && start == Start.UNKNOWN && likeAName) {
                return false;
            }
        }
        return byItself;
    }

    private Kind kind(Token token) {
        String text = token.text();
        if (text.equals(".") || text.equals("?") || text.equals("!")) {
            return Kind.BREAK;
        }
        if (token.isEllipsis()) {
            return Kind.ELLIPSIS;
        }
        if (!token.endsWithStop() || text.endsWith("..")) {
            return Kind.WORD;
        }
        String word = PythonText.lower(text.substring(0, text.length() - 1));
        String afterHyphen = word.substring(word.lastIndexOf('-') + 1);
        boolean known = parameters.abbreviations().contains(word)
                || parameters.abbreviations().contains(afterHyphen);
        return known ? Kind.ABBREVIATION : Kind.BREAK;
    }

    private Start start(Token token, String type) {
        if (token.text().length() == 1 && MARKS.contains(token.text())) {
            return Start.NO;
        }
        WordUse use = use(type);
        if (token.startsUpper() && use.lower() && !use.upperInside()) {
            return Start.YES;
        }
        if (token.startsLower() && (use.upper() || !use.lowerFirst())) {
            return Start.NO;
        }
        return Start.UNKNOWN;
    }

    private WordUse use(String type) {
        return parameters.uses().getOrDefault(type, WordUse.UNKNOWN);
    }
}
