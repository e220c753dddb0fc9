package dev.assay.cost.price;

import dev.assay.cost.access.CostInternal;
import dev.assay.cost.access.Problem;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Imports prices: 200 and what changed; 409 with the same report if it has to be confirmed; 422 if it is no price map. */
@Path("/internal/cost/price-imports")
@CostInternal
public class PriceImportResource {

    private final PriceBooks books;
    private final PriceBookKeeper keeper;

    PriceImportResource(PriceBooks books, PriceBookKeeper keeper) {
        this.books = books;
        this.keeper = keeper;
    }

    @POST
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_OCTET_STREAM})
    @Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
    public Response take(
            @QueryParam("source") @Nullable String source,
            @QueryParam("confirm") @DefaultValue("false") boolean confirm,
            InputStream body)
            throws IOException {
        PriceSource from = PriceSource.importable(source == null ? "" : source)
                .orElseThrow(() -> Problem.badRequest("source must be litellm"));
        try {
            PriceImport done = books.take(from, LiteLlmPrices.read(body), confirm);
            if (done.applied()) {
                keeper.refresh();
            }
            return Response.status(done.applied() ? Response.Status.OK : Response.Status.CONFLICT)
                    .type(MediaType.APPLICATION_JSON_TYPE)
                    .entity(done)
                    .build();
        } catch (BadPriceFile e) {
            throw Problem.unprocessable(e.reason());
        }
    }
}
