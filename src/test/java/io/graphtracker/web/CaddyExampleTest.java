package io.graphtracker.web;

import io.graphtracker.testing.InstalledCommands;
import io.graphtracker.testing.Thorough;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The guide's example for Caddy. */
@Thorough
class CaddyExampleTest extends BehindProxy {

    @RegisterExtension
    static final InstalledCommands COMMANDS = InstalledCommands.of("caddy", "curl");

    @Override
    Process start(int port, int backend) throws Exception {
        String site = example("caddy")
                .replace(HOST + " {", HOST + ":" + port + " {\n\tbind 127.0.0.1\n\ttls internal")
                .replace("HASH", hash())
                .replace("127.0.0.1:8080", "127.0.0.1:" + backend);
        Path configuration = folder.resolve("Caddyfile");
        Files.writeString(
                configuration, "{\n\tadmin off\n\tskip_install_trust\n\tauto_https disable_redirects\n}\n" + site);
        return launch("caddy", "run", "--adapter", "caddyfile", "--config", configuration.toString());
    }

    private String hash() throws Exception {
        Path hash = folder.resolve("hash");
        run("sh", "-c", "caddy hash-password --plaintext '" + PASSWORD + "' > " + hash);
        return Files.readString(hash).strip();
    }
}
