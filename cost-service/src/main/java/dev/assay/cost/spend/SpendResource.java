package dev.assay.cost.spend;

import dev.assay.contracts.id.RunId;
import dev.assay.cost.access.CostInternal;
import dev.assay.cost.access.Problem;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.List;

/** What runs and groups cost so far. */
@Path("/internal/cost")
@CostInternal
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
public class SpendResource {

    private final Spending spending;

    SpendResource(Spending spending) {
        this.spending = spending;
    }

    /** All groups that spent something. */
    public record Groups(List<GroupSpend> groups) {

        public Groups {
            groups = List.copyOf(groups);
        }
    }

    @GET
    @Path("/runs/{run}")
    public RunSpend run(@PathParam("run") String run) throws SQLException {
        return spending.ofRun(id(run)).orElseThrow(() -> Problem.notFound("no run " + run + " was planned here"));
    }

    private static RunId id(String run) {
        try {
            return new RunId(run);
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest("a run id has 26 characters of lower-case Crockford base 32");
        }
    }

    @GET
    @Path("/groups")
    public Groups groups() throws SQLException {
        return new Groups(spending.byGroup());
    }
}
