package dev.assay.cost.estimate;

import com.knuddels.jtokkit.api.Encoding;

/** Counts with the model's own tokenizer, and adds what a chat message takes besides its text. */
record TokenizerCounter(Encoding encoding) implements TokenCounter {

    /** Three for the message, one for its role, three for the beginning of the answer. */
    private static final int CHAT_TOKENS = 7;

    /** Beyond it the rest is taken to be like the beginning: a prompt of megabytes must not hold up the estimate. */
    private static final int MOST_CHARACTERS = 20_000;

    @Override
    public double tokens(String prompt) {
        int counted = Math.min(prompt.length(), MOST_CHARACTERS);
        double tokens = encoding.countTokensOrdinary(prompt.substring(0, counted));
        return CHAT_TOKENS + (counted == 0 ? 0 : tokens * prompt.length() / counted);
    }

    @Override
    public double error() {
        return 0.02;
    }

    @Override
    public String basis() {
        return "tokenizer " + encoding.getName();
    }
}
