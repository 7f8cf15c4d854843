package io.github.carelet.source;

import io.github.carelet.catalog.CatalogFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * The last good catalogue in a folder, for a start at which its source is down or broken, with what has changed until then, so
 * that whoever follows the changes can go on after a restart. One file, replaced whole or not at all. Safe for use by several threads and processes: whoever writes last is right.
 */
public final class LastGood {

    private static final String FILE = "catalog.zip";
    private static final String CHANGES = "changes";

    private final Path folder;

    private LastGood(Path folder) {
        this.folder = folder;
    }

    /** Returns what is in a folder, which is made when something is kept. */
    public static LastGood in(Path folder) {
        return new LastGood(folder);
    }

    /**
     * A catalogue that was good once.
     *
     * @param files what it was read from
     * @param changes what had changed until then
     * @param at when it was kept
     */
    public record Kept(List<CatalogFile> files, ChangeLog changes, Instant at) {

        /** Copies the list. */
        public Kept {
            files = List.copyOf(files);
        }
    }

    /**
     * Returns what was kept; empty if nothing was.
     *
     * @throws IOException if it can't be read
     */
    public Optional<Kept> read() throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Optional<ChangeLog> changes = Optional.empty();
        Instant at = Files.getLastModifiedTime(file).toInstant();
        List<CatalogFile> files = new ArrayList<>();
        try (InputStream bytes = Files.newInputStream(file);
                ZipInputStream zip = new ZipInputStream(bytes)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName();
                if (name.equals(CHANGES)) {
                    changes = Optional.of(ChangeLogFile.read(zip.readAllBytes()));
                    continue;
                }
                files.add(new CatalogFile(name.substring(name.indexOf(' ') + 1), zip.readAllBytes()));
            }
        }
        if (files.isEmpty() || changes.isEmpty()) {
            throw new ZipException("no catalogue in " + file);
        }
        return Optional.of(new Kept(files, changes.get(), at));
    }

    /**
     * Keeps files, and what has changed until they were read, in place of what was kept before.
     *
     * @throws IOException if they can't be written; then what was kept before is still there
     */
    public void keep(List<CatalogFile> files, ChangeLog changes) throws IOException {
        Files.createDirectories(folder);
        Path fresh = Files.createTempFile(folder, "catalog", ".tmp");
        try {
            write(fresh, files, changes);
            Files.move(fresh, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /** The bytes are on the disk before the name points to them: a crash leaves the old file or the new one. */
    private static void write(Path fresh, List<CatalogFile> files, ChangeLog changes) throws IOException {
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE);
                ZipOutputStream zip = new ZipOutputStream(Channels.newOutputStream(channel))) {
            zip.setLevel(Deflater.BEST_SPEED);
            zip.putNextEntry(new ZipEntry(CHANGES));
            zip.write(ChangeLogFile.write(changes));
            for (int i = 0; i < files.size(); i++) {
                zip.putNextEntry(new ZipEntry(i + " " + files.get(i).name()));
                zip.write(files.get(i).content());
            }
            zip.finish();
            channel.force(true);
        }
    }
}
