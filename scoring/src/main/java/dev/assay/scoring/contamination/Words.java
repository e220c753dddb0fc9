package dev.assay.scoring.contamination;

import dev.assay.scoring.text.PythonText;
import java.util.Arrays;

/**
 * The words of a text as hashes, so that case, punctuation and layout make no difference: runs of letters, marks and
 * digits in lower case. A han, kana or hangul character is a word of its own, as such texts have no spaces.
 *
 * @param hashes 64 bits of each word; not to be changed
 */
record Words(long[] hashes) {

    static Words of(String text) {
        String lower = PythonText.lower(text);
        long[] hashes = new long[16];
        int count = 0;
        long word = 0;
        boolean inWord = false;
        for (int i = 0; i <= lower.length(); ) {
            int c = i < lower.length() ? lower.codePointAt(i) : ' ';
            boolean alone = isAlone(c);
            boolean part = !alone && isPart(c);
            if (inWord && !part) {
                hashes = room(hashes, count);
                hashes[count++] = mix(word);
                inWord = false;
            }
            if (alone) {
                hashes = room(hashes, count);
                hashes[count++] = mix(c + 1L);
            }
            if (part) {
                word = (inWord ? word : 0) * 0x100000001b3L + mix(c + 1L);
                inWord = true;
            }
            i += Character.charCount(c);
        }
        return new Words(Arrays.copyOf(hashes, count));
    }

    private static long[] room(long[] hashes, int count) {
        return count < hashes.length ? hashes : Arrays.copyOf(hashes, 2 * count);
    }

    private static boolean isPart(int c) {
        return c < 0x80
                ? (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')
                : Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private static boolean isAlone(int c) {
        return c >= 0x2e80 && Character.isLetter(c) && (Character.isIdeographic(c) || isKanaOrHangul(c));
    }

    private static boolean isKanaOrHangul(int c) {
        return switch (Character.UnicodeScript.of(c)) {
            case HIRAGANA, KATAKANA, HANGUL -> true;
            default -> false;
        };
    }

    int size() {
        return hashes.length;
    }

    /** The hash of each run of n words, by its first word; as many as there are runs. */
    long[] runs(int n) {
        long[] runs = new long[Math.max(0, hashes.length - n + 1)];
        long highest = 1;
        for (int i = 1; i < n; i++) {
            highest *= 0x9e3779b97f4a7c15L;
        }
        long rolling = 0;
        for (int i = 0; i < hashes.length; i++) {
            if (i >= n) {
                rolling -= hashes[i - n] * highest;
            }
            rolling = rolling * 0x9e3779b97f4a7c15L + hashes[i];
            if (i >= n - 1) {
                runs[i - n + 1] = mix(rolling);
            }
        }
        return runs;
    }

    /** Spreads every bit over all others: the finish of SplitMix64. */
    static long mix(long value) {
        long z = value + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
