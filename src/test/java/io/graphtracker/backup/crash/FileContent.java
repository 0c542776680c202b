package io.graphtracker.backup.crash;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The content of a file, shared by many states. */
public final class FileContent {

    static final FileContent EMPTY = new FileContent(new byte[0]);

    private final byte[] bytes;
    private @Nullable String fingerprint;

    FileContent(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The bytes themselves; callers must not change them. */
    byte[] bytes() {
        return bytes;
    }

    /** Equal for equal contents, and computed once. */
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
