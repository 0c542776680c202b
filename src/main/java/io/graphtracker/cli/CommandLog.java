package io.graphtracker.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.read.CyclicBufferAppender;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;

/**
 * The log of a command. It is kept in memory, and written to a file only after an unexpected error: people who are told
 * a reason need no log beside it.
 */
final class CommandLog {

    private static final String PATTERN = "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level [%thread] %logger : %msg%n%ex";

    /** The last events, which are those about the error. */
    private static final int MOST_EVENTS = 500;

    private static final String APPLICATION = "io.graphtracker";

    private final CyclicBufferAppender<ILoggingEvent> kept = new CyclicBufferAppender<>();
    private final PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    private final boolean shown;

    private CommandLog(boolean shown) {
        this.shown = shown;
    }

    /**
     * Begins the log, instead of Logback's own configuration, which writes to the standard output.
     *
     * @param context whose loggers are set up
     * @param debug whether it is shown at once, with all details
     * @param err where to show it
     */
    static CommandLog start(LoggerContext context, boolean debug, PrintStream err) {
        context.reset();
        CommandLog log = new CommandLog(debug);
        log.encoder.setContext(context);
        log.encoder.setPattern(PATTERN);
        log.encoder.start();
        context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.WARN);
        context.getLogger(APPLICATION).setLevel(debug ? Level.DEBUG : Level.INFO);
        log.kept.setMaxSize(MOST_EVENTS);
        add(log.kept, context);
        if (debug) {
            OutputStreamAppender<ILoggingEvent> appender = new OutputStreamAppender<>();
            appender.setEncoder(log.encoder);
            appender.setContext(context);
            appender.setOutputStream(err);
            add(appender, context);
        }
        return log;
    }

    private static void add(Appender<ILoggingEvent> appender, LoggerContext context) {
        appender.setContext(context);
        appender.start();
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(appender);
    }

    /** Whether everything is shown already. */
    boolean isShown() {
        return shown;
    }

    /**
     * Writes the log into a new file in the temporary folder, which only this user may read.
     *
     * @return the file; empty if it cannot be written
     */
    Optional<Path> save() {
        try {
            Path file = Files.createTempFile("graph-tracker-", ".log");
            try (OutputStream content = Files.newOutputStream(file)) {
                for (int index = 0; index < kept.getLength(); index++) {
                    content.write(encoder.encode(kept.get(index)));
                }
            }
            return Optional.of(file);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
