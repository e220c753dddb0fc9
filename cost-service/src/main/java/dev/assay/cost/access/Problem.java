package dev.assay.cost.access;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;

/**
 * An answer that says what is wrong, in the form of RFC 9457.
 *
 * @param type always {@code about:blank}: title and status say the kind
 * @param detail for people: what to do
 */
public record Problem(String type, String title, int status, String detail) {

    public static final String MEDIA_TYPE = "application/problem+json";

    public static WebApplicationException badRequest(String detail) {
        return new WebApplicationException(response(400, "Bad Request", detail));
    }

    public static WebApplicationException notFound(String detail) {
        return new WebApplicationException(response(404, "Not Found", detail));
    }

    public static WebApplicationException unprocessable(String detail) {
        return new WebApplicationException(response(422, "Unprocessable Content", detail));
    }

    static Response response(int status, String title, String detail) {
        return Response.status(status)
                .type(MEDIA_TYPE)
                .entity(new Problem("about:blank", title, status, detail))
                .build();
    }
}
