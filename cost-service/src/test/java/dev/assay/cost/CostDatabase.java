package dev.assay.cost;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** A real Postgres with this service's schema, one for all tests of a JVM. */
public final class CostDatabase {

    private static final EmbeddedPostgres POSTGRES = start();
    private static final DataSource DATA_SOURCE = pool();

    private CostDatabase() {}

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                    // Nothing of a test has to survive a power cut.
                    .setServerConfig("fsync", "off")
                    .start();
            Flyway.configure()
                    .dataSource(postgres.getPostgresDatabase())
                    .schemas("cost")
                    .createSchemas(true)
                    .locations("classpath:db/cost")
                    .load()
                    .migrate();
            return postgres;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DataSource pool() {
        try {
            return AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                    .connectionPoolConfiguration(pool -> pool.maxSize(8)
                            .connectionFactoryConfiguration(factory -> factory.jdbcUrl(
                                            POSTGRES.getJdbcUrl("postgres", "postgres") + "&currentSchema=cost")
                                    .principal(new NamePrincipal("postgres")))));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Without rows. */
    public static DataSource empty() {
        try (Connection connection = DATA_SOURCE.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "truncate run, ledger_entry, run_model_total, waiting_call, reconciliation, prompt_sample,"
                            + " price_book_entry, price_book, price_tier, price_point");
            return DATA_SOURCE;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
