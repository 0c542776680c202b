package io.graphtracker.backup.restore;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Detects mount points. A file can be one, too, as containers mount single files of their host; it can be written to,
 * but neither renamed nor replaced (EBUSY).
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
        try (Stream<String> mounts = Files.lines(TABLE, StandardCharsets.ISO_8859_1)) {
            String real = file.toRealPath().toString();
            return mounts.map(MountPoints::mountPoint).anyMatch(real::equals);
        } catch (IOException e) {
            log.debug("It cannot be told whether {} is mounted", file, e);
            return false;
        }
    }

    /** The line contains bytes, some of them as octal numbers; a name need not be of any encoding. */
    private static String mountPoint(String line) {
        String[] fields = line.split(" ", -1);
        if (fields.length <= MOUNT_POINT) {
            return "";
        }
        String bytes = OCTAL.matcher(fields[MOUNT_POINT])
                .replaceAll(
                        escaped -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(escaped.group(1), 8))));
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
