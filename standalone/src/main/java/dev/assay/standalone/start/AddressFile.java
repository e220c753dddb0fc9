package dev.assay.standalone.start;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tells clients on this machine where the server is; present while it runs, readable by its owner alone. */
record AddressFile(Path file) {

    void write(String url, String kafka, String postgres, String adminKey, String internalToken) throws IOException {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("url", url);
        content.put("pid", ProcessHandle.current().pid());
        content.put("kafka", kafka);
        content.put("postgres", postgres);
        content.put("adminKey", adminKey);
        content.put("internalToken", internalToken);
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh);
        if (Files.getFileStore(fresh).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
        }
        Files.write(fresh, new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(content));
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    void delete() throws IOException {
        Files.deleteIfExists(file);
    }
}
