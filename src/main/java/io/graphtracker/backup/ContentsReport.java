package io.graphtracker.backup;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The result of inspecting a database.
 *
 * @param counts the number of things of each kind, most important first; empty if the database must not be queried
 * @param fault why it cannot be restored; null if it can
 */
record ContentsReport(Map<String, Long> counts, @Nullable NotRestorableException fault) {}
