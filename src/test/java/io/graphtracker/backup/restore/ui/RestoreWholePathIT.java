package io.graphtracker.backup.restore.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import io.graphtracker.testing.BrowserTest;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Somebody loses a project, gets it back from the Backups page, and undoes that; with a mouse, then with the keyboard
 * alone.
 */
class RestoreWholePathIT extends BrowserTest {

    private static final String SAMPLE = "Move the clinic’s booking";

    @BeforeEach
    void nameFolder() throws IOException {
        env("BACKUPS_DIR=backups\n");
    }

    @Test
    void aDeletedProjectComesBackAndGoesAgain() {
        openSample();
        open("/");
        byId("lnkBackups").click();
        byId("btnBackupNow").click();
        Locator row = page().locator("[data-name]");
        assertThat(row).hasCount(1);
        String name = row.getAttribute("data-name");

        open("/");
        button("Delete " + SAMPLE).click();
        button("Delete project").click();
        assertThat(project()).hasCount(0);

        byId("lnkBackups").click();
        button("Restore " + name).click();
        assertThat(dialog().getByText("1 project will be restored")).isVisible();
        dialog().getByLabel("I know what will change").check();
        dialogButton("Restore").click();
        assertThat(dialog().getByText("was restored")).isVisible();
        reload();
        assertThat(byId("btnUndoRestore")).isVisible();

        open("/");
        assertThat(project()).isVisible();
        project().click();
        assertThat(page().locator("h1")).hasText(SAMPLE);

        open("/backups");
        byId("btnUndoRestore").click();
        assertThat(dialog().getByText("1 project will be removed")).isVisible();
        dialog().getByLabel("I know what will change").check();
        dialogButton("Undo the restore").click();
        reload();
        assertThat(page().locator("[data-name]")).hasCount(3);
        assertThat(byId("btnUndoRestore")).hasCount(0);

        open("/");
        assertThat(project()).hasCount(0);
    }

    @Test
    void theKeyboardAloneWillDo() {
        openSample();
        open("/");
        pressUntilFocused("Tab", "#lnkBackups");
        page().keyboard().press("Enter");
        byId("btnBackupNow").waitFor();
        awaitFocus("h1");
        pressUntilFocused("Tab", "#btnBackupNow");
        page().keyboard().press("Enter");
        Locator row = page().locator("[data-name]");
        assertThat(row).hasCount(1);
        String name = row.getAttribute("data-name");

        pressUntilFocused("Tab", "[aria-label='Restore " + name + "']");
        page().keyboard().press("Enter");
        dialog().getByLabel("I know what will change").waitFor();
        pressUntilFocused("Tab", "input");
        page().keyboard().press("Space");
        page().keyboard().press("Tab");
        page().keyboard().press("Tab");
        assertThat(dialogButton("Restore")).isFocused();
        page().keyboard().press("Enter");
        assertThat(dialogButton("Reload")).isFocused();
        page().keyboard().press("Enter");

        byId("btnUndoRestore").waitFor();
        awaitFocus("h1");
        pressUntilFocused("Tab", "#btnUndoRestore");
    }

    /** What is behind the dialog is there before and after. */
    private void reload() {
        page().waitForNavigation(() -> dialogButton("Reload").click());
    }

    private Locator project() {
        return page().getByRole(AriaRole.LINK, new GetByRoleOptions().setName(SAMPLE));
    }

    private Locator button(String name) {
        return page().getByRole(
                        AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    }

    private Locator dialog() {
        return page().getByRole(AriaRole.DIALOG);
    }

    private Locator dialogButton(String name) {
        return dialog().getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }
}
