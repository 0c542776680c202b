package io.graphtracker.backup.restore;

import static io.graphtracker.backup.restore.RestoreRoot.backUp;
import static io.graphtracker.backup.restore.RestoreRoot.execute;
import static io.graphtracker.backup.restore.RestoreRoot.projects;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.catalog.BackupCatalog;
import io.graphtracker.backup.catalog.CatalogService;
import io.graphtracker.backup.catalog.VerificationState;
import io.graphtracker.database.SchemaMigrations;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Backups from other versions of the application. */
class RestoreOverVersionsTest {

    /** Made by the first version, on 24 November 2026, with two projects; never to be regenerated. */
    private static final Path FIRST_SCHEMA = Path.of("src/test/resources/backups/first-schema.sqlite");

    @TempDir
    Path folder;

    @Test
    void aBackupOfTheFirstSchemaIsBroughtBackByThisVersion() throws Exception {
        RestoreRoot root = RestoreRoot.create(folder, "Boat");
        try (AnnotationConfigApplicationContext context = root.start()) {
            restoreFirstSchema(root, context);

            assertThat(projects(context)).containsExactly("Garden", "House");
        }
    }

    @Test
    void aBackupOfTheFirstSchemaIsMigratedByALaterVersion() throws Exception {
        RestoreRoot root = RestoreRoot.create(folder, "Boat");
        try (AnnotationConfigApplicationContext context = root.start(LaterVersion.class)) {
            context.getBean(SchemaMigrations.class).migrate(root.database());
            byte[] before = Files.readAllBytes(FIRST_SCHEMA);

            restoreFirstSchema(root, context);

            assertThat(colours(context)).isEqualTo("green green");
            assertThat(root.backups().resolve(FIRST_SCHEMA.getFileName()))
                    .as("the backup stays what it is")
                    .hasBinaryContent(before);
            // the table of the later version can be used
            execute(context, "insert into label values ('1', 'urgent')");
        }
    }

    private static void restoreFirstSchema(RestoreRoot root, AnnotationConfigApplicationContext context)
            throws Exception {
        Files.createDirectories(root.backups());
        String name = FIRST_SCHEMA.getFileName().toString();
        Files.copy(FIRST_SCHEMA, root.backups().resolve(name));
        RestoreService service = context.getBean(RestoreService.class);
        service.restore(service.preview(new RestoreRequest.OfBackup(name)), "anna");
    }

    @Test
    void aBackupOfANewerSchemaIsRefusedUntilTheVersionKnowsIt() throws Exception {
        RestoreRoot root = RestoreRoot.create(folder, "Boat");
        String name;
        try (AnnotationConfigApplicationContext later = root.start(LaterVersion.class)) {
            later.getBean(SchemaMigrations.class).migrate(root.database());
            name = backUp(later).file().getFileName().toString();
        }
        try (AnnotationConfigApplicationContext context = root.start()) {
            BackupException reason = catchThrowableOfType(
                    BackupException.class,
                    () -> context.getBean(RestoreService.class).preview(new RestoreRequest.OfBackup(name)));

            assertThat(reason.kind()).isEqualTo("newer");
            assertThat(context.getBean(BackupCatalog.class).find(name).state())
                    .isInstanceOf(VerificationState.NotRestorable.class);
        }
        try (AnnotationConfigApplicationContext later = root.start(LaterVersion.class)) {
            later.getBean(CatalogService.class).verify(name, "anna");

            assertThat(later.getBean(BackupCatalog.class).find(name).state())
                    .isInstanceOf(VerificationState.Proven.class);
            RestoreService service = later.getBean(RestoreService.class);
            service.restore(service.preview(new RestoreRequest.OfBackup(name)), "anna");
            assertThat(projects(later)).containsExactly("Boat");
        }
    }

    private static String colours(AnnotationConfigApplicationContext context) throws Exception {
        try (Connection connection = context.getBean(DataSource.class).getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select group_concat(colour, ' ') from project")) {
            return row.getString(1);
        }
    }
}
