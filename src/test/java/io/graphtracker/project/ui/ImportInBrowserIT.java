package io.graphtracker.project.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import io.graphtracker.testing.Axe;
import io.graphtracker.testing.BrowserTest;
import io.graphtracker.testing.Thorough;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan goes into a file and comes back from it, with real files, by keyboard. */
@Thorough
class ImportInBrowserIT extends BrowserTest {

    @Test
    void aPlanIsExportedAndImported(@TempDir Path folder) throws IOException {
        openSample();
        Download download = page().waitForDownload(() -> {
            byId("toolPicture").press("Enter");
            byId("planJson").click();
        });
        assertThat(download.suggestedFilename()).endsWith(".json");
        Path file = folder.resolve("sample.json");
        download.saveAs(file);
        String before = Files.readString(file);
        open("");

        byId("btnImportPlan").press("Enter");
        awaitFocus("#importDialog, #importDialog *, vaadin-dialog-overlay");
        page().waitForFileChooser(() -> byId("btnChoosePlan").press("Enter")).setFiles(file);

        assertThat(byId("importFormat")).hasText("Graph Tracker JSON");
        assertThat(byId("statusRegion")).containsText("sample.json was read:");
        Axe.assertNoViolations(page());
        byId("btnConfirmImport").press("Enter");
        assertThat(page()).hasURL(Pattern.compile(".*/projects/.*"));
        Download again = page().waitForDownload(() -> {
            byId("toolPicture").press("Enter");
            byId("planJson").click();
        });
        Path second = folder.resolve("again.json");
        again.saveAs(second);
        assertThat(Files.readString(second)).isEqualTo(before);
    }

    @Test
    void aWrongFileIsToldInTheDialog(@TempDir Path folder) throws IOException {
        open("");
        byId("btnImportFirstPlan").click();
        Path file = Files.writeString(folder.resolve("plan.mmd"), "flowchart LR\n A --> [");
        page().waitForFileChooser(() -> byId("btnChoosePlan").click()).setFiles(file);

        assertThat(byId("importProblem")).hasText("Line 2, column 8: “[” was not expected here.");
        Axe.assertNoViolations(page());
    }
}
