package io.graphtracker.web;

import io.graphtracker.environment.EnvironmentVariables;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The names under which this server may be addressed: the local ones, and those in {@code ALLOWED_HOSTS}. */
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
                                .filter(name -> !name.isEmpty()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether a {@code Host} header names this server. */
    boolean contains(String hostHeader) {
        return names.contains(withoutPort(hostHeader.strip().toLowerCase(Locale.ROOT)));
    }

    private static String withoutPort(String host) {
        int colon = host.lastIndexOf(':');
        boolean port = colon > host.lastIndexOf(']');
        return port ? host.substring(0, colon) : host;
    }
}
