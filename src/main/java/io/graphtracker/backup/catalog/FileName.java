package io.graphtracker.backup.catalog;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Names of files whose bytes are not text in the encoding the JDK reads names in ({@code sun.jnu.encoding}, which
 * follows the locale). The path that a listing gives keeps the bytes, but its text has U+FFFD for each that is lost:
 * two files can have the same text, and of that text no path to them can be made.
 */
final class FileName {

    private static final char LOST = '\ufffd';

    private FileName() {}

    /** Whether a file's name is text here, so that names of other files can be made from it. */
    static boolean isText(Path file) {
        String name = file.getFileName().toString();
        try {
            return name.indexOf(LOST) < 0 && Path.of(name).equals(file.getFileName());
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /**
     * A name to show: the name itself if it is text; else the bytes read as UTF-8, and each that is none as U+FFFD and
     * its two hexadecimal digits. No two files of a folder have the same.
     */
    static String shown(Path file) {
        return isText(file) ? file.getFileName().toString() : decode(bytes(file));
    }

    /** Only its URI gives away the bytes of a path. */
    private static byte[] bytes(Path file) {
        String uri = file.toUri().getRawPath();
        String name = uri.substring(uri.lastIndexOf('/', uri.length() - 2) + 1);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) == '%') {
                bytes.write(Integer.parseInt(name, i + 1, i + 3, 16));
                i += 2;
            } else if (name.charAt(i) != '/') {
                bytes.write(name.charAt(i));
            }
        }
        return bytes.toByteArray();
    }

    private static String decode(byte[] name) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer bytes = ByteBuffer.wrap(name);
        CharBuffer text = CharBuffer.allocate(name.length);
        StringBuilder shown = new StringBuilder();
        while (bytes.hasRemaining()) {
            CoderResult result = decoder.reset().decode(bytes, text.clear(), true);
            shown.append(escaped(text.flip()));
            for (int i = 0; result.isError() && i < result.length(); i++) {
                shown.append(LOST).append(String.format(Locale.ROOT, "%02X", bytes.get()));
            }
        }
        return shown.toString();
    }

    /** So that the character itself, if a name has it, is not taken for a byte that is none. */
    private static String escaped(CharBuffer text) {
        return text.toString().replace("\ufffd", "\ufffdEF\ufffdBF\ufffdBD");
    }
}
