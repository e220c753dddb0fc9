package dev.assay.cli.api;

import dev.assay.cli.outcome.ExitStatus;
import dev.assay.cli.outcome.Failure;
import java.util.List;

/** The server does not answer. */
public final class Unreachable extends Failure {

    private static final long serialVersionUID = 1L;

    public Unreachable(String url, String why) {
        super(
                ExitStatus.UNREACHABLE,
                List.of(
                        "The server at " + url + " does not answer (" + why + ").",
                        "Start one with './assay up', or check --url (ASSAY_URL)."));
    }
}
