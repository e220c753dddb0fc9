package dev.assay.cli.command;

import dev.assay.cli.api.Api;
import dev.assay.cli.api.Refusal;
import dev.assay.cli.api.Unreachable;
import dev.assay.cli.server.Address;
import dev.assay.cli.server.AddressFile;

/** Whether a server that has just been started is in order. */
final class Health {

    private Health() {}

    static boolean isUp(AddressFile file) {
        try {
            return new Api(new Address(file.url(), file.key()))
                    .get("/api/v1/health")
                    .path("status")
                    .asText()
                    .equals("UP");
        } catch (Unreachable | Refusal e) {
            return false;
        }
    }
}
