package io.graphtracker.backup.catalog;

/** The backups folder or the audit log changed. Published as a Spring event. */
public record CatalogChanged() {}
