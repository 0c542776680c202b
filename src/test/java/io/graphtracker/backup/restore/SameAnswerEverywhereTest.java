package io.graphtracker.backup.restore;

import static io.graphtracker.backup.restore.FaultyDatabase.RESTORABLE;
import static io.graphtracker.backup.restore.RestoreRoot.backUp;
import static io.graphtracker.backup.restore.RestoreRoot.projects;
import static org.assertj.core.api.Assertions.assertThat;

import io.graphtracker.backup.Backup;
import io.graphtracker.backup.BackupException;
import io.graphtracker.backup.BackupManifest;
import io.graphtracker.backup.BackupProblem;
import io.graphtracker.backup.NotRestorableException;
import io.graphtracker.backup.Sha256;
import io.graphtracker.backup.catalog.BackupCatalog;
import io.graphtracker.backup.catalog.CatalogService;
import io.graphtracker.backup.catalog.UploadService;
import io.graphtracker.backup.catalog.VerificationState;
import io.graphtracker.testing.Depth;
import io.graphtracker.testing.Thorough;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** All operations agree on whether a database can be restored, and restores that were promised succeed. */
@Timeout(60)
@Thorough
class SameAnswerEverywhereTest {

    private static final String FAULTY = "faulty.sqlite";

    @TempDir
    Path folder;

    private RestoreRoot root;
    private AnnotationConfigApplicationContext context;
    private CatalogService catalog;
    private RestoreService restores;
    private Backup good;
    private Path faulty;

    @BeforeEach
    void start() throws Exception {
        root = RestoreRoot.create(folder, "Garden", "House");
        context = root.start();
        catalog = context.getBean(CatalogService.class);
        restores = context.getBean(RestoreService.class);
        good = backUp(context);
        faulty = root.backups().resolve(FAULTY);
    }

    @AfterEach
    void stop() {
        context.close();
    }

    static List<FaultyDatabase> all() {
        return FaultyDatabase.all();
    }

    /** All, or one for each answer: the same check gives it, as the test of files shows with all of them. */
    static Collection<FaultyDatabase> ofEachAnswer() {
        Map<String, FaultyDatabase> first = new LinkedHashMap<>();
        all().forEach(database -> first.putIfAbsent(database.answer(), database));
        return Depth.isThorough() ? all() : first.values();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void ofAFileInTheFolder(FaultyDatabase database) throws Exception {
        Files.copy(good.file(), faulty, StandardCopyOption.REPLACE_EXISTING);
        database.applyTo(faulty);
        byte[] content = Files.readAllBytes(faulty);
        RestorePreview forged = forged();

        Map<String, String> answers = new LinkedHashMap<>();
        answers.put("restore", answer(() -> restores.restore(forged, "anna")));
        answers.put("preview", answer(() -> restores.preview(new RestoreRequest.OfBackup(FAULTY))));
        answers.put("verify", answer(() -> catalog.verify(FAULTY, "anna")));
        Files.write(
                root.backups().resolve(FAULTY + ".json"),
                manifest(Sha256.of(faulty), content.length).toJson());
        answers.put("verify with manifest", answer(() -> catalog.verify(FAULTY, "anna")));
        answers.put(
                "upload",
                answer(() -> context.getBean(UploadService.class)
                        .upload(new ByteArrayInputStream(content), FAULTY, content.length, "anna")));

        assertThat(answers.values()).as(answers.toString()).containsOnly(database.answer());
        assertThat(faulty).as("the file").hasBinaryContent(content);
        assertThat(state())
                .isInstanceOf(
                        database.isRestorable()
                                ? VerificationState.Proven.class
                                : VerificationState.NotRestorable.class);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ofEachAnswer")
    void ofABackupOfTheDatabaseInUse(FaultyDatabase database) throws Exception {
        database.applyTo(root.database());

        String answer = answer(() -> {
            BackupManifest manifest = backUp(context).manifest();
            if (manifest.notRestorable() != null) {
                assertThat(manifest.isRestorable()).isFalse();
                throw new IllegalStateException(manifest.notRestorable().reason());
            }
        });

        // what SQLite cannot copy, it cannot copy for the same reason
        assertThat(answer.equals("source-schema") ? "table" : answer).isEqualTo(database.answer());
        assertThat(context.getBean(BackupCatalog.class).list().entries().stream()
                        .filter(entry ->
                                entry.protectedAsNewest() == entry.name().equals(name(good)))
                        .filter(entry -> !database.isRestorable()))
                .hasSize(database.isRestorable() ? 0 : answer.equals("source-schema") ? 1 : 2);

        // and nothing of it keeps anybody from restoring an older one
        restores.restore(restores.preview(new RestoreRequest.OfBackup(name(good))), "anna");
        assertThat(projects(context)).containsExactly("Garden", "House");
    }

    private RestorePreview forged() throws Exception {
        return new RestorePreview(
                new RestoreRequest.OfBackup(FAULTY),
                new RestoreSource.OfBackup(context.getBean(BackupCatalog.class).find(FAULTY)),
                Sha256.of(faulty),
                RestorePreview.Compared.YES,
                Map.of(),
                Map.of(),
                RestorePreview.Names.NONE,
                RestorePreview.Names.NONE,
                RestorePreview.Names.NONE);
    }

    private BackupManifest manifest(String sha256, long sizeBytes) {
        BackupManifest made = good.manifest();
        return new BackupManifest(
                made.format(),
                FAULTY,
                made.kind(),
                made.createdAt(),
                made.zone(),
                made.provenAt(),
                made.applicationVersion(),
                made.schemaVersion(),
                sizeBytes,
                sha256,
                made.durationMillis(),
                made.contents(),
                null,
                null,
                null,
                null,
                null);
    }

    private VerificationState state() throws Exception {
        return context.getBean(BackupCatalog.class).find(FAULTY).state();
    }

    private static String name(Backup backup) {
        return backup.file().getFileName().toString();
    }

    private interface Question {
        void ask() throws Exception;
    }

    private static String answer(Question question) throws Exception {
        try {
            question.ask();
            return RESTORABLE;
        } catch (BackupException e) {
            assertThat(e.problem()).isIn(BackupProblem.BACKUP_UNUSABLE, BackupProblem.VERIFICATION_FAILED);
            assertThat(e.problem() == BackupProblem.BACKUP_UNUSABLE).isEqualTo(e instanceof NotRestorableException);
            return e.kind();
        } catch (IllegalStateException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
