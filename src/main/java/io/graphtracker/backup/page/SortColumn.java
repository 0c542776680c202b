package io.graphtracker.backup.page;

import io.graphtracker.backup.catalog.CatalogEntry;
import io.graphtracker.backup.catalog.VerificationState;
import java.util.Comparator;

/** What the list can be sorted by. Among equals the newest comes first, whichever way it is sorted. */
enum SortColumn {
    WHEN("backups.column.when", Comparator.comparing(entry -> entry.at().toInstant()), true),
    KIND("backups.column.kind", Comparator.comparing(SortColumn::kind), false),
    SIZE("backups.column.size", Comparator.comparingLong(CatalogEntry::sizeBytes), true),
    STATE("backups.column.state", Comparator.comparingInt(SortColumn::rank), false);

    private final String textKey;
    private final Comparator<CatalogEntry> ascending;
    private final boolean descendingFirst;

    SortColumn(String textKey, Comparator<CatalogEntry> ascending, boolean descendingFirst) {
        this.textKey = textKey;
        this.ascending = ascending;
        this.descendingFirst = descendingFirst;
    }

    String textKey() {
        return textKey;
    }

    /** Whether somebody who chooses it most likely looks for the newest, or the largest. */
    boolean descendingFirst() {
        return descendingFirst;
    }

    Comparator<CatalogEntry> order(boolean descending) {
        Comparator<CatalogEntry> order = descending ? ascending.reversed() : ascending;
        // a time that cannot be is at neither end of time
        Comparator<CatalogEntry> plausible =
                this == WHEN ? Comparator.comparing(CatalogEntry::inFuture).thenComparing(order) : order;
        return plausible.thenComparing(CatalogEntry.NEWEST_FIRST);
    }

    /** In the order of the kinds; what nobody knows the kind of comes last. */
    private static int kind(CatalogEntry entry) {
        return entry.manifest() == null
                ? Integer.MAX_VALUE
                : entry.manifest().kind().ordinal();
    }

    /** What can be relied on most comes first. */
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
