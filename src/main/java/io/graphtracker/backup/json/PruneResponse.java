package io.graphtracker.backup.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.graphtracker.backup.retention.RetentionPlan;
import io.graphtracker.backup.retention.RetentionRule;
import io.graphtracker.backup.retention.RetentionTexts;
import java.util.List;
import java.util.Set;

/**
 * What the retention rule does with the files of the backups folder.
 *
 * @param ok whether all that it does not keep is deleted, or would be
 * @param dryRun whether nothing was deleted
 * @param freedBytes how many bytes that frees
 * @param files each file, the newest first, those dated in the future last
 */
public record PruneResponse(
        boolean ok,
        @JsonProperty("dry_run") boolean dryRun,
        @JsonProperty("freed_bytes") long freedBytes,
        List<File> files) {

    /**
     * One file.
     *
     * @param action {@code keep}, {@code delete}, or {@code failed} if it could not be deleted
     * @param reason why, for people
     */
    public record File(
            String name, @JsonProperty("size_bytes") long sizeBytes, String action, String reason) {}

    /**
     * What a plan does, or did.
     *
     * @param notDeleted the names of those that could not be deleted
     */
    public static PruneResponse of(
            RetentionPlan plan, RetentionRule rule, boolean dryRun, Set<String> notDeleted, RetentionTexts texts) {
        List<File> files = plan.files().stream()
                .map(file -> new File(
                        file.entry().name(),
                        file.entry().sizeBytes(),
                        notDeleted.contains(file.entry().name()) ? "failed" : file.goes() ? "delete" : "keep",
                        texts.reason(file.decision(), rule)))
                .toList();
        long freed = files.stream()
                .filter(file -> file.action().equals("delete"))
                .mapToLong(File::sizeBytes)
                .sum();
        return new PruneResponse(notDeleted.isEmpty(), dryRun, freed, files);
    }
}
