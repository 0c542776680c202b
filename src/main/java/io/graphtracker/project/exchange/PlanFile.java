package io.graphtracker.project.exchange;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A file to be imported, which is completely in memory. */
public final class PlanFile {

    /** What is looked at to find out the format, in characters. */
    private static final int HEAD = 4_000;

    private static final Charset WINDOWS_LATIN = Charset.forName("windows-1252");

    private final String name;
    private final byte[] bytes;
    private @Nullable String text;

    /** @param name without a path */
    public PlanFile(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes.clone();
    }

    public String name() {
        return name;
    }

    /** What its name ends in, in lower case and without the dot; empty if it has none. */
    public String extension() {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /** Its name without the extension. */
    public String baseName() {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /** Whether it begins with some bytes, given as numbers from 0 to 255. */
    public boolean startsWith(int... prefix) {
        if (bytes.length < prefix.length) {
            return false;
        }
        for (int i = 0; i < prefix.length; i++) {
            if ((bytes[i] & 0xFF) != prefix[i]) {
                return false;
            }
        }
        return true;
    }

    /**
     * Its text: UTF-8, UTF-16 with a byte order mark, or else what spreadsheets on Windows write.
     *
     * @return without a byte order mark
     */
    public String text() {
        String decoded = text;
        if (decoded == null) {
            decoded = decode();
            text = decoded;
        }
        return decoded;
    }

    private String decode() {
        if (startsWith(0xFF, 0xFE) || startsWith(0xFE, 0xFF)) {
            return new String(bytes, StandardCharsets.UTF_16);
        }
        int start = startsWith(0xEF, 0xBB, 0xBF) ? 3 : 0;
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, start, bytes.length - start))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, start, bytes.length - start, WINDOWS_LATIN);
        }
    }

    /** The beginning of its text. */
    public String head() {
        if (text != null) {
            return text.substring(0, Math.min(HEAD, text.length()));
        }
        int end = Math.min(bytes.length, HEAD);
        // not within a character of UTF-8, which has up to three bytes that continue it
        for (int back = 0; back < 3 && end < bytes.length && (bytes[end] & 0xC0) == 0x80; back++) {
            end--;
        }
        return new PlanFile(name, Arrays.copyOf(bytes, end)).decode();
    }

    /** Whether it contains bytes that no text has. */
    public boolean isBinary() {
        boolean wide = startsWith(0xFF, 0xFE) || startsWith(0xFE, 0xFF);
        for (int i = 0; i < Math.min(bytes.length, HEAD) && !wide; i++) {
            if (bytes[i] == 0) {
                return true;
            }
        }
        return false;
    }
}
