package io.graphtracker.backup;

import io.graphtracker.environment.ProjectRoot;
import io.graphtracker.texts.ByteSize;
import io.graphtracker.texts.Texts;
import io.graphtracker.texts.Times;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The texts about backups, the same for pages and HTTP. */
@Component
public class BackupTexts {

    /** The reasons whose hint is a command that contains the first of the details. */
    private static final Set<String> NAMED_IN_COMMAND = Set.of("view", "trigger", "index");

    /** A name without any special meaning to a shell or SQLite. */
    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9_]+");

    /** The argument of a hint that says what is left of an upload. */
    private static final int OF_UPLOAD = 8;

    /** The place in a hint for where the details are, which depends on who reads it. */
    private static final int DETAILS = 7;

    private static final String DETAILS_MARK = "\0";

    /** The argument of a hint that says what is left of a backup. */
    private static final int OF_BACKUP = 9;

    private final Texts texts;
    private final ProjectRoot root;

    BackupTexts(Texts texts, ProjectRoot root) {
        this.texts = texts;
        this.root = root;
    }

    /** The message for a new backup: where it is, and its size. */
    public String message(Backup backup) {
        String done = texts.get("backup.done", path(backup.file()), ByteSize.format(backup.sizeBytes()));
        BackupManifest.NotRestorable fault = backup.manifest().notRestorable();
        return fault == null ? done : texts.get("backup.done.not-restorable", done, notRestorable(fault));
    }

    /** What else there is to know about a new backup. */
    public String hint(Backup backup) {
        BackupManifest.NotRestorable fault = backup.manifest().notRestorable();
        if (fault != null) {
            return repair(fault);
        }
        String contents = contents(backup.manifest());
        return contents.isEmpty() ? texts.get("backup.done.hint") : texts.get("backup.done.hint.contents", contents);
    }

    /**
     * The contents of a backup, for example "2 projects, 50 nodes, 60 edges"; empty if they were not counted. What a
     * newer version counted and this one has no word for is left out.
     */
    public String contents(BackupManifest manifest) {
        return manifest.contents().entrySet().stream()
                .flatMap(entry -> texts.find("backup.contents." + entry.getKey(), entry.getValue()).stream())
                .collect(Collectors.joining(", "));
    }

    /** The purpose of a backup. */
    public String kind(BackupManifest manifest) {
        return texts.get(Texts.key("backup.kind.", manifest.kind().code()));
    }

    /**
     * What is wrong with a file in the backups folder.
     *
     * @param kind the code of a kind of {@link BackupProblem#BACKUP_UNUSABLE}; an unknown one is shown as damage
     */
    public String unusable(String kind) {
        return unusable(kind, List.of());
    }

    /**
     * The same for a message that names something.
     *
     * @param details what it names
     */
    public String unusable(String kind, List<String> details) {
        return texts.find(BackupProblem.BACKUP_UNUSABLE.textKey() + "." + kind, details.toArray())
                .orElseGet(() -> texts.get(BackupProblem.BACKUP_UNUSABLE.textKey() + ".damaged"));
    }

    /** Why an undamaged backup cannot be restored. */
    public String notRestorable(BackupManifest.NotRestorable fault) {
        return unusable(fault.reason(), fault.details());
    }

    /**
     * How to repair the database that such a backup was made from. The name may come from a stranger's file, and the
     * command is meant to be pasted into a shell, so it contains only names without any special meaning there.
     */
    private String repair(BackupManifest.NotRestorable fault) {
        boolean plain = fault.details().stream().limit(1).anyMatch(PLAIN_NAME.asMatchPredicate());
        if (NAMED_IN_COMMAND.contains(fault.reason()) && !plain) {
            return texts.get("backup.repair.by-hand");
        }
        return texts.find("backup.repair." + fault.reason(), fault.details().toArray())
                .orElseGet(() -> texts.get("backup.repair"));
    }

    /**
     * The message for a problem. A manifest of a later version may name a kind that is unknown here: it is shown as
     * damage.
     */
    public String message(BackupException reason) {
        return texts.find(reason.textKey(), arguments(reason)).orElseGet(() -> unusable(reason.kind()));
    }

    /** What to do about a problem. */
    public String hint(BackupException reason) {
        return hint(
                reason,
                () -> reason.problem() == BackupProblem.UNEXPECTED
                        ? texts.get("backup.details.error", reason.arguments())
                        : texts.get("backup.details"));
    }

    /**
     * The same where the log of the server is not what has the details.
     *
     * @param details says where they are; asked only if the hint refers to them
     */
    public String hint(BackupException reason, Supplier<String> details) {
        String left = LeftBehindException.of(reason)
                .map(file -> texts.get("backup.left", path(file)))
                .orElse("");
        Object[] arguments = Arrays.copyOf(arguments(reason), OF_BACKUP + 1);
        arguments[DETAILS] = DETAILS_MARK;
        arguments[OF_UPLOAD] = left.isEmpty() ? texts.get("backup.nothing-kept.upload") : left;
        arguments[OF_BACKUP] = left.isEmpty() ? texts.get("backup.nothing-kept") : texts.get("backup.none-made", left);
        String hint = texts.find(reason.textKey() + ".hint", arguments)
                .orElseGet(() -> texts.get(reason.problem().textKey() + ".hint", arguments));
        String whole = hint.contains(left) ? hint : hint + " " + left;
        return whole.contains(DETAILS_MARK)
                ? whole.replace(DETAILS_MARK, details.get()).strip()
                : whole;
    }

    /** That a backup is running, and since when. */
    public String running(ZonedDateTime since) {
        return texts.get(BackupProblem.BACKUP_RUNNING.textKey(), Times.time(since));
    }

    /** The result of the last attempt, for places that show it longer than a message. */
    public String failure(BackupException reason, ZonedDateTime at) {
        return reason.problem() == BackupProblem.BACKUP_CANCELLED
                ? texts.get("backup.last.cancelled", time(at))
                : texts.get("backup.last.failure", time(at), message(reason));
    }

    private Object[] arguments(BackupException reason) {
        Object[] arguments = reason.arguments();
        if (arguments.length > 1 && arguments[0] instanceof Long needed && arguments[1] instanceof Long free) {
            arguments = arguments.clone();
            List<String> sizes = ByteSize.formatApart(needed, free);
            arguments[0] = sizes.getFirst();
            arguments[1] = sizes.getLast();
        }
        return Arrays.stream(arguments).map(this::format).toArray();
    }

    private Object format(Object argument) {
        return switch (argument) {
            case Path path -> path(path);
            case Long bytes -> ByteSize.format(bytes);
            case ZonedDateTime time -> Times.time(time);
            case String text -> PathText.shortened(text);
            default -> argument;
        };
    }

    /** A path for people: relative to the project root if inside it, otherwise shortened in the middle. */
    public String path(Path path) {
        return PathText.shortened(path, root.path());
    }

    /** Date and time for people, in the server's zone. */
    public String time(ZonedDateTime time) {
        return Times.toTheSecond(time);
    }
}
