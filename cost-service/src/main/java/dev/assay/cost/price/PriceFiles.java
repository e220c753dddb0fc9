package dev.assay.cost.price;

import dev.assay.cost.CostConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.logging.Logger;

/** The price files that are read at start: our own for simulated models, and one that the settings may name. */
@ApplicationScoped
class PriceFiles {

    private static final Logger LOG = Logger.getLogger(PriceFiles.class);
    private static final String BUILT_IN = "/dev/assay/cost/price/simulated-models.json";

    private final PriceBooks books;
    private final CostConfig config;

    PriceFiles(PriceBooks books, CostConfig config) {
        this.books = books;
        this.config = config;
    }

    /** Takes over both. A file of the settings that cannot be used is logged and leaves the prices as they were. */
    void install() {
        books.install(builtIn().rates());
        config.importFile().ifPresent(this::importFile);
    }

    static ImportedPrices builtIn() {
        try (InputStream in = PriceFiles.class.getResourceAsStream(BUILT_IN)) {
            if (in == null) {
                throw new IllegalStateException("the price file " + BUILT_IN + " is missing in this build");
            }
            return LiteLlmPrices.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (BadPriceFile e) {
            throw new IllegalStateException("the price file " + BUILT_IN + " is broken", e);
        }
    }

    private void importFile(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            PriceImport done = books.take(PriceSource.LITELLM, LiteLlmPrices.read(in), config.importConfirm());
            if (done.applied()) {
                LOG.infof(
                        "Prices were imported. file=%s priced=%d added=%d changed=%d removed=%d",
                        file.getFileName(),
                        done.priced(),
                        done.added().size(),
                        done.changed().size(),
                        done.removed().size());
            } else {
                LOG.warnf(
                        "Prices were not imported: confirm the jumps (cost.import-confirm). file=%s jumps=%d removed=%d",
                        file.getFileName(), done.jumps().size(), done.removed().size());
            }
        } catch (IOException | BadPriceFile e) {
            LOG.errorf("Prices were not imported. file=%s cause=%s", file.getFileName(), e.getMessage());
        }
    }
}
