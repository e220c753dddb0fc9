package dev.assay.gateway.problem;

import dev.assay.contracts.id.IdSource;
import dev.assay.gateway.database.DatabaseFailure;
import jakarta.persistence.PersistenceException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns whatever was thrown while a request was served into a problem. Resources of other services keep their answers. */
class ProblemAnswers {

    private static final Logger LOG = Logger.getLogger(ProblemAnswers.class);
    private static final String OURS = "/api/";

    private final IdSource ids;

    ProblemAnswers(IdSource ids) {
        this.ids = ids;
    }

    @ServerExceptionMapper
    Response refused(Refusal refusal) {
        return answer(refusal.problem());
    }

    @ServerExceptionMapper({DatabaseFailure.class, PersistenceException.class})
    Response away(RuntimeException failure) {
        LOG.warn("The database did not do what a request needs.", failure);
        return answer(Problem.of(503, "the database does not answer; try again in a moment"));
    }

    @ServerExceptionMapper
    Response standard(WebApplicationException exception, UriInfo uri) {
        Response given = exception.getResponse();
        if (!uri.getPath().startsWith(OURS) || given.hasEntity() || given.getStatus() < 400) {
            return given;
        }
        if (given.getStatus() >= 500) {
            return unexpected(exception, uri);
        }
        return Response.fromResponse(given)
                .type(Problem.MEDIA_TYPE)
                .entity(Problem.of(given.getStatus(), detail(given.getStatus())))
                .build();
    }

    @ServerExceptionMapper
    Response unexpected(Throwable failure, UriInfo uri) {
        String occurrence = ids.next();
        LOG.errorf(failure, "A request failed in a way that was not foreseen. occurrence=%s", occurrence);
        if (!uri.getPath().startsWith(OURS)) {
            return Response.serverError().build();
        }
        return answer(Problem.of(500, "this was not foreseen; the server's log says more under the instance's id")
                .called(occurrence));
    }

    /** The answer that a problem is. */
    static Response answer(Problem problem) {
        Response.ResponseBuilder answer = Response.status(problem.status())
                .type(MediaType.valueOf(Problem.MEDIA_TYPE))
                .entity(problem);
        return switch (problem.status()) {
            case 401 ->
                answer.header("WWW-Authenticate", "Bearer realm=\"assay\"").build();
            case 503 -> answer.header("Retry-After", "2").build();
            default -> answer.build();
        };
    }

    private static String detail(int status) {
        return switch (status) {
            case 400 -> "the request cannot be understood";
            case 404 -> "there is nothing here; /q/openapi lists what there is";
            case 405 -> "this cannot be done here; /q/openapi lists what can";
            case 406 -> "this is not available in any of the media types that Accept names";
            case 413 -> "the body is larger than what is accepted";
            case 415 -> "the body's Content-Type is not one that is understood here; /q/openapi lists those";
            default -> "the request was refused";
        };
    }
}
