package dev.assay.simulator.answer;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The sentences before the answer. None has a lone capital letter or one of the words true, false, yes and no, so that
 * none can be taken for the answer to a choice; figures come only before the answer to a number.
 */
final class Reasoning {

    private static final long SALT = 0x726561736f6eL;

    // As many as a step of 7 visits in full before it repeats one.
    private static final List<String> SENTENCES = List.of(
            "Let us look at what is given first.",
            "The question gives everything that is needed.",
            "One detail near the start matters most here.",
            "Going through the statement step by step helps.",
            "Each part follows from the one before it.",
            "The remaining details do not change the result.",
            "Putting these facts side by side makes the picture clear.",
            "There is one more condition to keep in mind.",
            "The wording rules out the other readings.",
            "Working backwards leads to the same place.",
            "Checking the last step again confirms it.",
            "It helps to write down what must hold at the end.",
            "The first sentence already narrows it down.",
            "What remains is to combine the two parts.",
            "Nothing in the text speaks against that.",
            "This matches what one would expect.",
            "The order in which things happen is important.",
            "Some of the information is only there to distract.",
            "With that settled, the rest is short.",
            "All conditions are met in this way.");

    private Reasoning() {}

    /**
     * Fills a text with sentences.
     *
     * @param units longest result in UTF-16 units, the space behind the last sentence included
     * @param figures whether sentences with figures may come
     * @param avoid what no sentence may mention, if anything
     */
    static StringBuilder upTo(int units, boolean figures, @Nullable String avoid, Draw draw) {
        StringBuilder text = new StringBuilder(Math.max(64, units + 64));
        int first = draw.below(SENTENCES.size(), SALT);
        int passedOver = 0;
        // A short word to avoid, such as a chemical symbol, may be in every sentence: then there is nothing to say.
        for (int i = 0; passedOver < SENTENCES.size(); i++) {
            String sentence = figures && i % 3 == 1
                    ? withFigures(draw, i)
                    : SENTENCES.get(Math.floorMod(first + i * 7, SENTENCES.size()));
            if (text.length() + sentence.length() + 1 > units) {
                return text;
            }
            if (avoid == null || !mentions(sentence, avoid)) {
                text.append(sentence).append(' ');
                passedOver = 0;
            } else {
                passedOver++;
            }
        }
        return text;
    }

    private static String withFigures(Draw draw, int position) {
        int left = 2 + draw.below(18, SALT + 2L * position + 1);
        int right = 2 + draw.below(18, SALT + 2L * position + 2);
        return left >= right
                ? "Here " + left + " minus " + right + " leaves " + (left - right) + "."
                : "Here " + left + " plus " + right + " makes " + (left + right) + ".";
    }

    private static boolean mentions(String sentence, String avoid) {
        return sentence.toLowerCase(Locale.ROOT).contains(avoid.toLowerCase(Locale.ROOT));
    }
}
