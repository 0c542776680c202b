package io.graphtracker.backup.watch;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * The address to call after a good run. It is a secret, so it has no {@code toString} that shows it.
 *
 * @see "docs/decisions/2026-11-30-watching-the-backups.md"
 */
public final class CallAddress {

    /** No service has longer ones. */
    static final int LONGEST = 2_000;

    private final URI uri;

    private CallAddress(URI uri) {
        this.uri = uri;
    }

    /** An address; empty if it is none of a web server, or contains a password or a part that is not sent. */
    public static Optional<CallAddress> of(String text) {
        try {
            URI uri = new URI(text.strip());
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            boolean plain = uri.getRawUserInfo() == null && uri.getRawFragment() == null;
            return web && plain && uri.getHost() != null && uri.getPort() != 0 && text.length() <= LONGEST
                    ? Optional.of(new CallAddress(uri))
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    URI uri() {
        return uri;
    }

    /** The address as it is stored. */
    String stored() {
        return uri.toString();
    }

    /** The part that is no secret, for example {@code https://hc-ping.com/…}. */
    public String shown() {
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        return uri.getScheme() + "://" + uri.getHost() + port + "/…";
    }

    @Override
    public String toString() {
        return shown();
    }
}
