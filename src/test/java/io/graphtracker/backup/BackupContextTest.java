package io.graphtracker.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.graphtracker.backup.catalog.BackupCatalog;
import io.graphtracker.backup.catalog.LastBackup;
import io.graphtracker.testing.PlainContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.event.ContextClosedEvent;

/** Backups work in a plain context, as a command line would use it: without web, JPA, or Flyway. */
class BackupContextTest {

    @TempDir
    Path root;

    @Test
    void makesABackupWithoutWebJpaAndFlyway() throws IOException, SQLException {
        Path database = TestDatabase.create(root.resolve("live.db"));
        Files.writeString(root.resolve(".env"), "BACKUPS_DIR=backups\nDATABASE_URL=sqlite:///live.db\n");

        try (AnnotationConfigApplicationContext context = start()) {
            Backup backup = context.getBean(BackupService.class).backUp("local");

            assertThat(TestDatabase.rows(backup.file())).isEqualTo(TestDatabase.rows(database));
            assertThat(context.getBean(BackupTexts.class).message(backup))
                    .startsWith("Backup saved: backups/graph_tracker_");
            assertThat(context.getBean(BackupCatalog.class).last()).isInstanceOf(LastBackup.Found.class);
            assertThat(context.getBeanDefinitionNames())
                    .noneMatch(
                            name -> name.toLowerCase(java.util.Locale.ROOT).matches(".*(jpa|entitymanager|flyway).*"));
        }
    }

    @Test
    void anEndOfTheApplicationReachesTheBackups() throws IOException, SQLException {
        TestDatabase.create(root.resolve("live.db"));
        Files.writeString(root.resolve(".env"), "BACKUPS_DIR=backups\nDATABASE_URL=sqlite:///live.db\n");

        try (AnnotationConfigApplicationContext context = start()) {
            BackupService service = context.getBean(BackupService.class);
            context.publishEvent(new ContextClosedEvent(context));

            assertThat(catchThrowableOfType(BackupException.class, () -> service.backUp("local"))
                            .problem())
                    .isEqualTo(BackupProblem.BACKUP_CANCELLED);
        }
    }

    @Test
    void whatBackupsAndUploadsLeftIsDeletedAfterTheStart() throws IOException, SQLException {
        TestDatabase.create(root.resolve("live.db"));
        Path folder = Files.createDirectory(root.resolve("backups"));
        Files.writeString(root.resolve(".env"), "BACKUPS_DIR=backups\nDATABASE_URL=sqlite:///live.db\n");
        Path backup = Files.writeString(folder.resolve(".graph_tracker_20261122_213001.sqlite.part"), "x");
        Path upload = Files.writeString(folder.resolve(".upload-1.part"), "x");
        Files.setLastModifiedTime(upload, FileTime.from(Instant.EPOCH));

        try (AnnotationConfigApplicationContext context = start()) {
            context.getBean(StartupCleanup.class).cleanUpLater();
        }

        // closing the context waits for its executor
        assertThat(backup).doesNotExist();
        assertThat(upload).doesNotExist();
    }

    private AnnotationConfigApplicationContext start() {
        return PlainContext.start(root);
    }
}
