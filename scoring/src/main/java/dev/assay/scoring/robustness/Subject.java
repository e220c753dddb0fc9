package dev.assay.scoring.robustness;

import java.util.List;
import java.util.OptionalInt;

/**
 * A question that can be written otherwise.
 *
 * @param text the question
 * @param choices its options in the order in which they are lettered; empty if there are none, or if they are lines of
 *     the text
 * @param target which option is right, from 0; empty if there is none
 * @param kept parts of the text that must stay as they are, such as names or the answer
 */
public record Subject(String text, List<String> choices, OptionalInt target, List<String> kept) {

    public Subject {
        choices = List.copyOf(choices);
        kept = List.copyOf(kept);
        if (target.isPresent() && target.getAsInt() < 0) {
            throw new IllegalArgumentException("options are numbered from 0");
        }
        if (target.isPresent() && !choices.isEmpty() && target.getAsInt() >= choices.size()) {
            throw new IllegalArgumentException("there is no option " + target.getAsInt());
        }
    }

    /** A question without options. */
    public static Subject of(String text) {
        return new Subject(text, List.of(), OptionalInt.empty(), List.of());
    }

    /** A question with options. */
    public static Subject of(String text, List<String> choices, int target) {
        return new Subject(text, choices, OptionalInt.of(target), List.of());
    }

    public Subject withText(String changed) {
        return new Subject(changed, choices, target, kept);
    }

    Subject withOptions(String changedText, List<String> changed, OptionalInt changedTarget) {
        return new Subject(changedText, changed, changedTarget, kept);
    }
}
