package io.github.carelet.store;

/**
 * A storage can't be opened. The message is one line for the person who starts the application: what is wrong, where, and
 * what would help.
 */
public final class StorageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Problem problem;
    private final String place;

    StorageException(Problem problem, String place, String message) {
        super(message);
        this.problem = problem;
        this.place = place;
    }

    StorageException(Problem problem, String place, String message, Throwable cause) {
        super(message, cause);
        this.problem = problem;
        this.place = place;
    }

    /** What is wrong. */
    public enum Problem {
        /** The folder or a file in it can't be made or written. */
        NOT_WRITABLE,
        /** Another process has it open, or this process has already. */
        IN_USE,
        /** The file holds something else than a database, or a damaged one. */
        NOT_A_DATABASE,
        /** The database was made by a newer version of Carelet. */
        NEWER_SCHEMA,
        /** The tables were made by something else than the steps that this version knows. */
        FOREIGN_SCHEMA,
        /** The key ring lacks a key that the database was encrypted with. */
        KEY_MISSING,
        /** The database does not do what Carelet relies on, such as writing through to the disk. */
        UNUSABLE
    }

    /** Returns what is wrong. */
    public Problem problem() {
        return problem;
    }

    /** Returns what it is about: a folder, a file, or the address of a database. */
    public String place() {
        return place;
    }
}
