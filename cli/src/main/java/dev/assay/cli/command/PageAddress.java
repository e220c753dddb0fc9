package dev.assay.cli.command;

import dev.assay.cli.api.Query;

/** Addresses of the page. */
final class PageAddress {

    private PageAddress() {}

    /** Signs the reader in and shows a part of the page; the page takes the key out of the address at once. */
    static String signedIn(String url, String key, String part) {
        return url + "/#key=" + Query.encoded(key) + "&to=" + part;
    }
}
