package io.graphtracker.web;

import io.graphtracker.environment.EnvironmentVariables;
import io.graphtracker.environment.StartupException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.catalina.util.NetMask;
import org.springframework.stereotype.Component;

/**
 * The proxies whose {@code X-Forwarded-For}, {@code -Proto} and {@code -Host} headers are trusted; those of all other
 * clients are ignored.
 *
 * @see "docs/decisions/2026-11-25-forwarded-headers.md"
 */
@Component
class TrustedProxies {

    /** A comma-separated list of addresses and networks, for example {@code 127.0.0.1,10.0.0.0/8}; read at startup. */
    static final String VARIABLE = "TRUSTED_PROXIES";

    /** No host names: trust must not depend on a name server. */
    private static final Pattern ADDRESS =
            Pattern.compile("([0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F.]*:[0-9a-fA-F.:]*)(/[0-9]{1,3})?");

    private final List<String> networks;

    TrustedProxies(EnvironmentVariables variables) {
        networks = variables.readAtStart(VARIABLE).stream()
                .flatMap(list -> Arrays.stream(list.split(",")))
                .map(String::strip)
                .filter(proxy -> !proxy.isEmpty())
                .map(TrustedProxies::network)
                .toList();
    }

    /** In CIDR notation. */
    List<String> networks() {
        return networks;
    }

    private static String network(String proxy) {
        String network = proxy.contains("/") ? proxy : proxy + (proxy.contains(":") ? "/128" : "/32");
        try {
            if (ADDRESS.matcher(proxy).matches()) {
                new NetMask(network);
                return network;
            }
        } catch (IllegalArgumentException e) {
            // explained below
        }
        throw new StartupException(
                "TRUSTED_PROXIES names “" + proxy + "”, which is neither an IP address nor a network.",
                "Give the addresses of your proxies, for example TRUSTED_PROXIES=127.0.0.1 or"
                        + " TRUSTED_PROXIES=10.0.0.0/8, and start again.");
    }
}
