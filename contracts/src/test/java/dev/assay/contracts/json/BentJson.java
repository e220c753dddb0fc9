package dev.assay.contracts.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** JSON text of a tree in which fields are moved, lost, doubled, added and given other values, here and there. */
final class BentJson {

    private static final List<String> OTHERS = List.of(
            "null",
            "\"\"",
            "\" \"",
            "\"x\"",
            "\"12\"",
            "5",
            "-5",
            "5.5",
            "1e3",
            "1e999",
            "99999999999999999999",
            "true",
            "\"true\"",
            "[]",
            "[null]",
            "[1]",
            "[\"x\"]",
            "{}",
            "{\"x\":null}",
            "{\"type\":\"answered\"}",
            "\"UNKNOWN\"",
            "\"2026-01-01T00:00:00+01:00\"",
            "1767225600",
            "{\"a\":[{}],\"b\":\"c\"}",
            "\"answered\"",
            "tru");

    private final Random random;
    private final int oneIn;

    /** @param oneIn how rare a change is */
    BentJson(Random random, int oneIn) {
        this.random = random;
        this.oneIn = oneIn;
    }

    String of(JsonNode node) {
        StringBuilder text = new StringBuilder();
        write(node, text);
        return text.toString();
    }

    private void write(JsonNode node, StringBuilder text) {
        if (strikes(oneIn * 4)) {
            text.append(OTHERS.get(random.nextInt(OTHERS.size())));
        } else if (node.isObject()) {
            text.append('{')
                    .append(String.join(strikes(3) ? " , " : ",", fields(node)))
                    .append('}');
        } else if (node.isArray()) {
            List<String> items = new ArrayList<>();
            node.forEach(item -> items.add(of(item)));
            text.append('[').append(String.join(",", items)).append(']');
        } else {
            text.append(node);
        }
    }

    private List<String> fields(JsonNode node) {
        List<String> fields = new ArrayList<>();
        node.properties().forEach(field -> {
            String name = TextNode.valueOf(field.getKey()) + ":";
            if (!strikes(oneIn)) {
                fields.add(name + of(field.getValue()));
            }
            if (strikes(oneIn)) {
                fields.add(random.nextInt(fields.size() + 1), name + of(field.getValue()));
            }
            if (strikes(oneIn)) {
                fields.add("\"brandNew\": " + OTHERS.get(random.nextInt(OTHERS.size() - 1)));
            }
        });
        if (strikes(2)) {
            Collections.shuffle(fields, random);
        }
        return fields;
    }

    private boolean strikes(int one) {
        return random.nextInt(one) == 0;
    }
}
