package io.graphtracker.preferences;

import com.vaadin.flow.signals.Signal;
import io.graphtracker.database.DatabaseReplaced;
import io.graphtracker.signals.OrderedValueSignal;
import io.graphtracker.user.CurrentUser;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/**
 * The current user's choices about the user interface. They are stored in the database; all open pages of that user
 * follow them through signals. Writes are serialized, so that the value pages show last is the value stored last.
 *
 * @see "docs/decisions/2026-11-24-ordered-signals.md"
 */
@Service
public class Preferences {

    /** Stands for "not chosen" in a signal, whose value must not be null. */
    private static final String ABSENT = "";

    private final UiPreferenceRepository repository;
    private final CurrentUser user;
    private final Map<UiPreferenceId, OrderedValueSignal<String>> signals = new ConcurrentHashMap<>();

    Preferences(UiPreferenceRepository repository, CurrentUser user) {
        this.repository = repository;
        this.user = user;
    }

    /** The value stored under a key, if there is one. Only the first call for a key reads the database. */
    public Optional<String> find(String key) {
        return Optional.of(signal(id(key)).peek()).filter(value -> !value.equals(ABSENT));
    }

    /** Stores a value; returns when the database has it. */
    public synchronized void put(String key, String value) {
        UiPreferenceId id = id(key);
        // may read from the database, so it comes first: nothing may fail once the value is stored
        OrderedValueSignal<String> signal = signal(id);
        repository.save(new UiPreference(id, value));
        signal.set(value);
    }

    /** Removes a stored value, so that the default applies again. */
    public void remove(String key) {
        removeAll(List.of(key));
    }

    /** Removes stored values in one transaction: all of them, or none if it fails. */
    public synchronized void removeAll(Collection<String> keys) {
        List<UiPreferenceId> ids = keys.stream().map(this::id).toList();
        List<OrderedValueSignal<String>> signalsOfThem =
                ids.stream().map(this::signal).toList();
        repository.deleteAllById(ids);
        signalsOfThem.forEach(signal -> signal.set(ABSENT));
    }

    /**
     * The value under a key, or the default, as it changes in any page of the current user. Only the first call for a
     * key reads the database.
     */
    public Signal<String> signal(String key, String defaultValue) {
        return signal(id(key)).map(value -> value.equals(ABSENT) ? defaultValue : value);
    }

    /** A preference that is either on or off. */
    public Flag flag(String key, boolean onByDefault) {
        return new Flag(this, key, onByDefault);
    }

    /** After a restore, the database may contain other values than the signals. */
    @EventListener(DatabaseReplaced.class)
    synchronized void reload() {
        signals.forEach((id, signal) -> signal.set(stored(id)));
    }

    private String stored(UiPreferenceId id) {
        return repository.findById(id).map(UiPreference::value).orElse(ABSENT);
    }

    private OrderedValueSignal<String> signal(UiPreferenceId id) {
        return signals.computeIfAbsent(id, missing -> new OrderedValueSignal<>(stored(missing)));
    }

    private UiPreferenceId id(String key) {
        return new UiPreferenceId(user.name(), key);
    }
}
