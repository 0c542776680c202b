package io.graphtracker.backup.restore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.graphtracker.backup.restore.DatabaseSwitch.Checkpoint;
import io.graphtracker.backup.restore.DatabaseSwitch.Recovery;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the next start makes of a switch that was cut off. */
class DatabaseSwitchCrashTest extends DatabaseSwitchFixture {

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
}
