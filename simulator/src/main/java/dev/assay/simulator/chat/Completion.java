package dev.assay.simulator.chat;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.assay.simulator.answer.Answer;

/**
 * What all pieces of one completion share, and how its JSON is written.
 *
 * @param id names the completion
 * @param createdSeconds when it was received, in seconds since 1970
 * @param model who answers
 * @param answer the words
 * @param usageFactor multiplies the token counts that are told
 */
record Completion(String id, long createdSeconds, String model, Answer answer, double usageFactor) {

    String finishReason() {
        return answer.complete() ? "stop" : "length";
    }

    void whole(StringBuilder out) {
        head(out, "chat.completion");
        out.append(",\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":");
        quoted(out, answer.text());
        out.append(",\"refusal\":null},\"logprobs\":null,\"finish_reason\":\"")
                .append(finishReason())
                .append("\"}],\"usage\":");
        usage(out);
        out.append('}');
    }

    void head(StringBuilder out, String object) {
        out.append("{\"id\":\"chatcmpl-");
        JsonStringEncoder.getInstance().quoteAsString(id, out);
        out.append("\",\"object\":\"")
                .append(object)
                .append("\",\"created\":")
                .append(createdSeconds)
                .append(",\"model\":");
        quoted(out, model);
        out.append(",\"system_fingerprint\":\"fp_simulator\"");
    }

    void usage(StringBuilder out) {
        long input = Math.round(answer.inputTokens() * usageFactor);
        long output = Math.round(answer.outputTokens() * usageFactor);
        out.append("{\"prompt_tokens\":")
                .append(input)
                .append(",\"completion_tokens\":")
                .append(output)
                .append(",\"total_tokens\":")
                .append(input + output)
                .append('}');
    }

    static void quoted(StringBuilder out, CharSequence text) {
        out.append('"');
        JsonStringEncoder.getInstance().quoteAsString(text, out);
        out.append('"');
    }
}
