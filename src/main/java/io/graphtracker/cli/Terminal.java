package io.graphtracker.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The standard streams, and which of them a person sees.
 *
 * @param out for results
 * @param readerGone whether nobody reads them any more
 * @param err for messages, questions and progress
 * @param outIsSeen whether {@code out} is a terminal
 * @param errIsSeen whether {@code err} is a terminal
 * @param canAsk whether a person can be asked: questions are seen, and answers are typed
 * @param colours whether what is seen has colours
 */
record Terminal(
        BufferedReader in,
        PrintStream out,
        BooleanSupplier readerGone,
        PrintStream err,
        boolean outIsSeen,
        boolean errIsSeen,
        boolean canAsk,
        boolean colours) {

    /** See <a href="https://no-color.org">no-color.org</a>. */
    private static final String NO_COLOR = "NO_COLOR";

    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

    /** What Linux calls the terminals of windows, of remote sessions, and of the machine itself. */
    private static final Pattern TERMINAL = Pattern.compile("/dev/(?:pts/\\d+|tty\\w*|console)");

    /** The streams of this process. */
    static Terminal ofProcess(Map<String, String> environment) {
        boolean outIsSeen = isTerminal(1);
        boolean errIsSeen = isTerminal(2);
        ResultStream results = new ResultStream(new FileOutputStream(FileDescriptor.out));
        return new Terminal(
                new BufferedReader(new InputStreamReader(new FileInputStream(FileDescriptor.in), charset("stdin"))),
                new PrintStream(results, true, charset("stdout")),
                results::isReaderGone,
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, charset("stderr")),
                outIsSeen,
                errIsSeen,
                isTerminal(0) && errIsSeen,
                hasColours(environment));
    }

    static boolean hasColours(Map<String, String> environment) {
        return environment.getOrDefault(NO_COLOR, "").isEmpty()
                && !environment.getOrDefault("TERM", "").equals("dumb");
    }

    /** Java sets these properties only for terminals; other streams have the encoding of the locale. */
    private static Charset charset(String stream) {
        String name = System.getProperty(stream + ".encoding", System.getProperty("native.encoding", "UTF-8"));
        return Charset.isSupported(name) ? Charset.forName(name) : Charset.defaultCharset();
    }

    /** Java itself tells only whether input and output are terminals both. */
    private static boolean isTerminal(int descriptor) {
        if (!Files.isDirectory(DESCRIPTORS)) {
            return System.console() != null && isTerminal(System.console());
        }
        try {
            Path target = Files.readSymbolicLink(DESCRIPTORS.resolve(Integer.toString(descriptor)));
            return TERMINAL.matcher(target.toString()).matches();
        } catch (IOException e) {
            // it is closed
            return false;
        }
    }

    /** Since Java 22 there is a console without a terminal, too, and a method that tells. */
    private static boolean isTerminal(Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    /** The answer to a question; null if there is none. */
    @Nullable
    String ask(String question) throws IOException {
        err.print(question + " ");
        err.flush();
        return in.readLine();
    }
}
