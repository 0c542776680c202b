package io.graphtracker.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.graphtracker.environment.StartupException;
import io.graphtracker.testing.OrdinaryUser;
import io.graphtracker.testing.SpecialFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class DatabaseFolderTest {

    @TempDir
    Path home;

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aDeviceOrAPipeIsNoDatabase() throws Exception {
        Path link = Files.createSymbolicLink(home.resolve("link.db"), Path.of("/dev/null"));
        Path pipe = SpecialFiles.pipe(home.resolve("pipe.db"));

        for (Path file : new Path[] {link, pipe}) {
            assertThatExceptionOfType(StartupException.class)
                    .isThrownBy(() -> DatabaseFolder.prepare(file))
                    .withMessageContainingAll(file.toString(), "a pipe, a socket or a device");
        }
    }

    @Test
    void aMissingFolderAndFileAreMadeForTheirOwnerAlone() throws IOException {
        Path file = home.resolve("a/b/plan.db");

        DatabaseFolder.prepare(file);

        assertThat(file).isEmptyFile();
        if (Files.getFileStore(home).supportsFileAttributeView("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void aFolderThatIsThereIsFine() throws IOException {
        Path file = Files.writeString(home.resolve("plan.db"), "");

        DatabaseFolder.prepare(file);

        assertThat(file).isEmptyFile();
    }

    @Test
    void aFileInTheWayIsNamed() throws IOException {
        Path inTheWay = Files.writeString(home.resolve("instance"), "");

        assertThat(problem(inTheWay.resolve("plan.db"))).contains("cannot be created", inTheWay + " is a file");
        assertThat(problem(inTheWay.resolve("deeper/plan.db"))).contains("cannot be created", inTheWay.toString());
    }

    @Test
    void aFolderInPlaceOfTheFileIsNamed() {
        assertThat(problem(home)).contains(home + " is a folder");
    }

    @Test
    @OrdinaryUser
    void whatIsNotWritableIsNamed() throws IOException {
        Path locked = Files.createDirectory(
                home.resolve("locked"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("r-xr-xr-x")));

        assertThat(problem(locked.resolve("plan.db"))).contains(locked + " is not writable");
        assertThat(problem(locked.resolve("deeper/plan.db"))).contains("is not writable");
    }

    private static String problem(Path file) {
        StringBuilder problem = new StringBuilder();
        assertThatExceptionOfType(StartupException.class)
                .isThrownBy(() -> DatabaseFolder.prepare(file))
                .satisfies(e -> problem.append(e.getMessage()))
                .satisfies(e -> assertThat(e.action()).contains("DATABASE_URL"));
        return problem.toString();
    }
}
