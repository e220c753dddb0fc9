package dev.assay.golden;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads the plain values of a case's input. */
final class Json {

    private Json() {}

    static List<String> texts(JsonNode array) {
        return elements(array).map(JsonNode::asText).toList();
    }

    /** Numbers, of which the special ones are written as texts. */
    static double[] numbers(JsonNode array) {
        return elements(array).mapToDouble(Json::number).toArray();
    }

    static int[] integers(JsonNode array) {
        return elements(array).mapToInt(JsonNode::asInt).toArray();
    }

    static double number(JsonNode node) {
        return node.isTextual() ? Double.parseDouble(node.asText()) : node.asDouble();
    }

    static List<Double> list(double[] numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }

    static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
