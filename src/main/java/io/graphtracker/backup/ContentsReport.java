package io.graphtracker.backup;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a look at a database found.
 *
 * @param contents how many things of each kind it holds; empty if nothing may be asked of it
 * @param fault why it cannot be restored; null if it can
 */
record ContentsReport(Map<String, Long> contents, @Nullable NotRestorableException fault) {}
