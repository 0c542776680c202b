package io.graphtracker.backup.catalog;

/** Something in the backups folder, or in the record of operations, is not as it was. Published as a Spring event. */
public record CatalogChanged() {}
