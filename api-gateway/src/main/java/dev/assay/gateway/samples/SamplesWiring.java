package dev.assay.gateway.samples;

import dev.assay.gateway.database.Database;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Puts the parts of this package together. */
@Singleton
class SamplesWiring {

    @Produces
    @Singleton
    SampleTexts texts() {
        return new SampleTexts();
    }

    @Produces
    @Singleton
    Samples samples(Database database, SampleTexts texts) {
        return new Samples(database, texts);
    }

    @Produces
    @Singleton
    Items items(Database database, SampleTexts texts) {
        return new Items(database, texts);
    }

    @Produces
    @Singleton
    FormFlips flips(Database database) {
        return new FormFlips(database);
    }

    @Produces
    @Singleton
    Charges charges(Database database) {
        return new Charges(database);
    }

    @Produces
    @Singleton
    SampleExport export(@DataSource("gateway") AgroalDataSource source, SampleTexts texts) {
        return new SampleExport(source, texts);
    }
}
