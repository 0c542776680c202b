package io.graphtracker.environment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The content of a {@code .env} file at one moment.
 *
 * @param exists whether the file exists
 * @param values the values of its well-formed lines; the last one of a name that is set twice
 * @param errors its malformed lines, in their order
 */
record EnvFile(boolean exists, Map<String, String> values, List<EnvFileError> errors) {

    /** In bytes; a larger file is a mistake, for example a link to a database. */
    static final int MAX_BYTES = 1024 * 1024;

    /** The byte order mark, which some editors write at the beginning. */
    private static final byte[] BOM = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    /** Reads a file; a missing file is not an error here. */
    static EnvFile read(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (attributes.isDirectory()) {
                return unusable(EnvFileProblem.NOT_A_FILE);
            }
            if (!attributes.isRegularFile()) {
                // opening a pipe would wait for a writer, possibly forever
                return unusable(EnvFileProblem.NOT_REGULAR);
            }
            return attributes.size() > MAX_BYTES ? unusable(EnvFileProblem.TOO_LARGE) : readRegular(file);
        } catch (NoSuchFileException e) {
            return new EnvFile(false, Map.of(), List.of());
        } catch (IOException e) {
            return unusable(EnvFileProblem.UNREADABLE);
        }
    }

    private static EnvFile readRegular(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            // not by its size: the file may have grown, and virtual files of the system have size 0
            byte[] bytes = content.readNBytes(MAX_BYTES + 1);
            return bytes.length > MAX_BYTES ? unusable(EnvFileProblem.TOO_LARGE) : parse(bytes);
        }
    }

    private static EnvFile unusable(EnvFileProblem problem) {
        return new EnvFile(true, Map.of(), List.of(new EnvFileError(0, problem, "")));
    }

    /** Parses the content of a file. */
    static EnvFile parse(byte[] bytes) {
        Map<String, String> values = new LinkedHashMap<>();
        List<EnvFileError> errors = new ArrayList<>();
        List<byte[]> lines = split(bytes);
        for (int number = 1; number <= lines.size(); number++) {
            switch (EnvLine.parse(lines.get(number - 1))) {
                case EnvLine.Assignment(String name, String value) -> values.put(name, value);
                case EnvLine.Malformed(EnvFileProblem problem, String name) ->
                    errors.add(new EnvFileError(number, problem, name));
                case EnvLine.Nothing nothing -> {}
            }
        }
        return new EnvFile(true, values, List.copyOf(errors));
    }

    private static List<byte[]> split(byte[] bytes) {
        List<byte[]> lines = new ArrayList<>();
        int start = startsWithBom(bytes) ? BOM.length : 0;
        for (int i = start; i <= bytes.length; i++) {
            if (i == bytes.length || bytes[i] == '\n') {
                int end = i > start && bytes[i - 1] == '\r' ? i - 1 : i;
                lines.add(Arrays.copyOfRange(bytes, start, end));
                start = i + 1;
            }
        }
        return lines;
    }

    private static boolean startsWithBom(byte[] bytes) {
        return bytes.length >= BOM.length && Arrays.equals(bytes, 0, BOM.length, BOM, 0, BOM.length);
    }
}
