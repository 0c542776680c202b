package io.graphtracker.cli;

import io.graphtracker.backup.BackupProblem;
import io.graphtracker.backup.catalog.BackupVerifier;
import io.graphtracker.backup.catalog.CatalogEntry;
import io.graphtracker.backup.catalog.CatalogService;
import io.graphtracker.backup.json.FailureResponse;
import io.graphtracker.backup.json.VerificationResponse;
import io.graphtracker.backup.json.VerificationResponse.Verified;
import io.graphtracker.backup.restore.FormerDatabase;
import io.graphtracker.backup.watch.VerificationResult;
import io.graphtracker.backup.watch.WatchTasks;
import io.graphtracker.texts.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Verifies a backup, from the backups folder or from anywhere, or all that are in the folder. */
@Command(name = "verify")
final class VerifyCommand extends ContextCommand {

    @Parameters(paramLabel = "FILE", arity = "0..1")
    private @Nullable Path file;

    VerifyCommand(RootCommand root) {
        super(root);
    }

    @Override
    int run(AnnotationConfigApplicationContext context, Output output) throws IOException {
        return file == null ? verifyAll(context, output) : verify(file, context, output);
    }

    private int verify(Path named, AnnotationConfigApplicationContext context, Output output) throws IOException {
        String name = switch (new Targets(context).find(named)) {
            case Target.Listed(String listed) -> {
                boolean recorded = context.getBean(CatalogService.class)
                        .verify(listed, USER, VerificationReport.job("", root(), output));
                if (!recorded) {
                    output.message(root().texts().get("cli.verify.not-recorded"));
                }
                yield listed;
            }
            case Target.Elsewhere(CatalogEntry entry) -> {
                context.getBean(BackupVerifier.class)
                        .check(entry.file(), entry.manifest(), VerificationReport.job("", root(), output));
                yield entry.name();
            }
            case Target.Former(FormerDatabase former) -> throw noBackup(former);
        };
        output.result(VerificationResponse.of(List.of(new Verified(true, name, null))), List.of(passed(name)));
        return ExitCode.DONE;
    }

    private CommandException noBackup(FormerDatabase former) {
        return new CommandException(
                new FailureResponse(
                        BackupProblem.BACKUP_UNUSABLE.code(),
                        root().texts().get("cli.verify.former", former.name()),
                        ""),
                ExitCode.FAILED);
    }

    private int verifyAll(AnnotationConfigApplicationContext context, Output output) {
        List<String> names = new ArrayList<>();
        VerificationResult result = context.getBean(WatchTasks.class).verifyAll(USER, name -> {
            names.add(name);
            return VerificationReport.job(name, root(), output);
        });
        Texts texts = root().texts();
        VerificationResponse response = VerificationResponse.of(names.stream()
                .map(name -> failure(name, result)
                        .map(failure -> new Verified(false, name, failure.message()))
                        .orElseGet(() -> new Verified(true, name, null)))
                .toList());
        output.result(
                response,
                response.backups().stream()
                        .map(backup -> backup.ok()
                                ? passed(backup.name())
                                : texts.get("cli.verify.result", backup.name(), String.valueOf(backup.message())))
                        .toList());
        if (names.isEmpty()) {
            output.message(texts.get("cli.verify.none"));
            return ExitCode.NOTHING_TO_DO;
        }
        if (response.ok()) {
            return ExitCode.DONE;
        }
        output.warning(
                texts.get("cli.verify.summary", response.failed(), names.size()),
                result.failures().stream().map(VerificationResult.Failure::name).collect(Collectors.joining(", ")));
        return ExitCode.FAILED;
    }

    private static Optional<VerificationResult.Failure> failure(String name, VerificationResult result) {
        return result.failures().stream()
                .filter(failure -> failure.name().equals(name))
                .findFirst();
    }

    private String passed(String name) {
        Texts texts = root().texts();
        return texts.get("cli.verify.result", name, texts.get("cli.verify.passed"));
    }
}
