package io.graphtracker.cli;

import static io.graphtracker.cli.CommandRoot.names;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.graphtracker.backup.BackupEvent;
import io.graphtracker.backup.audit.AuditEntry;
import io.graphtracker.backup.audit.AuditEntryKind;
import io.graphtracker.backup.audit.AuditLog;
import io.graphtracker.backup.restore.RestoreEvent;
import io.graphtracker.backup.restore.RestoreStep;
import io.graphtracker.backup.retention.RetentionRule;
import io.graphtracker.backup.retention.RetentionService;
import io.graphtracker.backup.retention.RetentionTier;
import io.graphtracker.cli.CommandRoot.Run;
import io.graphtracker.testing.FileTree;
import io.graphtracker.testing.OrdinaryUser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import tools.jackson.databind.JsonNode;

/** What each command does, tells, and returns. */
class CommandLineTest {

    @TempDir
    Path folder;

    private CommandRoot root;

    @BeforeEach
    void create() throws IOException, SQLException {
        root = CommandRoot.create(folder.resolve("root"), "Garden");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--server.port=9000", "--debug", "--spring.profiles.active=x --server.port=1"})
    void theServerStartsWithoutACommand(String arguments) {
        assertThat(CommandLineInterface.isMeant(arguments.isEmpty() ? new String[0] : arguments.split(" ")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"backup", "bakcup", "--help", "--version", "-h", "--server.port=1 list", "--json", "-x"})
    void everythingElseIsACommand(String arguments) {
        assertThat(CommandLineInterface.isMeant(arguments.split(" "))).isTrue();
    }

    @Test
    void anUnknownWordIsWrongUse() {
        Run run = root.run("bakcup", "--json");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.json().get("code").asString()).isEqualTo("wrong_use");
        assertThat(run.err()).contains("There is no command “bakcup”.", "Did you mean backup?", "graph-tracker --help");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--quiet", "restore", "restore a b --yes", "backup x", "list --jsn", "undo --yes --yes=3"})
    void whatLacksSomethingOrHasTooMuchIsWrongUse(String arguments) {
        assertThat(root.run(arguments.split(" ")).exitCode()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "restore --help", "--version", "generate-completion"})
    void whatIsAskedForIsAResult(String arguments) {
        Run run = root.run(arguments.split(" "));

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).isNotBlank();
        assertThat(run.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "verify --help"})
    void helpListsTheExitCodes(String arguments) {
        assertThat(root.run(arguments.split(" ")).out()).contains("Exit codes:", "3   Nothing to do");
    }

    @Test
    void aBackupIsMadeAndToldOnTheStandardOutput() throws Exception {
        Run run = root.run("backup");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("Backup saved: backups").hasLineCount(1);
        assertThat(run.err()).contains("It contains 1 project");
        try (AnnotationConfigApplicationContext context = root.context()) {
            assertThat(context.getBean(AuditLog.class).latest(1))
                    .extracting(AuditEntry::kind, AuditEntry::user)
                    .containsExactly(tuple(AuditEntryKind.MADE, "command line"));
        }
        assertThat(names(root.backups())).hasSize(3);
    }

    @Test
    void theJsonOfABackupIsThatOfTheHttpInterface() {
        Run run = root.run("--json", "backup");

        assertThat(run.json().propertyNames())
                .containsExactly("ok", "path", "size_bytes", "created_at", "sha256", "duration_ms");
    }

    @Test
    void whoIsQuietTellsProblemsOnly() throws IOException {
        assertThat(root.run("backup", "-q")).isEqualTo(new Run(0, "", ""));

        Files.delete(root.path().resolve(".env"));
        Run run = root.run("backup", "--quiet");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).startsWith("Error: Provide BACKUPS_DIR in .env at project root.");
    }

    @Test
    void aFailureHasTheCodeOfTheHttpInterface() throws IOException {
        Files.delete(root.path().resolve(".env"));

        JsonNode failure = root.run("backup", "--json").json();

        assertThat(failure.propertyNames()).containsExactly("ok", "code", "message", "hint");
        assertThat(failure.get("code").asString()).isEqualTo("env_file_missing");
    }

    @OrdinaryUser
    void aProjectRootOfAnotherUserIsNotTakenForNone() throws IOException {
        Files.setPosixFilePermissions(root.path(), PosixFilePermissions.fromString("---------"));
        try {
            Run run = root.run("list");

            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err()).contains(root.path() + " is closed to the user that runs this command.");
        } finally {
            Files.setPosixFilePermissions(root.path(), PosixFilePermissions.fromString("rwx------"));
        }
    }

    @OrdinaryUser
    void whatCannotBeReadIsNotPassedOver() throws IOException {
        Path backup = root.backUp();
        for (String ending : List.of("", ".json", ".sha256")) {
            Files.setPosixFilePermissions(
                    backup.resolveSibling(backup.getFileName() + ending), PosixFilePermissions.fromString("---------"));
        }

        Run run = root.run("verify");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains(backup.getFileName() + ": The application may not read this file.");
    }

    @Test
    void nothingIsLeftInAFolderThatIsNoProjectRoot() throws IOException {
        CommandRoot wrong = CommandRoot.empty(folder.resolve("wrong"));
        Files.delete(wrong.path().resolve(".env"));

        Run run = wrong.run("backup", "--json");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.json().get("code").asString()).isEqualTo("no_project_root");
        assertThat(wrong.path()).isEmptyDirectory();
    }

    @Test
    void aWrongSettingIsExplained() throws IOException {
        Files.writeString(root.path().resolve(".env"), "DATABASE_URL=mysql://x\n");

        Run run = root.run("list", "--json");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.json().get("code").asString()).isEqualTo("settings");
        assertThat(run.err()).contains("DATABASE_URL").doesNotContain("\tat ");
    }

    @Test
    void aBackupThatCannotBeRestoredIsNoSuccess() throws SQLException {
        root.execute("create view v as select 1");

        Run run = root.run("backup", "--json");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.json().get("restorable").asBoolean()).isFalse();
        assertThat(run.err()).contains("Warning:", "DROP VIEW");
    }

    @Test
    void whatCannotBeRecordedIsTold() throws IOException {
        Files.writeString(root.path().resolve("instance/operations.db"), "damaged");

        Run run = root.run("backup", "--quiet");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).startsWith("Warning: This could not be recorded in the audit log.");
    }

    @Test
    void theListHasEachBackup() throws IOException {
        assertThat(root.run("list").err()).startsWith(root.backups() + " does not exist.");
        Files.createDirectory(root.backups());
        assertThat(root.run("list")).isEqualTo(new Run(0, "", "There are no backups in " + root.backups() + ".\n"));
        String name = root.backUp().getFileName().toString();
        Files.writeString(root.backups().resolve("other.db"), "no database");

        Run run = root.run("list");
        assertThat(run.out().lines()).hasSize(2).anyMatch(line -> line.matches(name + " .* kB +Manual +Verified"));
        JsonNode list = root.run("list", "--json").json();
        assertThat(list.propertyNames()).containsExactly("ok", "folder", "backups", "total", "offset", "limit");
        assertThat(list.findValuesAsString("state")).containsExactlyInAnyOrder("proven", "foreign");
    }

    @Test
    void oneBackupIsVerifiedWhereverItIs() throws IOException {
        Path backup = root.backUp();
        Path elsewhere = Files.copy(backup, folder.resolve("elsewhere.sqlite"));

        assertThat(root.run("verify", backup.getFileName().toString()).exitCode())
                .isZero();
        assertThat(root.run("verify", backup.toString()).exitCode()).isZero();
        assertThat(root.run("verify", elsewhere.toString()).out()).isEqualTo("elsewhere.sqlite: Verified\n");
        assertThat(folder).isDirectoryNotContaining(file -> file.toString().endsWith(".json"));
        assertThat(root.run("verify", "missing.sqlite").exitCode()).isEqualTo(1);
        assertThat(root.run("verify", root.database().toString()).err()).contains("is the database in use");
    }

    @Test
    void allBackupsAreVerifiedAndTheDamagedOnesAreTold() throws IOException {
        assertThat(root.run("verify").exitCode()).isEqualTo(3);
        Path good = root.backUp();
        Path bad = root.backUp();
        byte[] content = Files.readAllBytes(bad);
        content[content.length - 1] ^= 1;
        Files.write(bad, content);

        Run run = root.run("verify", "--json");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.json().get("passed").asInt()).isEqualTo(1);
        assertThat(run.json().get("backups").get(0).get("message").asString()).contains("checksum");
        assertThat(run.err())
                .contains("1 of 2 backups did not pass", bad.getFileName().toString());
        assertThat(root.run("verify", good.toString()).exitCode()).isZero();
    }

    @Test
    void nothingIsReplacedWithoutAConfirmation() throws Exception {
        String backup = root.backUp().getFileName().toString();
        root.add("House");
        SortedSet<Path> before = FileTree.of(root.path());

        assertThat(root.run("restore", backup).exitCode()).isEqualTo(2);
        assertThat(root.onTerminal("no\n").run("restore", backup).exitCode()).isEqualTo(1);
        assertThat(root.onTerminal("").run("restore", backup).exitCode()).isEqualTo(1);

        assertThat(FileTree.of(root.path())).isEqualTo(before);
    }

    @Test
    void whoSeesWhatWillBeLostConfirmsIt() throws Exception {
        String backup = root.backUp().getFileName().toString();
        root.add("House");

        Run run = root.onTerminal("yes\n").run("restore", backup);

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).contains("will be removed: House");
        assertThat(root.projects()).containsExactly("Garden");
    }

    @Test
    void aRestoreIsUndone() throws Exception {
        assertThat(root.run("undo", "--yes").exitCode()).isEqualTo(3);
        String backup = root.backUp().getFileName().toString();
        root.add("House");
        JsonNode restored = root.run("restore", backup, "--yes", "--json").json();
        assertThat(restored.get("safety_backup").isNull()).isFalse();

        Run run = root.run("undo", "--yes", "--json");

        assertThat(run.exitCode()).isZero();
        assertThat(run.json().get("backup")).isEqualTo(restored.get("safety_backup"));
        assertThat(root.projects()).containsExactly("Garden", "House");
        assertThat(root.run("undo", "--yes").exitCode()).isEqualTo(3);
    }

    @Test
    void aDatabaseThatTheServerCannotOpenIsReplacedAndKept() throws Exception {
        String backup = root.backUp().getFileName().toString();
        Files.writeString(root.database(), "no database at all");

        Run run = root.run("restore", backup, "--yes", "--json");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(root.projects()).containsExactly("Garden");
        assertThat(Path.of(run.json().get("former_folder").asString()).resolve("graph_tracker.db"))
                .hasContent("no database at all");
    }

    @Test
    void aNewMachineNeedsNothingButTheBackup() throws Exception {
        Path backup = Files.move(root.backUp(), folder.resolve("saved.sqlite"));
        CommandRoot machine = CommandRoot.empty(folder.resolve("new"));

        Run run = machine.run("restore", backup.toString(), "--yes");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err())
                .contains("There is no database now, so nothing is replaced.")
                .containsPattern("Projects +1 +0")
                .doesNotContain("What you have now");
        assertThat(machine.projects()).containsExactly("Garden");
        assertThat(names(machine.path().resolve("instance"))).containsExactly("graph_tracker.db");
        assertThat(machine.backups()).doesNotExist();
    }

    @Test
    void aDamagedBackupIsNotRestored() throws Exception {
        Path backup = root.backUp();
        byte[] content = Files.readAllBytes(backup);
        content[content.length - 1] ^= 1;
        Path damaged = Files.write(folder.resolve(backup.getFileName()), content);
        Files.copy(
                backup.resolveSibling(backup.getFileName() + ".sha256"),
                folder.resolve(backup.getFileName() + ".sha256"));

        Run run = root.run("restore", damaged.toString(), "--yes", "--json");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.json().get("code").asString()).isEqualTo("backup_unusable");
        assertThat(root.projects()).containsExactly("Garden");
    }

    @Test
    void theRuleIsToldAndApplied() throws Exception {
        assertThat(root.run("prune").exitCode()).isEqualTo(3);
        Path old = root.backUp();
        Path newest = root.backUp();
        keepOne();

        Run dry = root.run("prune", "--dry-run", "--json");
        assertThat(dry.exitCode()).isZero();
        assertThat(dry.json().get("files").get(1).get("action").asString()).isEqualTo("delete");
        assertThat(old).exists();

        Run run = root.run("prune");
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).contains("1 backup was deleted");
        assertThat(old).doesNotExist();
        assertThat(newest).exists();
        assertThat(root.run("prune").exitCode()).isEqualTo(3);
    }

    private void keepOne() throws Exception {
        try (AnnotationConfigApplicationContext context = root.context()) {
            RetentionRule rule = new RetentionRule(Map.of(RetentionTier.LAST, 1), null, Duration.ZERO, true);
            context.getBean(RetentionService.class).save(rule, "anna");
        }
    }

    @Test
    void aCancelledBackupLeavesNothing() throws IOException {
        Interruption interruption = new Interruption();
        Run run = root.with(context -> Listeners.of(context, BackupEvent.Started.class, event -> interruption.cancel()))
                .run(interruption, "backup", "--json");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.json().get("code").asString()).isEqualTo("backup_cancelled");
        assertThat(names(root.backups())).isEmpty();
    }

    @Test
    void aCancelledRestoreLeavesNothing() throws Exception {
        Path backup = root.backUp();
        List<String> before = names(root.backups());
        for (RestoreStep step : List.of(RestoreStep.STAGING, RestoreStep.MIGRATING, RestoreStep.SAFETY_BACKUP)) {
            Interruption interruption = new Interruption();
            Run run = root.with(context -> Listeners.of(context, RestoreEvent.Reached.class, event -> {
                        if (event.step() == step) {
                            interruption.cancel();
                        }
                    }))
                    .run(interruption, "restore", backup.toString(), "--yes", "--json");

            assertThat(run.exitCode()).as("%s", step).isEqualTo(1);
            assertThat(run.json().get("code").asString()).isEqualTo("backup_cancelled");
            assertThat(names(root.database().getParent())).as("%s", step).containsExactly("graph_tracker.db");
            assertThat(names(root.backups())).isEqualTo(before);
        }
    }
}
