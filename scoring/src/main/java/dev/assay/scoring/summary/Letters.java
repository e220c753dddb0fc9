package dev.assay.scoring.summary;

import java.util.Arrays;

/** A word in lower case as a row of letters, with what the Porter algorithm asks of one. Immutable. */
final class Letters {

    /** By code point, so that a letter outside the basic plane counts as one. */
    private final int[] letters;

    private Letters(int[] letters) {
        this.letters = letters;
    }

    static Letters of(String word) {
        return new Letters(word.codePoints().toArray());
    }

    int length() {
        return letters.length;
    }

    /** A letter counted from the end, of which 1 is the last. */
    int fromEnd(int place) {
        return letters[letters.length - place];
    }

    boolean endsWith(String suffix) {
        int start = letters.length - suffix.length();
        for (int i = 0; i < suffix.length(); i++) {
            if (start < 0 || letters[start + i] != suffix.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    Letters withoutLast(int count) {
        return new Letters(Arrays.copyOf(letters, letters.length - count));
    }

    Letters plus(String suffix) {
        int[] longer = Arrays.copyOf(letters, letters.length + suffix.length());
        for (int i = 0; i < suffix.length(); i++) {
            longer[letters.length + i] = suffix.charAt(i);
        }
        return new Letters(longer);
    }

    /** Whether the letter is none of a, e, i, o, u, and no y after a consonant. */
    private boolean isConsonant(int place) {
        return switch (letters[place]) {
            case 'a', 'e', 'i', 'o', 'u' -> false;
            case 'y' -> isConsonantalY(place);
            default -> true;
        };
    }

    /** In a row of y the kinds take turns, so its length decides; a loop, since a row may be long. */
    private boolean isConsonantalY(int place) {
        int start = place;
        while (start > 0 && letters[start - 1] == 'y') {
            start--;
        }
        boolean firstIsConsonant = start == 0 || !isConsonant(start - 1);
        return firstIsConsonant == ((place - start) % 2 == 0);
    }

    boolean endsInConsonant() {
        return isConsonant(letters.length - 1);
    }

    /** How often a vowel is followed by a consonant: m of the paper. */
    int measure() {
        int count = 0;
        boolean vowelBefore = false;
        for (int i = 0; i < letters.length; i++) {
            boolean consonant = isConsonant(i);
            if (consonant && vowelBefore) {
                count++;
            }
            vowelBefore = !consonant;
        }
        return count;
    }

    boolean hasVowel() {
        for (int i = 0; i < letters.length; i++) {
            if (!isConsonant(i)) {
                return true;
            }
        }
        return false;
    }

    boolean endsInDoubleConsonant() {
        return letters.length >= 2 && fromEnd(1) == fromEnd(2) && endsInConsonant();
    }

    /** Consonant, vowel, consonant at the end, the last of them not w, x or y. */
    boolean endsInShortSyllable() {
        int last = letters.length - 1;
        return letters.length >= 3
                && isConsonant(last - 2)
                && !isConsonant(last - 1)
                && isConsonant(last)
                && letters[last] != 'w'
                && letters[last] != 'x'
                && letters[last] != 'y';
    }

    /** Whether these are a vowel and a consonant, and nothing else. */
    boolean isVowelAndConsonant() {
        return letters.length == 2 && !isConsonant(0) && isConsonant(1);
    }

    @Override
    public String toString() {
        return new String(letters, 0, letters.length);
    }
}
