package dev.assay.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Votes on answers side by side, in a browser, by keyboard. */
class ArenaPageTest extends BrowserTest {

    private static final String MARKUP = "<img src=x onerror=document.title=1 class=planted>";

    private static String run;

    @BeforeAll
    static void given_runs() {
        run = server.submit("""
                name: two writers
                benchmark:
                  name: markup
                  dataset:
                    inline:
                      - {question: "one %1$s", answer: "%1$s"}
                      - {question: "two %1$s", answer: "%1$s"}
                      - {question: "three %1$s", answer: "%1$s"}
                  prompt: "{{ question }}"
                  target: answer
                  metrics: [contains]
                models: [sim-instant, sim-terse]
                """.formatted(MARKUP));
        server.awaitEnd(run);
    }

    private static String arena(String name) {
        return server.postJson(
                        "/api/v1/arenas", "{\"name\": \"%s\", \"sides\": [{\"run\": \"%s\"}]}".formatted(name, run))
                .get("id")
                .asText();
    }

    @Test
    void a_reader_votes_by_keyboard_without_knowing_the_models_and_sees_the_board() {
        // Given: everything that the browser is told
        String arena = arena("by keyboard");
        List<Response> told = new ArrayList<>();
        page.onResponse(told::add);
        signIn("/arena/" + arena + "/vote");
        assertThat(answer("A")).isVisible();
        assertThat(page.locator(".answers")).not().containsText("sim-");
        assertThat(told.stream().map(ArenaPageTest::said))
                .anyMatch(text -> text.contains("\"battle\""))
                .noneMatch(text -> text.contains("sim-instant") || text.contains("sim-terse") || text.contains(run));

        // When
        page.keyboard().press("1");

        // Then
        assertThat(answer("A").getByText(Pattern.compile("sim-(instant|terse)")))
                .isVisible();
        assertThat(answer("B").getByText(Pattern.compile("sim-(instant|terse)")))
                .isVisible();
        assertThat(page.getByText("1 of 3 voted by you")).isVisible();
        List<String> first = models();

        // When: on with the arrows, and the last one is taken back and voted on again
        page.keyboard().press("Enter");
        assertThat(page.locator(".answer-model")).hasCount(0);
        page.keyboard().press("ArrowRight");
        assertThat(page.locator(".answer-model")).hasCount(2);
        page.keyboard().press("u");
        assertThat(page.getByText("1 of 3 voted by you")).isVisible();
        page.keyboard().press("3");
        assertThat(page.getByText("2 of 3 voted by you")).isVisible();
        page.keyboard().press("Enter");
        assertThat(page.locator(".answer-model")).hasCount(0);
        page.keyboard().press("4");
        assertThat(page.getByText("3 of 3 voted by you")).isVisible();
        page.keyboard().press("Enter");
        page.getByText("See the board").click();

        // Then: one win, a tie and a vote that both are bad
        Locator rows = page.locator(".standings tbody tr");
        assertThat(rows).hasCount(2);
        JsonNode board = server.get("/api/v1/arenas/" + arena + "/board").get("board");
        assertThat(board.at("/votes/people").asInt()).isEqualTo(3);
        assertThat(board.at("/votes/bothBad").asInt()).isEqualTo(1);
        assertThat(board.at("/models/0/model").asText()).isEqualTo(first.getFirst());
        assertThat(rows.first()).containsText(first.getFirst());
        assertThat(page.locator(".matrix .heat")).hasCount(2);
        assertThat(page.getByText("1 of 2 say both are bad")).isVisible();
    }

    @Test
    void a_model_that_only_won_has_no_number_but_a_reason() {
        // Given
        String arena = arena("one vote");
        signIn("/arena/" + arena + "/vote");
        assertThat(answer("A")).isVisible();
        page.keyboard().press("1");
        assertThat(page.locator(".answer-model")).hasCount(2);

        // When
        page.navigate(server.url() + "/#/arena/" + arena);

        // Then
        assertThat(page.getByText("No model can be rated yet")).isVisible();
        assertThat(page.locator(".missing li")).hasCount(2);
        assertThat(page.locator(".standings").getByText("no rating")).hasCount(2);
    }

    @Test
    void an_arena_is_made_on_the_page_and_a_phone_stacks_the_answers_which_stay_text() {
        // Given
        page.setViewportSize(390, 844);
        signIn("/arena");

        // When
        page.getByLabel("Name").fill("from the page");
        page.getByText("two writers").click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Make it"))
                .click();
        assertThat(heading("from the page")).isVisible();
        assertThat(page.getByText("Nobody has voted yet")).isVisible();
        fits();
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Vote").setExact(true))
                .click();

        // Then
        assertThat(answer("B")).isVisible();
        fits();
        assertThat(answer("B").boundingBox().y)
                .isGreaterThanOrEqualTo(
                        answer("A").boundingBox().y + answer("A").boundingBox().height);
        assertThat(page.locator(".vote-prompt").first()).containsText(MARKUP);
        assertThat(page.locator(".planted")).hasCount(0);
        assertThat(page.title()).isEqualTo("Vote · Assay");
    }

    private void fits() {
        assertThat(((Number) page.evaluate("document.documentElement.scrollWidth")).intValue())
                .as("width of " + page.url())
                .isLessThanOrEqualTo(390);
    }

    /** What the API answered; the page's own files do not name the models of a run. */
    private static String said(Response response) {
        return response.url().contains("/api/") && response.status() != 204 ? response.text() : "";
    }

    private List<String> models() {
        return page.locator(".answer-model").allTextContents();
    }

    private Locator answer(String name) {
        return page.getByRole(
                AriaRole.REGION,
                new Page.GetByRoleOptions().setName("Answer " + name).setExact(true));
    }
}
