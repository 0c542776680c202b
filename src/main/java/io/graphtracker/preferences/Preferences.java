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
 * What the current user chose about the user interface: kept in the database, and shown in all open pages of that user as
 * soon as it changes. Changes are made one after the other, so that pages show the one that the database has kept.
 */
@Service
public class Preferences {

    /** Stands for "not chosen" in a signal, whose value may not be absent. */
    private static final String ABSENT = "";

    private final UiPreferenceRepository repository;
    private final CurrentUser user;
    private final Map<UiPreferenceId, OrderedValueSignal<String>> signals = new ConcurrentHashMap<>();

    Preferences(UiPreferenceRepository repository, CurrentUser user) {
        this.repository = repository;
        this.user = user;
    }

    /** The value chosen under a key, if one was. */
    public Optional<String> find(String key) {
        return repository.findById(id(key)).map(UiPreference::value);
    }

    /** Remembers a choice; returns when the database has it. */
    public synchronized void put(String key, String value) {
        UiPreferenceId id = id(key);
        // may have to read, which must not fail once the value is stored
        OrderedValueSignal<String> signal = signal(id);
        repository.save(new UiPreference(id, value));
        signal.set(value);
    }

    /** Forgets a choice, so that the default holds again. */
    public void remove(String key) {
        removeAll(List.of(key));
    }

    /** Forgets choices: all of them, or none if that fails. */
    public synchronized void removeAll(Collection<String> keys) {
        List<UiPreferenceId> ids = keys.stream().map(this::id).toList();
        List<OrderedValueSignal<String>> signalsOfThem =
                ids.stream().map(this::signal).toList();
        repository.deleteAllById(ids);
        signalsOfThem.forEach(signal -> signal.set(ABSENT));
    }

    /** The value under a key, or the default, as it changes in any page of the current user. */
    public Signal<String> signal(String key, String defaultValue) {
        return signal(id(key)).map(value -> value.equals(ABSENT) ? defaultValue : value);
    }

    /** The database may say something else now than what the signals hold. */
    @EventListener(DatabaseReplaced.class)
    synchronized void readAnew() {
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
