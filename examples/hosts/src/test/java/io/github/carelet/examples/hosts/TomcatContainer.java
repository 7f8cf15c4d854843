package io.github.carelet.examples.hosts;

import jakarta.servlet.ServletContainerInitializer;
import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.util.ServerInfo;

/** Tomcat 10.1 and 11: the same names. */
final class TomcatContainer implements Container {

    private final Tomcat tomcat = new Tomcat();

    TomcatContainer(Path folder) throws Exception {
        tomcat.setBaseDir(folder.toString());
        tomcat.setPort(0);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        // Made on demand, and requests need it.
        tomcat.getHost();
        tomcat.start();
    }

    @Override
    public String name() {
        return ServerInfo.getServerInfo();
    }

    @Override
    public URI address() {
        return URI.create("http://127.0.0.1:" + tomcat.getConnector().getLocalPort());
    }

    @Override
    public AutoCloseable deploy(String path, ServletContainerInitializer start) {
        StandardContext context = new StandardContext();
        context.setName(path);
        context.setPath(path);
        context.addLifecycleListener(new Tomcat.FixContextListener());
        context.setParentClassLoader(TomcatContainer.class.getClassLoader());
        context.addServletContainerInitializer(start, Set.of());
        tomcat.getHost().addChild(context);
        return () -> undeploy(context);
    }

    private void undeploy(Context context) throws Exception {
        context.stop();
        tomcat.getHost().removeChild(context);
        context.destroy();
    }

    @Override
    public void close() {
        try {
            tomcat.stop();
            tomcat.destroy();
        } catch (LifecycleException e) {
            throw new IllegalStateException("Tomcat does not stop", e);
        }
    }
}
