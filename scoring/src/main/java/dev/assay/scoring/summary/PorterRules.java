package dev.assay.scoring.summary;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The tables of the published Porter algorithm, in an order in which the first suffix that fits is the longest. */
final class PorterRules {

    static final List<SuffixRule> STEP_1A = rules(stem -> true, "sses>ss", "ies>i", "ss>ss", "s>");

    /** But for the rule of -abli, which the stemmer's mode decides. */
    static final List<SuffixRule> STEP_2 = rules(
            stem -> stem.measure() > 0,
            "ational>ate",
            "tional>tion",
            "enci>ence",
            "anci>ance",
            "izer>ize",
            "alli>al",
            "entli>ent",
            "eli>e",
            "ousli>ous",
            "ization>ize",
            "ation>ate",
            "ator>ate",
            "alism>al",
            "iveness>ive",
            "fulness>ful",
            "ousness>ous",
            "aliti>al",
            "iviti>ive",
            "biliti>ble");

    static final List<SuffixRule> STEP_3 =
            rules(stem -> stem.measure() > 0, "icate>ic", "ative>", "alize>al", "iciti>ic", "ical>ic", "ful>", "ness>");

    static final List<SuffixRule> STEP_4 = step4();

    private PorterRules() {}

    private static List<SuffixRule> step4() {
        Predicate<Letters> isLong = stem -> stem.measure() > 1;
        Predicate<Letters> endsInSOrT = stem -> stem.endsWith("s") || stem.endsWith("t");
        return Stream.of(
                        rules(isLong, "al>", "ance>", "ence>", "er>", "ic>", "able>", "ible>", "ant>", "ement>"),
                        rules(isLong, "ment>", "ent>"),
                        rules(isLong.and(endsInSOrT), "ion>"),
                        rules(isLong, "ou>", "ism>", "ate>", "iti>", "ous>", "ive>", "ize>"))
                .flatMap(List::stream)
                .toList();
    }

    /** Rules under one condition, each written as suffix and replacement. */
    private static List<SuffixRule> rules(Predicate<Letters> condition, String... written) {
        return Arrays.stream(written)
                .map(rule -> {
                    int arrow = rule.indexOf('>');
                    return new SuffixRule(rule.substring(0, arrow), rule.substring(arrow + 1), condition);
                })
                .toList();
    }
}
