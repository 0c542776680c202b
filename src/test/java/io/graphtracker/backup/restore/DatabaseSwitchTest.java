package io.graphtracker.backup.restore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.graphtracker.backup.restore.DatabaseSwitch.Checkpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseSwitchTest extends DatabaseSwitchFixture {

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
}
