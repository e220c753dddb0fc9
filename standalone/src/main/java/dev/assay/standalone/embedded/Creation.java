package dev.assay.standalone.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Marks a database from before it is made until it is whole, which is before anybody has stored anything in it. Whatever
 * is there with the mark was being made when the process was killed, and is thrown away; without it, nothing is.
 */
record Creation(Path data, Path mark) {

    static Creation in(Path folder) {
        return new Creation(folder.resolve("data"), folder.resolve("being-made"));
    }

    /** To be called before it is made, and before it is started. */
    void begin() throws IOException {
        if (Files.exists(mark)) {
            throwAway();
        } else if (!Files.exists(data)) {
            Files.createFile(mark);
        }
    }

    /** It is whole. */
    void end() throws IOException {
        Files.deleteIfExists(mark);
    }

    private void throwAway() throws IOException {
        stopMaking();
        if (Files.exists(data)) {
            WholeFolder.delete(data);
        }
    }

    /** Who makes it outlives the process that asked for it, and would go on. */
    private void stopMaking() {
        List<ProcessHandle> making = ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains("initdb")
                        && List.of(process.info().arguments().orElse(new String[0]))
                                .contains(data.toString()))
                .toList();
        making.forEach(ProcessHandle::destroyForcibly);
        making.forEach(process -> process.onExit().join());
    }
}
