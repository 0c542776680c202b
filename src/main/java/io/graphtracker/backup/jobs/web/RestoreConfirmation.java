package io.graphtracker.backup.jobs.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;

/**
 * Confirms a restore.
 *
 * @param name the name of the backup once more, so that nothing is restored by mistake
 */
record RestoreConfirmation(
        @JsonProperty(required = true) @JsonSetter(nulls = Nulls.FAIL)
        String name) {}
