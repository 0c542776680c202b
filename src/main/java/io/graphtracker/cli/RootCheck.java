package io.graphtracker.cli;

import io.graphtracker.backup.BackupsDirectory;
import io.graphtracker.backup.json.FailureResponse;
import io.graphtracker.database.DatabaseUrl;
import io.graphtracker.environment.ProcessEnvironment;
import io.graphtracker.environment.ProjectRoot;
import io.graphtracker.texts.Texts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;

/**
 * Requires that the project root is one: a command in a wrong folder, as under cron without {@code cd}, would leave an
 * audit log there.
 */
final class RootCheck {

    private RootCheck() {}

    /** @throws CommandException if there are neither settings nor data */
    static void require(ApplicationContext context, Texts texts) {
        Path root = context.getBean(ProjectRoot.class).path();
        ProcessEnvironment environment = context.getBean(ProcessEnvironment.class);
        boolean isRoot = Files.exists(context.getBean(ProjectRoot.class).envFile())
                || Files.exists(root.resolve(DatabaseUrl.DEFAULT_FILE).getParent())
                || Stream.of(BackupsDirectory.VARIABLE, DatabaseUrl.VARIABLE)
                        .anyMatch(name -> environment.find(name).isPresent());
        if (!isRoot) {
            throw new CommandException(
                    new FailureResponse(
                            "no_project_root", texts.get("cli.no-root", root), texts.get("cli.no-root.hint")),
                    ExitCode.FAILED);
        }
    }
}
