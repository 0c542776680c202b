package io.graphtracker.backup.page;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.upload.Upload;
import io.graphtracker.feedback.Message.Kind;
import io.graphtracker.testing.OtherBrowser;
import io.graphtracker.testing.ShownMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The content of the page, and its order. */
class BackupsViewTest extends BackupsPageTest {

    @Test
    void aBackupThatWasJustMadeIsProvenAndSaysWhatIsInIt() {
        Path backup = backUp();
        openBackups();

        assertThat(_get(H1.class).getText()).isEqualTo("Backups");
        assertThat(byId(Code.class, "backupsPath").getText()).isEqualTo(folder().toString());
        BackupRow row = row(backup);
        assertThat(text(row))
                .matches(
                        "(?s)\\d{1,2} \\w{3} \\d{4}, \\d\\d:\\d\\djust now" + "graph_tracker_\\d{8}_\\d{6}\\.sqlite.*");
        assertThat(cell(row, "Kind")).isEqualTo("Manual");
        assertThat(cell(row, "Size")).matches("\\d+\\.\\d kB");
        assertThat(cell(row, "State")).matches("Verified \\d\\d:\\d\\d");
        assertThat(cell(row, "Contents")).isEqualTo("1 project, no tasks, no dependencies");
        assertThat(has(row, "Restore " + backup.getFileName())).isTrue();
        assertThat(menuTexts(row)).startsWith("Verify now", "Protect", "Copy path");
        assertThat(UI.getCurrent().getInternals().getTitle()).isEqualTo("Backups – Graph Tracker");
    }

    @Test
    void theTimeIsThereForMachinesToo() throws IOException {
        copy(backUp(), "graph_tracker_20251122_213000.sqlite", Instant.parse("2025-11-22T20:30:00Z"));
        openBackups();

        Component time = _get(
                row("graph_tracker_20251122_213000.sqlite"),
                Component.class,
                spec -> spec.withPredicate(part -> part.getElement().getTag().equals("time")));

        assertThat(time.getElement().getAttribute("datetime")).isEqualTo("2025-11-22T20:30:00Z");
    }

    @Test
    void whatWasPutThereByHandIsNotYetCheckedAndCanBeBroughtBack() throws IOException {
        copy(backUp(), "from the old machine.db");
        openBackups();

        BackupRow row = row("from the old machine.db");
        assertThat(cell(row, "State")).isEqualTo("Not yet verified");
        assertThat(cell(row, "Kind")).isEqualTo("Unknown");
        assertThat(cell(row, "Contents")).isEmpty();
        assertThat(has(row, "Restore from the old machine.db")).isTrue();
        // it has no manifest that could keep the mark
        assertThat(menuTexts(row)).containsExactly("Verify now", "Copy path", "Delete");
    }

    @Test
    void whatWasChangedSinceItsCheckIsNotYetVerifiedAndSaysWhy() throws IOException {
        Path backup = backUp();
        Files.setLastModifiedTime(backup, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
        openBackups();

        BackupRow row = row(backup.getFileName().toString());
        assertThat(cell(row, "State")).isEqualTo("Not yet verifiedChanged or copied since it was verified");
        assertThat(menuTexts(row)).last().asString().contains("this is the newest backup, and none is verified");
    }

    @Test
    void whatIsDatedInTheFutureSaysSoAndComesLast() throws IOException {
        Path backup = backUp();
        String future = "graph_tracker_20990101_000000.sqlite";
        copy(backup, future, Instant.parse("2099-01-01T00:00:00Z"));
        openBackups();

        assertThat(row(future).getElement().getTextRecursively()).contains("Dated in the future");
        assertThat(names()).containsExactly(backup.getFileName().toString(), future);
        assertThat(menuTexts(row(backup.getFileName().toString())).getLast()).contains("newest verified backup");
    }

    @Test
    void aBrokenOneSaysWhyAndCannotBeBroughtBack() throws IOException {
        Path backup = backUp();
        String name = "graph_tracker_20251122_213000.sqlite";
        Files.write(folder().resolve(name), Arrays.copyOf(Files.readAllBytes(backup), 20_000));
        openBackups();

        BackupRow row = row(name);
        assertThat(cell(row, "State")).startsWith("DamagedThe file is not as long as it has to be");
        assertThat(has(row, "Restore " + name)).isFalse();
        assertThat(has(row, "Download " + name)).isTrue();
        assertThat(menuTexts(row)).containsExactly("Verify now", "Copy path", "Delete");
    }

    @Test
    void whatIsNotOursCanOnlyHaveItsPathCopied() throws IOException {
        backUp();
        Files.writeString(folder().resolve("notes.sqlite"), "no database");
        openBackups();

        BackupRow row = row("notes.sqlite");
        assertThat(cell(row, "State")).isEqualTo("Not a backupThis is not a SQLite database.");
        assertThat(has(row, "Restore notes.sqlite")).isFalse();
        assertThat(has(row, "Download notes.sqlite")).isFalse();
        assertThat(menuTexts(row)).containsExactly("Copy path");
    }

    @Test
    void aDownloadIsAPlainLinkWithTheNameEncoded() throws IOException {
        copy(backUp(), "50 % & more?.db");
        openBackups();

        Anchor download = _get(row("50 % & more?.db"), Anchor.class);

        assertThat(download.getHref()).isEqualTo("api/v1/backups/50%20%25%20%26%20more%3F.db");
        assertThat(download.isRouterIgnore()).isTrue();
        assertThat(download.getElement().hasAttribute("download")).isTrue();
    }

    @Test
    void theNewestComesFirstAndTheHeadsSort() throws IOException {
        Path newest = backUp();
        copy(newest, "middle.db", Instant.parse("2025-03-01T00:00:00Z"));
        Files.writeString(folder().resolve("graph_tracker_20240101_000000.sqlite"), "x");
        openBackups();
        String made = newest.getFileName().toString();
        assertThat(names()).containsExactly(made, "middle.db", "graph_tracker_20240101_000000.sqlite");
        assertThat(sorting()).containsExactly("descending", "none", "none", "none");

        sortBy("WHEN");
        assertThat(names()).containsExactly("graph_tracker_20240101_000000.sqlite", "middle.db", made);
        assertThat(sorting()).containsExactly("ascending", "none", "none", "none");

        sortBy("SIZE");
        assertThat(names()).containsExactly(made, "middle.db", "graph_tracker_20240101_000000.sqlite");
        assertThat(sorting()).containsExactly("none", "none", "descending", "none");
        sortBy("SIZE");
        assertThat(names()).containsExactly("graph_tracker_20240101_000000.sqlite", made, "middle.db");

        sortBy("STATE");
        assertThat(names()).containsExactly(made, "middle.db", "graph_tracker_20240101_000000.sqlite");
        sortBy("KIND");
        sortBy("KIND");
        assertThat(names()).startsWith("graph_tracker_20240101_000000.sqlite");
        assertThat(sorting()).containsExactly("none", "descending", "none", "none");
    }

    @Test
    void ofManyFiftyAreShownAndMoreIfAsked() throws IOException {
        writeMany(120);
        openBackups();
        assertThat(names()).hasSize(50).startsWith("graph_tracker_20260101_000159.sqlite");
        assertThat(byId(Paragraph.class, "backupsCount").getText()).isEqualTo("Showing 50 of 120");

        _click(byId(Button.class, "btnMoreBackups"));
        assertThat(names()).hasSize(100);
        _click(byId(Button.class, "btnMoreBackups"));

        assertThat(names()).hasSize(120).endsWith("graph_tracker_20260101_000000.sqlite");
        assertThat(byId(Paragraph.class, "backupsCount").getText()).isEqualTo("Showing 120 of 120");
        assertThat(isShown("btnMoreBackups")).isFalse();
    }

    @Test
    void rowsThatDidNotChangeStayWhatTheyAre() throws IOException {
        writeMany(60);
        openBackups();
        BackupRow first = row("graph_tracker_20260101_000059.sqlite");
        Component state = first.getChildren()
                .skip(3)
                .findFirst()
                .orElseThrow()
                .getChildren()
                .findFirst()
                .orElseThrow();

        Files.delete(folder().resolve("graph_tracker_20260101_000030.sqlite"));
        Path made = backUp();
        settle();

        assertThat(names()).hasSize(50).startsWith(made.getFileName().toString());
        assertThat(names()).doesNotContain("graph_tracker_20260101_000030.sqlite");
        assertThat(row("graph_tracker_20260101_000059.sqlite")).isSameAs(first);
        assertThat(first.getChildren().skip(3).findFirst().orElseThrow().getChildren())
                .contains(state);
    }

    private static void writeMany(int number) throws IOException {
        Files.createDirectories(folder());
        for (int i = 0; i < number; i++) {
            Files.writeString(
                    folder().resolve("graph_tracker_20260101_00%02d%02d.sqlite".formatted(i / 60, i % 60)), "x");
        }
    }

    @Test
    void whatElseHappensInTheFolderShowsWithTheNextLook() throws IOException {
        Path first = backUp();
        openBackups();
        Path other = copy(first, "other.db");
        Files.delete(first);
        assertThat(names()).containsExactly(first.getFileName().toString());

        _click(byId(Button.class, "btnRefreshBackups"));
        settle();

        assertThat(names()).containsExactly("other.db");
        assertThat(ShownMessage.spokenPolitely()).isEqualTo("The folder contains 1 backup.");
        Files.delete(other);
    }

    @Test
    void aBackupThatIsMadeElsewhereAppears() {
        openBackups();
        assertThat(names()).isEmpty();
        try (OtherBrowser other = otherBrowser()) {
            other.run(this::openBackups);

            String made = backUp().getFileName().toString();
            settle();

            assertThat(names()).containsExactly(made);
            assertThat(other.call(BackupsPageTest::names)).containsExactly(made);
        }
    }

    @Test
    void backUpNowMakesOneAndSaysSo() {
        openBackups();

        _click(byId(Button.class, "btnBackupNow"));
        settle();

        assertThat(names()).hasSize(1);
        assertThat(ShownMessage.only().kind()).isEqualTo(Kind.SUCCESS);
        assertThat(ShownMessage.only().text()).startsWith("Backup saved: ");
        assertThat(byId(Button.class, "btnBackupNow").getElement().getAttribute("aria-disabled"))
                .isEqualTo("false");
    }

    @Test
    void anEmptyFolderSaysWhatToDo() throws IOException {
        Files.createDirectories(folder());
        openBackups();

        assertThat(notice()).isEqualTo("No backups yetMake the first one with “Backup DB”, or upload one you have.");
        _assertNone(NativeTable.class, spec -> spec.withId("backups"));
        assertThat(isShown("btnBackupNow")).isTrue();
        assertThat(isShown("btnRetryBackups")).isFalse();
        _get(Upload.class);
    }

    @Test
    void aFolderThatIsNotThereYetSaysSo() {
        openBackups();

        assertThat(notice()).startsWith("No backups yetThe folder does not exist yet; the first backup creates it.");
        assertThat(byId(Code.class, "backupsPath").getText()).isEqualTo(folder().toString());
    }

    @Test
    void withoutASettingItSaysWhichAndLooksAgainIfAsked() throws IOException {
        Path backup = backUp();
        env("");
        openBackups();
        assertThat(notice())
                .startsWith("Choose a folder for your backups")
                .contains("Provide BACKUPS_DIR in .env at project root. Add a line to .env");
        _assertNone(Upload.class);
        assertThat(isShown("backupsPath")).isFalse();

        env("BACKUPS_DIR=backups\n");
        _click(byId(Button.class, "btnRefreshBackups"));
        settle();

        assertThat(names()).containsExactly(backup.getFileName().toString());
        assertThat(isShown("backupsNotice")).isFalse();
        _get(Upload.class);
    }

    @Test
    void untilSomebodyHasLookedItSaysThatItLooks() {
        holdTasks();
        UI.getCurrent().navigate(BackupsView.class);

        // Karibu's own search lets arrive what was pushed meanwhile
        Component loading =
                withId(UI.getCurrent(), "backupsLoading").findFirst().orElseThrow();
        assertThat(loading.isVisible()).isTrue();
        assertThat(text(loading)).isEqualTo("Loading the backups…");
        releaseTasks();
        settle();
        assertThat(isShown("backupsLoading")).isFalse();
    }

    private static Stream<Component> withId(Component part, String id) {
        return Stream.concat(
                Stream.of(part).filter(found -> id.equals(found.getId().orElse(null))),
                part.getChildren().flatMap(child -> withId(child, id)));
    }

    @Test
    void theHeaderLeadsHereAndSaysWhereOneIs() {
        UI.getCurrent().navigate("");
        Anchor link = byId(Anchor.class, "lnkBackups");
        assertThat(link.getHref()).isEqualTo("backups");
        assertThat(link.getElement().hasAttribute("aria-current")).isFalse();

        openBackups();

        assertThat(byId(Anchor.class, "lnkBackups").getElement().getAttribute("aria-current"))
                .isEqualTo("page");
    }

    @Test
    void theActionsAndTheSettingsOfAProjectLeadHere() {
        openProject();
        selectTab("tabActions");
        assertThat(byId(Anchor.class, "lastBackupAll").getHref()).startsWith("backups?from=projects/");
        selectTab("tabSettings");
        assertThat(byId(Anchor.class, "settingsBackupsAll").getHref()).startsWith("backups?from=projects/");
    }

    private static String notice() {
        return _get(Div.class, spec -> spec.withId("backupsNotice"))
                .getChildren()
                .filter(Component::isVisible)
                .map(BackupsPageTest::text)
                .reduce("", String::concat);
    }

    private static List<String> sorting() {
        return _find(NativeTableHeaderCell.class).stream()
                .map(head -> head.getElement().getAttribute("aria-sort"))
                .filter(Objects::nonNull)
                .toList();
    }

    private static void sortBy(String column) {
        _click(_get(
                NativeButton.class,
                spec -> spec.withPredicate(
                        button -> column.equals(button.getElement().getAttribute("data-column")))));
    }
}
