package io.github.carelet.examples.hosts;

import jakarta.servlet.ServletContainerInitializer;
import java.net.URI;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandlerCollection;
import org.eclipse.jetty.util.component.LifeCycle;

/** Jetty 12 with the classes of Jakarta EE 11. */
final class JettyEe11Container implements Container {

    private final Server jetty = new Server();
    private final ServerConnector connector = new ServerConnector(jetty);
    private final ContextHandlerCollection contexts = new ContextHandlerCollection();

    JettyEe11Container() throws Exception {
        connector.setHost("127.0.0.1");
        jetty.addConnector(connector);
        jetty.setHandler(contexts);
        jetty.start();
    }

    @Override
    public String name() {
        return "Jetty/" + Server.getVersion() + " EE 11";
    }

    @Override
    public URI address() {
        return URI.create("http://127.0.0.1:" + connector.getLocalPort());
    }

    @Override
    public AutoCloseable deploy(String path, ServletContainerInitializer start) throws Exception {
        ServletContextHandler context =
                new ServletContextHandler(path.isEmpty() ? "/" : path, ServletContextHandler.SESSIONS);
        context.addServletContainerInitializer(start);
        contexts.addHandler(context);
        context.start();
        return () -> {
            context.stop();
            contexts.removeHandler(context);
            context.destroy();
        };
    }

    @Override
    public void close() {
        LifeCycle.stop(jetty);
    }
}
