package dev.assay.workers.provider;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonParser.NumberType;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.assay.workers.provider.ChatCompletion.Choice;
import dev.assay.workers.provider.ChatCompletion.CompletionDetails;
import dev.assay.workers.provider.ChatCompletion.PromptDetails;
import dev.assay.workers.provider.ChatCompletion.Text;
import dev.assay.workers.provider.ChatCompletion.TokenCounts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Goes through a completion in which each known field is there at most once and of the usual kind: texts, whole numbers,
 * nulls and objects where they belong. Gives up on any other, which says nothing about whether it is one.
 */
final class UsualCompletion {

    private final JsonParser json;
    private boolean usual = true;

    private UsualCompletion(JsonParser json) {
        this.json = json;
    }

    /** The completion, as the data binding reads it; null if it is not a usual one. */
    static @Nullable ChatCompletion read(JsonFactory factory, byte[] body) {
        try (JsonParser json = factory.createParser(body)) {
            return json.nextToken() == JsonToken.START_OBJECT ? new UsualCompletion(json).completion() : null;
        } catch (IOException notJson) {
            return null;
        }
    }

    private @Nullable ChatCompletion completion() throws IOException {
        List<Choice> choices = null;
        TokenCounts usage = null;
        JsonNode error = null;
        int seen = 0;
        for (String name = next(); name != null; name = next()) {
            switch (name) {
                case "choices" -> {
                    seen = once(seen, 1);
                    choices = choices();
                }
                case "usage" -> {
                    seen = once(seen, 2);
                    usage = isObject() ? usage() : null;
                }
                case "error" -> {
                    seen = once(seen, 4);
                    error = NullNode.getInstance();
                    usual &= json.currentToken() == JsonToken.VALUE_NULL;
                }
                default -> json.skipChildren();
            }
        }
        return usual ? new ChatCompletion(choices, usage, error) : null;
    }

    private List<Choice> choices() throws IOException {
        List<Choice> choices = new ArrayList<>(1);
        usual &= json.currentToken() == JsonToken.START_ARRAY;
        while (usual && json.nextToken() == JsonToken.START_OBJECT) {
            choices.add(choice());
        }
        usual &= json.currentToken() == JsonToken.END_ARRAY;
        return choices;
    }

    private Choice choice() throws IOException {
        Text message = null;
        Text delta = null;
        String finishReason = null;
        int seen = 0;
        for (String name = next(); name != null; name = next()) {
            switch (name) {
                case "message" -> {
                    seen = once(seen, 1);
                    message = isObject() ? text() : null;
                }
                case "delta" -> {
                    seen = once(seen, 2);
                    delta = isObject() ? text() : null;
                }
                case "finish_reason" -> {
                    seen = once(seen, 4);
                    finishReason = string();
                }
                default -> json.skipChildren();
            }
        }
        return new Choice(message, delta, finishReason);
    }

    private Text text() throws IOException {
        JsonNode content = null;
        String refusal = null;
        String reasoningContent = null;
        String reasoning = null;
        int seen = 0;
        for (String name = next(); name != null; name = next()) {
            switch (name) {
                case "content" -> {
                    seen = once(seen, 1);
                    String written = string();
                    content = written == null ? NullNode.getInstance() : TextNode.valueOf(written);
                }
                case "refusal" -> {
                    seen = once(seen, 2);
                    refusal = string();
                }
                case "reasoning_content" -> {
                    seen = once(seen, 4);
                    reasoningContent = string();
                }
                case "reasoning" -> {
                    seen = once(seen, 8);
                    reasoning = string();
                }
                default -> json.skipChildren();
            }
        }
        return new Text(content, refusal, reasoningContent, reasoning);
    }

    private TokenCounts usage() throws IOException {
        Long prompt = null;
        Long completion = null;
        Long total = null;
        Long cacheHits = null;
        PromptDetails promptDetails = null;
        CompletionDetails completionDetails = null;
        int seen = 0;
        for (String name = next(); name != null; name = next()) {
            switch (name) {
                case "prompt_tokens" -> {
                    seen = once(seen, 1);
                    prompt = count();
                }
                case "completion_tokens" -> {
                    seen = once(seen, 2);
                    completion = count();
                }
                case "total_tokens" -> {
                    seen = once(seen, 4);
                    total = count();
                }
                case "prompt_tokens_details" -> {
                    seen = once(seen, 8);
                    promptDetails = isObject() ? new PromptDetails(countIn("cached_tokens")) : null;
                }
                case "completion_tokens_details" -> {
                    seen = once(seen, 16);
                    completionDetails = isObject() ? new CompletionDetails(countIn("reasoning_tokens")) : null;
                }
                case "prompt_cache_hit_tokens" -> {
                    seen = once(seen, 32);
                    cacheHits = count();
                }
                default -> json.skipChildren();
            }
        }
        return new TokenCounts(prompt, completion, total, promptDetails, completionDetails, cacheHits);
    }

    private @Nullable Long countIn(String field) throws IOException {
        Long count = null;
        int seen = 0;
        for (String name = next(); name != null; name = next()) {
            if (name.equals(field)) {
                seen = once(seen, 1);
                count = count();
            } else {
                json.skipChildren();
            }
        }
        return count;
    }

    /** Goes to the next field's value; null at the end of the object, and when there is no use in going on. */
    private @Nullable String next() throws IOException {
        if (!usual) {
            return null;
        }
        String name = json.nextFieldName();
        if (name != null) {
            json.nextToken();
        }
        return name;
    }

    private int once(int seen, int field) {
        usual &= (seen & field) == 0;
        return seen | field;
    }

    private boolean isObject() {
        usual &= json.currentToken() == JsonToken.START_OBJECT || json.currentToken() == JsonToken.VALUE_NULL;
        return json.currentToken() == JsonToken.START_OBJECT;
    }

    private @Nullable String string() throws IOException {
        usual &= json.currentToken() == JsonToken.VALUE_STRING || json.currentToken() == JsonToken.VALUE_NULL;
        return json.currentToken() == JsonToken.VALUE_STRING ? json.getText() : null;
    }

    private @Nullable Long count() throws IOException {
        boolean whole =
                json.currentToken() == JsonToken.VALUE_NUMBER_INT && json.getNumberType() != NumberType.BIG_INTEGER;
        usual &= whole || json.currentToken() == JsonToken.VALUE_NULL;
        return whole ? json.getLongValue() : null;
    }
}
