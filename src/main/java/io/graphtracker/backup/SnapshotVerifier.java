package io.graphtracker.backup;

import io.graphtracker.database.sqlite.SchemaFingerprint;
import io.graphtracker.database.sqlite.SqliteErrors;
import io.graphtracker.database.sqlite.SqliteFiles;
import io.graphtracker.database.sqlite.SqliteHeader;
import java.io.IOException;
import java.io.UncheckedIOException;
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
 * Verifies a copy before it is published: that it is complete, undamaged, and a copy of the right database; and
 * determines whether it could be restored. SQLite's own check is not enough: it answers "ok" for an empty file, and for
 * half a file that it rolled back on opening.
 *
 * @see "docs/decisions/2026-11-25-restorable.md"
 */
final class SnapshotVerifier {

    /**
     * The result for a copy that passed.
     *
     * @param contents also says whether the copy could be restored
     */
    record Verified(String sha256, ContentsReport contents) {}

    private final Executor executor;
    private final ContentsInspector inspector;

    /**
     * @param executor computes the checksum and checks rows and pages, all at the same time
     * @param inspector inspects the rows of a copy
     */
    SnapshotVerifier(Executor executor, ContentsInspector inspector) {
        this.executor = executor;
        this.inspector = inspector;
    }

    /**
     * Verifies a copy.
     *
     * @param known a report that is true of its rows; if it fails, the rows are inspected
     * @param job receives the number of hashed bytes, and can be cancelled
     * @throws BackupException {@code verification_failed} if the copy does not pass
     */
    Verified verify(PartFile part, SchemaFingerprint expected, CompletableFuture<ContentsReport> known, BackupJob job)
            throws IOException, SQLException {
        checkFile(part);
        CompletableFuture<String> sha256 = CompletableFuture.supplyAsync(() -> sha256(part.path(), job), executor);
        ContentsReport rows;
        try {
            rows = checkDatabase(part.path(), expected, known, job);
        } finally {
            // the file must not be open any more when it is published or deleted
            CheckedFutures.awaitEnd(sha256);
        }
        return new Verified(CheckedFutures.join(sha256), rows);
    }

    /** The checks before SQLite opens the file. */
    private static void checkFile(PartFile part) throws IOException {
        if (part.hasSideFiles()) {
            throw BackupException.of(ProblemKind.COPY_SIDE_FILES);
        }
        SqliteHeader header =
                SqliteHeader.read(part.path()).orElseThrow(() -> BackupException.of(ProblemKind.COPY_HEADER));
        if (!FileCheck.hasLengthOf(header, part.path())) {
            throw BackupException.of(ProblemKind.COPY_LENGTH);
        }
    }

    private ContentsReport checkDatabase(
            Path file, SchemaFingerprint expected, CompletableFuture<ContentsReport> known, BackupJob job)
            throws IOException, SQLException {
        try (Connection connection = SqliteFiles.openUntrusted(file, job)) {
            ContentsReport report = inspect(file, connection, known, job);
            if (!SchemaFingerprint.read(connection).equals(expected)) {
                throw BackupException.of(ProblemKind.COPY_SCHEMA);
            }
            return report;
        } catch (SQLException e) {
            if (SqliteErrors.isDamage(e)) {
                throw BackupException.causedBy(e, ProblemKind.COPY_DAMAGED);
            }
            throw e;
        } catch (BackupException e) {
            throw e.problem() == BackupProblem.BACKUP_UNUSABLE ? BackupException.of(ProblemKind.COPY_DAMAGED) : e;
        }
    }

    /**
     * In the order of {@link RestorabilityCheck}; but damage fails the copy, even if it could not be restored anyway.
     */
    private ContentsReport inspect(
            Path file, Connection connection, CompletableFuture<ContentsReport> known, BackupJob job)
            throws IOException, SQLException {
        RestorabilityCheck.Schema schema;
        try {
            schema = inspector.requireSchema(connection);
        } catch (NotRestorableException e) {
            IntegrityCheck.quick(connection, Set.of());
            return new ContentsReport(Map.of(), e);
        }
        CompletableFuture<ContentsReport> rows =
                known.exceptionallyAsync(error -> inspectRows(file, schema, job), executor);
        NotRestorableException value;
        try {
            value = checkPages(file, connection, schema, job);
        } finally {
            CheckedFutures.awaitEnd(rows);
        }
        ContentsReport report = CheckedFutures.join(rows);
        return value == null ? report : new ContentsReport(report.counts(), value);
    }

    private ContentsReport inspectRows(Path file, RestorabilityCheck.Schema schema, BackupJob job) {
        try (Connection connection = SqliteFiles.openUntrusted(file, job)) {
            return inspector.inspect(connection, schema);
        } catch (SQLException e) {
            throw new CompletionException(e);
        }
    }

    private @Nullable NotRestorableException checkPages(
            Path file, Connection connection, RestorabilityCheck.Schema schema, BackupJob job)
            throws IOException, SQLException {
        if (job.kind() == BackupKind.BEFORE_RESTORE) {
            // undo is promised with it, so it has to pass the check that its own restore will make
            return IntegrityCheck.full(connection, schema.ours());
        }
        return new ParallelQuickCheck(file, schema, job).run(connection, executor);
    }

    private static String sha256(Path file, BackupJob job) {
        try {
            return Sha256.of(file, hashed -> {
                job.throwIfCancelled();
                job.advanceTo(hashed);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
