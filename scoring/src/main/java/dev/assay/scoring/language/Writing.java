package dev.assay.scoring.language;

import java.lang.Character.UnicodeScript;
import java.util.Optional;

/**
 * Kinds of writing that languages are told by.
 *
 * @see LanguageDetector
 */
enum Writing {
    LATIN,
    CYRILLIC,
    ARABIC,
    DEVANAGARI,
    HAN,
    KANA,
    HANGUL,
    THAI,
    BENGALI,
    TAMIL,
    TELUGU,
    KANNADA,
    GUJARATI,
    GURMUKHI,
    MALAYALAM,
    HEBREW,
    GREEK;

    /** The writing of a letter; empty if it is none, or of a writing that is not known here. */
    static Optional<Writing> of(int codePoint) {
        if (!Character.isLetter(codePoint)) {
            return Optional.empty();
        }
        return switch (UnicodeScript.of(codePoint)) {
            case LATIN -> Optional.of(LATIN);
            case CYRILLIC -> Optional.of(CYRILLIC);
            case ARABIC -> Optional.of(ARABIC);
            case DEVANAGARI -> Optional.of(DEVANAGARI);
            case HAN -> Optional.of(HAN);
            case HIRAGANA, KATAKANA -> Optional.of(KANA);
            case HANGUL -> Optional.of(HANGUL);
            case THAI -> Optional.of(THAI);
            case BENGALI -> Optional.of(BENGALI);
            case TAMIL -> Optional.of(TAMIL);
            case TELUGU -> Optional.of(TELUGU);
            case KANNADA -> Optional.of(KANNADA);
            case GUJARATI -> Optional.of(GUJARATI);
            case GURMUKHI -> Optional.of(GURMUKHI);
            case MALAYALAM -> Optional.of(MALAYALAM);
            case HEBREW -> Optional.of(HEBREW);
            case GREEK -> Optional.of(GREEK);
            default -> Optional.empty();
        };
    }
}
