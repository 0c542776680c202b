package io.graphtracker.backup.catalog;

import java.nio.file.Path;
import java.util.List;

/**
 * The backups folder as it is.
 *
 * @param folder which one, absolute
 * @param exists whether it is there; the next backup makes it otherwise
 * @param entries what it holds, the newest first, those that are dated in the future last
 */
public record Catalog(Path folder, boolean exists, List<CatalogEntry> entries) {}
