package dev.assay.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;

/** Exactly one JSON document on standard output, for scripts. */
final class JsonText {

    private JsonText() {}

    static void print(PrintStream out, JsonNode document) {
        out.println(document.toPrettyString());
    }
}
