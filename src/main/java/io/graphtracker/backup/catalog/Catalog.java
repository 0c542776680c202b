package io.graphtracker.backup.catalog;

import java.nio.file.Path;
import java.util.List;

/**
 * The content of the backups folder.
 *
 * @param folder absolute
 * @param exists whether it exists; the next backup creates it otherwise
 * @param entries the newest first, those dated in the future last
 */
public record Catalog(Path folder, boolean exists, List<CatalogEntry> entries) {}
