package io.graphtracker.cli;

import io.graphtracker.backup.json.FailureResponse;
import io.graphtracker.texts.Texts;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a command tells: its result on the standard output, as text or JSON, and nothing else there; all else on the
 * standard error.
 */
final class Output {

    /** A line for each step; in between, one after so long, for those who read a log. */
    private static final long NANOS_BETWEEN_LINES = Duration.ofSeconds(10).toNanos();

    private static final String RED = "\033[31m";
    private static final String YELLOW = "\033[33m";
    private static final String PLAIN = "\033[0m";
    private static final String BEGIN_OF_LINE = "\r\033[K";

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Terminal terminal;
    private final Texts texts;
    private final boolean json;
    private final boolean quiet;
    private final LongSupplier nanoTime;
    private boolean lineIsOpen;
    private String step = "";
    private long toldNanos;

    /**
     * @param json whether the result is JSON
     * @param quiet whether only problems are told
     * @param nanoTime a monotonic clock, in nanoseconds
     */
    Output(Terminal terminal, Texts texts, boolean json, boolean quiet, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.terminal = terminal;
        this.texts = texts;
        this.json = json;
        this.quiet = quiet;
    }

    /**
     * Tells the result.
     *
     * @param document the same as JSON
     * @param lines the same as text
     */
    synchronized void result(Object document, List<String> lines) {
        endLine();
        if (json) {
            write(document);
        } else if (!quiet) {
            lines.forEach(line -> print(terminal.out(), line));
        }
        terminal.out().flush();
    }

    /** JSON is UTF-8 in every locale. */
    private void write(Object document) {
        byte[] bytes = (JSON.writeValueAsString(document) + "\n").getBytes(StandardCharsets.UTF_8);
        terminal.out().write(bytes, 0, bytes.length);
    }

    /** Tells something beside the result, unless only problems are told. */
    synchronized void message(String text) {
        if (!quiet && !text.isEmpty()) {
            endLine();
            print(terminal.err(), text);
        }
    }

    /** Tells something that was done but is not good. */
    synchronized void warning(String message, String hint) {
        tell(YELLOW, texts.get("cli.warning"), message, hint);
    }

    /** Tells why the command did nothing, which is no failure. */
    synchronized void nothingDone(FailureResponse reason) {
        endLine();
        if (json) {
            write(reason);
            terminal.out().flush();
        }
        message((reason.message() + " " + reason.hint()).strip());
    }

    /** Tells why the command failed. */
    synchronized void failure(FailureResponse failure) {
        endLine();
        if (json) {
            write(failure);
            terminal.out().flush();
        }
        tell(RED, texts.get("cli.error"), failure.message(), failure.hint());
    }

    private void tell(String colour, String label, String message, String hint) {
        endLine();
        boolean coloured = terminal.errIsSeen() && terminal.colours();
        print(terminal.err(), (coloured ? colour + label + PLAIN : label) + " " + message);
        if (!hint.isEmpty()) {
            print(terminal.err(), hint);
        }
    }

    /**
     * Tells the progress: on a terminal in a line that is overwritten, elsewhere in a line for each step.
     *
     * @param step what distinguishes this step from others
     * @param text what is told
     */
    synchronized void progress(String step, String text) {
        if (quiet) {
            return;
        }
        if (terminal.errIsSeen()) {
            terminal.err().print(BEGIN_OF_LINE + displayable(terminal.err(), text));
            terminal.err().flush();
            lineIsOpen = true;
        } else if (!step.equals(this.step) || nanoTime.getAsLong() - toldNanos >= NANOS_BETWEEN_LINES) {
            print(terminal.err(), text);
            this.step = step;
            toldNanos = nanoTime.getAsLong();
        }
    }

    private static void print(PrintStream stream, String text) {
        stream.println(displayable(stream, text));
    }

    /** Under cron, the locale often has ASCII only, and quotes would become question marks. */
    private static String displayable(PrintStream stream, String text) {
        return stream.charset().newEncoder().canEncode(text)
                ? text
                : text.replace('“', '"').replace('”', '"').replace('’', '\'').replace("…", "...");
    }

    /** Takes the progress away. */
    private void endLine() {
        if (lineIsOpen) {
            terminal.err().print(BEGIN_OF_LINE);
            terminal.err().flush();
            lineIsOpen = false;
        }
    }

    /** Whether everything could be written. */
    boolean isComplete() {
        return !terminal.out().checkError();
    }
}
