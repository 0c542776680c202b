package io.graphtracker.backup.restore;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where something is mounted. A file can be, too, as containers have single files of their host; it can be written to, but
 * neither be renamed nor replaced (EBUSY).
 */
final class MountPoints {

    private static final Logger log = LoggerFactory.getLogger(MountPoints.class);

    /** Only Linux has it. */
    private static final Path TABLE = Path.of("/proc/self/mountinfo");

    /** The fifth of its fields, see proc_pid_mountinfo(5). */
    private static final int MOUNT_POINT = 4;

    /** How a space, for example, is written in it. */
    private static final Pattern OCTAL = Pattern.compile("\\\\([0-7]{3})");

    private MountPoints() {}

    /** Whether something is mounted at a file, as far as the system tells. */
    static boolean contain(Path file) {
        if (!Files.isReadable(TABLE)) {
            return false;
        }
        try (Stream<String> mounts = Files.lines(TABLE)) {
            String real = file.toRealPath().toString();
            return mounts.map(MountPoints::mountPoint).anyMatch(real::equals);
        } catch (IOException e) {
            log.debug("It cannot be told whether {} is mounted", file, e);
            return false;
        }
    }

    private static String mountPoint(String line) {
        String[] fields = line.split(" ");
        return fields.length > MOUNT_POINT
                ? OCTAL.matcher(fields[MOUNT_POINT])
                        .replaceAll(escaped -> Character.toString(Integer.parseInt(escaped.group(1), 8)))
                : "";
    }
}
