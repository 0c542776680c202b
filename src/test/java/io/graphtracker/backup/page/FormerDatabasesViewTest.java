package io.graphtracker.backup.page;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import io.graphtracker.backup.audit.AuditLog;
import io.graphtracker.backup.operations.OperationsDatabase;
import io.graphtracker.backup.restore.FormerDatabase;
import io.graphtracker.backup.restore.RestoreRequest;
import io.graphtracker.backup.restore.RestoreService;
import io.graphtracker.project.ProjectService;
import io.graphtracker.testing.ShownMessage;
import io.graphtracker.texts.Times;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.FileSystemUtils;

/** Former databases on the Backups page, and an audit log that cannot be used. */
class FormerDatabasesViewTest extends BackupsPageTest {

    @Autowired
    private RestoreService restores;

    @Autowired
    private ProjectService projects;

    @Autowired
    private AuditLog auditLog;

    @AfterEach
    void clear() throws IOException {
        for (FormerDatabase former : restores.formerDatabases()) {
            FileSystemUtils.deleteRecursively(former.folder());
        }
        FileSystemUtils.deleteRecursively(home().resolve(OperationsDatabase.FILE));
        // what waits to be recorded is not the next test's
        auditLog.latest(1);
    }

    @Test
    void withoutAnyNothingIsShown() {
        openBackups();

        assertThat(isShown("keptDatabases")).isFalse();
    }

    @Test
    void oneIsShownWithItsReasonAndItsPlaceAndUndone() throws Exception {
        FormerDatabase former = keep();
        openBackups();

        assertThat(text(_get(ListItem.class, item -> item.withAttribute("data-name", former.name()))))
                .matches("The database as it was before the restore of .*, kept as files because a backup of it could"
                        + " not be restored \\(.*\\)\\."
                        + Pattern.quote(former.folder().toString()) + "RestoreDelete");
        assertThat(text(_get(UndoBanner.class)))
                .contains("You can undo that until", ": what it replaced is kept as files");

        _click(byId(Button.class, "btnUndoRestore"));
        settle();
        assertThat(text(byId(Paragraph.class, "restoreAge")))
                .contains("kept as files because a backup of it could not be restored.")
                .contains("it has the fault it had then");
        byId(Checkbox.class, "restoreUnderstood").setValue(true);
        _click(byId(Button.class, "btnConfirmRestore"));
        settle();

        assertThat(text(byId(Paragraph.class, "restoreDone"))).startsWith("The restore was undone");
        assertThat(projects.list(false)).extracting("name").contains("Boat");
    }

    @Test
    void oneIsRestoredFromTheListAfterATick() throws Exception {
        FormerDatabase former = keep();
        openBackups();

        button("Restore", former);
        settle();
        assertThat(_get(Dialog.class).getHeaderTitle()).startsWith("Restore the database from before the restore of ");
        assertThat(text(byId(Div.class, "restoreContent"))
                        .replace("because a backup of it could not be restored", "")
                        .replace("in a safety backup, or as files if no backup of it could be restored", ""))
                .as("nothing calls a former database a backup")
                .contains("Afterwards", "1 project will be restored")
                .doesNotContain("backup");
        byId(Checkbox.class, "restoreUnderstood").setValue(true);
        _click(byId(Button.class, "btnConfirmRestore"));
        settle();

        assertThat(text(byId(Paragraph.class, "restoreDone"))).startsWith("The database from before the restore of ");
        assertThat(text(byId(Paragraph.class, "restoreFormer"))).contains("safety backup");
        assertThat(projects.list(false)).extracting("name").contains("Boat");
    }

    @Test
    void oneThatCannotBeReadSaysWhereItIsAndWhatElseCanBeDone() throws Exception {
        FormerDatabase former = keep();
        Files.writeString(former.folder().resolve("graph_tracker.db"), "This is no database. ".repeat(500));
        openBackups();

        button("Restore", former);
        settle();

        assertThat(text(byId(Paragraph.class, "restoreProblem"))).contains(former.name(), "cannot be opened and read");
        assertThat(text(byId(Paragraph.class, "restoreProblemHint")))
                .contains("sqlite3 FILE .recover | sqlite3 recovered.db", "FILE being graph_tracker.db");
    }

    @Test
    void oneIsDeletedAfterAQuestionThatSaysWhatItIsNeededFor() throws Exception {
        FormerDatabase former = keep();
        openBackups();

        button("Delete", former);
        assertThat(text(byId(Paragraph.class, "deleteFormerText")))
                .contains(former.folder().toString(), "Without it, that restore can no longer be undone.");
        TextField name = byId(TextField.class, "confirmName");
        name.setValue(former.name() + "x");
        _click(byId(Button.class, "btnConfirmDelete"));
        assertThat(name.getErrorMessage()).isEqualTo("This is not the name.");
        assertThat(former.folder()).exists();
        name.setValue(" " + former.name());
        _click(byId(Button.class, "btnConfirmDelete"));
        assertThat(focused()).as("the section is about to go").containsExactly(CatalogSection.HEADING_ID);
        settle();

        assertThat(former.folder()).doesNotExist();
        assertThat(isShown("keptDatabases")).isFalse();
        assertThat(isShown("btnUndoRestore")).isFalse();
        assertThat(ShownMessage.only().text()).isEqualTo(former.name() + " was deleted.");
    }

    /** The only copy may be where no abbreviated path leads. */
    @Test
    void thePathIsWholeAndCanBeCopied() throws Exception {
        FormerDatabase former = keep();
        openBackups();

        assertThat(text(_get(item(former), Code.class)))
                .isEqualTo(former.folder().toString())
                .startsWith("/");
        assertThat(_find(item(former), Button.class).getFirst().getAriaLabel().orElseThrow())
                .isEqualTo("Copy the full path of the database from before the restore of "
                        + Times.toTheSecond(former.at()));
    }

    @Test
    void twoOfOneMinuteHaveNamesOfTheirOwnAndTheFocusStaysWhereAnotherIsLeft() throws Exception {
        FormerDatabase former = keep();
        FormerDatabase other = copyOf(former);
        openBackups();

        assertThat(_find(Button.class).stream()
                        .flatMap(button -> button.getAriaLabel().stream())
                        .filter(name -> name.contains("the database from before")))
                .hasSize(6)
                .doesNotHaveDuplicates();
        ListItem stays = item(former);

        button("Delete", other);
        byId(TextField.class, "confirmName").setValue(text(byId(Code.class, "confirmedName")));
        _click(byId(Button.class, "btnConfirmDelete"));
        assertThat(focused()).containsExactly("keptHeading");
        settle();

        assertThat(item(former)).as("may have the focus").isSameAs(stays);
        assertThat(_find(ListItem.class, item -> item.withAttribute("data-name", other.name())))
                .isEmpty();
    }

    @Test
    void aRecordThatCannotBeUsedSaysWhatToDoAndHidesNothingElse() throws Exception {
        String restored = backUp().getFileName().toString();
        restores.restore(restores.preview(new RestoreRequest.OfBackup(restored)), "local");
        Path file = home().resolve(OperationsDatabase.FILE);
        Files.delete(file);
        Files.createDirectory(file);
        openBackups();

        assertThat(text(byId(Paragraph.class, "noOperations")))
                .isEqualTo(
                        "The activity cannot be read now: instance/operations.db is not a file. Move it out of the way,"
                                + " then set the schedule, the retention rule and what is watched again: it contains those, too."
                                + " Backups on demand and restores still work; until then, nothing is scheduled, deleted by a"
                                + " rule, or checked every week.");
        assertThat(isShown("btnUndoRestore")).isTrue();
        assertThat(names()).contains(restored);

        choose(row(restored), "Protect");
        assertThat(ShownMessage.only().text()).contains("is protected");
        assertThat(text(byId(Paragraph.class, "unrecordedOperations")))
                .matches("1 operation since .* could not be recorded: instance/operations\\.db is not a file\\. .*"
                        + " The work itself was done; until it can be recorded, it is only in the server log\\.");

        Files.delete(file);
        _click(byId(Button.class, "btnRefreshBackups"));
        settle();
        assertThat(isShown("unrecordedOperations")).isFalse();
        assertThat(text(_get(AuditLogSection.class))).contains("Protect" + restored + "localSucceeded");
    }

    private FormerDatabase keep() throws SQLException {
        String restored = backUp().getFileName().toString();
        projects.create("Boat");
        try (Connection connection =
                        DriverManager.getConnection("jdbc:sqlite:" + home().resolve("instance/graph_tracker.db"));
                Statement statement = connection.createStatement()) {
            statement.execute("insert into edge values ('refers', 'to', 'no', 'thing')");
        }
        restores.restore(restores.preview(new RestoreRequest.OfBackup(restored)), "local");
        List<FormerDatabase> all = restores.formerDatabases();
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    /** As a restore in the same minute would have kept it; without a note, its time is taken from its name. */
    private FormerDatabase copyOf(FormerDatabase former) throws IOException {
        ZonedDateTime at = former.at().withSecond((former.at().getSecond() + 1) % 60);
        Path folder = Files.createDirectory(former.folder()
                .resolveSibling("graph_tracker.db.before-restore-"
                        + DateTimeFormatter.ofPattern("uuuuMMdd_HHmmss", Locale.ROOT)
                                .format(at)));
        Files.copy(former.folder().resolve("graph_tracker.db"), folder.resolve("graph_tracker.db"));
        return restores.formerDatabases().stream()
                .filter(other -> other.folder().equals(folder))
                .findFirst()
                .orElseThrow();
    }

    private static ListItem item(FormerDatabase former) {
        return _get(ListItem.class, item -> item.withAttribute("data-name", former.name()));
    }

    private static void button(String text, FormerDatabase former) {
        _click(_get(item(former), Button.class, button -> button.withText(text)));
    }
}
