package io.graphtracker.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Locale;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Contents of {@code .env} as users, editors and other systems write them. */
public final class HostileSettings {

    /** A secret in lines of other variables, which must never be in a message. */
    public static final String PASSWORD = "hunter2-of-another-line";

    /** A marker in values of {@code BACKUPS_DIR}, which must not be in the message about a malformed line. */
    public static final String SECRET = "s3cret-of-this-line";

    /** Names that {@link #values} contain; a test may create files of these names. */
    public static final String FILE = "a-file";

    public static final String FOLDER = "a-folder";

    private static final String KEY = "BACKUPS_DIR";

    private HostileSettings() {}

    /** The content of a file; a record so that jqwik's report shows it. */
    public record Content(byte[] bytes) {
        @Override
        public String toString() {
            return escaped(new String(bytes, ISO_8859_1));
        }
    }

    /** A valid file, and its value of {@code BACKUPS_DIR}. */
    public record Sound(Content content, String value) {}

    /** Values of {@code BACKUPS_DIR}, good ones among them, without line ends. */
    public static Arbitrary<String> values() {
        return pieces().list().ofMinSize(0).ofMaxSize(6).map(pieces -> String.join("", pieces));
    }

    /** Contents of {@code .env}: lines of any kind, in any encoding. */
    public static Arbitrary<Content> contents() {
        Arbitrary<byte[]> lines = line().list()
                .ofMinSize(0)
                .ofMaxSize(5)
                .map(all -> all.toArray(byte[][]::new))
                .map(HostileSettings::concat);
        Arbitrary<byte[]> anything = Arbitraries.bytes().array(byte[].class).ofMaxSize(60);
        Arbitrary<byte[]> mark = Arbitraries.frequencyOf(
                Tuple.of(8, Arbitraries.just(new byte[0])),
                Tuple.of(1, Arbitraries.just("\ufeff".getBytes(UTF_8))),
                Tuple.of(1, Arbitraries.just("\ufeff".getBytes(UTF_16LE))));
        Arbitrary<byte[]> body = Arbitraries.frequencyOf(
                Tuple.of(12, lines),
                Tuple.of(1, anything),
                Tuple.of(1, values().map(value -> (KEY + "=" + value).getBytes(UTF_16LE))));
        return Combinators.combine(mark, body).as((first, rest) -> new Content(concat(first, rest)));
    }

    /** Valid files, in all the ways of writing them. */
    public static Arbitrary<Sound> sound() {
        Arbitrary<Written> value = Arbitraries.oneOf(
                soundText().map(HostileSettings::plain),
                soundText().map(text -> text.replace("\"", "")).map(text -> new Written("\"" + text + "\"", text)),
                soundText().map(text -> text.replace("'", "")).map(text -> new Written("'" + text + "'", text)));
        Arbitrary<String> blank = Arbitraries.of("", " ", "\t", "  ");
        Arbitrary<String> comment = Arbitraries.of("", " # a remark", "#\"not' closed");
        Arbitrary<String> before = Combinators.combine(
                        Arbitraries.of("", "", "\ufeff"),
                        Arbitraries.oneOf(otherSoundLine(), Arbitraries.just(KEY + "=an earlier line\n"))
                                .list()
                                .ofMaxSize(3))
                .as((mark, lines) -> mark + String.join("", lines));
        Arbitrary<String> after = otherSoundLine().list().ofMaxSize(2).map(lines -> String.join("", lines));
        Arbitrary<String> end = Arbitraries.of("\n", "\r\n");
        return Combinators.combine(before, blank, blank, value, comment, end, after)
                .as((head, indent, gap, written, remark, newline, tail) -> new Sound(
                        new Content((head + indent + KEY + gap + "=" + gap + written.line() + remark + newline + tail)
                                .getBytes(UTF_8)),
                        written.value()));
    }

    private record Written(String line, String value) {}

    /** Without characters that no line may contain. */
    private static Arbitrary<String> soundText() {
        return pieces().list()
                .ofMaxSize(4)
                .map(pieces -> new String(String.join("", pieces).getBytes(UTF_8), UTF_8)
                        .replaceAll("[\\x00-\\x1f\\x7f-\\x9f\u2028\u2029]", ""));
    }

    /** An unquoted value neither begins nor ends with a quote, and contains no comment. */
    private static Written plain(String text) {
        String value = text.replaceAll("[\"#]", "").strip();
        while (value.startsWith("'")) {
            value = value.substring(1).strip();
        }
        return new Written(value, value);
    }

    private static Arbitrary<String> otherSoundLine() {
        return Arbitraries.of(
                "\n",
                "# " + KEY + "=commented out\r\n",
                "OTHER=" + PASSWORD + "\n",
                "MY_" + KEY + "=" + PASSWORD + "\n",
                KEY.toLowerCase(Locale.ROOT) + "=" + PASSWORD + "\n",
                "OTHER=\"" + PASSWORD + " # $X ${Y}\" # remark\n");
    }

    private static Arbitrary<byte[]> line() {
        Arbitrary<String> ours = Combinators.combine(
                        Arbitraries.of("", "", "", " ", "\t", "export ", "\ufeff", "#", "set "),
                        Arbitraries.of(KEY, KEY, KEY, KEY + " ", "backups_dir", KEY + "2"),
                        Arbitraries.of("=", "=", "=", "= ", "", ":", "==", "=\"", "='", "=\"\" "),
                        values(),
                        Arbitraries.of("", "", "", "\"", "'", " # remark", "#", "\"\"", "\\"))
                .as((indent, key, sign, value, end) -> indent + key + sign + value + end);
        Arbitrary<String> another = Combinators.combine(
                        Arbitraries.of("", "", "export ", "\"", "  "),
                        Arbitraries.of("DATABASE_PASSWORD=", "KEY=\"", "KEY='", "=", "", "KEY ", "KEY: ", "#"),
                        Arbitraries.of("", "", "", "\"", "' x", "\" y", "\u0000", "\u001b[2J", "ä\ud83d\ude00"))
                .as((indent, key, end) -> indent + key + PASSWORD + end);
        Arbitrary<byte[]> text = Combinators.combine(
                        Arbitraries.frequencyOf(
                                Tuple.of(3, ours),
                                Tuple.of(1, another),
                                Tuple.of(1, Arbitraries.of("", " ", "#", "A=1"))),
                        Arbitraries.of("\n", "\n", "\r\n", "\r", "\n\n", "\r\r\n"))
                .as((line, end) -> (line + end).getBytes(UTF_8));
        Arbitrary<byte[]> latin = ours.map(line -> (line + "größe\n").getBytes(ISO_8859_1));
        return Arbitraries.frequencyOf(Tuple.of(12, text), Tuple.of(1, latin));
    }

    private static Arbitrary<String> pieces() {
        return Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.of("backups", "b", "my backups", "größe", "日本", "\ud83d\ude00", SECRET)),
                Tuple.of(6, Arbitraries.of("/", "/", "/", ".", "..", "../", "/../", "./", "//", "..\\", "...")),
                Tuple.of(3, Arbitraries.of("\"", "'", "\"\"", "#", " # ", "=", " ", "  ", "\t", "\u3000", "\u00a0")),
                Tuple.of(2, Arbitraries.of("~", "~/", "$HOME", "${HOME}", "${", "}", "%TEMP%", "$(id)", "`id`", "{0}")),
                Tuple.of(2, Arbitraries.of("C:\\data", "c:/data", "D:", "\\\\server\\share", "//server/share", "\\")),
                Tuple.of(
                        2,
                        Arbitraries.of(
                                "\u0000", "\u0001", "\u001b[2J", "\u007f", "\u0085", "\u2028", "\u202e", "\ufeff")),
                Tuple.of(2, Arbitraries.of(FILE, FILE + "/below", FOLDER, ".env", "instance/graph_tracker.db")),
                Tuple.of(1, Arbitraries.of("*", "?", "|", "<", ">", ":", ";", "&", "-", "--help", "CON", "nul")),
                Tuple.of(1, Arbitraries.strings().ofMaxLength(8).excludeChars('\n', '/')),
                Tuple.of(3, tooLong()));
    }

    /** Too long for a name, for SQLite, or for a path. */
    private static Arbitrary<String> tooLong() {
        return Arbitraries.of(
                "x".repeat(256),
                "x".repeat(4_096),
                "日".repeat(100),
                ("y".repeat(100) + "/").repeat(4),
                ("y".repeat(100) + "/").repeat(8),
                ("y".repeat(200) + "/").repeat(20),
                "z/".repeat(2_048));
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static String escaped(String text) {
        return text.chars()
                .mapToObj(c -> c >= ' ' && c < 127 ? Character.toString(c) : String.format("\\x%02x", c))
                .collect(Collectors.joining());
    }
}
