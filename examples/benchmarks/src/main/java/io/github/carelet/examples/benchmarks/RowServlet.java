package io.github.carelet.examples.benchmarks;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** What most applications do: a row and a transaction for each request, on one of a few connections. */
final class RowServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient BlockingQueue<Connection> idle = new LinkedBlockingQueue<>();

    RowServlet(String address, String type, int connections) throws SQLException {
        for (int i = 0; i < connections; i++) {
            idle.add(DriverManager.getConnection(address));
        }
        try (Statement statement = idle.element().createStatement()) {
            statement.execute("create table if not exists benchmark_booking (body " + type + ")");
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] body = request.getInputStream().readAllBytes();
        try {
            insert(body);
        } catch (SQLException | InterruptedException e) {
            throw new IOException(e);
        }
        response.setStatus(HttpServletResponse.SC_CREATED);
        Wire.body(response, body);
    }

    private void insert(byte[] body) throws SQLException, InterruptedException {
        Connection connection = idle.take();
        try (PreparedStatement insert = connection.prepareStatement("insert into benchmark_booking values (?)")) {
            insert.setBytes(1, body);
            insert.executeUpdate();
        } finally {
            idle.add(connection);
        }
    }
}
