package io.github.carelet.privacy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The file of a {@link KeyRing}: reading, and making a first one.
 *
 * @param secrets each secret by its id
 * @param current the id of the current one
 */
record KeyFile(Map<String, byte[]> secrets, String current) {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,32}");
    private static final Set<String> KEY_FIELDS = Set.of("id", "secret");
    private static final Set<String> FILE_FIELDS = Set.of("keys", "current");

    KeyFile {
        secrets = Collections.unmodifiableMap(new LinkedHashMap<>(secrets));
    }

    static KeyFile read(Path file) {
        JsonNode root = parse(file);
        checkNames(file, root, FILE_FIELDS);
        Map<String, byte[]> secrets = new LinkedHashMap<>();
        for (JsonNode key : root.path("keys")) {
            checkNames(file, key, KEY_FIELDS);
            String id = key.path("id").asText();
            if (!ID.matcher(id).matches() || secrets.put(id, secret(file, id, key.path("secret"))) != null) {
                throw KeyFileException.of(
                        file, "the id '" + id + "' is not a new one of 1 to 32 letters, digits, '-' and '_'");
            }
        }
        String current = root.path("current").asText();
        if (!secrets.containsKey(current)) {
            throw KeyFileException.of(file, "\"current\" is '" + current + "', which is no id in \"keys\"");
        }
        return new KeyFile(secrets, current);
    }

    /** Makes the file whole under another name first, then links it: nobody ever sees half of it, or replaces it. */
    static void createIfAbsent(Path file) {
        if (Files.exists(file)) {
            return;
        }
        try {
            Path folder =
                    Files.createDirectories(file.toAbsolutePath().normalize().getParent());
            Path draft = Files.createTempFile(folder, ".keys", ".new", ownerOnly(folder));
            try {
                writeDurably(draft, fresh());
                Files.createLink(file, draft);
                makeDurable(folder);
            } catch (FileAlreadyExistsException alreadyMade) {
                checkReadable(file);
            } finally {
                Files.delete(draft);
            }
        } catch (IOException e) {
            throw new KeyFileException(
                    file + " can't be made as key file: " + reason(e) + "; expected a folder that can be written to",
                    e);
        }
    }

    @Override
    public String toString() {
        return "KeyFile" + secrets.keySet();
    }

    private static JsonNode parse(Path file) {
        // Built for each call: a ring is read once, and a mapper is not worth a static field.
        ObjectReader reader = JsonMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build()
                .reader()
                .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        try {
            return reader.readTree(Files.readAllBytes(file));
        } catch (JsonProcessingException e) {
            // Neither its message nor itself as cause: both may quote a secret.
            throw KeyFileException.of(
                    file, "it is no JSON at line " + e.getLocation().getLineNr());
        } catch (IOException e) {
            throw new KeyFileException(
                    file + " can't be read as key file: " + reason(e) + "; expected " + KeyFileException.EXPECTED, e);
        }
    }

    private static void checkNames(Path file, JsonNode node, Set<String> expected) {
        Set<String> names = new TreeSet<>();
        node.fieldNames().forEachRemaining(names::add);
        if (!names.equals(expected)) {
            throw KeyFileException.of(
                    file, "it has the names " + names + " where " + new TreeSet<>(expected) + " is expected");
        }
    }

    private static byte[] secret(Path file, String id, JsonNode text) {
        try {
            byte[] secret = Base64.getDecoder().decode(text.asText());
            if (text.isTextual() && secret.length == KeyRing.SECRET_BYTES) {
                return secret;
            }
        } catch (IllegalArgumentException e) {
            throw KeyFileException.of(file, "the secret of '" + id + "' is no base64");
        }
        throw KeyFileException.of(file, "the secret of '" + id + "' is not " + KeyRing.SECRET_BYTES + " bytes long");
    }

    private static byte[] fresh() {
        SecureRandom random = new SecureRandom();
        byte[] id = new byte[4];
        byte[] secret = new byte[KeyRing.SECRET_BYTES];
        random.nextBytes(id);
        random.nextBytes(secret);
        String name = "k" + HexFormat.of().formatHex(id);
        String json = """
                {"keys": [{"id": "%s", "secret": "%s"}], "current": "%s"}
                """;
        return String.format(Locale.ROOT, json, name, Base64.getEncoder().encodeToString(secret), name)
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static FileAttribute<?>[] ownerOnly(Path folder) {
        return isPosix(folder)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static void writeDurably(Path file, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(content);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    /** The name of the file is durable only when its folder is; only POSIX systems can be asked for that. */
    private static void makeDurable(Path folder) throws IOException {
        if (isPosix(folder)) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static void checkReadable(Path file) throws IOException {
        if (!Files.isReadable(file)) {
            throw new NoSuchFileException(file.toString(), null, "is there, but can't be read");
        }
    }

    private static boolean isPosix(Path folder) {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName();
    }
}
