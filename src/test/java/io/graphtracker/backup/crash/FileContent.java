package io.graphtracker.backup.crash;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** What a file has, which many states share. */
public final class FileContent {

    static final FileContent EMPTY = new FileContent(new byte[0]);

    private final byte[] bytes;
    private @Nullable String fingerprint;

    FileContent(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Not to be changed. */
    byte[] bytes() {
        return bytes;
    }

    /** The same for the same content, and computed once. */
    String fingerprint() {
        if (fingerprint == null) {
            try {
                fingerprint = HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
        return fingerprint;
    }
}
