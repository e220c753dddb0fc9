package dev.assay.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareCommandTest {

    private static final String DIFFERENCE = """
            {"candidate": 0.75, "baseline": 0.7, "difference": 0.05, "standardError": 0.01, "low": 0.02, "high": 0.08,
             "interval": "bonett-price-95", "p": 0.0012, "test": "mcnemar-mid-p", "adjustedP": 0.0024, "tests": {},
             "improved": 80, "worsened": 30, "same": 890, "clusters": 1000, "better": "candidate"}""";

    private static final String COMPARISON =
            """
            {"metric": "exact_match", "lowerIsBetter": false, "confidence": 0.95, "correction": "holm",
             "sides": [
               {"side": "01aa:base", "run": "01aa", "runName": "before", "model": "base", "items": 1000, "scored": 1000,
                "value": 0.7, "low": 0.67, "high": 0.73},
               {"side": "01bb:tuned", "run": "01bb", "runName": "after", "model": "tuned", "items": 1010, "scored": 1000,
                "value": 0.75, "low": 0.72, "high": 0.78}],
             "pairs": [{"candidate": "01bb:tuned", "baseline": "01aa:base",
               "shared": {"items": 1000, "onlyCandidate": 10, "onlyBaseline": 0, "unscoredCandidate": 0,
                          "unscoredBaseline": 0},
               "difference": %s,
               "categories": [{"category": "algebra", "items": 400, "difference": %s},
                              {"category": "rare", "items": 1}]}],
             "notes": ["01bb:tuned has scores of 1,000 of its 1,010 samples."]}
            """.formatted(DIFFERENCE, DIFFERENCE.replace("\"better\": \"candidate\"", "\"detectable\": 0.031"));

    @TempDir
    Path folder;

    private FakeServer server;
    private Shell shell;

    @BeforeEach
    void start() throws IOException {
        server = new FakeServer();
        shell = new Shell(folder).with("ASSAY_URL", server.url()).with("ASSAY_KEY", "secret");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void two_runs_are_compared_as_a_table() {
        // Given
        server.on("GET /api/v1/comparisons?side=01aa&side=01bb%3Atuned&byCategory=true", COMPARISON);
        // When
        Shell.Result result = shell.call("compare", "01aa", "01bb:tuned", "--by-category");
        // Then
        assertThat(result.err()).isEmpty();
        assertThat(result.status()).isZero();
        assertThat(result.out().lines())
                .contains(
                        "A  base   01aa  before  70.0 % [67.0, 73.0]  1,000 of 1,000 items",
                        "compared  difference, points  95 % interval       p    Holm  items  improved  worsened  better",
                        "B - A                   +5.0   [+2.0, +8.0]  0.0012  0.0024  1,000        80        30  B",
                        "algebra                 +5.0   [+2.0, +8.0]  0.0012  0.0024    400        80        30  undecided",
                        "rare                       –              –       –       –      1         –         –  –",
                        "B - A leaves out items: 10 that only B has.",
                        "01bb:tuned has scores of 1,000 of its 1,010 samples.");
    }

    @Test
    void every_option_becomes_a_parameter_and_json_is_the_answer() {
        // Given
        server.on(
                "GET /api/v1/comparisons?side=01aa&baseline=m1&metric=f1&correction=bh&pairs=all&confidence=0.9"
                        + "&cluster=text&folds=5&group=topic&seed=7",
                "{\"pairs\": []}");
        // When
        Shell.Result result = shell.call(
                "compare",
                "01aa",
                "--baseline",
                "m1",
                "--metric",
                "f1",
                "--correction",
                "BH",
                "--all-pairs",
                "--confidence",
                "0.9",
                "--cluster",
                "text",
                "--folds",
                "5",
                "--group",
                "topic",
                "--seed",
                "7",
                "--json");
        // Then
        assertThat(result.status()).isZero();
        assertThat(result.out().strip()).isEqualTo("{\n  \"pairs\" : [ ]\n}");
    }

    @Test
    void a_choice_is_shown_with_its_optimism() {
        // Given
        server.on("GET /api/v1/comparisons?side=01aa&side=01bb&folds=5", COMPARISON.replaceFirst("\"notes\"", """
                "selection": {"folds": 5, "method": "plain", "items": 1000, "chosen": "01bb:tuned", "optimistic": 0.75,
                  "score": 0.74, "low": 0.71, "high": 0.77, "optimism": 0.01,
                  "picked": {"01aa:base": 1, "01bb:tuned": 4}}, "notes\""""));
        // When
        Shell.Result result = shell.call("compare", "01aa", "01bb", "--folds", "5");
        // Then
        assertThat(result.out())
                .contains("Choosing the best over 5 plain folds of 1,000 items: take B.")
                .contains("on held-out items     74.0 % [71.0, 77.0]")
                .contains("where it was chosen   75.0 %, optimistic by 1.0 points")
                .contains("picked in folds       A 1, B 4");
    }

    @Test
    void flips_are_listed_with_both_answers() {
        // Given
        server.on("GET /api/v1/comparisons?side=01aa&side=01bb", COMPARISON)
                .on(
                        "GET /api/v1/comparisons/flips?candidate=01bb%3Atuned&baseline=01aa%3Abase&metric=exact_match&limit=2",
                        """
                        {"flips": [{"itemId": "q1", "category": "algebra", "direction": "improved", "difference": 1,
                          "candidate": {"task": "01bb.0.3.0", "answer": "42\\u001b[31m"},
                          "baseline": {"task": "01aa.0.3.0", "answer": "41"}}], "next": "x"}
                        """);
        // When
        Shell.Result result = shell.call("compare", "01aa", "01bb", "--flips", "2");
        // Then
        assertThat(result.out())
                .contains("q1    algebra   improved  0.3.0     41      0.3.0      42[31m")
                .contains("There are more")
                .doesNotContain("\u001b");
    }

    @Test
    void nothing_in_common_is_told_with_the_servers_reason() {
        // Given
        server.on("GET /api/v1/comparisons?side=01aa&side=01bb", 409, "{\"detail\": \"0 items have a score of both\"}");
        // When
        Shell.Result result = shell.call("compare", "01aa", "01bb");
        // Then
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.err()).contains("0 items have a score of both");
    }
}
