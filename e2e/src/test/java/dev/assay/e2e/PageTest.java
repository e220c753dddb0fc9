package dev.assay.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PageTest extends BrowserTest {

    private static final Pattern INTERVAL = Pattern.compile("[0-9.]+–[0-9.]+");

    /** Finished before the first test; every test may look at it. */
    private static String finished;

    @BeforeAll
    static void given_runs() {
        finished = server.submit("""
                name: finished
                benchmark: assay-core
                models: [sim-instant, sim-terse]
                limit: 60
                seed: 3
                """);
        server.awaitEnd(finished);
    }

    @Test
    void an_address_with_a_key_signs_in_and_leaves_no_key_behind() {
        // When
        signIn("/runs");

        // Then
        assertThat(button("Sign out")).isVisible();
        assertThat(page.url()).doesNotContain(server.adminKey()).endsWith("/#/runs");
        assertThat(page.locator("table").getByText("finished")).isVisible();
        page.reload();
        assertThat(button("Sign out")).isVisible();
    }

    @Test
    void a_run_is_started_on_the_page_watched_live_and_ends_complete() {
        // Given
        signIn("/new");
        assertThat(spec()).not().hasValue("");

        // When
        spec().fill("""
                        name: from the page
                        benchmark: assay-core
                        models: [sim-200ms, sim-50ms]
                        repeats: 2
                        """);
        button("Start run").click();

        // Then
        Locator progress = region("Progress");
        assertThat(heading("from the page")).isVisible();
        assertThat(progress).containsText("of 1,920 samples");
        assertThat(page.locator("h1 ~ .badge")).hasText("Complete");
        assertThat(progress).isHidden();
        assertThat(page.locator(".leaderboard tbody tr")).hasCount(2);
        JsonNode run = server.run("latest");
        assertThat(run.get("name").asText()).isEqualTo("from the page");
        assertThat(page.url()).endsWith("/#/runs/" + run.get("id").asText());
    }

    @Test
    void the_leaderboard_says_what_the_report_says_with_its_intervals() {
        // Given
        JsonNode best = server.report(finished).at("/leaderboard/0");
        JsonNode metric = best.at("/metrics/0");

        // When
        signIn("/runs/" + finished);

        // Then
        Locator row = page.locator(".leaderboard tbody tr").first();
        assertThat(row.locator(".lb-model")).containsText(best.get("model").asText());
        assertThat(row.locator(".lb-value small")).hasText(INTERVAL);
        assertThat(number(row.locator(".lb-value b").textContent()))
                .isCloseTo(100 * metric.get("value").asDouble(), within(0.051));
        List<Double> interval = Stream.of(
                        row.locator(".lb-value small").textContent().split("–"))
                .map(PageTest::number)
                .toList();
        assertThat(interval.get(0)).isCloseTo(100 * metric.get("low").asDouble(), within(0.051));
        assertThat(interval.get(1)).isCloseTo(100 * metric.get("high").asDouble(), within(0.051));
        assertThat(page.locator(".plot canvas, .plot svg").first()).isVisible();
    }

    @Test
    void subgroups_stand_beside_each_other_with_their_gap_and_one_that_is_too_small_has_no_score() {
        // Given
        StringBuilder items = new StringBuilder();
        for (int item = 0; item < 26; item++) {
            String gender = item == 25 ? "other" : item % 2 == 0 ? "woman" : "man";
            items.append("      - {gender: %s, income: %d, granted: \"%s\"}%n"
                    .formatted(gender, 1000 + item, item % 3 == 0 ? "yes" : "no"));
        }
        String run = server.submit("""
                name: by subgroup
                benchmark:
                  name: loans
                  dataset:
                    inline:
                %s
                  prompt: "A {{ gender }} earns {{ income }}. Granted? Yes or no."
                  target: granted
                  subgroups: {fields: gender, positive: "yes"}
                models: [sim-terse]
                """.formatted(items.toString().stripTrailing()));
        assertThat(server.awaitEnd(run).get("state").asText()).isEqualTo("COMPLETE");
        JsonNode subgroups = server.report(run).at("/subgroups/0");
        JsonNode groups = subgroups.get("groups");
        double gap = Math.abs(
                groups.at("/0/value").asDouble() - groups.at("/2/value").asDouble());

        // When
        signIn("/runs/" + run);

        // Then
        Locator table = page.locator("section")
                .filter(new Locator.FilterOptions().setHasText("Subgroups by gender"))
                .locator("table");
        assertThat(table.locator("thead th")).hasText(new String[] {
            "Model", "man", "other", "woman", "Widest gap", "Worst group", "Demographic parity", "Equalized odds"
        });
        Locator row = table.locator("tbody tr");
        assertThat(row).hasCount(1);
        assertThat(row.locator("td").nth(1)).containsText("12 items");
        assertThat(row.locator("td").nth(2)).containsText("too few");
        assertThat(row.locator("td").nth(3)).containsText("13 items");
        assertThat(firstNumber(row.locator("td").nth(1)))
                .isCloseTo(100 * groups.at("/0/value").asDouble(), within(0.051));
        assertThat(firstNumber(row.locator("td").nth(3)))
                .isCloseTo(100 * groups.at("/2/value").asDouble(), within(0.051));
        assertThat(firstNumber(row.locator("td").nth(4))).isCloseTo(100 * gap, within(0.051));
    }

    @Test
    void a_sample_is_found_opened_and_left_by_keyboard_alone() {
        // Given
        JsonNode sample =
                server.get("/api/v1/runs/" + finished + "/samples?limit=2").at("/samples/1");
        signIn("/runs/" + finished + "/samples");
        assertThat(page.locator(".sample-table tbody tr").first()).isVisible();

        // When: from the first row to the second
        page.keyboard().press("j");
        assertThat(page.locator(".sample-table tbody tr").nth(1)).isFocused();
        page.keyboard().press("Enter");

        // Then
        Locator pane = page.getByRole(AriaRole.COMPLEMENTARY, new Page.GetByRoleOptions().setName("Sample"));
        JsonNode whole = server.get("/api/v1/runs/" + finished + "/samples/" + place(sample));
        assertThat(pane.getByRole(AriaRole.HEADING).first())
                .hasText(sample.get("itemId").asText());
        assertThat(part(pane, "Prompt"))
                .containsText(whole.at("/prompt/0/content")
                        .asText()
                        .lines()
                        .findFirst()
                        .orElseThrow());
        assertThat(part(pane, "Answer").locator("pre"))
                .hasText(whole.get("answer").asText());
        assertThat(part(pane, "Extracted").locator("code").first())
                .hasText(whole.get("extracted").elements().next().asText());

        // When
        page.keyboard().press("Escape");

        // Then
        assertThat(pane).isHidden();
        assertThat(page.locator(".sample-table tbody tr").nth(1)).isFocused();
    }

    @Test
    void a_run_that_waits_for_its_provider_says_so_and_one_that_ends_unanswered_has_no_score() {
        // Given
        server.put("/simulator/models/sim-drip", """
                {"errors": [{"kind": "status", "status": 429, "retryAfterSeconds": 600}]}
                """);
        String waiting = server.submit("""
                name: waiting
                benchmark: assay-smoke
                models: [sim-drip]
                """);
        signIn("/runs/" + waiting);
        Locator head = page.locator(".run-head");

        // When / Then
        assertThat(head)
                .containsText(
                        Pattern.compile("sim-drip: the provider asked to wait until \\d\\d:\\d\\d \\(rate limited\\)"));
        assertThat(region("Progress")).containsText("waiting");
        button("Cancel").click();
        button("Cancel the run").click();
        assertThat(page.locator("h1 ~ .badge")).hasText("Cancelled");
        assertThat(head).not().containsText("asked to wait");
        assertThat(page.getByText("Cancelled before any sample was answered")).isVisible();
        assertThat(region("Summary")).containsText("No sample was answered, so there is no score.");
    }

    @Test
    void the_theme_is_switched_and_kept() {
        // Given
        signIn("/runs/" + finished);
        assertThat(page.locator(".leaderboard")).isVisible();
        Object light = background();

        // When
        button("Use the dark theme").click();

        // Then
        assertThat(button("Use the light theme")).isVisible();
        Object dark = background();
        assertThat(dark).isNotEqualTo(light);
        page.reload();
        assertThat(button("Use the light theme")).isVisible();
        assertThat(background()).isEqualTo(dark);
    }

    @Test
    void a_phone_shows_every_view_without_scrolling_sideways() {
        // Given
        page.setViewportSize(390, 844);
        signIn("/runs");
        JsonNode sample =
                server.get("/api/v1/runs/" + finished + "/samples?limit=1").at("/samples/0");
        String samples = "/runs/" + finished + "/samples";

        // When / Then
        fits("/runs", page.getByText("finished").first());
        fits("/runs/" + finished, page.locator(".leaderboard tbody tr").first());
        fits(samples, page.locator(".sample-table tbody tr").first());
        fits(samples + "/" + place(sample), page.locator(".detail .part").first());
        fits("/new", spec());
        fits("/catalogue", page.getByText("assay-core").first());
    }

    @Test
    void markup_in_names_prompts_and_answers_stays_text() {
        // Given
        String markup = "<img src=x onerror=document.title=1 class=planted>";
        String run = server.submit("""
                name: "a %1$s"
                benchmark:
                  name: markup
                  dataset:
                    inline:
                      - {question: "one %1$s", answer: "%1$s"}
                      - {question: "two %1$s", answer: "%1$s"}
                      - {question: "three %1$s", answer: "%1$s"}
                      - {question: "four %1$s", answer: "%1$s"}
                      - {question: "five %1$s", answer: "%1$s"}
                  prompt: "{{ question }}"
                  target: answer
                  metrics: [contains]
                models: [sim-terse]
                """.formatted(markup));
        server.awaitEnd(run);
        JsonNode right = server.get("/api/v1/runs/" + run + "/samples?metric=contains&minScore=1&limit=1")
                .at("/samples/0");

        // When / Then
        signIn("/runs");
        assertThat(page.getByText("a " + markup).first()).isVisible();
        nothingIsPlanted();
        go("/runs/" + run);
        assertThat(heading("a " + markup)).isVisible();
        assertThat(page.locator(".leaderboard")).isVisible();
        nothingIsPlanted();
        go("/runs/" + run + "/samples/" + place(right));
        assertThat(part(page.locator(".detail"), "Answer")).containsText(markup);
        assertThat(part(page.locator(".detail"), "Prompt")).containsText(markup);
        nothingIsPlanted();
    }

    private void nothingIsPlanted() {
        assertThat(page.locator(".planted")).hasCount(0);
        assertThat(page.title()).endsWith("Assay");
    }

    private void fits(String view, Locator shown) {
        go(view);
        assertThat(shown).isVisible();
        assertThat(width()).as("width of " + view).isLessThanOrEqualTo(390);
    }

    private void go(String view) {
        page.navigate(server.url() + "/#" + view);
    }

    private Object background() {
        return page.evaluate("getComputedStyle(document.documentElement).backgroundColor");
    }

    private Locator spec() {
        return page.getByLabel("Run spec, YAML or JSON");
    }

    private static Locator part(Locator pane, String title) {
        return pane.locator(".part")
                .filter(new Locator.FilterOptions()
                        .setHas(pane.page()
                                .locator("h3")
                                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^" + title)))));
    }

    private static String place(JsonNode sample) {
        String[] parts = sample.get("task").asText().split("\\.");
        return String.join(".", List.of(parts).subList(parts.length - 3, parts.length));
    }

    /** The figure of a cell, without what stands small below it. */
    private static double firstNumber(Locator cell) {
        return number((String) cell.evaluate("cell => cell.firstChild.textContent"));
    }

    private static double number(String text) {
        return Double.parseDouble(text.replaceAll("[^0-9.]", ""));
    }
}
