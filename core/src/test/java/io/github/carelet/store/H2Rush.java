package io.github.carelet.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The control of the crash test: commits rows with H2's default settings, which do not force a commit to the disk, and
 * acknowledges each after its commit. Arguments: a file, and how many rows.
 */
final class H2Rush {

    private H2Rush() {}

    public static void main(String[] arguments) throws SQLException {
        PrintStream out = new PrintStream(System.out, true, UTF_8);
        try (Connection connection = DriverManager.getConnection("jdbc:h2:" + arguments[0]);
                Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists booking (id varchar primary key)");
            connection.setAutoCommit(false);
            try (PreparedStatement insert = connection.prepareStatement("insert into booking values (?)")) {
                for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
                    insert.setString(1, "h2-" + i);
                    insert.executeUpdate();
                    connection.commit();
                    out.println("acknowledged h2-" + i + " 0 .");
                }
            }
        }
    }
}
