package dev.assay.cli.server;

import dev.assay.cli.outcome.ExitStatus;
import dev.assay.cli.outcome.Failure;
import dev.assay.cli.text.Environment;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the server: what options say goes before what environment variables say, and both before the address file in
 * the data folder.
 *
 * @param environment of this command
 */
public record Discovery(Environment environment) {

    /** The data folder: {@code --data}, else ASSAY_DATA, else {@code ~/.assay}. */
    public Path folder(@Nullable Path data) {
        if (data != null && data.toString().isBlank()) {
            throw Failure.badInput("--data names no folder.", "Leave it out for ASSAY_DATA or ~/.assay.");
        }
        if (data != null) {
            return data.toAbsolutePath().normalize();
        }
        return environment
                .variable("ASSAY_DATA")
                .map(text -> Path.of(text).toAbsolutePath().normalize())
                .orElseGet(() -> environment.home().resolve(".assay"));
    }

    /** @throws Failure if no server is named and none runs in the data folder */
    public Address address(@Nullable String url, @Nullable String key, @Nullable Path data) {
        Optional<String> givenUrl =
                Optional.ofNullable(url).or(() -> data == null ? environment.variable("ASSAY_URL") : Optional.empty());
        Optional<String> givenKey = Optional.ofNullable(key).or(() -> environment.variable("ASSAY_KEY"));
        Path folder = folder(data);
        if (givenUrl.isPresent()) {
            Address named = new Address(givenUrl.get(), givenKey.orElse(""));
            return givenKey.isPresent() ? named : new Address(named.url(), keyOf(folder, named.url()));
        }
        AddressFile here = running(folder);
        return new Address(here.url(), givenKey.orElse(here.key()));
    }

    /** @throws Failure if none runs there */
    public AddressFile running(Path folder) {
        return switch (Presence.in(folder, environment)) {
            case Presence.Ready ready -> ready.address();
            case Presence.Absent(boolean orderly)
            when orderly -> throw notRunning("Assay is not running in " + folder + ".");
            case Presence.Absent absent ->
                throw notRunning("Assay is not running in " + folder + " (its last process did not end in order).");
            case Presence.Busy busy ->
                throw new Failure(
                        ExitStatus.UNREACHABLE,
                        List.of(
                                "Assay in " + folder + " is not ready: process "
                                        + busy.process().pid() + " is starting or stopping.",
                                "Try again in a moment; what it does is in assay.log there."));
        };
    }

    private static String keyOf(Path folder, String url) {
        return AddressFile.in(folder)
                .filter(file -> file.url().equals(url))
                .map(AddressFile::key)
                .orElse("");
    }

    private static Failure notRunning(String what) {
        return new Failure(
                ExitStatus.UNREACHABLE,
                List.of(
                        what,
                        "Start it with './assay up', or name a server by --url and --key (ASSAY_URL, ASSAY_KEY)."));
    }
}
