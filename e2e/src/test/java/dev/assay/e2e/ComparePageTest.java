package dev.assay.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two runs of different ability, compared and held against policies in a browser. */
class ComparePageTest extends BrowserTest {

    private static String base;
    private static String tuned;

    @BeforeAll
    static void given_runs() {
        base = server.submit("name: base\nbenchmark: assay-core\nmodels: [sim-small]\nseed: 3\n");
        tuned = server.submit("name: tuned\nbenchmark: assay-core\nmodels: [sim-large]\nseed: 3\n");
        server.awaitEnd(base);
        server.awaitEnd(tuned);
    }

    @Test
    void two_runs_are_marked_in_the_list_and_compared_by_keyboard() {
        // Given
        signIn("/runs");
        box("Compare base").focus();

        // When: the older one first, as the baseline
        page.keyboard().press("Space");
        box("Compare tuned").focus();
        page.keyboard().press("Space");
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Compare").setExact(true))
                .focus();
        page.keyboard().press("Enter");

        // Then: what the API says
        JsonNode pair = server.get("/api/v1/comparisons?side=" + base + "&side=" + tuned)
                .at("/pairs/0/difference");
        assertThat(heading("Compare")).isVisible();
        assertThat(page.locator(".verdict"))
                .hasText(Pattern.compile("^sim-large is better than sim-small, by [0-9.]+ points\\.$"));
        Locator row = table("Paired differences").locator("tbody tr");
        assertThat(row).hasCount(1);
        assertThat(number(row.locator(".df-value b").textContent()))
                .isCloseTo(100 * pair.get("difference").asDouble(), within(0.051));
        assertThat(row.locator("[data-name='Better on']"))
                .hasText(pair.get("improved").asText());
        assertThat(row.locator("[data-name='Worse on']"))
                .hasText(pair.get("worsened").asText());
    }

    @Test
    void items_on_which_they_differ_are_found_by_direction_and_category() {
        // Given
        String sides = "/compare?sides=" + base + "," + tuned;
        signIn(sides);
        assertThat(table("Paired differences per category").locator("tbody tr")).hasCount(4);
        JsonNode worse = server.get("/api/v1/comparisons/flips?candidate=" + tuned + ":sim-large&baseline=" + base
                + ":sim-small&metric=exact_match&direction=worsened&category=arithmetic");
        assertThat(page.locator(".flip").first()).isVisible();

        // When
        button("Worse").click();
        page.getByRole(
                        AriaRole.COMBOBOX,
                        new Page.GetByRoleOptions().setName("Category").setExact(true))
                .selectOption("arithmetic");

        // Then
        assertThat(page.locator(".flip")).hasCount(worse.get("flips").size());
        assertThat(page.locator(".flip-mark.improved")).hasCount(0);
        assertThat(button("Worse")).hasAttribute("aria-pressed", "true");
        page.reload();
        assertThat(page.locator(".flip")).hasCount(worse.get("flips").size());
        assertThat(page.url()).contains("direction=worsened", "category=arithmetic");
    }

    @Test
    void a_worse_model_does_not_pass_the_gate_by_keyboard() {
        // Given
        signIn("/runs/" + base);
        button("Hold against a policy").focus();

        // When: the first rule as it stands, two points at most
        page.keyboard().press("Enter");
        Locator baseline = combobox("Baseline");
        assertThat(baseline).isFocused();
        baseline.selectOption(tuned + ":sim-large");
        button("Decide").focus();
        page.keyboard().press("Enter");

        // Then
        Locator verdict = region("No-go");
        assertThat(verdict).containsText("A blocking rule is breached. sim-small against sim-large.");
        assertThat(verdict.locator(".gate-outcomes .badge")).hasText("Breach");
        assertThat(verdict.locator(".gate-outcomes li")).containsText("at most 0.02 below the baseline");

        // When: it is asked for something else, what was said does not hold any more
        page.getByLabel("Amount of rule 1").fill("1");

        // Then
        assertThat(verdict).isHidden();
    }

    @Test
    void fixed_targets_need_no_baseline() {
        // Given
        signIn("/runs/" + tuned);
        button("Hold against a policy").click();

        // When
        combobox("What rule 1 asks").selectOption("limit");
        page.getByLabel("Amount of rule 1").fill("50");
        button("Decide").click();

        // Then
        assertThat(region("Go").locator(".gate-outcomes .badge")).hasText("Pass");
        assertThat(region("Go")).containsText("at least 0.5");
    }

    @Test
    void a_policy_file_is_read_and_what_is_wrong_in_it_is_told_at_its_line() {
        // Given
        signIn("/runs/" + tuned);
        button("Hold against a policy").click();
        button("Policy file").click();
        Locator policy = page.getByLabel("Gate policy, YAML or JSON");
        assertThat(policy).hasValue("rules:\n  - {metric: exact_match, maxDrop: 0.02}\n");

        // When
        file("rules:\n  - {metric: exact_match, maxDrop: 0.02}\n  - {metric: rouge, threshold: 0.5}\n");
        combobox("Baseline").selectOption(base + ":sim-small");
        button("Decide").click();

        // Then
        assertThat(page.locator(".gate .problems")).containsText("is not a score of both runs: rouge");
        assertThat(page.locator(".gate .gutter .bad")).hasText("3");
        assertThat(chromium.complaints()).singleElement().asString().contains("422");

        // When
        file("baseline: " + base + "\nrules: [{metric: exact_match, maxDrop: 0.02}]\n");
        combobox("Baseline").selectOption("");
        button("Decide").click();

        // Then
        assertThat(region("Go")).containsText("sim-large against sim-small");
    }

    @Test
    void a_phone_shows_both_without_scrolling_sideways() {
        // Given
        page.setViewportSize(390, 844);
        signIn("/runs/" + base);
        button("Hold against a policy").click();
        combobox("Baseline").selectOption(tuned + ":sim-large");
        button("Decide").click();
        assertThat(region("No-go")).isVisible();

        // When / Then
        assertThat(width()).isLessThanOrEqualTo(390);
        page.navigate(server.url() + "/#/compare?sides=" + base + "," + tuned);
        assertThat(page.locator(".flip").first()).isVisible();
        assertThat(width()).isLessThanOrEqualTo(390);
    }

    private void file(String text) {
        page.locator(".gate input[type=file]")
                .setInputFiles(new FilePayload("gate.yaml", "application/yaml", text.getBytes(StandardCharsets.UTF_8)));
        assertThat(page.getByLabel("Gate policy, YAML or JSON")).hasValue(text);
    }

    /** Without sign and unit; a difference is written with a true minus. */
    private static double number(String text) {
        double size = Double.parseDouble(text.replaceAll("[^0-9.]", ""));
        return text.startsWith("−") ? -size : size;
    }
}
