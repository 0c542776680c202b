package io.graphtracker.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.LongConsumer;

/** The SHA-256 of files. */
public final class Sha256 {

    /** Small enough for the processor's cache; 1 MiB is 4 % slower. */
    private static final int BUFFER_BYTES = 128 * 1024;

    private Sha256() {}

    /** The SHA-256 of a file, in lower-case hexadecimal. */
    public static String of(Path file) throws IOException {
        return of(file, read -> {});
    }

    /**
     * The SHA-256 of a file, in lower-case hexadecimal.
     *
     * @param progress receives the number of bytes read so far; an exception of it ends the work
     */
    public static String of(Path file, LongConsumer progress) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            return of(bytes, progress);
        }
    }

    /** The SHA-256 of what remains of a stream. */
    static String of(InputStream bytes, LongConsumer progress) throws IOException {
        MessageDigest digest = digest();
        long total = 0;
        byte[] buffer = new byte[BUFFER_BYTES];
        for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
            digest.update(buffer, 0, read);
            total += read;
            progress.accept(total);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** A digest to be updated piece by piece. */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
