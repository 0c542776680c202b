package io.graphtracker.backup;

import io.graphtracker.database.DatabaseUrl;
import io.graphtracker.environment.ServerOnly;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.concurrent.Executor;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Prepares, once the application is ready, what the first backup would otherwise wait for; only if the database can be
 * backed up.
 *
 * <ul>
 *   <li>The expected schema, which the migrations create in memory.
 *   <li>Compiled code for SHA-256: until the last JIT compiler has compiled it, which takes some hundred milliseconds,
 *       Java does without the processor's own instructions and is ten times slower.
 * </ul>
 */
@ServerOnly
@Component
class BackupWarmUp {

    /** The code is queued for the last compiler after 1 MiB (16,384 blocks); the rest gives it the time it needs. */
    private static final int BYTES = 16 * 1024 * 1024;

    private final ExpectedSchemas schemas;
    private final DatabaseUrl database;
    private final Executor executor;

    BackupWarmUp(ExpectedSchemas schemas, DatabaseUrl database, @BackupExecutor Executor executor) {
        this.schemas = schemas;
        this.database = database;
        this.executor = executor;
    }

    @EventListener(ApplicationReadyEvent.class)
    void warmUp() {
        if (database instanceof DatabaseUrl.Sqlite) {
            executor.execute(schemas::latest);
            executor.execute(BackupWarmUp::hash);
        }
    }

    private static void hash() {
        try {
            Sha256.of(new Zeros(), hashed -> {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Zeros extends InputStream {

        private int left = BYTES;

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            int read = Math.min(length, left);
            Arrays.fill(target, offset, offset + read, (byte) 0);
            left -= read;
            return read > 0 ? read : -1;
        }
    }
}
