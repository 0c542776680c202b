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

    /** @throws CommandException if there are neither settings nor data, or this user may not see them */
    static void require(ApplicationContext context, Texts texts) {
        Path root = context.getBean(ProjectRoot.class).path();
        ProcessEnvironment environment = context.getBean(ProcessEnvironment.class);
        Path env = context.getBean(ProjectRoot.class).envFile();
        boolean isRoot = Files.exists(env)
                || Files.exists(root.resolve(DatabaseUrl.DEFAULT_FILE).getParent())
                || Stream.of(BackupsDirectory.VARIABLE, DatabaseUrl.VARIABLE)
                        .anyMatch(name -> environment.find(name).isPresent());
        // it cannot be told whether a file is there
        if (!isRoot && !Files.notExists(env)) {
            throw new CommandException(
                    new FailureResponse(
                            "no_project_root", texts.get("cli.root-closed", root), texts.get("cli.root-closed.hint")),
                    ExitCode.FAILED);
        }
        if (!isRoot) {
            throw new CommandException(
                    new FailureResponse(
                            "no_project_root", texts.get("cli.no-root", root), texts.get("cli.no-root.hint")),
                    ExitCode.FAILED);
        }
    }
}
