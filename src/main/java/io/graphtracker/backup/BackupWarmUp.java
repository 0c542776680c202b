package io.graphtracker.backup;

import io.graphtracker.database.DatabaseUrl;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.concurrent.Executor;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Lets Java compile SHA-256 before the first backup needs it. Until its last compiler has seen it, which takes some hundred
 * milliseconds, it does without the processor's own instructions and is ten times slower.
 */
@Component
class BackupWarmUp {

    /** The code is queued for the last compiler after one MiB (16,384 blocks); what follows takes the time it needs. */
    private static final int BYTES = 16 * 1024 * 1024;

    private final DatabaseUrl database;
    private final Executor executor;

    BackupWarmUp(DatabaseUrl database, @BackupExecutor Executor executor) {
        this.database = database;
        this.executor = executor;
    }

    /** When the application is ready for others, and only if it makes backups. */
    @EventListener(ApplicationReadyEvent.class)
    void warmUp() {
        if (database instanceof DatabaseUrl.Sqlite) {
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
