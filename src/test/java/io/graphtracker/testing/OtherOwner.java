package io.graphtracker.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.UserPrincipalLookupService;

/** A user other than the one that runs the tests. Only root can give files to them. */
public final class OtherOwner {

    private static final String USER = "nobody";
    private static final String GROUP = "nogroup";

    private OtherOwner() {}

    /** Whether files can be given to them. */
    public static boolean canGive(Path folder) throws IOException {
        if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return false;
        }
        Path file = Files.createTempFile(folder, "owner", "");
        try {
            give(file);
            return owns(file);
        } catch (IOException e) {
            return false;
        } finally {
            Files.delete(file);
        }
    }

    /** Gives them a file or folder. */
    public static void give(Path path) throws IOException {
        UserPrincipalLookupService users = path.getFileSystem().getUserPrincipalLookupService();
        PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        view.setOwner(users.lookupPrincipalByName(USER));
        view.setGroup(users.lookupPrincipalByGroupName(GROUP));
    }

    /** Whether it belongs to them and their group. */
    public static boolean owns(Path path) throws IOException {
        PosixFileAttributes attributes = Files.readAttributes(path, PosixFileAttributes.class);
        return attributes.owner().getName().equals(USER)
                && attributes.group().getName().equals(GROUP);
    }
}
