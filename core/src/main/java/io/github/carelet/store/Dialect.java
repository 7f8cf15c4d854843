package io.github.carelet.store;

/** What differs between the databases in statements that are otherwise the same. */
enum Dialect {

    /** One process, one writer: nobody else's rows need to be passed over. */
    SQLITE("sqlite", "", "", "select name from sqlite_master where name = 'carelet_schema'"),

    /** Many processes. */
    POSTGRESQL(
            "postgresql",
            "for update",
            "for update skip locked",
            "select tablename from pg_tables where schemaname = current_schema() and tablename = 'carelet_schema'");

    private final String folder;
    private final String forUpdate;
    private final String skipLocked;
    private final String schemaTable;

    Dialect(String folder, String forUpdate, String skipLocked, String schemaTable) {
        this.folder = folder;
        this.forUpdate = forUpdate;
        this.skipLocked = skipLocked;
        this.schemaTable = schemaTable;
    }

    /** Returns the folder of its numbered SQL files. */
    String folder() {
        return folder;
    }

    /** Returns what makes a query take rows for itself, after waiting for those that others have taken. */
    String forUpdate() {
        return forUpdate;
    }

    /** Returns what makes a query take rows for itself and pass over those that others have taken. */
    String skipLocked() {
        return skipLocked;
    }

    /** Returns a query that finds a row if the table that counts schema versions is there. */
    String schemaTable() {
        return schemaTable;
    }
}
