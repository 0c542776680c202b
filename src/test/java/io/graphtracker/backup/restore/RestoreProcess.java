package io.graphtracker.backup.restore;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;

/** A process that restores a backup, and waits at steps to be killed, or for a line that lets it go on. */
final class RestoreProcess {

    /** What it says when it is there. */
    static final String HERE = "here ";

    /** Instead of a step: each. */
    static final String EACH = "each";

    /** With this, the switch fails and is taken back. */
    static final String FAILING = "failing";

    private static String stop = "";
    private static boolean failing;

    private RestoreProcess() {}

    /**
     * Restores a backup.
     *
     * @param arguments the project root, the name of the backup or of the folder with a former database, the step to
     *     wait at or {@link #EACH}, and perhaps {@link #FAILING}
     */
    public static void main(String[] arguments) throws IOException {
        stop = arguments[2];
        failing = arguments.length > 3;
        try (AnnotationConfigApplicationContext context =
                RestoreRoot.at(Path.of(arguments[0])).start(Beans.class)) {
            RestoreService service = context.getBean(RestoreService.class);
            context.addApplicationListener((ApplicationListener<PayloadApplicationEvent<?>>) event -> {
                if (event.getPayload() instanceof RestoreEvent.Reached(RestoreStep step)) {
                    at(step);
                }
            });
            // as a pool in use has it: open, and with a log that holds the latest changes
            RestoreRoot.add(context, "Shed");
            String name = arguments[1];
            RestoreRequest request =
                    name.endsWith(".sqlite") ? new RestoreRequest.OfBackup(name) : FormerDatabaseFixture.former(name);
            service.restore(service.preview(request), "anna");
            System.out.println("done");
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    static class Beans {

        @Bean
        SwitchWatcher switchWatcher() {
            return step -> {
                at(step);
                if (failing && step == DatabaseSwitch.Checkpoint.SWITCHED) {
                    throw new IllegalStateException("injected");
                }
            };
        }
    }

    private static void at(Enum<?> step) {
        if (stop.equals(EACH) || step.name().equals(stop)) {
            System.out.println(HERE + step);
            try {
                if (System.in.read() < 0) {
                    // the test is gone
                    Runtime.getRuntime().halt(1);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
