package io.graphtracker.backup.restore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.graphtracker.backup.restore.DatabaseSwitch.Checkpoint;
import io.graphtracker.backup.restore.DatabaseSwitch.Recovery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseSwitchTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private static final ConfirmedRestore RESTORE =
            ConfirmedRestore.ofBackup(new UUID(1, 2), "graph_tracker_20261122_213000.sqlite", NOW, "local");

    @TempDir
    Path folder;

    private DatabaseFiles files;

    @BeforeEach
    void create() throws IOException {
        files = new DatabaseFiles(folder.resolve("graph_tracker.db"));
        Files.writeString(folder.resolve("operations.db"), "not ours");
        write("old");
        Files.writeString(files.staged(), "new");
    }

    @Test
    void theStagedDatabaseTakesThePlaceOfAllFilesOfTheFormer() throws IOException {
        DatabaseSwitch change = new DatabaseSwitch(files);
        change.perform(intent(null));
        assertThat(files.database()).hasContent("new");
        assertThat(files.live().subList(1, 3)).noneMatch(Files::exists);

        change.commit();

        assertThat(names()).containsExactly("graph_tracker.db", "operations.db");
        assertThat(files.database()).hasContent("new");
    }

    @Test
    void aFormerDatabaseThatIsKeptStaysTogether() throws IOException {
        DatabaseSwitch change = new DatabaseSwitch(files);
        change.perform(intent("graph_tracker.db.before-restore-1"));
        change.commit();

        Path formerFolder = folder.resolve("graph_tracker.db.before-restore-1");
        assertThat(formerFolder.resolve("graph_tracker.db")).hasContent("old");
        assertThat(formerFolder.resolve("graph_tracker.db-wal")).hasContent("old log");
        assertThat(formerFolder.resolve("graph_tracker.db-shm")).hasContent("old index");
        assertThat(names()).containsExactly("graph_tracker.db", "graph_tracker.db.before-restore-1", "operations.db");
    }

    @Test
    void whatWasDoneIsNotedByTheVeryStepThatEndsIt() throws IOException {
        DatabaseSwitch change = new DatabaseSwitch(files);
        SwitchIntent intent = SwitchIntent.keeping(RESTORE, "kept", FormerDatabaseReason.NOT_RESTORABLE, true);
        change.perform(intent);
        assertThat(files.lastRestore()).doesNotExist();
        change.accept(intent);

        change.commit();

        assertThat(SwitchIntent.read(files.lastRestore())).contains(intent.toAccepted());
    }

    @Test
    void whatIsKeptExplainsItself() throws IOException {
        DatabaseSwitch change = new DatabaseSwitch(files);
        change.perform(SwitchIntent.keeping(RESTORE, "kept", FormerDatabaseReason.NOT_RESTORABLE, true));
        change.commit();

        FormerDatabaseNote note =
                FormerDatabaseNote.read(folder.resolve("kept")).orElseThrow();
        assertThat(note.reason()).isEqualTo(FormerDatabaseReason.NOT_RESTORABLE);
        assertThat(note.usable()).isTrue();
        assertThat(note.replacedAt()).isEqualTo(NOW);
        assertThat(note.files())
                .extracting(FormerDatabaseNote.NotedFile::name)
                .containsExactly("graph_tracker.db", "graph_tracker.db-wal", "graph_tracker.db-shm");
        assertThat(note.missing(folder.resolve("kept"))).isEmpty();
    }

    /** The log alone, or the database without its log, would be another database. */
    @ParameterizedTest
    @ValueSource(strings = {"graph_tracker.db", "graph_tracker.db-wal"})
    void whatIsMissingOfItIsNoticed(String name) throws IOException {
        DatabaseSwitch change = new DatabaseSwitch(files);
        change.perform(intent("kept"));
        change.commit();
        Path formerFolder = folder.resolve("kept");
        Files.delete(formerFolder.resolve(name));

        assertThat(FormerDatabaseNote.read(formerFolder).orElseThrow().missing(formerFolder))
                .containsExactly(name);
    }

    /** A database browser moves the log into the database, and deletes it. */
    @Test
    void aLogThatAnotherProgramTookInIsNotMissing() throws IOException {
        DatabaseSwitch change = new DatabaseSwitch(files);
        change.perform(intent("kept"));
        change.commit();
        Path formerFolder = folder.resolve("kept");
        Files.delete(formerFolder.resolve("graph_tracker.db-wal"));
        Files.delete(formerFolder.resolve("graph_tracker.db-shm"));
        Files.writeString(formerFolder.resolve("graph_tracker.db"), "old, with its log");

        assertThat(FormerDatabaseNote.read(formerFolder).orElseThrow().missing(formerFolder))
                .isEmpty();
    }

    @Test
    void aNameThatWasTakenSinceIsNotedAsItIs() throws IOException {
        DatabaseSwitch change = new DatabaseSwitch(files);
        change.perform(intent("kept"));
        Files.createDirectory(folder.resolve("kept"));

        change.commit();

        assertThat(SwitchIntent.read(files.lastRestore()))
                .map(SwitchIntent::keepAs)
                .contains("kept-2");
        assertThat(folder.resolve("kept-2").resolve("graph_tracker.db")).hasContent("old");
    }

    /** Such as a copy that a user made there by hand. */
    @Test
    void aFolderAmongWhatIsDeletedIsNeitherDeletedNorInTheWay() throws IOException {
        Files.createDirectories(files.outdated().resolve("by hand"));
        Files.writeString(files.outdated().resolve("graph_tracker.db"), "older still");
        DatabaseSwitch change = new DatabaseSwitch(files);
        change.perform(intent(null));

        change.commit();

        assertThat(names()).containsExactly("graph_tracker.db", "graph_tracker.db.left-over", "operations.db");
        assertThat(folder.resolve("graph_tracker.db.left-over")).isDirectoryContaining("glob:**/by hand");
        assertThat(folder.resolve("graph_tracker.db.left-over/graph_tracker.db"))
                .doesNotExist();
    }

    /** A log without its database may be all that is left of it. */
    @Test
    void aLogWithoutItsDatabaseIsMovedAsideToo() throws IOException {
        Files.delete(files.database());
        assertThat(files.holdData()).isTrue();
        DatabaseSwitch change = new DatabaseSwitch(files);
        change.perform(intent("kept"));
        change.commit();

        assertThat(folder.resolve("kept").resolve("graph_tracker.db-wal")).hasContent("old log");
        assertThat(files.database()).hasContent("new");
    }

    @Test
    void aNewDatabaseThatDoesNotWorkIsTakenBack() throws IOException {
        DatabaseSwitch change = new DatabaseSwitch(files);
        change.perform(intent(null));
        Files.writeString(files.live().get(1), "log of the new one");

        change.rollBack();

        assertOld();
    }

    @ParameterizedTest
    @EnumSource(
            value = Checkpoint.class,
            names = {"INTENT_WRITTEN", "DATABASE_ASIDE", "ALL_ASIDE"})
    void whatFailsBeforeTheSwitchIsTakenBack(Checkpoint checkpoint) throws IOException {
        DatabaseSwitch change = crashingAfter(checkpoint);
        assertThatThrownBy(() -> change.perform(intent(null))).isInstanceOf(Crash.class);

        change.rollBack();

        assertOld();
    }

    @ParameterizedTest
    @CsvSource({
        "INTENT_WRITTEN, UNDONE",
        "DATABASE_ASIDE, UNDONE",
        "ALL_ASIDE, UNDONE",
        "SWITCHED, FINISHED",
        "KEPT, FINISHED",
        "COMMITTED, NOTHING",
        "CLEARED, NOTHING"
    })
    void afterACrashTheDataIsWhollyTheOldOrWhollyTheNew(Checkpoint checkpoint, Recovery expected) throws IOException {
        DatabaseSwitch crashing = crashingAfter(checkpoint);
        assertThatThrownBy(() -> {
                    crashing.perform(intent(null));
                    crashing.commit();
                })
                .isInstanceOf(Crash.class);

        assertThat(new DatabaseSwitch(files).recover(database -> true)).isEqualTo(expected);

        if (expected == Recovery.UNDONE) {
            assertOld();
        } else {
            assertThat(files.database()).hasContent("new");
            assertThat(names()).containsExactly("graph_tracker.db", "operations.db");
        }
    }

    /** A former database may be the only good one. */
    @ParameterizedTest
    @EnumSource(
            value = Checkpoint.class,
            names = {"SWITCHED", "KEPT", "COMMITTED"})
    void afterACrashAFormerDatabaseThatWasToBeKeptIsKept(Checkpoint checkpoint) throws IOException {
        DatabaseSwitch crashing = crashingAfter(checkpoint);
        assertThatThrownBy(() -> {
                    crashing.perform(intent("kept"));
                    crashing.commit();
                })
                .isInstanceOf(Crash.class);

        new DatabaseSwitch(files).recover(database -> true);

        assertThat(folder.resolve("kept").resolve("graph_tracker.db")).hasContent("old");
        assertThat(FormerDatabaseNote.read(folder.resolve("kept"))).isPresent();
        assertThat(SwitchIntent.read(files.lastRestore()))
                .map(SwitchIntent::keepAs)
                .contains("kept");
    }

    /** The new database was not tried yet. */
    @Test
    void afterACrashANewDatabaseThatDoesNotWorkIsTakenBack() throws IOException {
        new DatabaseSwitch(files).perform(intent(null));

        assertThat(new DatabaseSwitch(files).recover(database -> false)).isEqualTo(Recovery.UNDONE);

        assertOld();
    }

    @ParameterizedTest
    @EnumSource(
            value = Checkpoint.class,
            names = {"ROLLBACK_NOTED", "FORMER_BACK", "ALL_BACK"})
    void aCrashWhileItIsTakenBackChangesNothingAboutThat(Checkpoint checkpoint) throws IOException {
        DatabaseSwitch crashing = crashingAfter(checkpoint);
        crashing.perform(intent(null));
        Files.writeString(files.live().get(1), "log of the new one");
        assertThatThrownBy(crashing::rollBack).isInstanceOf(Crash.class);

        assertThat(new DatabaseSwitch(files).recover(database -> true)).isEqualTo(Recovery.UNDONE);

        assertOld();
    }

    @Test
    void takingBackTwiceTakesNothingAway() throws IOException {
        DatabaseSwitch change = new DatabaseSwitch(files);
        change.perform(intent(null));
        change.rollBack();

        change.rollBack();

        assertOld();
    }

    @Test
    void takingBackWhatIsFinishedTakesNothingAway() throws IOException {
        DatabaseSwitch change = new DatabaseSwitch(files);
        change.perform(intent(null));
        change.commit();

        change.rollBack();

        assertThat(files.database()).hasContent("new");
    }

    @Test
    void withoutAStagedDatabaseNothingIsTouched() throws IOException {
        Files.delete(files.staged());
        DatabaseSwitch change = new DatabaseSwitch(files);

        assertThatThrownBy(() -> change.perform(intent(null)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("nothing to switch to");
        change.rollBack();

        assertOld();
    }

    @Test
    void aFormerDatabaseThatStillWaitsIsNotOverwritten() throws IOException {
        Files.createDirectory(files.aside());
        Files.writeString(files.aside().resolve("graph_tracker.db"), "older still");

        assertThatThrownBy(() -> new DatabaseSwitch(files).perform(intent(null)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("in the way");

        assertThat(files.aside().resolve("graph_tracker.db")).hasContent("older still");
        assertThat(files.database()).hasContent("old");
    }

    /** As after a power cut on a network share that loses writes in another order. */
    @Test
    void aFormerDatabaseComesBackWhenItsPlaceIsEmpty() throws IOException {
        DatabaseSwitch crashing = crashingAfter(Checkpoint.ALL_ASIDE);
        assertThatThrownBy(() -> crashing.perform(intent(null))).isInstanceOf(Crash.class);
        Files.delete(files.intent());

        assertThat(new DatabaseSwitch(files).recover(database -> true)).isEqualTo(Recovery.UNDONE);

        assertOld();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "null", "{}", "[]"})
    void anIntentNobodyUnderstandsKeepsTheFormerDatabase(String content) throws IOException {
        new DatabaseSwitch(files).perform(intent(null));
        Files.writeString(files.intent(), content);

        assertThat(new DatabaseSwitch(files).recover(database -> true)).isEqualTo(Recovery.FINISHED);

        assertThat(folder.resolve("graph_tracker.db.before-restore").resolve("graph_tracker.db"))
                .hasContent("old");
    }

    @Test
    void aRestoreThatNeverCameToItsSwitchLeavesNothing() throws IOException {
        Files.writeString(folder.resolve(".graph_tracker.db.restore-journal"), "half");
        Files.writeString(folder.resolve(".graph_tracker.db.restore-intent.part"), "half");

        assertThat(new DatabaseSwitch(files).recover(database -> true)).isEqualTo(Recovery.NOTHING);

        assertOld();
    }

    @Test
    void nothingIsOverwrittenWhenSomebodyPutADatabaseInThePlace() throws IOException {
        DatabaseSwitch crashing = crashingAfter(Checkpoint.ALL_ASIDE);
        assertThatThrownBy(() -> crashing.perform(intent(null))).isInstanceOf(Crash.class);
        Files.writeString(files.database(), "somebody's");

        assertThatThrownBy(() -> new DatabaseSwitch(files).recover(database -> true))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("in the way");

        assertThat(files.database()).hasContent("somebody's");
        assertThat(files.aside().resolve("graph_tracker.db")).hasContent("old");
    }

    private DatabaseSwitch crashingAfter(Checkpoint checkpoint) {
        return new DatabaseSwitch(files, done -> {
            if (done == checkpoint) {
                throw new Crash();
            }
        });
    }

    private void write(String content) throws IOException {
        Files.writeString(files.database(), content);
        Files.writeString(files.live().get(1), content + " log");
        Files.writeString(files.live().get(2), content + " index");
    }

    private void assertOld() throws IOException {
        assertThat(files.database()).hasContent("old");
        assertThat(files.live().get(1)).hasContent("old log");
        assertThat(files.live().get(2)).hasContent("old index");
        assertThat(names())
                .containsExactly("graph_tracker.db", "graph_tracker.db-shm", "graph_tracker.db-wal", "operations.db");
    }

    private List<String> names() throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> !name.equals(".graph_tracker.db.last-restore"))
                    .sorted()
                    .toList();
        }
    }

    private static SwitchIntent intent(@Nullable String keepAs) {
        return new SwitchIntent(RESTORE, null, keepAs);
    }

    private static final class Crash extends RuntimeException {}
}
