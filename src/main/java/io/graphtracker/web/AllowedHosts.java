package io.graphtracker.web;

import io.graphtracker.environment.EnvironmentVariables;
import io.graphtracker.environment.StartupException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The host names of this server: the local ones, and those in {@code ALLOWED_HOSTS}. */
@Component
class AllowedHosts {

    /** A comma-separated list of host names without ports; read at the start. */
    static final String VARIABLE = "ALLOWED_HOSTS";

    private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Set<String> names;

    AllowedHosts(EnvironmentVariables variables) {
        names = Stream.concat(
                        LOCAL.stream(),
                        variables.readAtStart(VARIABLE).stream()
                                .flatMap(list -> Arrays.stream(list.split(",")))
                                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                                .filter(name -> !name.isEmpty())
                                .map(AllowedHosts::requireName))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether a host is one of this server. */
    boolean contains(RequestedHost host) {
        return names.contains(host.name());
    }

    /** Refuses anything that could never equal the host of a request. */
    private static String requireName(String name) {
        RequestedHost host = new RequestedHost(name);
        if (host.presentableName().filter(name::equals).isEmpty()) {
            throw new StartupException(
                    "ALLOWED_HOSTS names “" + name + "”, which is not a host name alone.",
                    "Give names without scheme, port, path and wildcards, for example"
                            + " ALLOWED_HOSTS=plans.example.org, and start again.");
        }
        return name;
    }
}
