package io.graphtracker.backup;

import io.graphtracker.database.sqlite.SchemaFingerprint;
import io.graphtracker.database.sqlite.SqliteErrors;
import io.graphtracker.database.sqlite.SqliteFiles;
import io.graphtracker.database.sqlite.SqliteHeader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Shows that a copy is whole and the right one, before anybody sees it, and says whether it could be restored. SQLite's own check
 * alone is worth nothing: it says "ok" for a file of no bytes, and for half a file that it rolled back on opening.
 */
final class SnapshotVerifier {

    /** What is known of a copy that passed. */
    record Proven(String sha256, ContentsReport rows) {}

    private final Executor executor;
    private final ContentsInspector inspector;

    /**
     * @param executor runs the checksum and checks of pages and rows at the same time
     * @param inspector looks at the rows of a copy
     */
    SnapshotVerifier(Executor executor, ContentsInspector inspector) {
        this.executor = executor;
        this.inspector = inspector;
    }

    /**
     * Proves a copy.
     *
     * @param known what is known of its rows already; if it fails they are looked at
     * @param run told how many bytes are hashed, and asked whether to go on
     * @throws BackupException {@code verification_failed} if it is not what it must be
     */
    Proven prove(PartFile part, SchemaFingerprint expected, CompletableFuture<ContentsReport> known, BackupJob run)
            throws IOException, SQLException {
        checkFile(part);
        CompletableFuture<String> sha256 = CompletableFuture.supplyAsync(() -> sha256(part.path(), run), executor);
        ContentsReport rows;
        try {
            rows = checkDatabase(part.path(), expected, known, run);
        } finally {
            // nobody may read the file any more when it is published, or deleted
            CheckedFutures.await(sha256);
        }
        return new Proven(CheckedFutures.of(sha256), rows);
    }

    /** Before SQLite opens it: its length, its header, and that it needs no other file. */
    private static void checkFile(PartFile part) throws IOException {
        if (part.hasSideFiles()) {
            throw failed("side-files");
        }
        SqliteHeader header = SqliteHeader.read(part.path()).orElseThrow(() -> failed("header"));
        if (Files.size(part.path()) != header.length()) {
            throw failed("length");
        }
    }

    private ContentsReport checkDatabase(
            Path file, SchemaFingerprint expected, CompletableFuture<ContentsReport> known, BackupJob run)
            throws IOException, SQLException {
        try (Connection connection = SqliteFiles.openUntrusted(file, run)) {
            ContentsReport findings = look(file, connection, known, run);
            if (!SchemaFingerprint.read(connection).equals(expected)) {
                throw failed("identity");
            }
            return findings;
        } catch (SQLException e) {
            if (SqliteErrors.isDamage(e)) {
                throw BackupException.ofKind(BackupProblem.VERIFICATION_FAILED, "quick-check", e);
            }
            throw e;
        } catch (BackupException e) {
            throw e.problem() == BackupProblem.BACKUP_UNUSABLE ? failed("quick-check") : e;
        }
    }

    /** The order is that of {@link RestorabilityCheck}; but a copy that is damaged is none, whatever else is wrong with it. */
    private ContentsReport look(Path file, Connection connection, CompletableFuture<ContentsReport> known, BackupJob run)
            throws IOException, SQLException {
        RestorabilityCheck.Schema schema;
        try {
            schema = inspector.requireSchema(connection);
        } catch (NotRestorableException e) {
            IntegrityCheck.quick(connection, Set.of());
            return new ContentsReport(Map.of(), e);
        }
        CompletableFuture<ContentsReport> rows = known.exceptionallyAsync(error -> rows(file, schema, run), executor);
        NotRestorableException value;
        try {
            value = checkPages(file, connection, schema, run);
        } finally {
            CheckedFutures.await(rows);
        }
        ContentsReport findings = CheckedFutures.of(rows);
        return value == null ? findings : new ContentsReport(findings.contents(), value);
    }

    private ContentsReport rows(Path file, RestorabilityCheck.Schema schema, BackupJob run) {
        try (Connection connection = SqliteFiles.openUntrusted(file, run)) {
            return inspector.inspect(connection, schema);
        } catch (SQLException e) {
            throw new CompletionException(e);
        }
    }

    private @Nullable NotRestorableException checkPages(
            Path file, Connection connection, RestorabilityCheck.Schema schema, BackupJob run)
            throws IOException, SQLException {
        if (run.kind() == BackupKind.BEFORE_RESTORE) {
            // an undo is promised on it, so it has to pass what the restore of it will ask
            return IntegrityCheck.whole(connection, schema.ours());
        }
        return new ParallelQuickCheck(file, schema, run).run(connection, executor);
    }

    private static String sha256(Path file, BackupJob run) {
        try {
            return Sha256.of(file, hashed -> {
                run.throwIfCancelled();
                run.advanceTo(hashed);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BackupException failed(String kind) {
        return BackupException.ofKind(BackupProblem.VERIFICATION_FAILED, kind, null);
    }
}
