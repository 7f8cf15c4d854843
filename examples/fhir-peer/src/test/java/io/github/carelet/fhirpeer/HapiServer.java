package io.github.carelet.fhirpeer;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.server.RestfulServer;
import io.github.carelet.delivery.FhirServer;
import io.github.carelet.egress.EgressGuard;
import io.github.carelet.egress.EgressRules;
import io.github.carelet.egress.HostResolver;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.Wrapper;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;

/** HAPI's own server in a Tomcat; while it is down it answers 503 to everybody, or nothing listens. */
final class HapiServer implements AutoCloseable {

    private final Tomcat tomcat = new Tomcat();
    private final AppointmentProvider provider = new AppointmentProvider();
    private final Down down;

    /** Stands before the server. */
    private static final class Down extends HttpServlet {

        private static final long serialVersionUID = 1L;
        private final transient RestfulServer server;
        private volatile boolean down;

        Down(RestfulServer server) {
            this.server = server;
        }

        @Override
        public void init() throws ServletException {
            server.init(getServletConfig());
        }

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response)
                throws ServletException, IOException {
            if (down) {
                response.setStatus(503);
            } else {
                server.service(request, response);
            }
        }
    }

    HapiServer(FhirContext fhir, Path folder) throws LifecycleException {
        RestfulServer server = new RestfulServer(fhir);
        server.setResourceProviders(provider);
        down = new Down(server);
        tomcat.setBaseDir(folder.toString());
        Connector connector = new Connector();
        connector.setPort(0);
        connector.setProperty("address", "127.0.0.1");
        tomcat.setConnector(connector);
        Context context = tomcat.addContext("", folder.toString());
        Wrapper servlet = Tomcat.addServlet(context, "fhir", down);
        servlet.addMapping("/fhir/*");
        tomcat.start();
    }

    void setDown(boolean whether) {
        down.down = whether;
    }

    AppointmentProvider provider() {
        return provider;
    }

    FhirServer as(String name) {
        return FhirServer.of(name, URI.create("http://127.0.0.1:" + port() + "/fhir"));
    }

    EgressGuard guard() {
        return new EgressGuard(EgressRules.publicHttps().allowing("127.0.0.1", port()), HostResolver.system());
    }

    private int port() {
        return tomcat.getConnector().getLocalPort();
    }

    @Override
    public void close() throws LifecycleException {
        tomcat.stop();
        tomcat.destroy();
    }
}
