package io.graphtracker.backup.restore;

import java.util.function.Consumer;

/** Told of each step of a switch; with a bean of this type a test ends the process right there. */
@FunctionalInterface
interface SwitchWatcher extends Consumer<DatabaseSwitch.Step> {}
