package io.graphtracker.environment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Sets variables in the {@code .env} of the project root, which it creates if necessary. All other lines keep every
 * byte and their order. The file is replaced atomically, and readable by its owner only, since it may contain a
 * password.
 */
@Component
public class EnvFileEditor {

    private static final String BOM = "\ufeff";

    /** An assignment of a blank value: what comes before the value, and the comment after it. */
    private static final Pattern BLANK =
            Pattern.compile("([^=]*=)\\s*(?:\"\\s*\"|'\\s*')?\\s*(#.*)?", Pattern.UNICODE_CHARACTER_CLASS);

    private final ProcessEnvironment process;
    private final ProjectRoot root;

    public EnvFileEditor(ProcessEnvironment process, ProjectRoot root) {
        this.process = process;
        this.root = root;
    }

    /**
     * Sets a variable that has no value yet. Blocking disk access.
     *
     * @param value not blank; afterwards {@link EnvironmentVariables} reads exactly this
     */
    public EnvFileChange set(String name, String value) {
        return change(name, value, true);
    }

    /** What {@link #set} would answer, as far as that is possible without writing anything. */
    public EnvFileChange check(String name, String value) {
        return change(name, value, false);
    }

    private synchronized EnvFileChange change(String name, String value, boolean writing) {
        if (isSetInEnvironment(name)) {
            return new EnvFileChange.SetInEnvironment();
        }
        Path file = root.envFile();
        if (Files.isSymbolicLink(file)) {
            return new EnvFileChange.Link();
        }
        EnvFile before = EnvFile.read(file);
        if (!before.errors().isEmpty()) {
            return new EnvFileChange.InvalidFile(before.errors().getFirst());
        }
        if (before.exists() && !Files.isWritable(file) || !Files.isWritable(PrivateFiles.folderOf(file))) {
            return new EnvFileChange.ReadOnly();
        }
        try {
            byte[] content = before.exists() ? Files.readAllBytes(file) : new byte[0];
            Changed changed = changed(content, name, value);
            if (writing && changed.content() != null) {
                PrivateFiles.replace(file, changed.content(), file.resolveSibling(file.getFileName() + ".part"));
            }
            return changed.answer();
        } catch (IOException e) {
            return new EnvFileChange.Failed(e);
        }
    }

    private boolean isSetInEnvironment(String name) {
        try {
            return process.find(name).isPresent();
        } catch (EnvValueException e) {
            return true;
        }
    }

    /**
     * The content with the variable.
     *
     * @param content null unless it can be changed
     */
    private record Changed(EnvFileChange answer, byte @Nullable [] content) {

        static Changed refused(EnvFileChange reason) {
            return new Changed(reason, null);
        }
    }

    private static Changed changed(byte[] content, String name, String value) {
        EnvFile before = EnvFile.parse(content);
        if (!before.errors().isEmpty()) {
            // changed since it was read first
            return Changed.refused(new EnvFileChange.InvalidFile(before.errors().getFirst()));
        }
        if (!before.values().getOrDefault(name, "").isBlank()) {
            return Changed.refused(new EnvFileChange.SetAlready());
        }
        Optional<String> quoted = quoted(name, value);
        if (quoted.isEmpty()) {
            return Changed.refused(new EnvFileChange.InvalidValue());
        }
        byte[] changed = with(new String(content, StandardCharsets.UTF_8), name, quoted.get())
                .getBytes(StandardCharsets.UTF_8);
        EnvFile after = EnvFile.parse(changed);
        if (!after.errors().isEmpty() || !value.equals(after.values().get(name))) {
            return Changed.refused(new EnvFileChange.InvalidValue());
        }
        if (changed.length > EnvFile.MAX_BYTES) {
            return Changed.refused(new EnvFileChange.InvalidFile(new EnvFileError(0, EnvFileProblem.TOO_LARGE, "")));
        }
        return new Changed(new EnvFileChange.Made(), changed);
    }

    /** The value as a line can contain it: in quotes if possible. Empty if no line can. */
    private static Optional<String> quoted(String name, String value) {
        return Stream.of("\"" + value + "\"", "'" + value + "'", value)
                .filter(text -> EnvLine.parse((name + "=" + text).getBytes(StandardCharsets.UTF_8))
                        .equals(new EnvLine.Assignment(name, value)))
                .findFirst();
    }

    /** Completes the last line that sets the variable, which is the one that counts; otherwise adds a line. */
    private static String with(String content, String name, String quoted) {
        String[] lines = content.split("(?<=\n)", -1);
        for (int i = lines.length - 1; i >= 0; i--) {
            String line = i == 0 && lines[i].startsWith(BOM) ? lines[i].substring(1) : lines[i];
            if (sets(line, name)) {
                String start = lines[i].substring(0, lines[i].length() - line.length());
                lines[i] = start + completed(line, quoted);
                return String.join("", lines);
            }
        }
        String end = content.contains("\r\n") ? "\r\n" : "\n";
        boolean ended = content.isEmpty() || content.equals(BOM) || content.endsWith("\n");
        return content + (ended ? "" : end) + name + "=" + quoted + end;
    }

    private static boolean sets(String line, String name) {
        return EnvLine.parse(withoutEnd(line).getBytes(StandardCharsets.UTF_8))
                        instanceof EnvLine.Assignment(String set, String value)
                && set.equals(name);
    }

    private static String completed(String line, String quoted) {
        String text = withoutEnd(line);
        Matcher blank = BLANK.matcher(text);
        if (!blank.matches()) {
            throw new IllegalArgumentException("the value is not blank");
        }
        String comment = blank.group(2) == null ? "" : " " + blank.group(2);
        return blank.group(1) + quoted + comment + line.substring(text.length());
    }

    private static String withoutEnd(String line) {
        return line.replaceFirst("\r?\n$", "");
    }
}
