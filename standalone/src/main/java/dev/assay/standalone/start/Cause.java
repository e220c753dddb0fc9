package dev.assay.standalone.start;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Why the disk refused something, in words: the platform's own exceptions often say only which file it was. */
final class Cause {

    private Cause() {}

    /** A sentence without a full stop, with a remedy where one is known. */
    static String of(IOException e) {
        return switch (e) {
            case AccessDeniedException denied ->
                "this user may not read or write " + denied.getFile() + ": choose another --data, or change its rights";
            case FileAlreadyExistsException exists ->
                exists.getFile() + " is there and is not a folder: choose another --data";
            case NotDirectoryException file -> file.getFile() + " is not a folder: choose another --data";
            case NoSuchFileException missing -> "there is no " + missing.getFile();
            case FileSystemException other -> other.getFile() + ": " + other.getReason();
            default -> String.valueOf(e.getMessage());
        };
    }
}
