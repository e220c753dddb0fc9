package dev.assay.scoring.translation;

/** Which characters sacreBLEU's {@code zh} tokenizer sets apart. */
final class Chinese {

    // The two ranges that begin at 2001 and 2F81 are meant for the planes 2 and 3, but were written with four
    // hexadecimal
    // digits in a language that then compares texts; published scores depend on what they do, so they stay.
    private static final int[] RANGES = {
        0x3400, 0x4DB5, 0x4E00, 0x9FA5, 0x9FA6, 0x9FBB, 0xF900, 0xFA2D, 0xFA30, 0xFA6A, 0xFA70, 0xFAD9, 0x2001, 0x2A6D,
        0x2F81, 0x2FA1, 0xFF00, 0xFFEF, 0x2E80, 0x2EFF, 0x3000, 0x303F, 0x31C0, 0x31EF, 0x2F00, 0x2FDF, 0x2FF0, 0x2FFF,
        0x3100, 0x312F, 0x31A0, 0x31BF, 0xFE10, 0xFE1F, 0xFE30, 0xFE4F, 0x2600, 0x26FF, 0x2700, 0x27BF, 0x3200, 0x32FF,
        0x3300, 0x33FF
    };

    private Chinese() {}

    static boolean isSetApart(int codePoint) {
        for (int i = 0; i < RANGES.length; i += 2) {
            if (codePoint >= RANGES[i] && codePoint <= RANGES[i + 1]) {
                return true;
            }
        }
        return false;
    }
}
