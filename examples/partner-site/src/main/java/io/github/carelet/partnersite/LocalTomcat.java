package io.github.carelet.partnersite;

import io.github.carelet.servlet.StaffAccess;
import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.authenticator.BasicAuthenticator;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.tomcat.util.descriptor.web.LoginConfig;
import org.apache.tomcat.util.descriptor.web.SecurityCollection;
import org.apache.tomcat.util.descriptor.web.SecurityConstraint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A Tomcat on the loopback address, with a scratch folder that goes away with it. */
final class LocalTomcat implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LocalTomcat.class);

    private static final String MOST_THREADS = "600";

    private final Tomcat tomcat = new Tomcat();
    private final Path scratch;
    private Optional<Protection> protection = Optional.empty();

    private record Protection(List<String> patterns, List<StaffLogin> staff) {}

    private LocalTomcat(Path scratch) {
        this.scratch = scratch;
        tomcat.setBaseDir(scratch.toString());
        tomcat.getHost().setAutoDeploy(false);
        tomcat.getHost().getPipeline().addValve(silentErrors());
    }

    /** Takes the port, 0 for a free one, but answers nothing yet: who is mounted may have to know the port. */
    static LocalTomcat bind(int port) throws CannotStartException {
        LocalTomcat local = new LocalTomcat(scratch());
        try {
            local.tomcat.setConnector(connector(port));
            local.tomcat.init();
            return local;
        } catch (LifecycleException e) {
            local.close();
            throw new CannotStartException(
                    "Port " + port + " can't be used (" + root(e).getMessage() + "): expected a free one, by --port N",
                    e);
        }
    }

    /** Returns the port that was taken. */
    int port() {
        return tomcat.getConnector().getLocalPort();
    }

    /** Lets only these people see what some patterns of paths lead to: by HTTP Basic, which is fit for one machine only. */
    void protect(List<String> patterns, List<StaffLogin> staff) {
        protection = Optional.of(new Protection(patterns, staff));
    }

    /** Starts to answer: one servlet below its mount, the other everywhere else. */
    void serve(String mount, HttpServlet mounted, HttpServlet everythingElse) throws CannotStartException {
        StandardContext context = (StandardContext) tomcat.addContext("", null);
        leaveTheJdkAlone(context);
        protection.ifPresent(each -> protect(context, each));
        Tomcat.addServlet(context, "carelet", mounted).addMapping(mount + "/*");
        Tomcat.addServlet(context, "site", everythingElse).addMapping("/");
        try {
            tomcat.start();
        } catch (LifecycleException e) {
            throw new CannotStartException("The server can't start: " + root(e).getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            tomcat.stop();
            tomcat.destroy();
        } catch (LifecycleException e) {
            LOG.warn("The server did not stop cleanly", e);
        }
        delete(scratch);
    }

    private void protect(StandardContext context, Protection protection) {
        for (StaffLogin login : protection.staff()) {
            tomcat.addUser(login.name(), login.password());
            tomcat.addRole(login.name(), StaffAccess.STAFF);
        }
        tomcat.addRole(protection.staff().get(0).name(), StaffAccess.ADMIN);
        SecurityCollection paths = new SecurityCollection();
        protection.patterns().forEach(paths::addPattern);
        SecurityConstraint constraint = new SecurityConstraint();
        constraint.addCollection(paths);
        constraint.addAuthRole(StaffAccess.STAFF);
        context.addConstraint(constraint);
        context.addSecurityRole(StaffAccess.STAFF);
        context.setLoginConfig(new LoginConfig("BASIC", "Clinic", null, null));
        BasicAuthenticator authenticator = new BasicAuthenticator();
        authenticator.setCharset("UTF-8");
        context.getPipeline().addValve(authenticator);
    }

    /** These look for leaks by reflection into the JDK, which is closed to it; the process ends after a stop anyway. */
    private static void leaveTheJdkAlone(StandardContext context) {
        context.setClearReferencesObjectStreamClassCaches(false);
        context.setClearReferencesThreadLocals(false);
        context.setClearReferencesRmiTargets(false);
    }

    /** What the container answers by itself, to what is no HTTP, says neither why nor who answers. */
    static ErrorReportValve silentErrors() {
        ErrorReportValve errors = new ErrorReportValve();
        errors.setShowReport(false);
        errors.setShowServerInfo(false);
        return errors;
    }

    private static Connector connector(int port) {
        Connector connector = new Connector();
        connector.setPort(port);
        connector.setThrowOnFailure(true);
        connector.setXpoweredBy(false);
        connector.setProperty("address", "localhost");
        // Whoever sends a form drop by drop holds a thread for half a minute.
        connector.setProperty("maxThreads", MOST_THREADS);
        return connector;
    }

    private static Path scratch() throws CannotStartException {
        try {
            return Files.createTempDirectory("partner-site");
        } catch (IOException e) {
            throw new CannotStartException("No temporary folder can be made: " + e.getMessage(), e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            List<Path> deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            LOG.warn("The temporary folder {} could not be deleted", folder, e);
        }
    }

    private static Throwable root(Throwable e) {
        Throwable cause = e.getCause();
        return cause == null ? e : root(cause);
    }
}
