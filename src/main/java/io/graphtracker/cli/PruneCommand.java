package io.graphtracker.cli;

import io.graphtracker.backup.json.FailureResponse;
import io.graphtracker.backup.json.PruneResponse;
import io.graphtracker.backup.operations.OperationsDatabaseException;
import io.graphtracker.backup.retention.Pruning;
import io.graphtracker.backup.retention.RetentionPlan;
import io.graphtracker.backup.retention.RetentionRule;
import io.graphtracker.backup.retention.RetentionService;
import io.graphtracker.backup.retention.RetentionTexts;
import io.graphtracker.texts.ByteSize;
import io.graphtracker.texts.Texts;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Applies the retention rule, or tells what it would do. */
@Command(name = "prune")
final class PruneCommand extends ContextCommand {

    @Option(names = {"-n", "--dry-run"})
    private boolean dryRun;

    PruneCommand(RootCommand root) {
        super(root);
    }

    @Override
    int run(AnnotationConfigApplicationContext context, Output output) throws OperationsDatabaseException {
        RetentionService service = context.getBean(RetentionService.class);
        RetentionTexts retentionTexts = context.getBean(RetentionTexts.class);
        RetentionRule rule = service.rule().orElseThrow(this::noRule);
        RetentionPlan plan = service.plan(rule);
        List<String> notDeleted =
                dryRun ? List.of() : context.getBean(Pruning.class).apply(plan, rule, USER);
        PruneResponse response = PruneResponse.of(plan, rule, dryRun, Set.copyOf(notDeleted), retentionTexts);
        output.result(
                response,
                TextTable.of(response.files().stream()
                        .map(file -> List.of(
                                file.name(), ByteSize.format(file.sizeBytes()), action(file.action()), file.reason()))
                        .toList()));
        Texts texts = root().texts();
        long deleted = plan.deletions().size() - notDeleted.size();
        if (!notDeleted.isEmpty()) {
            output.warning(texts.get("retention.not-deleted", notDeleted.size(), notDeleted.getFirst()), "");
            return ExitCode.FAILED;
        }
        output.message(texts.get(
                dryRun ? "retention.preview.goes" : "cli.prune.done",
                deleted,
                plan.files().size() - deleted,
                ByteSize.format(response.freedBytes())));
        return deleted == 0 ? ExitCode.NOTHING_TO_DO : ExitCode.DONE;
    }

    private CommandException noRule() {
        return new CommandException(
                new FailureResponse("no_retention_rule", root().texts().get("retention.off"), ""),
                ExitCode.NOTHING_TO_DO);
    }

    private String action(String action) {
        return root().texts()
                .get(
                        switch (action) {
                            case "delete" -> dryRun ? "cli.prune.would-go" : "cli.prune.gone";
                            case "failed" -> "cli.prune.failed";
                            default -> "cli.prune.kept";
                        });
    }
}
