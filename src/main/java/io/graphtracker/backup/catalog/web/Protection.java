package io.graphtracker.backup.catalog.web;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Whether a backup is to be protected from deletion.
 *
 * @param isProtected true to protect it, false to remove the protection
 */
record Protection(
        @JsonProperty(value = "protected", required = true) boolean isProtected) {}
