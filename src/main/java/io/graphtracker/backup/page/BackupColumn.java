package io.graphtracker.backup.page;

import io.graphtracker.backup.BackupKind;
import io.graphtracker.backup.catalog.CatalogEntry;
import io.graphtracker.backup.catalog.VerificationState;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The columns of the table, in their order. When it is sorted, the newest of equal rows comes first, in either
 * direction.
 */
enum BackupColumn {
    WHEN("backups.column.when", Comparator.comparing(entry -> entry.at().toInstant()), true),
    KIND("backups.column.kind", Comparator.comparingInt(BackupColumn::kind), false),
    SIZE("backups.column.size", Comparator.comparingLong(CatalogEntry::sizeBytes), true),
    STATE("backups.column.state", Comparator.comparingInt(BackupColumn::rank), false),
    CONTENTS("backups.column.contents"),
    ACTIONS("backups.column.actions");

    private static final List<BackupKind> KINDS = List.of(BackupKind.values());

    private final String textKey;

    @SuppressWarnings("ImmutableEnumChecker") // none of them has state
    private final @Nullable Comparator<CatalogEntry> ascending;

    private final boolean descendingFirst;

    /** A column that the table cannot be sorted by. */
    BackupColumn(String textKey) {
        this(textKey, null, false);
    }

    BackupColumn(String textKey, @Nullable Comparator<CatalogEntry> ascending, boolean descendingFirst) {
        this.textKey = textKey;
        this.ascending = ascending;
        this.descendingFirst = descendingFirst;
    }

    String textKey() {
        return textKey;
    }

    /** The CSS class of its cells, for example {@code backup-column-kind}. */
    String className() {
        return "backup-column-" + name().toLowerCase(Locale.ROOT);
    }

    /** Whether the table can be sorted by it. */
    boolean isSortable() {
        return ascending != null;
    }

    /** Whether it is sorted in descending order first: the newest, or the largest. */
    boolean descendingFirst() {
        return descendingFirst;
    }

    /** The order of rows sorted by it; only of a sortable column. */
    Comparator<CatalogEntry> order(boolean descending) {
        Objects.requireNonNull(ascending);
        Comparator<CatalogEntry> order = descending ? ascending.reversed() : ascending;
        // times in the future come last, in either direction
        Comparator<CatalogEntry> plausible =
                this == WHEN ? Comparator.comparing(CatalogEntry::inFuture).thenComparing(order) : order;
        return plausible.thenComparing(CatalogEntry.NEWEST_FIRST);
    }

    /** By kind, unknown ones last. */
    private static int kind(CatalogEntry entry) {
        return entry.manifest() == null
                ? Integer.MAX_VALUE
                : KINDS.indexOf(entry.manifest().kind());
    }

    /** The most reliable first. */
    private static int rank(CatalogEntry entry) {
        return switch (entry.state()) {
            case VerificationState.Proven proven -> 0;
            case VerificationState.Unchecked unchecked -> 1;
            case VerificationState.NotRestorable fault -> 2;
            case VerificationState.Broken broken -> 3;
            case VerificationState.Foreign foreign -> 4;
        };
    }
}
