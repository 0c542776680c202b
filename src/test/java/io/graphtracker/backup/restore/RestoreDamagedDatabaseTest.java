package io.graphtracker.backup.restore;

import static io.graphtracker.backup.restore.RestoreRoot.add;
import static io.graphtracker.backup.restore.RestoreRoot.backUp;
import static io.graphtracker.backup.restore.RestoreRoot.projects;
import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.backup.audit.AuditLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The live database is missing or damaged: the main use of a restore. */
class RestoreDamagedDatabaseTest {

    private static final int PAGE_BYTES = 4096;

    @TempDir
    Path folder;

    private RestoreRoot root;
    private String backup;

    @BeforeEach
    void create() throws Exception {
        root = RestoreRoot.create(folder, "Garden", "House");
        try (AnnotationConfigApplicationContext context = root.start()) {
            backup = backUp(context).file().getFileName().toString();
            add(context, "Boat");
        }
    }

    @Test
    void aDamagedDatabaseIsKeptAsItIsAndTheRestoreGoesOn() throws Exception {
        byte[] damaged = Files.readAllBytes(root.database());
        // all but the schema
        Arrays.fill(damaged, PAGE_BYTES, damaged.length, (byte) 0xff);
        Files.write(root.database(), damaged);

        try (AnnotationConfigApplicationContext context = root.start()) {
            RestoreService service = context.getBean(RestoreService.class);
            RestorePreview preview = service.preview(new RestoreRequest.OfBackup(backup));
            assertThat(preview.current()).isEmpty();
            RestoreResult result = service.restore(preview, "anna");

            assertThat(projects(context)).containsExactly("Garden", "House");
            assertThat(result.safetyBackup()).isNull();
            assertThat(result.formerFolder()).hasParent(root.database().getParent());
            assertThat(result.formerFolder().resolve("graph_tracker.db")).hasBinaryContent(damaged);
            assertThat(service.undoOffer()).isEmpty();
            assertThat(context.getBean(AuditLog.class).lastRestore()).isPresent();
        }
    }

    @Test
    void aDatabaseOfZerosIsKeptWithItsLog() throws Exception {
        try (AnnotationConfigApplicationContext context = root.start()) {
            add(context, "Shed");
            byte[] zeros = new byte[10 * PAGE_BYTES];
            Files.write(root.database(), zeros);
            RestoreService service = context.getBean(RestoreService.class);

            RestoreResult result = service.restore(service.preview(new RestoreRequest.OfBackup(backup)), "anna");

            assertThat(projects(context)).containsExactly("Garden", "House");
            assertThat(names(result.formerFolder())).contains("graph_tracker.db");
        }
    }

    /** The running process still has it open, but no other process can open it again. */
    @Test
    void aDatabaseThatWasDeletedIsBroughtBack() throws Exception {
        try (AnnotationConfigApplicationContext context = root.start()) {
            add(context, "Shed");
            for (Path file : root.files().live()) {
                Files.deleteIfExists(file);
            }
            RestoreService service = context.getBean(RestoreService.class);

            RestoreResult result = service.restore(service.preview(new RestoreRequest.OfBackup(backup)), "anna");

            assertThat(projects(context)).containsExactly("Garden", "House");
            assertThat(result.safetyBackup()).isNull();
            assertThat(result.formerFolder()).isNull();
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
