package dev.assay.scoring.pattern;

import dev.assay.scoring.text.PythonText;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Reads what may follow a backslash both inside and outside a character class. */
final class EscapeParser {

    private final PatternReader in;

    EscapeParser(PatternReader in) {
        this.in = in;
    }

    /** The set of a class escape such as {@code \d}; null, and nothing read, if the letter is none. */
    @Nullable
    CharSet category(int letter) {
        IntPredicate members = switch (Character.toLowerCase(letter)) {
            case 'd' -> Character::isDigit;
            case 'w' -> PythonText::isWord;
            case 's' -> PythonText::isSpace;
            default -> null;
        };
        if (members == null) {
            return null;
        }
        CharSet set = CharSet.of(members);
        return Character.isUpperCase(letter) ? set.complement() : set;
    }

    /** The code point that a backslash and this character, already read, stand for. */
    int literal(int escaped) {
        return switch (escaped) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'f' -> '\f';
            case 'v' -> 0x0B;
            case 'a' -> 0x07;
            case 'x' -> hexadecimal(2);
            case 'u' -> hexadecimal(4);
            case 'U' -> hexadecimal(8);
            case '0' -> octal();
            case PatternReader.END -> throw in.wrong("a backslash at the end");
            default -> {
                if (escaped < 128 && Character.isLetterOrDigit(escaped)) {
                    throw in.wrong("unknown escape \\" + Character.toString(escaped));
                }
                yield escaped;
            }
        };
    }

    private int hexadecimal(int digits) {
        long value = 0;
        for (int i = 0; i < digits; i++) {
            int digit = in.peek() < 128 ? Character.digit(in.peek(), 16) : -1;
            if (digit < 0) {
                throw in.wrong("an escape with " + digits + " hexadecimal digits was expected");
            }
            value = value * 16 + digit;
            in.next();
        }
        if (value > Character.MAX_CODE_POINT) {
            throw in.wrong("no such character");
        }
        return (int) value;
    }

    private int octal() {
        int value = 0;
        for (int i = 0; i < 2 && in.peek() >= '0' && in.peek() <= '7'; i++) {
            value = value * 8 + (in.next() - '0');
        }
        return value;
    }
}
