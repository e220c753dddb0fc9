package dev.assay.gateway.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An answer that says what is wrong, in the form of RFC 9457. */
@Schema(description = "What is wrong, in the form of RFC 9457.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        @Schema(description = "Always about:blank: title and status say the kind.", examples = "about:blank")
        String type,

        @Schema(examples = "Unprocessable Content") String title,

        @Schema(examples = "422") int status,

        @Schema(description = "What to do, for people.", examples = "models[0]: there is no model 'sim-larg'")
        String detail,

        @Schema(description = "Names this occurrence in the server's log, where it was not foreseen.") @Nullable
        String instance,

        @Schema(description = "Each thing that is wrong with what was sent, where that is known.") @Nullable
        List<Finding> problems) {

    public static final String MEDIA_TYPE = "application/problem+json";

    static Problem of(int status, String detail) {
        return new Problem("about:blank", title(status), status, detail, null, null);
    }

    Problem with(List<Finding> findings) {
        return new Problem(type, title, status, detail, instance, List.copyOf(findings));
    }

    Problem called(String occurrence) {
        return new Problem(type, title, status, detail, "urn:assay:occurrence:" + occurrence, problems);
    }

    private static String title(int status) {
        return switch (status) {
            case 400 -> "Bad Request";
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 406 -> "Not Acceptable";
            case 409 -> "Conflict";
            case 413 -> "Content Too Large";
            case 415 -> "Unsupported Media Type";
            case 422 -> "Unprocessable Content";
            case 429 -> "Too Many Requests";
            case 500 -> "Internal Server Error";
            case 503 -> "Service Unavailable";
            default -> "Status " + status;
        };
    }
}
