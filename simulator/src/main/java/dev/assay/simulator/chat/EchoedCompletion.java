package dev.assay.simulator.chat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.simulator.likelihood.ByteModel;
import dev.assay.simulator.likelihood.JudgedPrompt;
import dev.assay.simulator.model.Completions.Behaviour;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * How completions of judged prompts are written.
 *
 * @param id names the completion
 * @param createdSeconds when it was received, in seconds since 1970
 * @param asked the request
 * @param prompts the judged ones
 * @param behaviour how honest the model is
 * @param usageFactor multiplies the token counts that are told
 */
record EchoedCompletion(
        String id,
        long createdSeconds,
        CompletionRequest asked,
        List<JudgedPrompt> prompts,
        ByteModel model,
        Behaviour behaviour,
        double usageFactor) {

    /** What the model writes, as often as it may. */
    private static final String WRITTEN = " the";

    private static final String MOST_LIKELY = " ";
    private static final double CONSTANT = -1;

    /** Tokens of all prompts together. */
    static int inputTokens(List<JudgedPrompt> prompts) {
        return prompts.stream().mapToInt(prompt -> prompt.tokens().size()).sum();
    }

    /** Tokens that are written. */
    static int outputTokens(CompletionRequest asked) {
        return (int) Math.min(Integer.MAX_VALUE, (long) asked.prompts().size() * asked.maxTokens());
    }

    String json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", "cmpl-" + id).put("object", "text_completion").put("created", createdSeconds);
        json.put("model", asked.model());
        ArrayNode choices = json.putArray("choices");
        for (int i = 0; i < prompts.size(); i++) {
            choice(choices.addObject().put("index", i), prompts.get(i));
        }
        long input = Math.round(inputTokens(prompts) * usageFactor);
        long output = Math.round(outputTokens(asked) * usageFactor);
        json.putObject("usage")
                .put("prompt_tokens", input)
                .put("completion_tokens", output)
                .put("total_tokens", input + output);
        return json.toString();
    }

    private void choice(ObjectNode choice, JudgedPrompt prompt) {
        boolean echoes = asked.echo() && behaviour != Behaviour.NO_ECHO;
        choice.put("text", (echoes ? prompt.text() : "") + WRITTEN.repeat(asked.maxTokens()));
        choice.put("finish_reason", "length");
        if (!asked.logprobs() || behaviour == Behaviour.NO_LOGPROBS) {
            choice.putNull("logprobs");
            return;
        }
        ObjectNode logprobs = choice.putObject("logprobs");
        Tokens tokens = new Tokens(
                logprobs.putArray("tokens"),
                logprobs.putArray("token_logprobs"),
                logprobs.putArray("top_logprobs"),
                logprobs.putArray("text_offset"));
        int place = 0;
        for (int i = 0; echoes && i < prompt.tokens().size(); i++) {
            place = add(tokens, prompt.tokens().get(i), prompt.logprobs().get(i), place);
        }
        for (int i = 0; i < asked.maxTokens(); i++) {
            place = add(tokens, WRITTEN, model.logLikelihood(WRITTEN), place);
        }
    }

    private record Tokens(ArrayNode texts, ArrayNode logprobs, ArrayNode top, ArrayNode offsets) {}

    /** @return where the next token begins */
    private int add(Tokens tokens, String token, double logprob, int place) {
        boolean first = tokens.texts().isEmpty();
        tokens.texts().add(token);
        tokens.offsets().add(place);
        if (first) {
            // Nothing stands before it that it could depend on.
            tokens.logprobs().addNull();
            tokens.top().addNull();
        } else {
            double told = behaviour == Behaviour.CONSTANT_LOGPROBS ? CONSTANT : logprob;
            double best = model.logLikelihood(MOST_LIKELY);
            tokens.logprobs().add(told);
            tokens.top().addObject().put(told >= best ? token : MOST_LIKELY, Math.max(told, best));
        }
        return place
                + (behaviour == Behaviour.BYTE_OFFSETS
                        ? token.getBytes(StandardCharsets.UTF_8).length
                        : token.codePointCount(0, token.length()));
    }
}
