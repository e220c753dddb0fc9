package dev.assay.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assay.cli.api.Query;
import dev.assay.cli.outcome.ExitStatus;
import dev.assay.cli.text.Environment;
import dev.assay.cli.text.Figures;
import dev.assay.cli.text.Table;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "keys", description = "Lists, makes and revokes keys (administrators only).")
final class KeysCommand implements Callable<Integer> {

    enum Role {
        member,
        admin
    }

    private final Environment environment;

    @Mixin
    ServerOptions server = new ServerOptions();

    @Option(names = "--json", description = "Print the API's answer.")
    boolean json;

    KeysCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        JsonNode answer = server.connect(environment).get("/api/v1/keys");
        if (json) {
            JsonText.print(environment.out(), answer);
            return ExitStatus.OK;
        }
        Table table = new Table()
                .text("id")
                .text("name")
                .text("group")
                .text("role")
                .text("last used")
                .text("revoked");
        for (JsonNode key : answer.path("keys")) {
            table.row(
                    key.path("id").asText(),
                    key.path("name").asText(),
                    key.path("group").asText(),
                    key.path("role").asText(),
                    key.path("lastUsed").asText(Figures.UNKNOWN),
                    key.path("revokedAt").asText(""));
        }
        table.print(environment.out(), environment.ink());
        return ExitStatus.OK;
    }

    @Command(name = "create", description = "Makes a key and shows it, this once.")
    static final class Create implements Callable<Integer> {

        private final Environment environment;

        @Mixin
        ServerOptions server = new ServerOptions();

        @Parameters(paramLabel = "NAME", description = "Whose or what for.")
        String name = "";

        @Option(names = "--group", paramLabel = "G", description = "Its group (default: default).")
        String group = "default";

        @Option(names = "--role", paramLabel = "member|admin", description = "What it may do (default: member).")
        Role role = Role.member;

        Create(Environment environment) {
            this.environment = environment;
        }

        @Override
        public Integer call() {
            JsonNode key = server.connect(environment)
                    .post(
                            "/api/v1/keys",
                            JsonNodeFactory.instance
                                    .objectNode()
                                    .put("name", name)
                                    .put("group", group)
                                    .put("role", role.name()));
            environment.out().println(key.path("key").asText());
            environment
                    .err()
                    .println("Key " + key.path("id").asText() + " for group " + group
                            + ". It is stored hashed and cannot be shown again.");
            return ExitStatus.OK;
        }
    }

    @Command(name = "revoke", description = "Makes a key useless at once.")
    static final class Revoke implements Callable<Integer> {

        private final Environment environment;

        @Mixin
        ServerOptions server = new ServerOptions();

        @Parameters(paramLabel = "ID", description = "The key's id.")
        String id = "";

        Revoke(Environment environment) {
            this.environment = environment;
        }

        @Override
        public Integer call() {
            server.connect(environment).delete("/api/v1/keys/" + Query.encoded(id));
            environment.out().println("Key " + id + " is revoked.");
            return ExitStatus.OK;
        }
    }
}
