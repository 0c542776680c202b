package io.graphtracker.backup.restore;

import static io.graphtracker.backup.restore.RestoreRoot.add;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.graphtracker.backup.catalog.CatalogService;
import io.graphtracker.backup.operations.OperationsDatabase;
import io.graphtracker.testing.ImpatientDatabase;
import io.graphtracker.testing.OtherOwner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/** Root restores a database that belongs to another user, who must be able to continue to use it. */
class RestoreOwnerTest extends RestoreFixture {

    @BeforeEach
    void giveAll() throws IOException {
        assumeTrue(OtherOwner.canGive(folder), "only root gives files away");
        try (Stream<Path> files = Files.walk(root.path())) {
            for (Path file : files.toList()) {
                OtherOwner.give(file);
            }
        }
        Files.setPosixFilePermissions(root.database(), PosixFilePermissions.fromString("rw-r-----"));
    }

    @Test
    void theDatabaseAndAllBesideItStayTheirs() throws Exception {
        restore();
        add(context, "Shed");

        assertThat(others(root.database().getParent())).isEmpty();
        assertThat(names()).contains("graph_tracker.db-wal", "graph_tracker.db-shm", ".graph_tracker.db.last-restore");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root.database())))
                .isEqualTo("rw-r-----");
    }

    /** As on a new machine. */
    @Test
    void whatWasLostIsTheirsAgain() throws Exception {
        context.close();
        Path instance = root.database().getParent();
        FileSystemUtils.deleteRecursively(instance);
        context = root.start(TestBeans.class, ImpatientDatabase.class);

        service = context.getBean(RestoreService.class);

        restore();

        assertThat(OtherOwner.owns(instance)).isTrue();
        assertThat(others(instance)).isEmpty();
    }

    @Test
    void whatIsKeptAsFilesStaysTheirs() throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + root.database());
                Statement statement = connection.createStatement()) {
            statement.execute("insert into edge values ('refers', 'to', 'no', 'thing')");
        }

        Path formerFolder = restore().formerFolder();

        assertThat(others(root.database().getParent())).isEmpty();
        assertThat(formerFolder.resolve(FormerDatabaseNote.FILE)).exists();
    }

    @Test
    void aRecordThatIsBegunAnewIsTheirs() throws Exception {
        Files.delete(root.path().resolve(OperationsDatabase.FILE));

        restore();

        assertThat(OtherOwner.owns(root.path().resolve(OperationsDatabase.FILE)))
                .isTrue();
    }

    @Test
    void manifestsThatAreReplacedAndTheLockOfTheFolderStayTheirs() throws Exception {
        Files.delete(root.backups().resolve(".graph_tracker.lock"));
        Path manifest = root.backups().resolve(name() + ".json");
        CatalogService catalog = context.getBean(CatalogService.class);

        catalog.verify(name(), "anna");
        assertThat(OtherOwner.owns(manifest)).isTrue();
        catalog.setProtected(name(), true, "anna");
        assertThat(OtherOwner.owns(manifest)).isTrue();
        RestoreRoot.backUp(context);
        assertThat(OtherOwner.owns(root.backups().resolve(".graph_tracker.lock")))
                .isTrue();
    }

    /** A note that is written for the first time gets the owner of its folder. */
    @Test
    void aManifestThatIsNewIsTheirs() throws Exception {
        Path manifest = root.backups().resolve(name() + ".json");
        Files.delete(manifest);

        context.getBean(CatalogService.class).verify(name(), "anna");

        assertThat(OtherOwner.owns(manifest)).isTrue();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(root.database().getParent())) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    /** The files that do not belong to them. */
    private static List<Path> others(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> !owns(file)).toList();
        }
    }

    private static boolean owns(Path file) {
        try {
            return OtherOwner.owns(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
