package dev.assay.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.cli.text.Ink;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StopTextTest {

    private static String printed(String report) throws IOException {
        JsonNode json = new ObjectMapper().readTree(report);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new StopText(json, new Ink(false)).print(new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8).replace("\r", "");
    }

    @Test
    void question_answer_and_saving_are_said() throws IOException {
        assertThat(printed("""
                        {"run": {"saved": {"planned": 4000, "asked": 1324, "samples": 2676, "calls": 2690,
                                           "money": {"currency": "USD", "amount": "0.412"}, "method": "m"}},
                         "stop": {"question": "Which is better by f1, a or b?", "answers": [
                           {"models": ["a", "b"], "verdict": "ABOVE", "answer": "a is better than b", "items": 640,
                            "of": 2000, "missing": 3, "estimate": 0.0712, "low": 0.004, "high": 0.138,
                            "interval": "anytime-95"}]}}
                        """)).isEqualTo("""
                        Which is better by f1, a or b?
                          a is better than b — 640 of 2,000 items, 0.0712 [0.004, 0.138] anytime-95; 3 samples without a score count as what speaks most against an answer
                          2,676 of 4,000 samples were not asked: about 2,690 calls and $0.4120 saved, at the mean of those that were.
                        """);
    }

    @Test
    void an_open_question_saves_nothing() throws IOException {
        assertThat(printed("""
                        {"run": {"saved": {"planned": 10, "asked": 10, "samples": 0, "calls": 0, "money": null}},
                         "stop": {"question": "Is f1 above 0.8?", "answers": []}}
                        """)).isEqualTo("Is f1 above 0.8?\n  not decided yet\n");
    }

    @Test
    void a_run_without_a_question_says_nothing_of_it() throws IOException {
        assertThat(printed("{\"run\": {}}")).isEmpty();
    }
}
