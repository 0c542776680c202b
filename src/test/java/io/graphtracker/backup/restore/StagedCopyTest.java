package io.graphtracker.backup.restore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;

import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.ProblemKind;
import io.graphtracker.backup.VerificationJob;
import io.graphtracker.backup.VolumeSpace;
import io.graphtracker.database.SchemaMigrations;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Why a copy could not be migrated: its content, or the volume. */
class StagedCopyTest {

    private final SchemaMigrations migrations = mock(SchemaMigrations.class);
    private final StagedCopy staging = new StagedCopy(migrations, mock(DatabaseHealth.class), new VolumeSpace());

    private void migrate(SQLException reason) throws IOException {
        doThrow(new IllegalStateException(reason)).when(migrations).migrate(any());
        staging.migrate(new DatabaseFiles(Path.of("/database.db")), VerificationJob.unwatched());
    }

    @ParameterizedTest
    @EnumSource(names = {"SQLITE_FULL", "SQLITE_IOERR", "SQLITE_IOERR_WRITE"})
    void aFaultOfTheVolumeIsNoneOfTheBackup(SQLiteErrorCode code) {
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> migrate(new SQLiteException("fault", code)));
    }

    @Test
    void aMigrationThatFailsIsAFaultOfTheBackup() {
        assertThatExceptionOfType(BackupException.class)
                .isThrownBy(() -> migrate(new SQLiteException("no such table", SQLiteErrorCode.SQLITE_ERROR)))
                .satisfies(e -> assertThat(e.is(ProblemKind.MIGRATION)).isTrue());
    }
}
