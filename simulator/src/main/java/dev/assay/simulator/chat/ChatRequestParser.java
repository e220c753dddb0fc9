package dev.assay.simulator.chat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.assay.simulator.answer.Question;
import dev.assay.simulator.log.CallEntry;
import java.io.CharConversionException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads one request token by token, which costs a few microseconds where a tree would cost tens. Fields that do not
 * matter to a simulated model are skipped. One parser reads one request.
 */
final class ChatRequestParser {

    private final JsonParser json;
    private String model = "";
    private final List<String> prompt = new ArrayList<>(2);
    private boolean messagesSeen;
    private boolean stream;
    private boolean includeUsage;
    private long seed;
    private int maxTokens = Integer.MAX_VALUE;
    private List<String> stops = List.of();
    private Caller caller = Caller.UNKNOWN;

    private ChatRequestParser(JsonParser json) {
        this.json = json;
    }

    /**
     * Reads a request.
     *
     * @throws BadRequestException if it is not JSON, or not a request for a chat completion
     */
    static ChatRequest parse(JsonFactory factory, byte[] body) throws BadRequestException {
        try (JsonParser json = factory.createParser(body)) {
            return new ChatRequestParser(json).request();
        } catch (JsonProcessingException | CharConversionException e) {
            throw new BadRequestException(null, "We could not parse the JSON body of your request.");
        } catch (IOException e) {
            throw new IllegalStateException("reading from memory failed", e);
        }
    }

    private ChatRequest request() throws IOException, BadRequestException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new BadRequestException(null, "The body must be a JSON object.");
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            field(json.currentName());
        }
        if (json.nextToken() != null) {
            throw new BadRequestException(null, "There is something after the JSON object.");
        }
        if (model.isEmpty()) {
            throw new BadRequestException("model", "you must provide a model parameter");
        }
        if (!messagesSeen || prompt.isEmpty()) {
            throw new BadRequestException("messages", "'messages' must be a list with at least one message.");
        }
        Question question = new Question(
                prompt, seed, caller.repeat(), caller.category(), caller.reference(), maxTokens, stops, caller.form());
        return new ChatRequest(model, question, stream, includeUsage, caller);
    }

    private void field(String name) throws IOException, BadRequestException {
        json.nextToken();
        switch (name) {
            case "model" -> model = shortText("model");
            case "messages" -> messages();
            case "stream" -> stream = flag("stream");
            case "stream_options" -> streamOptions();
            case "seed" -> seed = json.currentToken() == JsonToken.VALUE_NULL ? 0 : number("seed");
            case "max_tokens", "max_completion_tokens" -> maxTokens(name);
            case "stop" -> stops = stops();
            case "n" -> one();
            case "assay" -> caller();
            default -> json.skipChildren();
        }
    }

    private void messages() throws IOException, BadRequestException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            throw new BadRequestException("messages", "'messages' must be a list.");
        }
        messagesSeen = true;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            message();
        }
    }

    private void message() throws IOException, BadRequestException {
        String where = "messages[" + prompt.size() + "]";
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw new BadRequestException(where, "A message must be an object.");
        }
        boolean role = false;
        StringBuilder parts = null;
        String content = "";
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (name.equals("role")) {
                role = value == JsonToken.VALUE_STRING;
            } else if (name.equals("content") && value == JsonToken.VALUE_STRING) {
                content = json.getText();
            } else if (name.equals("content") && value == JsonToken.START_ARRAY) {
                parts = parts();
            } else if (name.equals("content") && value != JsonToken.VALUE_NULL) {
                throw new BadRequestException(where + ".content", "Content must be a text or a list of parts.");
            } else {
                json.skipChildren();
            }
        }
        if (!role) {
            throw new BadRequestException(where + ".role", "A message must have a role.");
        }
        prompt.add(parts == null ? content : parts.toString());
    }

    /** The texts of a list of content parts; parts of other types count for nothing. */
    private StringBuilder parts() throws IOException {
        StringBuilder parts = new StringBuilder();
        int depth = 1;
        while (depth > 0) {
            switch (json.nextToken()) {
                case START_ARRAY, START_OBJECT -> depth++;
                case END_ARRAY, END_OBJECT -> depth--;
                case VALUE_STRING -> {
                    if (depth == 2 && "text".equals(json.currentName())) {
                        parts.append(json.getText());
                    }
                }
                default -> {}
            }
        }
        return parts;
    }

    private void streamOptions() throws IOException, BadRequestException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return;
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            if (name.equals("include_usage")) {
                includeUsage = flag("stream_options.include_usage");
            } else {
                json.skipChildren();
            }
        }
    }

    private void maxTokens(String name) throws IOException, BadRequestException {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return;
        }
        long most = number(name);
        if (most < 1) {
            throw new BadRequestException(name, "'" + name + "' must be at least 1.");
        }
        maxTokens = (int) Math.min(maxTokens, most);
    }

    private List<String> stops() throws IOException, BadRequestException {
        switch (json.currentToken()) {
            case VALUE_NULL -> {
                return List.of();
            }
            case VALUE_STRING -> {
                return List.of(json.getText());
            }
            case START_ARRAY -> {
                List<String> stops = new ArrayList<>();
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    stops.add(text("stop"));
                }
                return stops;
            }
            default -> throw new BadRequestException("stop", "'stop' must be a text or a list of texts.");
        }
    }

    private void one() throws IOException, BadRequestException {
        if (json.currentToken() != JsonToken.VALUE_NULL && number("n") != 1) {
            throw new BadRequestException("n", "This provider gives one choice only.");
        }
    }

    private void caller() throws IOException, BadRequestException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw new BadRequestException("assay", "'assay' must be an object.");
        }
        String run = "";
        String task = "";
        String call = "";
        String category = null;
        String reference = null;
        String form = null;
        int attempt = 0;
        int repeat = 0;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            if (json.nextToken() == JsonToken.VALUE_NULL) {
                continue;
            }
            switch (name) {
                case "run" -> run = shortText("assay.run");
                case "task" -> task = shortText("assay.task");
                case "call" -> call = headerText("assay.call");
                case "category" -> category = shortText("assay.category");
                case "reference" -> reference = text("assay.reference");
                case "form" -> form = shortText("assay.form");
                case "attempt" -> attempt = count("assay.attempt");
                case "repeat" -> repeat = count("assay.repeat");
                default -> json.skipChildren();
            }
        }
        caller = new Caller(run, task, call, attempt, repeat, category, reference, form);
    }

    private String text(String where) throws IOException, BadRequestException {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            throw new BadRequestException(where, "'" + where + "' must be a text.");
        }
        return json.getText();
    }

    private String shortText(String where) throws IOException, BadRequestException {
        String text = text(where);
        if (text.length() > CallEntry.MAX_NAME) {
            throw new BadRequestException(where, "'" + where + "' has at most " + CallEntry.MAX_NAME + " characters.");
        }
        return text;
    }

    /** A text that may stand in a header of the reply. */
    private String headerText(String where) throws IOException, BadRequestException {
        String text = shortText(where);
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) <= ' ' || text.charAt(i) >= 127) {
                throw new BadRequestException(where, "'" + where + "' must be of visible ASCII characters.");
            }
        }
        return text;
    }

    private boolean flag(String where) throws BadRequestException {
        return switch (json.currentToken()) {
            case VALUE_TRUE -> true;
            case VALUE_FALSE, VALUE_NULL -> false;
            default -> throw new BadRequestException(where, "'" + where + "' must be true or false.");
        };
    }

    private int count(String where) throws IOException, BadRequestException {
        long number = number(where);
        if (number < 0 || number > Integer.MAX_VALUE) {
            throw new BadRequestException(where, "'" + where + "' must be a whole number and not negative.");
        }
        return (int) number;
    }

    private long number(@Nullable String where) throws IOException, BadRequestException {
        if (json.currentToken() != JsonToken.VALUE_NUMBER_INT
                || json.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
            throw new BadRequestException(where, "'" + where + "' must be a whole number.");
        }
        return json.getLongValue();
    }
}
