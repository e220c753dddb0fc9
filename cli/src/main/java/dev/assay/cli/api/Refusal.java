package dev.assay.cli.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.cli.outcome.ExitStatus;
import dev.assay.cli.outcome.Failure;
import dev.assay.cli.text.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** The server answered, and said no. */
public final class Refusal extends Failure {

    private static final long serialVersionUID = 1L;

    private final int httpStatus;
    private final transient List<Problem> problems;

    private Refusal(int httpStatus, List<String> lines, List<Problem> problems) {
        super(exitStatus(httpStatus), lines);
        this.httpStatus = httpStatus;
        this.problems = List.copyOf(problems);
    }

    /** @param body a problem document (RFC 9457), or whatever a proxy put in its place */
    static Refusal of(int httpStatus, String body) {
        JsonNode document = parse(body);
        List<Problem> problems = StreamSupport.stream(document.path("problems").spliterator(), false)
                .map(Problem::of)
                .toList();
        List<String> lines = new ArrayList<>();
        String detail = document.path("detail").asText(document.path("title").asText(""));
        lines.add(detail.isBlank() ? "The server answered with status " + httpStatus + "." : Shown.line(detail));
        if (httpStatus == 401) {
            lines.add(
                    "Give a valid key by --key or ASSAY_KEY; the administrator's is in assay.json in the data folder.");
        }
        if (document.path("instance").isTextual()) {
            lines.add("In the server's log: "
                    + Shown.line(document.path("instance").asText()));
        }
        return new Refusal(httpStatus, lines, problems);
    }

    private static JsonNode parse(String body) {
        ObjectMapper json = new ObjectMapper();
        try {
            return json.readTree(body);
        } catch (JsonProcessingException e) {
            return json.createObjectNode();
        }
    }

    private static int exitStatus(int httpStatus) {
        return switch (httpStatus) {
            case 400, 404, 413, 415, 422 -> ExitStatus.BAD_INPUT;
            default -> ExitStatus.ERROR;
        };
    }

    public int httpStatus() {
        return httpStatus;
    }

    /** Each thing that is wrong, where the server knows. */
    public List<Problem> problems() {
        return problems;
    }
}
