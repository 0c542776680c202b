package io.graphtracker.backup.restore;

import io.graphtracker.backup.VerificationJob;
import io.graphtracker.environment.PrivateFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;

/** Copies a file to a new one that only its owner may read, and computes its checksum meanwhile. */
final class HashedCopy {

    private static final int BUFFER_BYTES = 128 * 1024;

    private HashedCopy() {}

    /**
     * Copies a file, and forces the copy to the disk.
     *
     * @param to must not exist
     * @param before how many bytes of other files were copied before, for the progress
     * @param job told how many bytes are copied, and asked whether to go on
     * @return how many bytes are copied by now, including the files before
     */
    static long copy(Path from, Path to, MessageDigest digest, long before, VerificationJob job) throws IOException {
        long copied = before;
        try (InputStream source = Files.newInputStream(from, LinkOption.NOFOLLOW_LINKS);
                OutputStream target = new DigestOutputStream(
                        Channels.newOutputStream(
                                PrivateFiles.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)),
                        digest)) {
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int read = source.read(buffer); read >= 0; read = source.read(buffer)) {
                target.write(buffer, 0, read);
                copied += read;
                job.advanceTo(copied);
            }
        }
        PrivateFiles.force(to);
        return copied;
    }
}
