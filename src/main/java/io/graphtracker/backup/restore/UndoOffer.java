package io.graphtracker.backup.restore;

import java.time.ZonedDateTime;

/**
 * That the last restore can be taken back.
 *
 * @param safetyBackup the name of the backup that holds what it replaced
 * @param restored the name of the backup it brought back
 * @param at when
 * @param until how long it is offered
 */
public record UndoOffer(String safetyBackup, String restored, ZonedDateTime at, ZonedDateTime until) {}
