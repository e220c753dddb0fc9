package dev.assay.cost.estimate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import dev.assay.contracts.json.EventJson;
import dev.assay.cost.access.CostInternal;
import dev.assay.cost.access.Problem;
import dev.assay.cost.price.PriceBooks;
import dev.assay.cost.price.PricedBook;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Estimates what a run will cost: 400 if the request makes no sense, 422 if it names a price book that is not known. */
@Path("/internal/cost/estimates")
@CostInternal
public class EstimateResource {

    private final Estimates estimates;
    private final PriceBooks books;

    EstimateResource(Estimates estimates, PriceBooks books) {
        this.estimates = estimates;
        this.books = books;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
    public Estimate estimate(String body) throws SQLException {
        EstimateRequest run = read(body);
        return estimates.estimate(run, book(run));
    }

    private static EstimateRequest read(String body) {
        try {
            return EventJson.mapper().readValue(body, EstimateRequest.class);
        } catch (JsonMappingException e) {
            // The message of a failed check is ours; a parser's message might quote the prompts.
            throw Problem.badRequest(
                    e.getCause() instanceof IllegalArgumentException ours
                            ? String.valueOf(ours.getMessage())
                            : path(e) + " is missing or of another type");
        } catch (JsonProcessingException e) {
            throw Problem.badRequest("the body is not JSON");
        }
    }

    private static String path(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."));
    }

    private @Nullable PricedBook book(EstimateRequest run) {
        if (run.priceBook() == null) {
            return books.active().orElse(null);
        }
        return books.find(run.priceBook())
                .orElseThrow(() -> Problem.unprocessable("there is no price book " + run.priceBook()));
    }
}
