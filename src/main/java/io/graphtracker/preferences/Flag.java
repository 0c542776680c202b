package io.graphtracker.preferences;

import com.vaadin.flow.signals.Signal;

/** A preference that is either on or off, stored as {@code 1} or {@code 0}. Any other stored value counts as off. */
public final class Flag {

    private static final String ON = "1";
    private static final String OFF = "0";

    private final Preferences preferences;
    private final String key;
    private final String defaultValue;

    Flag(Preferences preferences, String key, boolean onByDefault) {
        this.preferences = preferences;
        this.key = key;
        this.defaultValue = stored(onByDefault);
    }

    /** Whether it is on, as the database has it now. */
    public boolean isOn() {
        return preferences.find(key).orElse(defaultValue).equals(ON);
    }

    /** Whether it is on, as it changes in any page of the current user. */
    public Signal<Boolean> signal() {
        return preferences.signal(key, defaultValue).map(ON::equals);
    }

    /** Stores a choice; returns when the database has it. */
    public void set(boolean on) {
        preferences.put(key, stored(on));
    }

    private static String stored(boolean on) {
        return on ? ON : OFF;
    }
}
