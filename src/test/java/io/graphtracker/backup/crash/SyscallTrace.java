package io.graphtracker.backup.crash;

import io.graphtracker.testing.InstalledCommands;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Records with {@code strace} the order of all operations of a process and its threads on the files of a folder.
 * Writes through a memory mapping are not recorded: SQLite uses one only for its {@code -shm}, which it recreates
 * after a crash.
 */
public final class SyscallTrace {

    /** Calls with a question mark do not exist on every architecture. */
    private static final String CALLS = "openat,?open,?creat,write,pwrite64,writev,pwritev,pwritev2,fsync,fdatasync,"
            + "sync_file_range,ftruncate,?truncate,?link,linkat,?rename,renameat,renameat2,?unlink,unlinkat,"
            + "?mkdir,mkdirat,?rmdir,fallocate,copy_file_range,sendfile,splice,lseek,?symlink,symlinkat";

    /**
     * With {@code -xx}, every string and path is hexadecimal, so it contains no comma or bracket to confuse the parser.
     */
    private static final String STRACE =
            "strace -f --seccomp-bpf -y -xx -qq -s 1000000 -e signal=none -e 'trace=" + CALLS + "'";

    private static final Pattern LINE = Pattern.compile("(\\d+) +(?:<\\.\\.\\. \\w+ resumed>)?(.*)", Pattern.DOTALL);
    private static final Pattern CALL = Pattern.compile("(\\w+)\\((.*)\\) += (-?\\d+).*", Pattern.DOTALL);
    private static final Pattern DESCRIPTOR = Pattern.compile("(\\w+)<([^>]*)>(.*)", Pattern.DOTALL);
    private static final String UNFINISHED = " <unfinished ...>";

    private record Begun(String text, int calls) {}

    private final Path root;
    private final List<FileCall> calls = new ArrayList<>();
    private final Map<String, Begun> unfinished = new HashMap<>();
    private final Map<String, Long> positions = new HashMap<>();
    private final StringBuilder said = new StringBuilder();

    private SyscallTrace(Path root) {
        this.root = root;
    }

    /** Skips the test, or fails it under CI, if processes cannot be traced. */
    public static void require() throws IOException, InterruptedException {
        InstalledCommands.of("strace").require();
        Process probe = new ProcessBuilder("sh", "-c", STRACE + " -o /dev/null true")
                .redirectErrorStream(true)
                .start();
        String answer = new String(probe.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (probe.waitFor() != 0) {
            InstalledCommands.skip("This test needs a system where strace may trace (ptrace): " + answer);
        }
    }

    /** The shell command that traces the command given to the shell, see {@code ChildProcess}. */
    public static String recording(Path trace) {
        return "exec " + STRACE + " -o '" + trace + "' \"$@\"";
    }

    /**
     * Reads a trace.
     *
     * @param root the folder whose files are recorded
     */
    public static List<FileCall> read(Path trace, Path root) throws IOException {
        SyscallTrace calls = new SyscallTrace(root.toRealPath());
        try (Stream<String> lines = Files.lines(trace, StandardCharsets.ISO_8859_1)) {
            lines.forEach(calls::readLine);
        }
        return calls.calls;
    }

    private void readLine(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw new IllegalArgumentException(line);
        }
        String thread = parts.group(1);
        Begun before = line.contains(" resumed>") ? unfinished.remove(thread) : new Begun("", calls.size());
        String text = before.text() + parts.group(2);
        if (text.endsWith(UNFINISHED)) {
            unfinished.put(thread, new Begun(text.substring(0, text.length() - UNFINISHED.length()), before.calls()));
            return;
        }
        Matcher call = CALL.matcher(text);
        if (call.matches() && Long.parseLong(call.group(3)) >= 0) {
            read(call.group(1), call.group(2).split(", ?"), Long.parseLong(call.group(3)), before.calls());
        }
    }

    private void read(String call, String[] arguments, long result, int begun) {
        switch (call) {
            case "openat" -> open(path(arguments[0], arguments[1]), arguments[2], result);
            case "lseek" -> positions.put(descriptor(arguments[0]), result);
            case "write" -> write(arguments[0], bytes(arguments[1]), result);
            case "pwrite64" ->
                add(new FileCall.Write(
                        file(arguments[0]), Long.parseLong(arguments[3]), written(arguments[1], result)));
            case "ftruncate" -> add(new FileCall.Truncate(file(arguments[0]), Long.parseLong(arguments[1])));
            case "fsync", "fdatasync" -> add(new FileCall.Sync(file(arguments[0]), begun));
            case "link" -> add(new FileCall.Link(path(arguments[0]), path(arguments[1])));
            case "linkat" -> add(new FileCall.Link(path(arguments[0], arguments[1]), path(arguments[2], arguments[3])));
            case "rename" -> add(new FileCall.Rename(path(arguments[0]), path(arguments[1])));
            case "renameat", "renameat2" ->
                add(new FileCall.Rename(path(arguments[0], arguments[1]), path(arguments[2], arguments[3])));
            case "unlink", "rmdir" -> add(new FileCall.Delete(path(arguments[0])));
            case "unlinkat" -> add(new FileCall.Delete(path(arguments[0], arguments[1])));
            case "mkdir" -> add(new FileCall.MakeFolder(path(arguments[0])));
            case "mkdirat" -> add(new FileCall.MakeFolder(path(arguments[0], arguments[1])));
            default -> requireElsewhere(call, arguments);
        }
    }

    /** An incomplete trace would lead to impossible states, and miss others. */
    private void requireElsewhere(String call, String[] arguments) {
        for (String argument : arguments) {
            Matcher descriptor = DESCRIPTOR.matcher(argument);
            String hex = descriptor.matches() ? descriptor.group(2) : argument;
            if (text(hex).startsWith(root.toString())) {
                throw new UnsupportedOperationException(call + " of " + text(hex));
            }
        }
    }

    private void open(Path file, String flags, long descriptor) {
        positions.put(Long.toString(descriptor), 0L);
        if (!file.startsWith(root)) {
            return;
        }
        if (flags.contains("O_APPEND")) {
            throw new UnsupportedOperationException("O_APPEND of " + file);
        }
        if (flags.contains("O_CREAT")) {
            add(new FileCall.Create(file));
        }
        if (flags.contains("O_TRUNC")) {
            add(new FileCall.Truncate(file, 0));
        }
    }

    private void write(String argument, byte[] data, long length) {
        String descriptor = descriptor(argument);
        if (descriptor.equals("1")) {
            say(new String(data, StandardCharsets.UTF_8));
            return;
        }
        long position = positions.getOrDefault(descriptor, 0L);
        positions.put(descriptor, position + length);
        Path file = file(argument);
        if (file.startsWith(root)) {
            add(new FileCall.Write(file, position, Arrays.copyOf(data, (int) length)));
        }
    }

    private void say(String text) {
        said.append(text);
        for (int end = said.indexOf("\n"); end >= 0; end = said.indexOf("\n")) {
            calls.add(new FileCall.Said(said.substring(0, end)));
            said.delete(0, end + 1);
        }
    }

    private void add(FileCall call) {
        boolean here = switch (call) {
            case FileCall.Create(Path file) -> file.startsWith(root);
            case FileCall.Write(Path file, long offset, byte[] data) -> file.startsWith(root);
            case FileCall.Truncate(Path file, long size) -> file.startsWith(root);
            case FileCall.Sync(Path path, int begun) -> path.startsWith(root);
            case FileCall.Delete(Path path) -> path.startsWith(root);
            case FileCall.MakeFolder(Path folder) -> folder.startsWith(root);
            case FileCall.Link(Path file, Path link) -> isWithin(file, link);
            case FileCall.Rename(Path from, Path to) -> isWithin(from, to);
            case FileCall.Said(String line) -> true;
        };
        if (here) {
            calls.add(call);
        }
    }

    private boolean isWithin(Path from, Path to) {
        if (from.startsWith(root) != to.startsWith(root)) {
            throw new UnsupportedOperationException(from + " -> " + to);
        }
        return from.startsWith(root);
    }

    private static String descriptor(String argument) {
        Matcher descriptor = DESCRIPTOR.matcher(argument);
        return descriptor.matches() ? descriptor.group(1) : argument;
    }

    /** The path of a descriptor; for a deleted file or a pipe, a path that does not exist. */
    private static Path file(String argument) {
        Matcher descriptor = DESCRIPTOR.matcher(argument);
        return descriptor.matches() && descriptor.group(3).isEmpty() ? Path.of(text(descriptor.group(2))) : Path.of("");
    }

    private static Path path(String folder, String name) {
        return file(folder).resolve(path(name));
    }

    private static Path path(String name) {
        return Path.of(text(name));
    }

    private static byte[] written(String data, long length) {
        return Arrays.copyOf(bytes(data), (int) length);
    }

    private static String text(String argument) {
        return new String(bytes(argument), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String argument) {
        String hex = argument.replace("\"", "").replace("\\x", "");
        return argument.contains("\\x") ? HexFormat.of().parseHex(hex) : hex.getBytes(StandardCharsets.UTF_8);
    }
}
