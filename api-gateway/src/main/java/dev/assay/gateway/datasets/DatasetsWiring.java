package dev.assay.gateway.datasets;

import dev.assay.gateway.database.Database;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Puts the parts of this package together. */
@Singleton
class DatasetsWiring {

    /** How datasets are taken in. */
    @ConfigMapping(prefix = "gateway")
    interface DatasetsConfig {

        /** The longest dataset that is accepted. */
        @WithDefault("64M")
        MemorySize uploadLimit();
    }

    @Produces
    @Singleton
    Datasets datasets(Database database, Clock clock) {
        return new Datasets(database, clock);
    }

    @Produces
    @Singleton
    DatasetUpload uploads(Datasets datasets, DatasetsConfig config) {
        return new DatasetUpload(datasets, config.uploadLimit().asLongValue());
    }
}
