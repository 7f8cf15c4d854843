package io.github.carelet.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.carelet.store.StorageException.Problem;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Keeps a folder for one storage. The operating system holds the lock on {@code carelet.lock} and gives it back when the
 * process ends, however it ends; {@code carelet.owner} says who holds it.
 *
 * <p>They are two files because on POSIX systems a process loses its lock as soon as it closes any handle to the locked
 * file. So whoever already holds a folder must find that out without opening {@code carelet.lock} again.
 */
final class FolderLock implements AutoCloseable {

    private final FileChannel channel;
    private final Path owner;

    private FolderLock(FileChannel channel, Path owner) {
        this.channel = channel;
        this.owner = owner;
    }

    /** Takes the folder, or says who has it. Synchronized, so that two threads can't both find it free. */
    static synchronized FolderLock take(Path folder) {
        Path owner = folder.resolve("carelet.owner");
        try {
            if (Files.exists(owner) && Files.readString(owner, UTF_8).equals(thisProcess())) {
                throw inUse(folder, "this process, which is " + thisProcess());
            }
            FileChannel channel = lock(folder, owner);
            Files.writeString(owner, thisProcess(), UTF_8);
            return new FolderLock(channel, owner);
        } catch (IOException e) {
            throw new StorageException(
                    Problem.NOT_WRITABLE,
                    folder.toString(),
                    "The storage folder " + folder + " can't be written: " + e,
                    e);
        }
    }

    private static FileChannel lock(Path folder, Path owner) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve("carelet.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            throw inUse(folder, "this process");
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        channel.close();
        throw inUse(folder, Files.exists(owner) ? Files.readString(owner, UTF_8) : "another process");
    }

    private static StorageException inUse(Path folder, String holder) {
        return new StorageException(
                Problem.IN_USE,
                folder.toString(),
                "The storage folder " + folder + " is in use by " + holder
                        + ". One folder serves one Carelet at a time: close the other, or take another folder.");
    }

    /** The start tells a process from an earlier one with the same number, as in a restarted container. */
    private static String thisProcess() {
        ProcessHandle process = ProcessHandle.current();
        return "process " + process.pid()
                + process.info().startInstant().map(at -> " started " + at).orElse("");
    }

    @Override
    public void close() {
        if (!channel.isOpen()) {
            return;
        }
        try (channel) {
            Files.deleteIfExists(owner);
        } catch (IOException e) {
            throw new StorageException(
                    Problem.NOT_WRITABLE,
                    owner.toString(),
                    "The storage could not give back its lock " + owner + ": " + e,
                    e);
        }
    }
}
