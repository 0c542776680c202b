package io.graphtracker.backup.restore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupProblem;
import io.graphtracker.backup.BackupTexts;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * No file can be created in the database's folder, though the existing ones can be written: as root, who may write
 * everywhere else.
 */
class RestoreFolderTest extends RestoreFixture {

    @BeforeEach
    void close() throws Exception {
        // the lock is there from then on
        restore();
        assumeTrue(attribute("+i"), "this system or file system makes no folder immutable");
    }

    @AfterEach
    void open() throws Exception {
        attribute("-i");
    }

    /** In the language of this machine's system messages. */
    @Test
    void aFolderThatTakesNoCopyIsNamedWithWhatTheSystemSays() throws Exception {
        BackupException reason = assertProblem(BackupProblem.RESTORE_REFUSED, this::restore);

        assertThat(reason.kind()).isEqualTo("folder");
        assertThat(context.getBean(BackupTexts.class).message(reason))
                .isEqualTo("The folder instance of the database does not take the copy:" + " the system says “"
                        + words() + "”.");
    }

    private String words() {
        Path any = root.database().resolveSibling("any");
        return catchThrowableOfType(FileSystemException.class, () -> Files.createFile(any))
                .getReason();
    }

    private boolean attribute(String change) throws Exception {
        try {
            return new ProcessBuilder(
                                    "chattr",
                                    change,
                                    root.database().getParent().toString())
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
