package io.graphtracker.cli;

import ch.qos.logback.classic.LoggerContext;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/**
 * What a command line runs with.
 *
 * @param logs whose loggers are set up
 * @param variables take precedence over the environment of the process
 * @param more called before the beans are created; for tests
 */
record Invocation(
        Terminal terminal,
        Interruption interruption,
        LoggerContext logs,
        Map<String, Object> variables,
        Consumer<AnnotationConfigApplicationContext> more) {

    /** In this process, which ends with the command. */
    static Invocation ofProcess() {
        return new Invocation(
                Terminal.ofProcess(System.getenv()),
                new Interruption(),
                (LoggerContext) LoggerFactory.getILoggerFactory(),
                Map.of(),
                context -> {});
    }
}
