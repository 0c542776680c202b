package io.graphtracker.backup.page;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.UploadKt._upload;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.FileRejectedEvent;
import com.vaadin.flow.component.upload.Upload;
import io.graphtracker.backup.VerificationProgress;
import io.graphtracker.backup.audit.AuditEntry;
import io.graphtracker.backup.audit.AuditEntryKind;
import io.graphtracker.backup.audit.AuditLog;
import io.graphtracker.backup.restore.RestoreRequest;
import io.graphtracker.backup.restore.UndoOffer;
import io.graphtracker.backup.restore.ui.RestoreDialogs;
import io.graphtracker.feedback.Message.Kind;
import io.graphtracker.testing.ShownMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** Operations on the page, their messages, and their audit log entries. */
class BackupsActionsViewTest extends BackupsPageTest {

    @Autowired
    private BackupsPageUpdates activity;

    @Autowired
    private AuditLog auditLog;

    @MockitoBean
    private RestoreDialogs dialogs;

    @Test
    void aRestoreBeginsInItsDialog() {
        Path backup = backUp();
        openBackups();

        _click(restore(row(backup)));

        verify(dialogs).open(eq(new RestoreRequest.OfBackup(backup.getFileName().toString())), any());
    }

    @Test
    void whatWasPutThereByHandIsProvenOnceItWasChecked() throws IOException {
        copy(backUp(), "old.db");
        openBackups();

        choose(row("old.db"), "Verify now");

        assertThat(cell(row("old.db"), "State")).startsWith("Verified");
        assertThat(cell(row("old.db"), "Kind")).isEqualTo("Added by hand");
        ShownMessage message = ShownMessage.only();
        assertThat(message.kind()).isEqualTo(Kind.SUCCESS);
        assertThat(message.text()).isEqualTo("old.db passed all checks.");
        assertThat(operations().getFirst()).isEqualTo("Verify|old.db|local|Succeeded");
    }

    @Test
    void whatDoesNotPassSaysWhichAndWhy() throws IOException {
        Path backup = backUp();
        copy(backup, "changed.db", Instant.parse("2025-03-01T00:00:00Z"));
        byte[] bytes = Files.readAllBytes(folder().resolve("changed.db"));
        bytes[bytes.length - 1] ^= 1;
        Files.write(folder().resolve("changed.db"), bytes);
        openBackups();

        choose(row("changed.db"), "Verify now");

        assertThat(cell(row("changed.db"), "State")).startsWith("DamagedThe file has changed since it was written");
        assertThat(has(row("changed.db"), "Restore changed.db")).isFalse();
        ShownMessage message = ShownMessage.only();
        assertThat(message.kind()).isEqualTo(Kind.ERROR);
        assertThat(message.text())
                .isEqualTo("changed.db: The file has changed since it was written: its checksum is different.");
        assertThat(operations().getFirst()).startsWith("Verify|changed.db|local|Failed. The file has changed");
    }

    @Test
    void whileOneIsCheckedItSaysSoAndIsLeftAlone() {
        Path backup = backUp();
        String name = backup.getFileName().toString();
        openBackups();
        activity.beginCheck(name);
        try {
            settle();

            assertThat(cell(row(name), "State")).isEqualTo("Checking…");
            Button restore = restore(row(name));
            assertThat(restore.isEnabled()).isTrue();
            assertThat(restore.getElement().getAttribute("aria-disabled")).isEqualTo("true");
            assertThat(item(row(name), "Delete").getElement().getAttribute("aria-disabled"))
                    .isEqualTo("true");
            _click(restore);
            verifyNoInteractions(dialogs);
            choose(row(name), "Delete");
            assertThat(ShownMessage.all())
                    .extracting(ShownMessage::text)
                    .containsOnly(name + " is being checked. Wait until that has finished.");
        } finally {
            activity.endCheck(name);
        }
        settle();
        assertThat(cell(row(name), "State")).startsWith("Verified");
        assertThat(restore(row(name)).getElement().getAttribute("aria-disabled"))
                .isEqualTo("false");
    }

    @Test
    void aCheckTellsHowFarItIs() {
        String name = backUp().getFileName().toString();
        openBackups();
        activity.beginCheck(name);
        try {
            activity.advanceCheck(name, new VerificationProgress(40, 0));
            settle();

            assertThat(cell(row(name), "State")).isEqualTo("Checking… 40%");
            assertThat(item(row(name), "Cancel the check").getElement().getAttribute("aria-disabled"))
                    .isNull();

            activity.advanceCheck(name, new VerificationProgress(VerificationProgress.UNKNOWN, 12));
            settle();
            assertThat(cell(row(name), "State")).isEqualTo("Checking pages and rows… 12 s");
        } finally {
            activity.endCheck(name);
        }
    }

    @Test
    void whatIsProtectedIsMarkedAndStays() throws IOException {
        Path newest = backUp();
        copy(newest, "keep.db", Instant.parse("2025-03-01T00:00:00Z"));
        openBackups();
        assertThat(marks("keep.db")).isEmpty();

        choose(row("keep.db"), "Protect");

        assertThat(marks("keep.db")).hasSize(1);
        assertThat(ShownMessage.only().text()).isEqualTo("keep.db is protected: it cannot be deleted.");
        assertThat(menuTexts(row("keep.db")))
                .contains("Remove protection", "DeleteNot possible: this backup is protected.");
        assertThat(item(row("keep.db"), "Delete").getElement().getAttribute("aria-disabled"))
                .isEqualTo("true");

        choose(row("keep.db"), "Delete");
        assertThat(_find(ConfirmDialog.class)).isEmpty();
        assertThat(ShownMessage.all().getLast().kind()).isEqualTo(Kind.WARNING);
        assertThat(ShownMessage.all().getLast().text()).isEqualTo("keep.db is protected, so it stays.");
        assertThat(folder().resolve("keep.db")).exists();

        choose(row("keep.db"), "Remove protection");
        assertThat(ShownMessage.all().getLast().text()).isEqualTo("keep.db is no longer protected.");
        assertThat(item(row("keep.db"), "Delete").getElement().hasAttribute("aria-disabled"))
                .isFalse();
    }

    private static Button restore(BackupRow row) {
        return _get(row, Button.class, spec -> spec.withText("Restore"));
    }

    private static List<Span> marks(String name) {
        return _find(row(name), Span.class, spec -> spec.withClasses("backup-protected"));
    }

    @Test
    void theNewestProvenOneStays() {
        Path newest = backUp();
        openBackups();
        assertThat(menuTexts(row(newest))).contains("DeleteNot possible: this is the newest verified backup.");

        choose(row(newest), "Delete");

        assertThat(_find(ConfirmDialog.class)).isEmpty();
        assertThat(ShownMessage.only().text())
                .isEqualTo(newest.getFileName() + " is the newest verified backup, so it stays.");
        assertThat(newest).exists();
    }

    @Test
    void anotherIsDeletedAfterItWasAskedFor() throws IOException {
        Path newest = backUp();
        Path old = copy(newest, "old.db", Instant.parse("2025-03-01T00:00:00Z"));
        openBackups();

        choose(row("old.db"), "Delete");
        ConfirmDialog dialog = _get(ConfirmDialog.class);
        assertThat(dialog.getElement().getProperty("message")).startsWith("old.db, made 1 Mar 2025, ");
        dialog.close();
        assertThat(old).exists();

        choose(row("old.db"), "Delete");
        confirm();

        assertThat(old).doesNotExist();
        assertThat(names()).containsExactly(newest.getFileName().toString());
        assertThat(ShownMessage.only().text()).isEqualTo("old.db was deleted.");
        assertThat(operations().getFirst()).isEqualTo("Delete|old.db|local|Succeeded");
    }

    /** As the browser does: it closes the dialog by itself. */
    private void confirm() {
        ConfirmDialog dialog = _get(ConfirmDialog.class);
        ComponentUtil.fireEvent(dialog, new ConfirmDialog.ConfirmEvent(dialog, true));
        dialog.close();
        settle();
    }

    @Test
    void whatVanishedMeanwhileIsSaidToBeGone() throws IOException {
        Path newest = backUp();
        Path old = copy(newest, "old.db", Instant.parse("2025-03-01T00:00:00Z"));
        openBackups();
        choose(row("old.db"), "Delete");
        Files.delete(old);

        confirm();

        assertThat(ShownMessage.only().kind()).isEqualTo(Kind.WARNING);
        assertThat(ShownMessage.only().text()).isEqualTo("The backup old.db is no longer in the backups folder.");
        assertThat(names()).containsExactly(newest.getFileName().toString());
    }

    @Test
    void aRestoreCanBeUndoneFromTheBanner() throws IOException {
        Path newest = backUp();
        copy(newest, "before.db", Instant.parse("2025-03-01T00:00:00Z"));
        openBackups();
        assertThat(isShown("btnUndoRestore")).isFalse();
        auditLog.add(restored("before.db"));
        openAgain();

        assertThat(text(_get(UndoBanner.class)))
                .matches("The backup chosen\\.db was restored on \\d{1,2} \\w{3} \\d{4}, [\\d:]{8}\\."
                        + " You can undo that until \\d{1,2} \\w{3} \\d{4}, \\d\\d:\\d\\d\\.Undo the restore");
        _click(byId(Button.class, "btnUndoRestore"));
        verify(dialogs)
                .open(
                        argThat(request -> request instanceof RestoreRequest.Undo(UndoOffer offer)
                                && "before.db".equals(offer.safetyBackup())),
                        any());

        choose(row("before.db"), "Delete");
        assertThat(_get(ConfirmDialog.class).getElement().getProperty("message"))
                .contains("without it, that restore can no longer be undone");
        confirm();
        assertThat(isShown("btnUndoRestore")).isFalse();
    }

    private static AuditEntry restored(String safetyBackup) {
        return new AuditEntry(
                UUID.randomUUID(),
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                AuditEntryKind.RESTORED,
                "chosen.db",
                "local",
                null,
                "",
                safetyBackup);
    }

    private void openAgain() {
        newSession();
        openBackups();
    }

    @Test
    void anUploadIsCheckedAndListed() throws IOException {
        Path made = backUp();
        byte[] bytes = Files.readAllBytes(made);
        openBackups();

        _upload(_get(Upload.class), "graph_tracker_20250301_120000.sqlite", bytes);
        settle();

        BackupRow row = row("graph_tracker_20250301_120000.sqlite");
        assertThat(cell(row, "Kind")).isEqualTo("Uploaded");
        assertThat(cell(row, "State")).startsWith("Verified");
        assertThat(ShownMessage.only().text())
                .isEqualTo("graph_tracker_20250301_120000.sqlite was uploaded, and passed all checks.");
        assertThat(ShownMessage.only().hint())
                .isEqualTo("It is in the list now. It is identical to " + made.getFileName() + ".");
    }

    @Test
    void anUploadUnderAStrangeNameSaysWhatItIsCalledHere() throws IOException {
        byte[] bytes = Files.readAllBytes(backUp());
        openBackups();

        _upload(_get(Upload.class), "../../holiday's.db", bytes);
        settle();

        assertThat(ShownMessage.only().text()).isEqualTo("../../holiday's.db was uploaded, and passed all checks.");
        assertThat(ShownMessage.only().hint())
                .matches("It is in the list now, as graph_tracker_[\\d_]+\\.sqlite\\. It is identical to .*");
        assertThat(names()).hasSize(2);
        assertThat(text(row(uploaded()))).contains("Uploaded from “../../holiday's.db”");
    }

    @Test
    void anUploadIsRestoredWithoutLookingForItInTheList() throws IOException {
        byte[] bytes = Files.readAllBytes(backUp());
        openBackups();
        _upload(_get(Upload.class), "graph_tracker_20250301_120000.sqlite", bytes);
        settle();

        _click(byId(Button.class, "btnRestoreUpload"));
        settle();

        verify(dialogs).open(eq(new RestoreRequest.OfBackup("graph_tracker_20250301_120000.sqlite")), any());
    }

    private static String uploaded() {
        return _get(Button.class, spec -> spec.withId("btnRestoreUpload"))
                .getAriaLabel()
                .orElseThrow()
                .replace("Restore ", "");
    }

    @Test
    void garbageIsRefusedAndNothingOfItIsKept() throws IOException {
        openBackups();

        _upload(_get(Upload.class), "cat.sqlite", "meow".getBytes(StandardCharsets.UTF_8));
        settle();

        assertThat(ShownMessage.only().kind()).isEqualTo(Kind.ERROR);
        assertThat(ShownMessage.only().text()).isEqualTo("cat.sqlite: This is not a SQLite database.");
        assertThat(names()).isEmpty();
        try (var files = Files.list(folder())) {
            assertThat(files.filter(file -> file.toString().endsWith(".part"))).isEmpty();
        }
        assertThat(operations().getFirst()).startsWith("Upload|cat.sqlite|local|Failed. ");
    }

    @Test
    void whatIsTooLargeIsNotEvenSent() {
        openBackups();
        Upload upload = _get(Upload.class);
        assertThat(text(byId(Paragraph.class, "uploadLimit")))
                .isEqualTo("At most 4.0 GB. The file is checked before it is listed.");
        assertThat(upload.getElement().getProperty("maxFileSize", 0.0)).isEqualTo(4_000_000_000.0);

        ComponentUtil.fireEvent(upload, new FileRejectedEvent(upload, "File is Too Big.", "huge.sqlite"));
        settle();

        assertThat(ShownMessage.only().text()).isEqualTo("The file is too large: at most 4.0 GB can be uploaded.");
    }
}
