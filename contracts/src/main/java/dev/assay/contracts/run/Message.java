package dev.assay.contracts.run;

/** One message of a chat: who speaks ({@code system}, {@code user} or {@code assistant}), and what. */
public record Message(String role, String content) {

    public Message {
        if (role.isBlank()) {
            throw new IllegalArgumentException("a message needs a role");
        }
    }

    public static Message user(String content) {
        return new Message("user", content);
    }
}
