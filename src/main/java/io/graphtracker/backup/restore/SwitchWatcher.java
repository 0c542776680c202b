package io.graphtracker.backup.restore;

import java.util.function.Consumer;

/** Called at each checkpoint of a switch; with a bean of this type a test ends the process right there. */
@FunctionalInterface
interface SwitchWatcher extends Consumer<DatabaseSwitch.Checkpoint> {}
