package dev.assay.scoring.text;

import java.util.Arrays;
import java.util.Comparator;

/** Texts as sequences of Unicode code points. */
public final class CodePoints {

    /** The order of code points, which is Python's; Java's own order of texts is that of UTF-16 units. */
    public static final Comparator<String> ORDER =
            (a, b) -> Arrays.compare(a.codePoints().toArray(), b.codePoints().toArray());

    private CodePoints() {}
}
