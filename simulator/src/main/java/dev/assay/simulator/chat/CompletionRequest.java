package dev.assay.simulator.chat;

import dev.assay.simulator.answer.Draw;
import java.util.List;

/**
 * A well-formed request for completions.
 *
 * @param prompts at least one
 * @param isList whether they came as a list
 * @param echo whether the prompts are to be part of the answer
 * @param logprobs whether log-probabilities are asked for
 * @param maxTokens how many tokens may be written
 * @param judged what is judged, as the caller told it
 */
record CompletionRequest(
        String model,
        List<String> prompts,
        boolean isList,
        boolean echo,
        boolean logprobs,
        int maxTokens,
        Judged judged,
        Caller caller)
        implements Asked {

    /**
     * Which prompts are options of an item.
     *
     * @param options how many, the first ones; 0 = none
     * @param from where they begin in the prompts, in code points
     * @param right the places of right ones
     */
    record Judged(int options, int from, List<Integer> right) {

        static final Judged NOTHING = new Judged(0, 0, List.of());

        Judged {
            right = List.copyOf(right);
        }
    }

    CompletionRequest {
        prompts = List.copyOf(prompts);
    }

    /** Prompts beside the options, such as those of a probe, make no difference to which option is the likeliest. */
    @Override
    public Draw draw(String name) {
        Draw draw = Draw.start().with(name);
        for (String prompt : prompts.subList(0, judged.options() > 0 ? judged.options() : prompts.size())) {
            draw = draw.with(prompt);
        }
        return draw.with(caller.repeat());
    }
}
