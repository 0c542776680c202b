package io.graphtracker.web;

import io.graphtracker.testing.InstalledCommands;
import io.graphtracker.testing.Thorough;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The guide's example for nginx. */
@Thorough
class NginxExampleTest extends BehindProxy {

    @RegisterExtension
    static final InstalledCommands COMMANDS = InstalledCommands.of("nginx", "curl", "openssl");

    @Override
    Process start(int port, int backend) throws Exception {
        run(
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-days",
                "2",
                "-subj",
                "/CN=" + HOST,
                "-keyout",
                "key.pem",
                "-out",
                "cert.pem");
        Files.writeString(folder.resolve("passwords"), "somebody:{PLAIN}" + PASSWORD + "\n");
        String site = example("nginx")
                .replace("listen 443", "listen 127.0.0.1:" + port)
                .replace(
                        "/etc/ssl/certs/plans.example.org.pem",
                        folder.resolve("cert.pem").toString())
                .replace(
                        "/etc/ssl/private/plans.example.org.key",
                        folder.resolve("key.pem").toString())
                .replace(
                        "/etc/nginx/graph-tracker.htpasswd",
                        folder.resolve("passwords").toString())
                .replace("127.0.0.1:8080", "127.0.0.1:" + backend);
        StringBuilder temporary = new StringBuilder();
        for (String kind : List.of("client_body", "proxy", "fastcgi", "uwsgi", "scgi")) {
            temporary
                    .append(kind)
                    .append("_temp_path ")
                    .append(folder.resolve(kind))
                    .append(";\n");
        }
        Path configuration = folder.resolve("nginx.conf");
        Files.writeString(
                configuration,
                "daemon off; user root; pid %s/nginx.pid; error_log stderr;\nevents {}\nhttp { access_log off;\n%s%s}\n"
                        .formatted(folder, temporary, site));
        return launch("nginx", "-c", configuration.toString());
    }
}
