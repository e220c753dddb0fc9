package dev.assay.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests of the page: one server and one Chromium for a class, a reader who was never here before for each test, and no
 * word of complaint in the browser's console. Skipped where no Chromium is installed.
 */
abstract class BrowserTest {

    private static final double PATIENCE_MS = 60_000;

    @TempDir
    private static Path folder;

    protected static ServerProcess server;
    protected static Chromium chromium;

    protected Page page;

    @BeforeAll
    static void start() {
        Optional<Path> installed = Chromium.installed();
        assumeTrue(installed.isPresent(), "no Chromium on the PATH: install one to test the page");
        server = ServerProcess.start(folder);
        chromium = Chromium.start(installed.get());
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
        }
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void open() {
        page = chromium.open(1280, 800);
    }

    @AfterEach
    void the_page_had_nothing_to_complain_of() {
        page.context().close();
        assertThat(chromium.complaints()).isEmpty();
    }

    protected void signIn(String view) {
        page.navigate(server.url() + "/#key=" + server.adminKey() + "&to=" + view);
        assertThat(button("Sign out")).isVisible();
    }

    protected int width() {
        return ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
    }

    protected Locator heading(String name) {
        return page.getByRole(
                AriaRole.HEADING, new Page.GetByRoleOptions().setName(name).setLevel(1));
    }

    protected Locator button(String name) {
        return named(AriaRole.BUTTON, name);
    }

    protected Locator region(String name) {
        return named(AriaRole.REGION, name);
    }

    protected Locator table(String name) {
        return named(AriaRole.TABLE, name);
    }

    protected Locator box(String name) {
        return named(AriaRole.CHECKBOX, name);
    }

    protected Locator combobox(String name) {
        return named(AriaRole.COMBOBOX, name);
    }

    private Locator named(AriaRole role, String name) {
        return page.getByRole(role, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
