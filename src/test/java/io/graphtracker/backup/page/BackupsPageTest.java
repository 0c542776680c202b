package io.graphtracker.backup.page;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.internal.UIInternals;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.dom.Element;
import io.graphtracker.backup.BackupManifest;
import io.graphtracker.backup.BackupService;
import io.graphtracker.backup.FileStamp;
import io.graphtracker.testing.ProjectPageTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.FileSystemUtils;

/**
 * Base of the tests of the Backups page: each starts with a configured folder that does not exist, and an empty audit
 * log.
 */
abstract class BackupsPageTest extends ProjectPageTest {

    @Autowired
    private BackupService backups;

    @BeforeEach
    void configure() throws IOException {
        env("BACKUPS_DIR=backups\n");
        FileSystemUtils.deleteRecursively(home().resolve("instance/operations.db"));
        Files.deleteIfExists(home().resolve("instance/.graph_tracker.db.last-restore"));
    }

    static Path folder() {
        return home().resolve("backups");
    }

    void openBackups() {
        UI.getCurrent().navigate(BackupsView.class);
        settle();
    }

    /** A backup made by the service. */
    Path backUp() {
        return backups.backUp("local").file();
    }

    /** A copy of a backup under another name, without checksum and manifest. */
    static Path copy(Path backup, String name) throws IOException {
        return Files.copy(backup, backup.resolveSibling(name));
    }

    /** A copy of a backup whose manifest has another time. */
    static Path copy(Path backup, String name, Instant createdAt) throws IOException {
        Path copy = copy(backup, name);
        BackupManifest made = BackupManifest.read(backup.resolveSibling(backup.getFileName() + ".json"))
                .orElseThrow();
        Files.write(
                copy.resolveSibling(name + ".json"), of(made, copy, createdAt).toJson());
        return copy;
    }

    private static BackupManifest of(BackupManifest made, Path copy, Instant createdAt) throws IOException {
        return new BackupManifest(
                made.format(),
                copy.getFileName().toString(),
                made.kind(),
                createdAt,
                made.zone(),
                createdAt.plusSeconds(1),
                made.applicationVersion(),
                made.schemaVersion(),
                made.sizeBytes(),
                made.sha256(),
                made.durationMillis(),
                made.contents(),
                null,
                null,
                null,
                null,
                FileStamp.of(copy));
    }

    static List<String> names() {
        return _find(BackupRow.class).stream().map(BackupsPageTest::name).toList();
    }

    private static String name(Component row) {
        return row.getElement().getAttribute("data-name");
    }

    static BackupRow row(String name) {
        return _get(BackupRow.class, spec -> spec.withPredicate(row -> name(row).equals(name)));
    }

    static BackupRow row(Path backup) {
        return row(backup.getFileName().toString());
    }

    /** The text of a cell, by its column header. */
    static String cell(BackupRow row, String label) {
        return text(_get(
                row,
                NativeTableCell.class,
                spec -> spec.withPredicate(
                        cell -> label.equals(cell.getElement().getAttribute("data-label")))));
    }

    static String text(Component component) {
        return component.getElement().getTextRecursively();
    }

    static boolean has(BackupRow row, String label) {
        return !_find(
                        row,
                        Component.class,
                        spec -> spec.withPredicate(
                                part -> label.equals(part.getElement().getAttribute("aria-label"))
                                        && !(part instanceof RowMenu)))
                .isEmpty();
    }

    /** The items of a row's menu, which is opened for that. */
    static List<Button> menu(BackupRow row) {
        RowMenu menu = _get(row, RowMenu.class);
        _click(menu);
        return _find(Popover.class).stream()
                .filter(popover -> menu.equals(popover.getTarget()))
                .flatMap(popover -> popover.getChildren().flatMap(Component::getChildren))
                .map(Button.class::cast)
                .toList();
    }

    static List<String> menuTexts(BackupRow row) {
        return menu(row).stream().map(BackupsPageTest::text).toList();
    }

    static Button item(BackupRow row, String beginning) {
        return menu(row).stream()
                .filter(item -> text(item).startsWith(beginning))
                .findFirst()
                .orElseThrow();
    }

    void choose(BackupRow row, String beginning) {
        _click(item(row, beginning));
        settle();
    }

    /** The ids of the elements that were focused since the last response to the browser. */
    static List<String> focused() {
        UIInternals page = UI.getCurrent().getInternals();
        page.getStateTree().runExecutionsBeforeClientResponse();
        return page.dumpPendingJavaScriptInvocations().stream()
                .filter(script -> script.getInvocation().getExpression().contains("focus"))
                .map(script -> Element.get(script.getOwner()).getAttribute("id"))
                .filter(Objects::nonNull)
                .toList();
    }

    /** The lines of the audit log, without their times. */
    protected static List<String> operations() {
        return _find(_get(AuditLogSection.class), NativeTableRow.class).stream()
                .skip(1)
                .map(row -> row.getChildren()
                        .skip(1)
                        .map(BackupsPageTest::text)
                        .reduce((a, b) -> a + "|" + b)
                        .orElse(""))
                .toList();
    }
}
