package dev.assay.cli.command;

import dev.assay.cli.api.Api;
import dev.assay.cli.server.Discovery;
import dev.assay.cli.text.Environment;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which server a command talks to. */
final class ServerOptions {

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "Address of the server (ASSAY_URL; default: the one that runs in the data folder).")
    @Nullable
    String url;

    @Option(
            names = "--key",
            paramLabel = "KEY",
            description = "Key to the server (ASSAY_KEY; default: the administrator's of the data folder).")
    @Nullable
    String key;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Data folder of a server on this machine (ASSAY_DATA; default: ~/.assay).")
    @Nullable
    Path data;

    Api connect(Environment environment) {
        return new Api(new Discovery(environment).address(url, key, data));
    }
}
