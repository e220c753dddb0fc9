package dev.assay.orchestrator;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;

/** A real Postgres with this service's schema, one for all tests of a JVM. Each test uses ids of its own. */
public final class OrchestratorDatabase {

    private static final AgroalDataSource DATA_SOURCE = start();

    private OrchestratorDatabase() {}

    public static AgroalDataSource dataSource() {
        return DATA_SOURCE;
    }

    private static AgroalDataSource start() {
        try {
            EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                    // Nothing of a test has to survive a power cut.
                    .setServerConfig("fsync", "off")
                    .start();
            Flyway.configure()
                    .dataSource(postgres.getPostgresDatabase())
                    .schemas("orchestrator")
                    .createSchemas(true)
                    .locations("classpath:db/orchestrator")
                    .load()
                    .migrate();
            String url = postgres.getJdbcUrl("postgres", "postgres") + "&currentSchema=orchestrator";
            return AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                    .connectionPoolConfiguration(pool -> pool.maxSize(2)
                            .connectionFactoryConfiguration(
                                    factory -> factory.jdbcUrl(url).principal(new NamePrincipal("postgres")))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
