package io.graphtracker.texts;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.graphtracker.Sources;
import io.graphtracker.backup.audit.AuditEntryKind;
import io.graphtracker.environment.EnvFileProblem;
import io.graphtracker.project.TaskPriority;
import io.graphtracker.project.TaskStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The bundle has every text that the sources ask for, and none that nobody asks for. */
class MessageBundleTest {

    private static final Path BUNDLE = Path.of("src", "main", "resources", "messages.properties");

    /** What sources compose keys from, beyond the literals in them: nothing below a prefix counts as unused. */
    private static final Map<String, String> COMPOSED = Map.ofEntries(
            entry(
                    "backup.problem.",
                    "BackupProblem.textKey and the kinds of BackupException; BackupTextsTest knows each"),
            entry("backup.contents.", "BackupTexts.contents, with the names ProjectContents counts under"),
            entry("backup.kind.", "BackupTexts.kind"),
            entry("backup.repair.", "BackupTexts.repair, with the reasons of NotRestorableException"),
            entry("backup.progress.phase.", "ProgressTexts, with the codes of BackupPhase"),
            entry("error.database.", "SessionErrorHandler and UnexpectedErrorView, with the slugs of DatabaseFault"),
            entry("backups.operation.", "AuditLogSection, with the codes of AuditEntryKind"),
            entry("backups.state.", "VerificationTexts, with the codes of VerificationState"),
            entry("backups.history.", "AuditLogSection: the columns"),
            entry("operations.problem.", "OperationsDatabaseTexts, with the codes of OperationsDatabaseProblem"),
            entry("restore.kind.", "ContentsTable, with the names ProjectContents counts under"),
            entry(
                    "restore.kept.reason.",
                    "RestoreTexts and FormerDatabasesSection, with the codes of FormerDatabaseReason"),
            entry("retention.preview.", "RetentionPreview: the columns"),
            entry("retention.keeps.", "RetentionTexts, with the codes of RetentionTier"),
            entry("retention.newest.", "RetentionTexts, with the codes of RetentionTier"),
            entry("retention.exempt.", "RetentionTexts, with the codes of KeepReason.Exempt"),
            entry("retention.field.", "RetentionTexts and RetentionForm, with the codes of RetentionTier"),
            entry("restore.step.", "RestoreSteps, with the codes of RestoreStep"),
            entry("restore.mark.", "RestoreSteps, with its marks"),
            entry("safety.answer.", "SafetyTexts, with the codes of Verdict"),
            entry("safety.reason.", "SafetyTexts, with the codes of SafetyReason"),
            entry("watch.phase.", "WatchTexts, with the phases of RestoreDrill"),
            entry("watch.begun.", "WatchTexts, with the codes of WatchJob"),
            entry("watch.call.problem.", "WatchTexts, with the codes of CallProblem"),
            entry("cli.exit-code.", "CommandTexts, with the exit codes"),
            entry("cli.command.", "CommandTexts, with the names of commands"),
            entry("cli.option.", "CommandTexts, with the names of options"),
            entry("cli.parameter.", "CommandTexts, with the names of commands"),
            entry("plan.format.", "ImportPreview, with the ids of formats"),
            entry("status.", "TaskStatus.textKey"),
            entry("priority.", "TaskPriority.textKey"),
            entry("settings.appearance.", "ColorMode.textKey"),
            entry("task.depends-on.", "the task form's list of what a task depends on"),
            entry("task.needed-by.", "its list of what depends on the task"),
            entry("api.operation.", "OperationDescriptions, with the ids of operations"),
            entry("api.parameter.", "OperationDescriptions, with the names of parameters"),
            entry("api.tag.", "ApiDocsPage, with the tags of operations"),
            entry("help.canvas.", "HelpView: the keys of the canvas, three texts for each"),
            entry("help.outline.", "HelpView: the keys of the outline, three texts for each"),
            entry("help.title-field.", "HelpView: the keys in a title, three texts for each"));

    /** Parts of a key that code adds to one it got from elsewhere. */
    private static final List<String> SUFFIXES = List.of(".hint", ".tooltip", ".text", ".done", ".what");

    /** Literals that look like keys of the bundle and are something else. */
    private static final Set<String> NO_KEYS = Set.of();

    /** A string, or what a quote or a slash may stand in without beginning one: a character or a comment. */
    private static final Pattern LITERAL = Pattern.compile(
            "\"((?:[^\"\\\\\\n]|\\\\.)*)\"|'(?:[^'\\\\]|\\\\.)+'|//[^\\n]*|/\\*.*?\\*/", Pattern.DOTALL);

    private static final Pattern ASKED = Pattern.compile("texts\\s*\\.\\s*get\\(\\s*\"([^\"]+)\"\\s*[,)]");
    private static final Pattern KEY = Pattern.compile("[a-z]+(?:\\.[A-Za-z0-9-]+)+");
    private static final Pattern ACTION_ID =
            Pattern.compile("(?:String id\\(\\) \\{\\s*return |super\\(\\s*)\"(btn\\w+)\"");

    private final Map<String, String> texts = bundle();
    private final String sources = sources();

    @Test
    void everyTextThatIsAskedForIsThere() {
        assertThat(texts.keySet()).containsAll(found(ASKED));
    }

    @Test
    void everyLiteralThatLooksLikeAKeyIsOne() {
        Set<String> roots =
                texts.keySet().stream().map(key -> key.split("\\.")[0]).collect(Collectors.toSet());
        Set<String> keys = found(LITERAL).stream()
                .filter(literal -> KEY.matcher(literal).matches())
                .filter(literal -> roots.contains(literal.split("\\.")[0]))
                .filter(literal -> !NO_KEYS.contains(literal))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(keys).hasSizeGreaterThan(20);
        assertThat(texts.keySet()).containsAll(keys);
    }

    @Test
    void everyTextIsAskedFor() {
        Set<String> literals = found(LITERAL);
        literals.addAll(keysOfActions());

        assertThat(texts.keySet().stream().filter(key -> !isUsed(key, literals)))
                .as("texts that no source uses")
                .isEmpty();
    }

    private static boolean isUsed(String key, Set<String> literals) {
        return literals.contains(key)
                || COMPOSED.keySet().stream().anyMatch(key::startsWith)
                || SUFFIXES.stream()
                        .anyMatch(suffix -> key.endsWith(suffix)
                                && literals.contains(key.substring(0, key.length() - suffix.length())));
    }

    @Test
    void everyPrefixIsComposedSomewhere() {
        Set<String> literals = found(LITERAL);

        assertThat(COMPOSED.keySet())
                .allMatch(prefix ->
                        literals.contains(prefix) || literals.contains(prefix.substring(0, prefix.length() - 1)));
    }

    @Test
    void everyChangeCanSayThatItIsDone() {
        List<String> changes = texts.keySet().stream()
                .filter(key -> key.startsWith("change.") && !key.endsWith(".done"))
                .map(key -> key + ".done")
                .toList();

        assertThat(changes).isNotEmpty();
        assertThat(texts.keySet()).containsAll(changes);
    }

    @Test
    void everyActionHasANameAndATooltip() {
        assertThat(keysOfActions()).isNotEmpty();
        assertThat(texts.keySet()).containsAll(keysOfActions());
    }

    @Test
    void keysHaveHyphensAndNoUnderscores() {
        assertThat(texts.keySet()).noneMatch(key -> key.contains("_"));
    }

    @Test
    void everyKindOfAuditEntryHasAText() {
        assertThat(texts.keySet())
                .containsAll(Arrays.stream(AuditEntryKind.values())
                        .map(kind -> Texts.key("backups.operation.", kind.code()))
                        .toList());
    }

    @Test
    void everyStatusAndEveryProblemOfTheSettingsFileHasAText() {
        assertThat(texts.keySet())
                .containsAll(Arrays.stream(TaskStatus.values())
                        .map(TaskStatus::textKey)
                        .toList())
                .containsAll(Arrays.stream(TaskPriority.values())
                        .map(TaskPriority::textKey)
                        .toList())
                .containsAll(Arrays.stream(EnvFileProblem.values())
                        .map(problem -> "backup.problem.env-file-invalid." + problem.slug())
                        .toList())
                .containsAll(Stream.of("system", "light", "dark")
                        .map(mode -> "settings.appearance." + mode)
                        .toList());
    }

    @Test
    void everyTextIsAPatternWithItsApostrophesDoubled() {
        assertThat(texts).allSatisfy((key, text) -> {
            assertThat(text).as(key).isNotBlank();
            assertThat(text.replace("''", "").replace("'{'", "").replace("'}'", ""))
                    .as(key)
                    .doesNotContain("'");
            assertThatCode(() -> new MessageFormat(text, Locale.ENGLISH))
                    .as(key)
                    .doesNotThrowAnyException();
        });
    }

    /** Both keys of every action, by the id in its source. */
    private Set<String> keysOfActions() {
        return found(ACTION_ID).stream()
                .flatMap(id -> Stream.of("action." + id, "action." + id + ".tooltip"))
                .collect(Collectors.toSet());
    }

    private Set<String> found(Pattern pattern) {
        return pattern.matcher(sources)
                .results()
                .map(match -> match.group(1))
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** All sources, one after the other. */
    private static String sources() {
        try {
            return Sources.main().stream().map(Sources::read).collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The bundle line by line: as properties, a key that is there twice would not be noticed. */
    private static Map<String, String> bundle() {
        Map<String, String> texts = new TreeMap<>();
        for (String line : Sources.read(BUNDLE).lines().toList()) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] parts = line.split("=", 2);
                assertThat(parts).as(line).hasSize(2);
                assertThat(texts.put(parts[0], parts[1]))
                        .as("another text for " + parts[0])
                        .isNull();
            }
        }
        return texts;
    }
}
