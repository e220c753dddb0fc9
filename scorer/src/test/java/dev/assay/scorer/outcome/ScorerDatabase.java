package dev.assay.scorer.outcome;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** A real database with the scorer's tables. */
final class ScorerDatabase implements AutoCloseable {

    private final EmbeddedPostgres postgres;

    private ScorerDatabase(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    static ScorerDatabase start() throws IOException {
        EmbeddedPostgres postgres = EmbeddedPostgres.start();
        Flyway.configure()
                .dataSource(postgres.getPostgresDatabase())
                .schemas("scorer")
                .createSchemas(true)
                .locations("db/scorer")
                .load()
                .migrate();
        return new ScorerDatabase(postgres);
    }

    DataSource dataSource() {
        return postgres.getPostgresDatabase(Map.of("currentSchema", "scorer"));
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
