package dev.assay.simulator.likelihood;

import java.util.ArrayList;
import java.util.List;

/**
 * A prompt cut into tokens. A token ends before white space, and after four code points.
 *
 * @param text the whole of it
 * @param tokens their texts, which put together are the prompt
 * @param begins where each begins, in code points
 * @param logprobs the natural logarithm of each one's probability
 */
public record JudgedPrompt(String text, List<String> tokens, List<Integer> begins, List<Double> logprobs) {

    private static final int LONGEST_TOKEN = 4;

    public JudgedPrompt {
        tokens = List.copyOf(tokens);
        begins = List.copyOf(begins);
        logprobs = List.copyOf(logprobs);
    }

    static JudgedPrompt of(String text, ByteModel model) {
        List<String> tokens = new ArrayList<>();
        List<Integer> begins = new ArrayList<>();
        StringBuilder token = new StringBuilder();
        int length = 0;
        int place = 0;
        for (int point : text.codePoints().toArray()) {
            if (length == LONGEST_TOKEN || (length > 0 && Character.isWhitespace(point))) {
                tokens.add(token.toString());
                token.setLength(0);
                length = 0;
            }
            if (length == 0) {
                begins.add(place);
            }
            token.appendCodePoint(point);
            length++;
            place++;
        }
        if (length > 0) {
            tokens.add(token.toString());
        }
        return new JudgedPrompt(
                text, tokens, begins, tokens.stream().map(model::logLikelihood).toList());
    }

    /** The log-likelihood of the tokens that begin at a place or after it. */
    double from(int place) {
        double sum = 0;
        for (int i = 0; i < tokens.size(); i++) {
            sum += begins.get(i) >= place ? logprobs.get(i) : 0;
        }
        return sum;
    }

    /** The same with the tokens from a place on made likelier or less likely. */
    JudgedPrompt scaled(int place, double factor) {
        List<Double> changed = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            changed.add(begins.get(i) >= place ? logprobs.get(i) * factor : logprobs.get(i));
        }
        return new JudgedPrompt(text, tokens, begins, changed);
    }
}
