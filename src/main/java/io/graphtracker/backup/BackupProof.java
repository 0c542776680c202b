package io.graphtracker.backup;

import io.graphtracker.environment.DatabaseContents;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/**
 * Shows that a copy is whole and the right one, before anybody sees it. SQLite's own check alone is worth nothing: it says
 * "ok" for a file of no bytes, and for half a file that it rolled back on opening.
 */
final class BackupProof {

    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final int PAGE_SIZE_OFFSET = 16;
    private static final int PAGE_COUNT_OFFSET = 28;

    /** In the header, 1 stands for the one page size that does not fit into 16 bits. */
    private static final int LARGEST_PAGE = 65_536;

    /**
     * What is known of a copy that passed.
     *
     * @param contents how many things of each kind it holds
     */
    record Proven(String sha256, Map<String, Long> contents) {}

    private final Executor executor;
    private final List<DatabaseContents> contents;

    /**
     * @param executor runs the checksum while the check goes on
     * @param contents count what a copy holds
     */
    BackupProof(Executor executor, List<DatabaseContents> contents) {
        this.executor = executor;
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
        Map<String, Long> counts;
        try {
            counts = checkDatabase(part.path(), expected, run);
        } finally {
            // nobody may read the file any more when it is published, or deleted
            sha256.exceptionally(error -> "").join();
        }
        return new Proven(result(sha256), counts);
    }

    /** Before SQLite opens it: its length, its header, and that it needs no other file. */
    private static void checkFile(PartFile part) throws IOException {
        if (part.hasSideFiles()) {
            throw failed("side-files");
        }
        byte[] header = new byte[100];
        long length = Files.size(part.path());
        try (InputStream bytes = Files.newInputStream(part.path())) {
            if (bytes.readNBytes(header, 0, header.length) < header.length
                    || !Arrays.equals(header, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
                throw failed("header");
            }
        }
        if (length != pageSize(header) * pageCount(header)) {
            throw failed("length");
        }
    }

    /** The header's fields are big-endian, see <a href="https://www.sqlite.org/fileformat2.html">the file format</a>. */
    private static long pageSize(byte[] header) throws IOException {
        int size = field(header, PAGE_SIZE_OFFSET).readUnsignedShort();
        return size == 1 ? LARGEST_PAGE : size;
    }

    private static long pageCount(byte[] header) throws IOException {
        return Integer.toUnsignedLong(field(header, PAGE_COUNT_OFFSET).readInt());
    }

    private static DataInputStream field(byte[] header, int offset) {
        return new DataInputStream(new ByteArrayInputStream(header, offset, header.length - offset));
    }

    private Map<String, Long> checkDatabase(Path file, DatabaseIdentity expected, BackupRun run) throws SQLException {
        try (Connection connection = SqliteFiles.openImmutable(file)) {
            SqliteProgress.watch(connection, run);
            if (!isSound(connection)) {
                throw failed("quick-check");
            }
            if (!DatabaseIdentity.read(connection).equals(expected)) {
                throw failed("identity");
            }
            return counts(connection);
        } catch (SQLException e) {
            if (SourceDatabase.isDamage(e)) {
                throw BackupException.ofKind(BackupProblem.VERIFICATION_FAILED, "quick-check", e);
            }
            throw e;
        }
    }

    private static boolean isSound(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("PRAGMA quick_check(1)")) {
            return result.next() && "ok".equals(result.getString(1));
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

    private static String result(CompletableFuture<String> sha256) throws IOException {
        try {
            return sha256.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof UncheckedIOException io) {
                throw io.getCause();
            }
            if (e.getCause() instanceof BackupException reason) {
                throw reason;
            }
            throw e;
        }
    }

    private static BackupException failed(String kind) {
        return BackupException.ofKind(BackupProblem.VERIFICATION_FAILED, kind, null);
    }
}
