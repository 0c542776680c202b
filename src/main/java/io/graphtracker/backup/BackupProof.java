package io.graphtracker.backup;

import io.graphtracker.environment.DatabaseContents;
import io.graphtracker.environment.SqliteHeader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
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
final class BackupProof {

    /**
     * What is known of a copy that passed.
     *
     * @param contents how many things of each kind it holds; empty if nothing may be asked of it
     * @param fault why it cannot be restored: the database it was made of could not either
     */
    record Proven(
            String sha256,
            Map<String, Long> contents,
            @Nullable NotRestorableException fault) {}

    private record Looked(
            Map<String, Long> contents, @Nullable NotRestorableException fault) {}

    private final Executor executor;
    private final RestorabilityCheck restorability;
    private final List<DatabaseContents> contents;

    /**
     * @param executor runs the checksum while the check goes on
     * @param restorability says whether a copy could be restored
     * @param contents count what a copy holds
     */
    BackupProof(Executor executor, RestorabilityCheck restorability, List<DatabaseContents> contents) {
        this.executor = executor;
        this.restorability = restorability;
        this.contents = List.copyOf(contents);
    }

    /**
     * Proves a copy.
     *
     * @param run told how many bytes are hashed, and asked whether to go on
     * @throws BackupException {@code verification_failed} if it is not what it must be
     */
    Proven prove(PartFile part, DatabaseIdentity expected, BackupRun run) throws IOException, SQLException {
        checkFile(part);
        CompletableFuture<String> sha256 = CompletableFuture.supplyAsync(() -> sha256(part.path(), run), executor);
        Looked looked;
        try {
            looked = checkDatabase(part.path(), expected, run);
        } finally {
            // nobody may read the file any more when it is published, or deleted
            sha256.exceptionally(error -> "").join();
        }
        return new Proven(result(sha256), looked.contents(), looked.fault());
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

    private Looked checkDatabase(Path file, DatabaseIdentity expected, BackupRun run) throws IOException, SQLException {
        try (Connection connection = SqliteFiles.openUntrusted(file, run)) {
            Looked looked = look(file, connection, run);
            if (!DatabaseIdentity.read(connection).equals(expected)) {
                throw failed("identity");
            }
            return looked;
        } catch (SQLException e) {
            if (SourceDatabase.isDamage(e)) {
                throw BackupException.ofKind(BackupProblem.VERIFICATION_FAILED, "quick-check", e);
            }
            throw e;
        }
    }

    /** The order is that of {@link RestorabilityCheck}; but a copy that is damaged is none, whatever else is wrong with it. */
    private Looked look(Path file, Connection connection, BackupRun run) throws IOException, SQLException {
        RestorabilityCheck.Schema schema;
        try {
            schema = restorability.requireSchema(connection);
        } catch (NotRestorableException e) {
            requirePages(connection, run, Set.of());
            return new Looked(Map.of(), e);
        }
        // beside the check of pages, which takes as long
        CompletableFuture<Looked> rows = CompletableFuture.supplyAsync(() -> rows(file, schema, run), executor);
        NotRestorableException fault;
        try {
            fault = requirePages(connection, run, schema.reference().tables().keySet());
        } finally {
            rows.handle((looked, error) -> "").join();
        }
        Looked looked = result(rows);
        return fault == null ? looked : new Looked(looked.contents(), fault);
    }

    private Looked rows(Path file, RestorabilityCheck.Schema schema, BackupRun run) {
        try (Connection connection = SqliteFiles.openUntrusted(file, run)) {
            NotRestorableException fault = null;
            try {
                restorability.requireRows(connection, schema);
            } catch (NotRestorableException e) {
                fault = e;
            }
            return new Looked(counts(connection), fault);
        } catch (SQLException e) {
            throw new CompletionException(e);
        }
    }

    /** What is wrong with values and not with pages, if anything is. */
    private static @Nullable NotRestorableException requirePages(Connection connection, BackupRun run, Set<String> ours)
            throws SQLException {
        try {
            // an undo is promised on it, so it has to pass what the restore of it will ask
            RowCheck.requirePages(connection, run.kind() == BackupKind.BEFORE_RESTORE, ours);
            return null;
        } catch (NotRestorableException e) {
            return e;
        } catch (BackupException e) {
            throw failed("quick-check");
        }
    }

    private Map<String, Long> counts(Connection connection) throws SQLException {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (DatabaseContents part : contents) {
            counts.putAll(part.counts(connection));
        }
        return Collections.unmodifiableMap(counts);
    }

    private static String sha256(Path file, BackupRun run) {
        try {
            return Sha256.of(file, hashed -> {
                run.throwIfCancelled();
                run.advanceTo(hashed);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T result(CompletableFuture<T> work) throws IOException, SQLException {
        try {
            return work.join();
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case UncheckedIOException io -> throw io.getCause();
                case SQLException sql -> throw sql;
                case BackupException reason -> throw reason;
                case null, default -> throw e;
            }
        }
    }

    private static BackupException failed(String kind) {
        return BackupException.ofKind(BackupProblem.VERIFICATION_FAILED, kind, null);
    }
}
