package dev.assay.scoring.robustness;

import dev.assay.scoring.definition.Arguments;
import dev.assay.scoring.definition.Parameter;
import java.util.List;

/** Changes around the question: words that ask for nothing, and the order of options. */
final class ContextPerturbations {

    private static final List<String> DISTRACTORS = List.of(
            "The library in our town has new blue curtains.",
            "A neighbour of mine likes to water plants in the evening.",
            "It rained a little this morning, but the sky has cleared.",
            "The bakery on the corner sells very good bread.",
            "Someone left an umbrella at the bus stop.",
            "My cousin has been learning to play the cello.",
            "The cat next door sleeps on the window sill.",
            "There was a nice film on television last week.");

    private static final List<String> BEFORE = List.of(
            "Please answer this question. ", "Could you help me with this? ", "I would like to know this, please. ");
    private static final List<String> AFTER = List.of(" Thank you.", " Thanks a lot.", " Many thanks in advance.");

    private ContextPerturbations() {}

    static List<PerturbationType> types() {
        Parameter place = Parameter.oneOf("place", List.of("before", "after"), "where it is put; default before");
        return List.of(
                new PerturbationType(
                        "distractor",
                        1,
                        "A sentence that has nothing to do with the question, before or after it.",
                        List.of(place),
                        ContextPerturbations::distractor),
                new PerturbationType(
                        "politeness",
                        1,
                        "A polite phrase before or after the question.",
                        List.of(place),
                        ContextPerturbations::politeness),
                new PerturbationType(
                        "option_order",
                        1,
                        "The options of a multiple-choice question in another order; the target moves with its option.",
                        List.of(),
                        arguments -> OptionOrder::shuffle));
    }

    private static boolean isBefore(Arguments arguments) {
        return arguments.text("place").orElse("before").equals("before");
    }

    private static Perturbation distractor(Arguments arguments) {
        boolean before = isBefore(arguments);
        return (subject, seed) -> {
            String sentence = Dice.of(seed, subject.text()).pick(DISTRACTORS);
            return subject.withText(before ? sentence + " " + subject.text() : subject.text() + " " + sentence);
        };
    }

    private static Perturbation politeness(Arguments arguments) {
        boolean before = isBefore(arguments);
        return (subject, seed) -> {
            Dice dice = Dice.of(seed, subject.text());
            return subject.withText(before ? dice.pick(BEFORE) + subject.text() : subject.text() + dice.pick(AFTER));
        };
    }
}
